/// What a request carries, in parts that may be in memory or in files.
public struct RequestBody: Sendable {
    public enum Part: Sendable {
        case bytes([UInt8])
        case file(FileUpload.Content)
    }

    public let parts: [Part]
    public let contentType: String

    public init(parts: [Part], contentType: String) {
        self.parts = parts
        self.contentType = contentType
    }

    public init(bytes: [UInt8], contentType: String) {
        self.init(parts: [.bytes(bytes)], contentType: contentType)
    }

    /// All of it in memory.
    public func collect() throws -> [UInt8] {
        if case .bytes(let bytes)? = parts.first, parts.count == 1 { return bytes }
        var collected: [UInt8] = []
        for part in parts {
            switch part {
            case .bytes(let bytes): collected += bytes
            case .file(let content): collected += try content.read()
            }
        }
        return collected
    }
}
