import Foundation

extension RequestBody {
    /// How many bytes it has, files included.
    ///
    /// - Throws: What the system says of a file that cannot be read.
    public func length() throws -> Int {
        try parts.reduce(0) { length, part in
            switch part {
            case .bytes(let bytes), .file(.bytes(let bytes)): return length + bytes.count
            case .file(.file(let url)): return length + (try RequestBody.fileLength(url))
            }
        }
    }

    /// The first of its files that cannot be read; nil when all can.
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

    /// Its bytes in pieces, read when they are asked for: for a transport that sends them as they come.
    public var pieces: Pieces { Pieces(body: self) }

    /// A body as a sequence of pieces of bytes.
    public struct Pieces: AsyncSequence, Sendable {
        /// A piece of the body.
        public typealias Element = [UInt8]
        let body: RequestBody

        public func makeAsyncIterator() -> PieceReader { PieceReader(parts: body.parts[...]) }
    }

    /// Reads the parts one after the other.
    public struct PieceReader: AsyncIteratorProtocol {
        /// The most that is read from a file at once.
        static let pieceBytes = 256 << 10

        var parts: ArraySlice<Part>
        private var file: FileHandle?

        init(parts: ArraySlice<Part>) { self.parts = parts }

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
