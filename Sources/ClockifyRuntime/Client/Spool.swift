import Foundation

/// Bytes that come faster than they are read: some in memory, what is more in a file that nobody else sees.
///
/// Pausing the network task would do, but on Linux URLSession is ended by what arrives while a task is paused.
struct Spool {
    private var memory: [UInt8] = []
    private var file: SpoolFile?

    /// As much is kept in memory.
    static let memoryLimit = 1 << 20

    /// Makes room in memory for bytes that are known to come.
    mutating func reserve(_ count: Int) { memory.reserveCapacity(min(count, Spool.memoryLimit)) }

    mutating func append(_ data: Data) throws {
        if file == nil, memory.count + data.count <= Spool.memoryLimit {
            memory += data
            return
        }
        if file == nil { file = try SpoolFile() }
        try file?.append(data)
    }

    /// How many bytes wait.
    var count: Int { memory.count + (file?.unread ?? 0) }

    /// All bytes, unless some of them are in a file.
    mutating func takeMemory() -> [UInt8]? {
        guard file == nil else { return nil }
        defer { memory = [] }
        return memory
    }

    /// The bytes that have waited longest; nil when none wait.
    mutating func next() throws -> [UInt8]? {
        if !memory.isEmpty {
            defer { memory = [] }
            return memory
        }
        guard let file else { return nil }
        if let bytes = try file.next(upTo: Spool.memoryLimit) { return bytes }
        self.file = nil
        return nil
    }
}

/// The part of a spool that is on disk.
private final class SpoolFile {
    private let writer: FileHandle
    private let reader: FileHandle
    private(set) var unread = 0

    init() throws {
        let file = try BodyFile.temporary()
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
        unread += data.count
    }

    func next(upTo limit: Int) throws -> [UInt8]? {
        guard unread > 0, let data = try reader.read(upToCount: min(limit, unread)), !data.isEmpty else { return nil }
        unread -= data.count
        return [UInt8](data)
    }
}
