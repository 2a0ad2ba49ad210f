public import Foundation

/// A file to upload, from disk or from memory.
///
///     try await clockify.users.uploadImage(.file(at: url, contentType: "image/png"))
public struct FileUpload: Sendable, Equatable {
    /// The source of the bytes.
    public enum Content: Sendable, Equatable {
        /// A file on disk, which is read while it is being sent.
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

    /// The source of the bytes.
    public let content: Content
    /// The file name that is sent to the service.
    public let name: String
    /// The media type, such as `image/png`.
    public let contentType: String

    /// Creates an upload.
    public init(content: Content, name: String, contentType: String) {
        self.content = content
        self.name = name
        self.contentType = contentType
    }

    /// Creates an upload of a file on disk, with its own name.
    public static func file(at url: URL, contentType: String) -> FileUpload {
        FileUpload(content: .file(url), name: url.lastPathComponent, contentType: contentType)
    }

    /// Creates an upload of bytes in memory.
    public static func bytes(_ bytes: some Sequence<UInt8>, name: String, contentType: String) -> FileUpload {
        FileUpload(content: .bytes(Array(bytes)), name: name, contentType: contentType)
    }

    /// The media type without characters that could start a new header line.
    var contentTypeForHeader: String { contentType.filter { !$0.isNewline && $0.isASCII } }
}
