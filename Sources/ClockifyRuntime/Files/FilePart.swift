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
    private let place: URL
    private let url: URL

    /// - Throws: `NoRegularFile` where a folder, a device or the like is there already; and what the system says.
    init(for destination: URL) throws {
        self.destination = destination.standardizedFileURL
        place = try PartialFile.place(for: self.destination)
        let mode = try PartialFile.mode(of: place)
        // Short, whatever the name of the file: file systems take no more than 255 bytes.
        url = place.deletingLastPathComponent().appendingPathComponent(".clockify-\(UInt64.random(in: 0 ... .max))")
        guard FileManager.default.createFile(atPath: url.path, contents: nil, attributes: mode.map { [.posixPermissions: $0] }) else {
            throw CocoaError(.fileWriteNoPermission)
        }
        // As they are, not as far as new files may have them.
        if let mode { try? FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: url.path) }
    }

    struct NoRegularFile: LocalizedError {
        var errorDescription: String? { "what is there is no regular file" }
    }

    /// Where the file goes: behind the symbolic links that lead there, which stay.
    private static func place(for destination: URL) throws -> URL {
        var place = destination
        for _ in 0..<32 {
            guard let target = try? FileManager.default.destinationOfSymbolicLink(atPath: place.path) else { return place }
            place = URL(fileURLWithPath: target, relativeTo: place.deletingLastPathComponent()).standardizedFileURL
        }
        throw POSIXError(.ELOOP)
    }

    /// The permissions of what is there; nil where there is nothing.
    private static func mode(of place: URL) throws -> Int? {
        guard let attributes = try? FileManager.default.attributesOfItem(atPath: place.path) else { return nil }
        guard attributes[.type] as? FileAttributeType == .typeRegular else { throw NoRegularFile() }
        return (attributes[.posixPermissions] as? NSNumber)?.intValue
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
    func moveIntoPlace() throws {
        // What is there may have come since.
        _ = try PartialFile.mode(of: place)
        guard rename(url.path, place.path) == 0 else { throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO) }
    }
}
