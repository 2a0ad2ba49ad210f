import Foundation

/// A file that the service answered with.
public struct Download: Sendable {
    /// How far writing has come.
    public struct Progress: Sendable, Equatable {
        public let bytesWritten: Int
        /// Nil when the service did not say.
        public let bytesExpected: Int?
    }

    /// `application/pdf`
    public let contentType: String?
    /// The name that the service suggests; a name only, never a path.
    public let suggestedName: String?
    public let bytes: [UInt8]

    /// Puts the file at `url`, whole or not at all.
    public func write(to url: URL, progress: (Progress) -> Void = { _ in }) async throws(ClockifyError) {
        do {
            try Data(bytes).write(to: url, options: .atomic)
        } catch {
            throw .file("cannot write \(url.lastPathComponent): \(error.localizedDescription)")
        }
        progress(Progress(bytesWritten: bytes.count, bytesExpected: bytes.count))
    }
}
