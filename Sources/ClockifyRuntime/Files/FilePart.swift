import Foundation

/// The beginning of a file, on disk beside the place where all of it is to be.
struct FilePart: Sendable {
    let file: PartialFile
    /// How many bytes are there.
    var count = 0
    /// What the rest must be of; nil when nobody can tell whether it is.
    let version: FileVersion?

    /// Whether the bytes are still there, and something can follow them.
    var isOfUse: Bool { version != nil && count > 0 && file.length == count }

    /// Whether only its place is wanting.
    var isWhole: Bool { version?.size == count }
}

/// A file with a hidden name beside its destination; it goes away with this value, unless it was moved there.
final class PartialFile: Sendable {
    let destination: URL
    private let url: URL

    init(for destination: URL) throws {
        self.destination = destination.standardizedFileURL
        let name = ".\(destination.lastPathComponent).\(UInt64.random(in: 0 ... .max))"
        url = destination.deletingLastPathComponent().appendingPathComponent(name)
        guard FileManager.default.createFile(atPath: url.path, contents: nil) else { throw CocoaError(.fileWriteNoPermission) }
    }

    /// Once it has been moved there is none of that name.
    deinit { try? FileManager.default.removeItem(at: url) }

    /// How many bytes are on disk; nil when there is no such file any more.
    var length: Int? {
        guard let handle = try? FileHandle(forReadingFrom: url) else { return nil }
        defer { try? handle.close() }
        return (try? handle.seekToEnd()).map { Int($0) }
    }

    /// For writing behind what is there.
    func open() throws -> FileHandle {
        let handle = try FileHandle(forWritingTo: url)
        do {
            try handle.seekToEnd()
        } catch {
            try? handle.close()
            throw error
        }
        return handle
    }

    /// Moves it to its destination, in place of what is there.
    func place() throws {
        guard rename(url.path, destination.path) == 0 else { throw CocoaError(.fileWriteUnknown) }
    }
}
