import Foundation
import HTTPTypes

/// A file that the service answers with: its bytes come as they are read, so that memory stays flat at any size.
///
///     try await clockify.invoices.export(invoice, in: workspace, userLocale: "en").write(to: url)
///     for try await piece in download { … }
///
/// The bytes can be gone through once. A download that breaks off is resumed by making the call again.
public struct Download: Sendable {
    /// How far reading has come.
    public struct Progress: Sendable, Equatable {
        public let bytesRead: Int
        /// Nil when the service did not say.
        public let bytesExpected: Int?
    }

    /// `application/pdf`
    public let contentType: String?
    /// The name that the service suggests; a name only, never a path.
    public let suggestedName: String?
    /// Nil when the service did not say.
    public let size: Int?
    private let body: ResponseBody
    private let operation: Call.Operation

    init(_ response: TransportResponse, operation: Call.Operation) {
        let fields = response.head.headerFields
        contentType = fields[.contentType]
        suggestedName = fields[.contentDisposition].flatMap(ContentDisposition.fileName)
        // A compressed answer says how long it was on the way; what is read is what it was before.
        let isCompressed = fields[.contentEncoding].map { $0.lowercased() != "identity" } ?? false
        size = isCompressed ? nil : fields[.contentLength].flatMap { Int($0) }
        body = response.body
        self.operation = operation
    }

    /// All bytes, in memory.
    ///
    /// - Parameter limit: More fail instead of filling memory.
    public func bytes(upTo limit: Int = 256 << 20) async throws(ClockifyError) -> [UInt8] {
        do {
            return try await body.collect(upTo: limit)
        } catch is ResponseBody.TooLarge {
            throw .file("\(operation.id): the file has more than \(limit) bytes; write it to disk, or raise the limit")
        } catch {
            throw broken(error)
        }
    }

    /// Puts the file at `url`, whole or not at all: it is written beside it first, and moved there when it is complete.
    ///
    /// - Throws: ``ClockifyError/file(_:)`` when it cannot be written, ``ClockifyError/connection(_:)`` when it breaks off.
    public func write(to url: URL, progress: (Progress) -> Void = { _ in }) async throws(ClockifyError) {
        let part = url.deletingLastPathComponent().appendingPathComponent(".\(url.lastPathComponent).\(UInt64.random(in: 0 ... .max))")
        defer { try? FileManager.default.removeItem(at: part) }
        let handle: FileHandle
        do {
            guard FileManager.default.createFile(atPath: part.path, contents: nil) else { throw CocoaError(.fileWriteNoPermission) }
            handle = try FileHandle(forWritingTo: part)
        } catch {
            throw unwritable(url, error)
        }
        do throws(ClockifyError) {
            try await copy(to: handle, of: url, progress)
            try? handle.close()
        } catch {
            try? handle.close()
            throw error
        }
        guard rename(part.path, url.path) == 0 else { throw unwritable(url, CocoaError(.fileWriteUnknown)) }
    }

    private func copy(to handle: FileHandle, of url: URL, _ progress: (Progress) -> Void) async throws(ClockifyError) {
        var count = 0
        var pieces = body.makeAsyncIterator()
        while true {
            let piece: [UInt8]?
            do {
                piece = try await pieces.next()
            } catch {
                throw broken(error)
            }
            guard let piece else { break }
            do {
                try handle.write(contentsOf: Data(piece))
            } catch {
                throw unwritable(url, error)
            }
            count += piece.count
            progress(Progress(bytesRead: count, bytesExpected: size))
        }
        if let size, count != size {
            throw broken(TransportFailure(fate: .unknown, reason: "\(count) of \(size) bytes came", underlying: CancellationError()))
        }
    }

    private func unwritable(_ url: URL, _ error: any Error) -> ClockifyError {
        .file("cannot write \(url.lastPathComponent): \(error.localizedDescription)")
    }

    fileprivate func broken(_ error: any Error) -> ClockifyError {
        if error is CancellationError || Task.isCancelled { return .cancelled }
        let failure = error as? TransportFailure
        return .connection(
            ConnectionFailure(
                operation: operation.id, host: "the service", reason: "the file broke off: \(failure?.reason ?? "\(type(of: error))")",
                wasSent: true, attempts: 1, underlying: error))
    }
}

extension Download: AsyncSequence {
    public struct AsyncIterator: AsyncIteratorProtocol {
        let download: Download
        var pieces: ResponseBody.AsyncIterator

        public mutating func next() async throws(ClockifyError) -> [UInt8]? {
            do {
                return try await pieces.next()
            } catch {
                throw download.broken(error)
            }
        }
    }

    public func makeAsyncIterator() -> AsyncIterator { AsyncIterator(download: self, pieces: body.makeAsyncIterator()) }
}
