import Foundation

/// The beginning of a file, on disk next to the destination of the whole file.
struct FilePart: Sendable {
    let file: PartialFile
    /// The number of bytes on disk.
    var count = 0
    /// The version that the rest must belong to; `nil` if this cannot be verified.
    let version: FileVersion?

    /// `true` if the bytes are still on disk and the rest can be requested.
    var isOfUse: Bool { version != nil && count > 0 && file.length == count }

    /// `true` if the file is complete and only has to be moved into place.
    var isWhole: Bool { version?.size == count }
}

/// A file with a hidden name next to its destination. It is deleted with this object, unless it was moved to the destination.
final class PartialFile: Sendable {
    let destination: URL
    private let place: URL
    private let url: URL

    /// - Throws: `NoRegularFile` if the destination is a folder, a device or the like; the system's errors.
    init(for destination: URL) throws {
        self.destination = destination.standardizedFileURL
        place = try PartialFile.place(for: self.destination)
        let mode = try PartialFile.mode(of: place)
        // The name is short, whatever the name of the file is: file systems allow at most 255 bytes.
        url = place.deletingLastPathComponent().appendingPathComponent(".clockify-\(UInt64.random(in: 0 ... .max))")
        guard FileManager.default.createFile(atPath: url.path, contents: nil, attributes: mode.map { [.posixPermissions: $0] }) else {
            throw CocoaError(.fileWriteNoPermission)
        }
        // Sets exactly these permissions, regardless of the limits for new files.
        if let mode { try? FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: url.path) }
    }

    struct NoRegularFile: LocalizedError {
        var errorDescription: String? { "it is not a regular file" }
    }

    /// Returns the place where the file is written: the target of symbolic links, which are kept.
    private static func place(for destination: URL) throws -> URL {
        var place = destination
        for _ in 0..<32 {
            guard let target = try? FileManager.default.destinationOfSymbolicLink(atPath: place.path) else { return place }
            place = URL(fileURLWithPath: target, relativeTo: place.deletingLastPathComponent()).standardizedFileURL
        }
        throw POSIXError(.ELOOP)
    }

    /// Returns the permissions of the existing file, or `nil` if there is no file.
    private static func mode(of place: URL) throws -> Int? {
        guard let attributes = try? FileManager.default.attributesOfItem(atPath: place.path) else { return nil }
        guard attributes[.type] as? FileAttributeType == .typeRegular else { throw NoRegularFile() }
        return (attributes[.posixPermissions] as? NSNumber)?.intValue
    }

    /// Deletes the file. After it was moved, there is no file of this name.
    deinit { try? FileManager.default.removeItem(at: url) }

    /// The number of bytes on disk; `nil` if the file no longer exists.
    var length: Int? {
        guard let handle = try? FileHandle(forReadingFrom: url) else { return nil }
        defer { try? handle.close() }
        return (try? handle.seekToEnd()).map { Int($0) }
    }

    /// Opens the file to append to it.
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

    /// Moves the file to its destination, and replaces an existing file.
    func moveIntoPlace() throws {
        // The destination may have changed since.
        _ = try PartialFile.mode(of: place)
        guard rename(url.path, place.path) == 0 else { throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO) }
    }
}
