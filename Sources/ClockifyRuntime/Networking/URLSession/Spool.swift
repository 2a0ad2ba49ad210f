import Foundation

/// Bytes that come faster than they are read: some in memory, what is more in a file that nobody else sees.
///
/// Pausing the network task would do, but on Linux URLSession is ended by what arrives while a task is paused.
///
/// What it once refused it takes no more: bytes that come after others that were lost are never taken for what follows.
struct Spool {
    private var memory: [UInt8] = []
    private var files: [SpoolFile] = []
    private var failure: (any Error)?
    private let limit: Int
    private let makeFile: () throws -> BodyFile

    /// As much is kept in memory.
    static let memoryLimit = 1 << 20
    /// As much may wait on disk: whoever reads more slowly than this fails, instead of filling the disk.
    static let diskLimit = 1 << 30
    /// A file is as large before the next one is begun, so that what has been read leaves the disk.
    private static let fileBytes = 64 << 20

    /// More waits than there is room for.
    struct Full: Error {
        let limit: Int
    }

    init(limit: Int = Spool.diskLimit, makeFile: @escaping () throws -> BodyFile = BodyFile.temporary) {
        self.limit = limit
        self.makeFile = makeFile
    }

    /// Makes room in memory for bytes that are known to come.
    mutating func reserve(_ count: Int) { memory.reserveCapacity(min(count, Spool.memoryLimit)) }

    mutating func append(_ data: Data) throws {
        if let failure { throw failure }
        do {
            if files.isEmpty, memory.count + data.count <= Spool.memoryLimit {
                memory += data
                return
            }
            guard count + data.count <= limit else { throw Full(limit: limit) }
            if files.last.map({ $0.written >= Spool.fileBytes }) ?? true { files.append(try SpoolFile(makeFile())) }
            try files.last?.append(data)
        } catch {
            failure = error
            throw error
        }
    }

    /// How many bytes wait.
    var count: Int { files.reduce(memory.count) { $0 + $1.unread } }

    /// All bytes, unless some of them are in a file.
    mutating func takeMemory() -> [UInt8]? {
        guard files.isEmpty else { return nil }
        defer { memory = [] }
        return memory
    }

    /// The bytes that have waited longest; nil when none wait.
    mutating func next() throws -> [UInt8]? {
        if !memory.isEmpty {
            defer { memory = [] }
            return memory
        }
        while let file = files.first {
            if let bytes = try file.next(upTo: Spool.memoryLimit) { return bytes }
            files.removeFirst()
        }
        return nil
    }
}

/// The part of a spool that is on disk.
private final class SpoolFile {
    private let writer: FileHandle
    private let reader: FileHandle
    private(set) var written = 0
    private(set) var unread = 0

    init(_ file: BodyFile) throws {
        writer = try FileHandle(forWritingTo: file.url)
        reader = try FileHandle(forReadingFrom: file.url)
        // The name goes away here; the bytes stay for as long as the handles do.
    }

    deinit {
        try? writer.close()
        try? reader.close()
    }

    func append(_ data: Data) throws {
        try writer.write(contentsOf: data)
        written += data.count
        unread += data.count
    }

    func next(upTo limit: Int) throws -> [UInt8]? {
        guard unread > 0 else { return nil }
        // What was written is there, or bytes were lost.
        guard let data = try reader.read(upToCount: min(limit, unread)), !data.isEmpty else { throw CocoaError(.fileReadCorruptFile) }
        unread -= data.count
        return [UInt8](data)
    }
}
