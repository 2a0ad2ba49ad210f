import Foundation

/// A file to send: from disk or from memory.
///
///     try await clockify.users.uploadImage(.file(at: url, contentType: "image/png"))
public struct FileUpload: Sendable, Equatable {
    /// Where the bytes are.
    public enum Content: Sendable, Equatable {
        /// A file on disk. It is read while it is sent.
        case file(URL)
        /// Bytes in memory.
        case bytes([UInt8])

        func read() throws -> [UInt8] {
            switch self {
            case .file(let url): [UInt8](try Data(contentsOf: url))
            case .bytes(let bytes): bytes
            }
        }
    }

    /// Where the bytes are.
    public let content: Content
    /// The name that the service is told.
    public let name: String
    /// `image/png`
    public let contentType: String

    /// Creates an upload.
    public init(content: Content, name: String, contentType: String) {
        self.content = content
        self.name = name
        self.contentType = contentType
    }

    /// A file on disk, under its own name.
    public static func file(at url: URL, contentType: String) -> FileUpload {
        FileUpload(content: .file(url), name: url.lastPathComponent, contentType: contentType)
    }

    /// Bytes in memory.
    public static func bytes(_ bytes: some Sequence<UInt8>, name: String, contentType: String) -> FileUpload {
        FileUpload(content: .bytes(Array(bytes)), name: name, contentType: contentType)
    }

    /// The type without what would begin another line of a head.
    var contentTypeForHeader: String { contentType.filter { !$0.isNewline && $0.isASCII } }
}
