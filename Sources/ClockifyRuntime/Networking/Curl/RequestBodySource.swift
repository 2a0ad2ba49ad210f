import Foundation

extension RequestBody {
    /// Gives a body's bytes to whoever has room for some, at once and on one thread; files are open from the beginning.
    struct Source {
        private enum Part {
            case bytes(ArraySlice<UInt8>)
            case file(FileHandle)
        }

        private var parts: ArraySlice<Part>
        private var remaining: Int

        /// - Parameter length: How many bytes were promised.
        /// - Throws: What the system says of a file that cannot be opened.
        init(_ body: RequestBody, length: Int) throws {
            parts = try body.parts.map { part in
                switch part {
                case .bytes(let bytes), .file(.bytes(let bytes)): .bytes(bytes[...])
                case .file(.file(let url)): .file(try FileHandle(forReadingFrom: url))
                }
            }[...]
            remaining = length
        }

        /// A file that has become shorter since its length was promised.
        struct TooShort: Error {}

        /// - Returns: How many bytes were put into `room`; 0 at the end. No more than were promised, also where a file has grown.
        mutating func read(into room: UnsafeMutableRawBufferPointer) throws -> Int {
            let wanted = min(room.count, remaining)
            while wanted > 0, let part = parts.first {
                let count: Int
                switch part {
                case .bytes(let bytes):
                    count = min(wanted, bytes.count)
                    room.copyBytes(from: bytes.prefix(count))
                    parts[parts.startIndex] = .bytes(bytes.dropFirst(count))
                case .file(let file):
                    let data = try file.read(upToCount: wanted) ?? Data()
                    count = data.count
                    room.copyBytes(from: data)
                }
                if count > 0 {
                    remaining -= count
                    return count
                }
                parts.removeFirst()
            }
            if remaining > 0 { throw TooShort() }
            return 0
        }
    }
}
