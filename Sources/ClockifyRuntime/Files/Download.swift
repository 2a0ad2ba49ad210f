import Foundation
import HTTPTypes

/// A file from the service. Its bytes are streamed as they are read, so that memory use stays flat at any size.
///
///     let download = try await clockify.invoices.export(invoice, in: workspace, userLocale: "en")
///     try await download.write(to: url)
///     for try await piece in download { … }
///
/// The bytes of a response can be read only once. The first read, by ``write(to:progress:)``, ``bytes(upTo:)`` or iteration, gets the
/// bytes of the response that has arrived. A second read repeats the request from the first byte on, even if it is a POST, with the
/// client's credentials, rate limits, retries and redirects. Only an interrupted `write` resumes where it stopped.
///
/// A response that is shorter or longer than it declares fails with an error, however it is read. Files are requested uncompressed. If
/// one arrives compressed anyway, the transport decompresses it; it then has no ``size`` and cannot be resumed. A compression that
/// transports do not support (`br`) is rejected.
///
/// Copies are the same download: if one copy has read the response, a read of another copy repeats the request.
public struct Download: Sendable {
    /// The progress of reading a file.
    public struct Progress: Sendable, Equatable {
        /// The number of bytes read, including those that an earlier attempt wrote to disk.
        public let bytesRead: Int
        /// The size of the file in bytes; `nil` if the service did not declare it.
        public let bytesExpected: Int?
    }

    /// The content type, such as `application/pdf`.
    public let contentType: String?
    /// The file name that the service suggests. It is never a path.
    public let suggestedName: String?
    /// The size of the file in bytes; `nil` if the service did not declare it.
    ///
    /// Like the other properties, it describes the first response. The file may change before the request is repeated.
    public let size: Int?
    let source: DownloadSource

    init(_ response: TransportResponse, source: DownloadSource) {
        let fields = response.head.headerFields
        contentType = fields[.contentType]
        suggestedName = fields[.contentDisposition].flatMap(ContentDisposition.fileName)
        size = fields.fileSize
        self.source = source
    }

    /// Returns all bytes in memory.
    ///
    /// - Parameter limit: The maximum number of bytes. A larger file throws an error instead of filling memory.
    public func bytes(upTo limit: Int = 256 << 20) async throws(APIFailure) -> [UInt8] {
        let answer = try await source.answer().heldAgainstItsLength
        do {
            return try await answer.body.collect(upTo: limit)
        } catch is ResponseBody.TooLarge {
            throw .file("\(source.operation.id): the file has more than \(limit) bytes; write it to disk, or raise the limit")
        } catch {
            throw source.broken(error)
        }
    }
}

extension Download: AsyncSequence {
    /// An iterator over the bytes as they arrive.
    public struct AsyncIterator: AsyncIteratorProtocol {
        fileprivate let source: DownloadSource
        private var pieces: ResponseBody.AsyncIterator?

        fileprivate init(source: DownloadSource) { self.source = source }

        /// Returns the next bytes of the file; `nil` at its end.
        public mutating func next() async throws(APIFailure) -> [UInt8]? {
            // The response is taken with the first piece, not before, so that an iterator that is never used does not consume it.
            if pieces == nil { pieces = try await source.answer().heldAgainstItsLength.body.makeAsyncIterator() }
            do {
                return try await pieces?.next()
            } catch {
                throw source.broken(error)
            }
        }
    }

    /// Returns an iterator over the bytes. A second iteration repeats the request.
    public func makeAsyncIterator() -> AsyncIterator { AsyncIterator(source: source) }
}

extension APIClient {
    /// Sends a call whose response is a file. Its bytes are streamed as they are read.
    @_spi(Generated)
    public func file(_ call: Call) async throws(APIFailure) -> Download {
        let (answer, attempts) = try await unreadAnswer(call)
        return Download(answer, source: DownloadSource(answer, attempts: attempts, client: self, call: call))
    }
}
