public import Foundation

/// The body of a request, in parts that may be in memory or in files.
public struct RequestBody: Sendable {
    /// A part of a body.
    public enum Part: Sendable {
        /// Bytes in memory.
        case bytes([UInt8])
        /// The content of a file.
        case file(FileUpload.Content)
    }

    /// The parts, which are sent one after the other.
    public let parts: [Part]
    /// The `Content-Type` header.
    public let contentType: String

    /// Creates a body of parts.
    public init(parts: [Part], contentType: String) {
        self.parts = parts
        self.contentType = contentType
    }

    /// Creates a body of bytes in memory.
    public init(bytes: [UInt8], contentType: String) {
        self.init(parts: [.bytes(bytes)], contentType: contentType)
    }

    /// The whole body, if all of it is in memory; otherwise `nil`.
    public var bytesInMemory: [UInt8]? {
        if case .bytes(let bytes)? = parts.first, parts.count == 1 { return bytes }
        var collected: [UInt8] = []
        for part in parts {
            switch part {
            case .bytes(let bytes), .file(.bytes(let bytes)): collected += bytes
            case .file(.file): return nil
            }
        }
        return collected
    }

    /// Returns the whole body in memory. Reads its files if necessary.
    public func collect() throws -> [UInt8] {
        if let bytesInMemory { return bytesInMemory }
        return try parts.flatMap { part in
            switch part {
            case .bytes(let bytes): bytes
            case .file(let content): try content.read()
            }
        }
    }

    /// Returns the whole body as a file.
    ///
    /// This is the caller's own file if it is the whole body. Otherwise it is a temporary file that is deleted together with the result.
    public func file() throws -> BodyFile {
        if parts.count == 1, case .file(.file(let url))? = parts.first { return BodyFile(url: url, isTemporary: false) }
        let file = try BodyFile.temporary()
        let handle = try FileHandle(forWritingTo: file.url)
        defer { try? handle.close() }
        for part in parts {
            switch part {
            case .bytes(let bytes), .file(.bytes(let bytes)): try handle.write(contentsOf: Data(bytes))
            case .file(.file(let url)): try RequestBody.copy(url, to: handle)
            }
        }
        return file
    }

    private static func copy(_ url: URL, to handle: FileHandle) throws {
        let source = try FileHandle(forReadingFrom: url)
        defer { try? source.close() }
        while let piece = try autoreleasing({ try source.read(upToCount: 1 << 20) }), !piece.isEmpty {
            try handle.write(contentsOf: piece)
        }
    }

    private static func autoreleasing<Result>(_ body: () throws -> Result) rethrows -> Result {
        #if canImport(ObjectiveC)
        try autoreleasepool(invoking: body)
        #else
        try body()
        #endif
    }
}

/// A file that contains the body of a request.
public final class BodyFile: Sendable {
    /// The file.
    public let url: URL
    private let isTemporary: Bool

    init(url: URL, isTemporary: Bool) {
        self.url = url
        self.isTemporary = isTemporary
    }

    /// Creates an empty file that only the current user can read, and that is deleted together with the result.
    static func temporary() throws -> BodyFile {
        let name = "clockify-\(UInt64.random(in: 0 ... .max))-\(UInt64.random(in: 0 ... .max))"
        let url = FileManager.default.temporaryDirectory.appendingPathComponent(name)
        guard FileManager.default.createFile(atPath: url.path, contents: nil, attributes: [.posixPermissions: 0o600]) else {
            throw CocoaError(.fileWriteUnknown)
        }
        return BodyFile(url: url, isTemporary: true)
    }

    deinit { if isTemporary { try? FileManager.default.removeItem(at: url) } }
}
