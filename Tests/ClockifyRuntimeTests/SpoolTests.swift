import Foundation
import Testing

@testable import ClockifyRuntime

@Suite("Bytes that wait to be read")
struct SpoolTests {
    private static let piece = Spool.memoryLimit

    private func drain(_ spool: inout Spool) throws -> [UInt8] {
        var bytes: [UInt8] = []
        while let piece = try spool.next() { bytes += piece }
        return bytes
    }

    @Test("Bytes come in order, from memory and from disk, however reading and writing take turns")
    func order() throws {
        var (spool, written, read) = (Spool(), [UInt8](), [UInt8]())
        for round in 0..<12 {
            let data = Data((0..<300_000).map { UInt8(truncatingIfNeeded: $0 &* 7 &+ round) })
            written += data
            try spool.append(data)
            if round % 3 == 2 { read += try spool.next() ?? [] }
        }
        #expect(spool.count == written.count - read.count)
        read += try drain(&spool)
        #expect(read == written)
    }

    @Test("What fails once takes no more: no gap is bridged")
    func gap() throws {
        struct NoRoom: Error {}
        var isFailing = true
        var spool = Spool(makeFile: {
            if isFailing { throw NoRoom() }
            return try BodyFile.temporary()
        })
        try spool.append(Data(repeating: 1, count: SpoolTests.piece))
        #expect(throws: NoRoom.self) { try spool.append(Data([2])) }
        isFailing = false
        #expect(throws: NoRoom.self) { try spool.append(Data([3])) }
        let bytes = try drain(&spool)
        #expect(bytes == [UInt8](repeating: 1, count: SpoolTests.piece))
        // Also now, where there would be room in memory.
        #expect(throws: NoRoom.self) { try spool.append(Data([4])) }
        #expect(try spool.next() == nil)
    }

    @Test("No more waits than there is room for, and what was read makes room")
    func limit() throws {
        var spool = Spool(limit: 3 * SpoolTests.piece)
        let data = Data(count: SpoolTests.piece)
        for _ in 0..<3 { try spool.append(data) }
        for _ in 0..<100 {
            #expect(try spool.next()?.count == SpoolTests.piece)
            try spool.append(data)
        }
        #expect(throws: Spool.Full.self) { try spool.append(Data([1])) }
        #expect(try drain(&spool).count == 3 * SpoolTests.piece)
    }
}
