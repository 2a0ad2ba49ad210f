import Foundation

extension RequestBody {
    /// Returns the number of bytes in the body, including its files.
    ///
    /// - Throws: A system error if a file cannot be read.
    public func length() throws -> Int {
        try parts.reduce(0) { length, part in
            switch part {
            case .bytes(let bytes), .file(.bytes(let bytes)): return length + bytes.count
            case .file(.file(let url)): return length + (try RequestBody.fileLength(url))
            }
        }
    }

    /// The first file of the body that cannot be read; `nil` if all can be read.
    var unreadableFile: URL? {
        for case .file(.file(let url)) in parts where (try? RequestBody.fileLength(url)) == nil { return url }
        return nil
    }

    private static func fileLength(_ url: URL) throws -> Int {
        let path = url.resolvingSymlinksInPath().path
        let attributes = try FileManager.default.attributesOfItem(atPath: path)
        guard attributes[.type] as? FileAttributeType == .typeRegular, let size = attributes[.size] as? NSNumber,
            FileManager.default.isReadableFile(atPath: path)
        else { throw CocoaError(.fileReadUnknown) }
        return size.intValue
    }

    /// The bytes of the body in pieces that are read on demand, for transports that stream the body.
    public var pieces: Pieces { Pieces(body: self) }

    /// A body as a sequence of pieces of bytes.
    public struct Pieces: AsyncSequence, Sendable {
        /// A piece of the body.
        public typealias Element = [UInt8]
        let body: RequestBody

        /// Starts at the first byte of the body. A body can be read several times.
        public func makeAsyncIterator() -> PieceReader { PieceReader(parts: body.parts[...]) }
    }

    /// Reads the parts one after the other.
    public struct PieceReader: AsyncIteratorProtocol {
        /// The maximum number of bytes that are read from a file at once.
        static let pieceBytes = 256 << 10

        var parts: ArraySlice<Part>
        private var file: FileHandle?

        init(parts: ArraySlice<Part>) { self.parts = parts }

        /// Returns the next piece; `nil` at the end of the body. Throws if a file cannot be read.
        public mutating func next() async throws -> [UInt8]? { try read() }

        mutating func read() throws -> [UInt8]? {
            while true {
                if let open = file {
                    if let data = try open.read(upToCount: PieceReader.pieceBytes), !data.isEmpty { return [UInt8](data) }
                    try open.close()
                    file = nil
                }
                switch parts.popFirst() {
                case .bytes(let bytes), .file(.bytes(let bytes)): if !bytes.isEmpty { return bytes }
                case .file(.file(let url)): file = try FileHandle(forReadingFrom: url)
                case nil: return nil
                }
            }
        }
    }
}
