import Foundation
import HTTPTypes

/// A file that the service answers with: its bytes come as they are read, so that memory stays flat at any size.
///
///     let download = try await clockify.invoices.export(invoice, in: workspace, userLocale: "en")
///     try await download.write(to: url)
///     for try await piece in download { … }
///
/// An answer's bytes can be gone through once. The first to ask for them, by ``write(to:progress:)``, ``bytes(upTo:)`` or by iterating,
/// has those of the answer that came; whoever asks again has the service asked again, from the first byte on, with the same call: also
/// where it is a POST, and with the client's credentials, limits, repetitions and redirects. Only a `write` that broke off
/// goes on where it was.
///
/// An answer that is shorter or longer than it says ends with an error, whoever reads it. Files are asked for uncompressed; one that comes
/// compressed all the same is unpacked by the transport, has no ``size``, and cannot be gone on with; in a way that transports do not
/// know (`br`), it is refused.
///
/// Copies are the same download: what one has read, the others ask for again.
public struct Download: Sendable {
    /// How far reading has come.
    public struct Progress: Sendable, Equatable {
        /// Of the file, the bytes that an earlier try had put on disk among them.
        public let bytesRead: Int
        /// Nil when the service did not say.
        public let bytesExpected: Int?
    }

    /// `application/pdf`
    public let contentType: String?
    /// The name that the service suggests; a name only, never a path.
    public let suggestedName: String?
    /// Nil when the service did not say. Of the first answer, as the other properties are: the file may change until it is asked for again.
    public let size: Int?
    let source: DownloadSource

    init(_ response: TransportResponse, source: DownloadSource) {
        let fields = response.head.headerFields
        contentType = fields[.contentType]
        suggestedName = fields[.contentDisposition].flatMap(ContentDisposition.fileName)
        size = fields.fileSize
        self.source = source
    }

    /// All bytes, in memory.
    ///
    /// - Parameter limit: More fail instead of filling memory.
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
    /// Returns the bytes as they arrive.
    public struct AsyncIterator: AsyncIteratorProtocol {
        fileprivate let source: DownloadSource
        private var pieces: ResponseBody.AsyncIterator?

        fileprivate init(source: DownloadSource) { self.source = source }

        public mutating func next() async throws(APIFailure) -> [UInt8]? {
            // Asked for where the first piece is wanted, not before: an iterator that nobody uses takes the answer from nobody.
            if pieces == nil { pieces = try await source.answer().heldAgainstItsLength.body.makeAsyncIterator() }
            do {
                return try await pieces?.next()
            } catch {
                throw source.broken(error)
            }
        }
    }

    /// Goes through the bytes; once more, and the service is asked again.
    public func makeAsyncIterator() -> AsyncIterator { AsyncIterator(source: source) }
}

extension APIClient {
    /// An answer that is a file: its bytes come as they are read.
    @_spi(Generated)
    public func file(_ call: Call) async throws(APIFailure) -> Download {
        let answer = try await fileAnswer(call)
        return Download(answer, source: DownloadSource(answer, client: self, call: call))
    }
}
