#if canImport(FoundationNetworking)
import Foundation

/// The bytes of a body for a session that asks for them one after the other.
///
/// FoundationNetworking can send a file itself, but reads it ahead on another queue, and ends the process when a request ends meanwhile.
final class BodyStream: InputStream {
    private var reader: RequestBody.PieceReader
    private var piece: ArraySlice<UInt8> = []
    /// How much is still to come: what was promised is sent, neither more nor less.
    private var rest: Int
    private var status = Stream.Status.notOpen

    init(_ body: RequestBody, length: Int) {
        reader = RequestBody.PieceReader(parts: body.parts[...])
        rest = length
        super.init(data: Data())
    }

    override var streamStatus: Stream.Status { status }
    override var hasBytesAvailable: Bool { rest > 0 }
    override func open() { status = .open }
    override func close() { status = .closed }

    override func read(_ buffer: UnsafeMutablePointer<UInt8>, maxLength: Int) -> Int {
        guard rest > 0 else { return 0 }
        do {
            // A file that has become shorter breaks the request off.
            if piece.isEmpty { piece = try reader.read()?[...] ?? [] }
            guard !piece.isEmpty else { throw CocoaError(.fileReadUnknown) }
        } catch {
            status = .error
            return -1
        }
        let count = min(piece.count, maxLength, rest)
        piece.withUnsafeBufferPointer { bytes in
            if let start = bytes.baseAddress { buffer.update(from: start, count: count) }
        }
        piece = piece.dropFirst(count)
        rest -= count
        return count
    }
}
#endif
