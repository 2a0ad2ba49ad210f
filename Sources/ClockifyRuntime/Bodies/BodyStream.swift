#if canImport(FoundationNetworking)
import Foundation

/// An input stream from which a session reads the bytes of a body.
///
/// FoundationNetworking can send a file itself, but it reads ahead on another queue and crashes the process if the request ends meanwhile.
final class BodyStream: InputStream {
    private var reader: RequestBody.PieceReader
    private var piece: ArraySlice<UInt8> = []
    /// The number of bytes that are still to be sent. The stream sends exactly the announced length.
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
            // A file that has become shorter aborts the request.
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
