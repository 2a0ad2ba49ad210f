import Foundation
import Testing

@testable import ClockifyRuntime

@Suite("Spooled bytes")
struct SpoolTests {
    private static let piece = Spool.memoryLimit

    private func drain(_ spool: inout Spool) throws -> [UInt8] {
        var bytes: [UInt8] = []
        while let piece = try spool.next() { bytes += piece }
        return bytes
    }

    @Test("Bytes arrive in order, from memory and from disk, however reads and writes interleave")
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

    @Test("A failed spool accepts no more bytes, so that no gap is skipped")
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
        // The spool also rejects bytes now, when there is space in memory.
        #expect(throws: NoRoom.self) { try spool.append(Data([4])) }
        #expect(try spool.next() == nil)
    }

    @Test("The spool never exceeds its limit, and reading frees space")
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
