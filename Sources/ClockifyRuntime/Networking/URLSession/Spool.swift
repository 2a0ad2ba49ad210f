import Foundation

/// A buffer for bytes that arrive faster than they are read: the first are kept in memory, the rest in private spool files.
///
/// Pausing the network task would be simpler, but on Linux, bytes that arrive while a task is paused are fatal to URLSession.
///
/// After a failed append, all later appends fail too, so that bytes after a gap are never taken for the next ones.
struct Spool {
    private var memory: [UInt8] = []
    private var files: [SpoolFile] = []
    private var failure: (any Error)?
    private let limit: Int
    private let makeFile: () throws -> BodyFile

    /// The maximum number of bytes kept in memory.
    static let memoryLimit = 1 << 20
    /// The maximum number of unread bytes. A reader that falls further behind fails, instead of filling the disk.
    static let defaultLimit = 1 << 30
    /// The size at which the next file is started, so that bytes that have been read are removed from the disk.
    private static let fileBytes = 64 << 20

    /// The error for more unread bytes than the limit allows.
    struct Full: Error {
        let limit: Int
    }

    init(limit: Int = Spool.defaultLimit, makeFile: @escaping () throws -> BodyFile = BodyFile.temporary) {
        self.limit = limit
        self.makeFile = makeFile
    }

    /// Reserves memory for bytes that are expected.
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

    /// The number of unread bytes.
    var count: Int { files.reduce(memory.count) { $0 + $1.unread } }

    /// Returns all bytes, or `nil` if some of them are in a file.
    mutating func takeMemory() -> [UInt8]? {
        guard files.isEmpty else { return nil }
        defer { memory = [] }
        return memory
    }

    /// Returns the oldest unread bytes, or `nil` if there are none.
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
        // The file is removed when `file` is released. Its bytes stay available as long as the handles are open.
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
        // All written bytes must be readable. Otherwise, bytes were lost.
        guard let data = try reader.read(upToCount: min(limit, unread)), !data.isEmpty else { throw CocoaError(.fileReadCorruptFile) }
        unread -= data.count
        return [UInt8](data)
    }
}
