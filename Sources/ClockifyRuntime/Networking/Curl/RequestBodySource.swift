import Foundation

extension RequestBody {
    /// Copies a body's bytes into buffers, synchronously and on one thread. Files are opened at the start.
    struct Source {
        private enum Part {
            case bytes(ArraySlice<UInt8>)
            case file(FileHandle)
        }

        private var parts: ArraySlice<Part>
        private var remaining: Int

        /// - Parameter length: The number of bytes that the request declares.
        /// - Throws: The system's error if a file cannot be opened.
        init(_ body: RequestBody, length: Int) throws {
            parts = try body.parts.map { part in
                switch part {
                case .bytes(let bytes), .file(.bytes(let bytes)): .bytes(bytes[...])
                case .file(.file(let url)): .file(try FileHandle(forReadingFrom: url))
                }
            }[...]
            remaining = length
        }

        /// The error for a file that has become shorter since its length was declared.
        struct TooShort: Error {}

        /// - Returns: The number of bytes copied into `room`; 0 at the end. Never more than were declared, even if a file has grown.
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
