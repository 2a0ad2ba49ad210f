import Foundation

/// Writes a ZIP archive whose entries are stored without compression.
struct ZIPFile: Sendable {
    /// The modification time of all entries.
    private let stamp: (time: UInt16, date: UInt16)
    private var contents: [UInt8] = []
    private var directory: [UInt8] = []
    private var count: UInt16 = 0

    init(date: Date) {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = .gmt
        let parts = calendar.dateComponents([.year, .month, .day, .hour, .minute, .second], from: date)
        // The format counts the years from 1980 in seven bits, and the seconds in steps of two.
        let year = min(max(parts.year ?? 1980, 1980), 2107) - 1980
        stamp = (
            UInt16((parts.hour ?? 0) << 11 | (parts.minute ?? 0) << 5 | (parts.second ?? 0) / 2),
            UInt16(year << 9 | (parts.month ?? 1) << 5 | (parts.day ?? 1))
        )
    }

    mutating func add(_ name: String, _ bytes: [UInt8]) {
        let offset = UInt32(contents.count)
        let name = Array(name.utf8)
        var header: [UInt8] = []
        // Version 2.0, names in UTF-8, no compression.
        for number in [20, 0x0800, 0, stamp.time, stamp.date] as [UInt16] { header += ZIPFile.bytes(of: number) }
        for number in [CRC32.checksum(of: bytes), UInt32(bytes.count), UInt32(bytes.count)] { header += ZIPFile.bytes(of: number) }
        header += ZIPFile.bytes(of: UInt16(name.count)) + ZIPFile.bytes(of: UInt16(0))

        contents += ZIPFile.bytes(of: UInt32(0x0403_4B50)) + header + name + bytes
        directory += ZIPFile.bytes(of: UInt32(0x0201_4B50)) + ZIPFile.bytes(of: UInt16(20)) + header
        // No comment, first disk, no attributes.
        directory += Array(repeating: 0, count: 10) + ZIPFile.bytes(of: offset) + name
        count += 1
    }

    /// The archive.
    var bytes: [UInt8] {
        var end = ZIPFile.bytes(of: UInt32(0x0605_4B50)) + [0, 0, 0, 0]
        end += ZIPFile.bytes(of: count) + ZIPFile.bytes(of: count)
        end += ZIPFile.bytes(of: UInt32(directory.count)) + ZIPFile.bytes(of: UInt32(contents.count)) + [0, 0]
        return contents + directory + end
    }

    /// Returns a number in little-endian order.
    private static func bytes(of number: some FixedWidthInteger & UnsignedInteger) -> [UInt8] {
        (0..<number.bitWidth / 8).map { UInt8(truncatingIfNeeded: number >> ($0 * 8)) }
    }
}
