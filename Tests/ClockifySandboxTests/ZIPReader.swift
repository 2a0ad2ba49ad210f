import Testing

@testable import ClockifySandbox

/// Reads archives whose entries are stored without compression, by their directory.
enum ZIPReader {
    static func entries(of archive: [UInt8]) throws -> [(name: String, bytes: [UInt8])] {
        func number(_ offset: Int, _ size: Int) throws -> Int {
            try #require(archive.count >= offset + size)
            return (0..<size).reduce(0) { $0 | Int(archive[offset + $1]) << ($1 * 8) }
        }
        let end = archive.count - 22
        try #require(end >= 0)
        try #require(try number(end, 4) == 0x0605_4B50)
        var entries: [(name: String, bytes: [UInt8])] = []
        var place = try number(end + 16, 4)
        for _ in 0..<(try number(end + 10, 2)) {
            try #require(try number(place, 4) == 0x0201_4B50)
            let (method, checksum, size) = (try number(place + 10, 2), try number(place + 16, 4), try number(place + 24, 4))
            let nameLength = try number(place + 28, 2)
            let name = String(decoding: archive[(place + 46)..<(place + 46 + nameLength)], as: UTF8.self)
            let header = try number(place + 42, 4)
            try #require(try number(header, 4) == 0x0403_4B50)
            #expect(method == 0)
            let start = header + 30 + (try number(header + 26, 2)) + (try number(header + 28, 2))
            let bytes = Array(archive[start..<(start + size)])
            #expect(Int(CRC32.checksum(of: bytes)) == checksum)
            entries.append((name, bytes))
            place += 46 + nameLength + (try number(place + 30, 2)) + (try number(place + 32, 2))
        }
        return entries
    }
}
