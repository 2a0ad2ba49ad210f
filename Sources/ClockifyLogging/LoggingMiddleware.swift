#if Logging
import ClockifyRuntime
import HTTPTypes
import Logging

/// Tells swift-log of each attempt: operation, status, how long it took. Never a key or a token, and neither headers nor bodies unless
/// it is asked to.
///
///     let clockify = Clockify(.apiKey("…")).with(LoggingMiddleware(Logger(label: "clockify")))
///
/// Put it after ``RequestIDMiddleware``, and the lines have their ids.
public struct LoggingMiddleware: ClientMiddleware {
    /// What is told beside operation, status and time.
    public struct Details: Sendable, Hashable {
        /// The headers, those that may have secrets without their values.
        public var headers: Bool
        /// The path with its ids, and the query, which may have names.
        public var target: Bool
        /// As many bytes of each body; none when nil. What your users wrote is in there.
        public var bodyBytes: Int?

        /// Creates details; each is off by default.
        public init(headers: Bool = false, target: Bool = false, bodyBytes: Int? = nil) {
            self.headers = headers
            self.target = target
            self.bodyBytes = bodyBytes
        }
    }

    private let logger: Logger
    private let level: Logger.Level
    private let failureLevel: Logger.Level
    private let details: Details

    /// - Parameters:
    ///   - level: For attempts that succeed.
    ///   - failureLevel: For refusals, and attempts that get no answer.
    public init(_ logger: Logger, level: Logger.Level = .debug, failureLevel: Logger.Level = .warning, details: Details = Details()) {
        self.logger = logger
        self.level = level
        self.failureLevel = failureLevel
        self.details = details
    }

    public func intercept(_ request: HTTPRequest, body: RequestBody?, attempt: CallAttempt, next: Next) async throws -> TransportResponse {
        let begin = ContinuousClock.now
        var metadata: Logger.Metadata = [
            "operation": "\(attempt.operation.id)", "attempt": "\(attempt.number)", "method": "\(request.method.rawValue)",
            "path": "\(attempt.operation.path)", "host": "\(request.authority ?? "")",
        ]
        if let id = request.headerFields[.requestID] { metadata["request-id"] = "\(id)" }
        if details.target { metadata["target"] = "\(request.path ?? "")" }
        if details.headers { metadata["request-headers"] = Redaction.metadata(request.headerFields) }
        if let limit = details.bodyBytes, let bytes = body?.bytesInMemory {
            metadata["request-body"] = LoggingMiddleware.text(bytes, limit, attempt)
        }
        do {
            let response = try await next(request, body)
            metadata["duration"] = "\(ContinuousClock.now - begin)"
            metadata["status"] = "\(response.head.status.code)"
            if details.headers { metadata["response-headers"] = Redaction.metadata(response.head.headerFields) }
            let isGood = response.head.status.kind == .successful
            logger.log(level: isGood ? level : failureLevel, isGood ? "Clockify answered" : "Clockify refused", metadata: metadata)
            return details.bodyBytes.map { logged(response, upTo: $0, metadata, attempt) } ?? response
        } catch {
            metadata["duration"] = "\(ContinuousClock.now - begin)"
            // Not the error's own words: they may have parts of the request.
            metadata["error"] = "\((error as? TransportFailure)?.reason ?? String(describing: type(of: error)))"
            logger.log(level: error is CancellationError ? level : failureLevel, "Clockify did not answer", metadata: metadata)
            throw error
        }
    }

    /// The same answer, the beginning of whose body is told when it has been read.
    private func logged(
        _ response: TransportResponse, upTo limit: Int, _ metadata: Logger.Metadata, _ attempt: CallAttempt
    ) -> TransportResponse {
        let beginning = Lock<[UInt8]?>([])
        let pieces = Lock(response.body.makeAsyncIterator())
        let log: @Sendable () -> Void = { [logger, level] in
            let bytes = beginning.withLock { bytes in
                defer { bytes = nil }
                return bytes
            }
            guard let bytes else { return }
            logger.log(
                level: level, "Clockify's answer has been read",
                metadata: metadata.merging(["response-body": LoggingMiddleware.text(bytes, limit, attempt)]) { $1 })
        }
        let body = ResponseBody(
            next: {
                var iterator = pieces.withLock { $0 }
                let piece = try await iterator.next()
                pieces.withLock { $0 = iterator }
                guard let piece else {
                    log()
                    return nil
                }
                beginning.withLock { bytes in
                    // More than is told: to know that there is more, and to see all of a key of which only the beginning would be told.
                    let kept = limit + LoggingMiddleware.longestKey
                    if let count = bytes?.count, count < kept { bytes?.append(contentsOf: piece.prefix(kept - count)) }
                }
                return piece
            }, cancel: log)
        return TransportResponse(head: response.head, body: body)
    }

    private static let longestKey = 4096

    private static func text(_ bytes: [UInt8], _ limit: Int, _ attempt: CallAttempt) -> Logger.MetadataValue {
        let text = attempt.hidingCredentials(in: String(decoding: bytes, as: UTF8.self))
        return .string(String(decoding: text.utf8.prefix(limit), as: UTF8.self) + (bytes.count > limit ? "…" : ""))
    }
}
#endif
