#if Logging
public import ClockifyRuntime
public import HTTPTypes
public import Logging

/// Logs each attempt with swift-log: its operation, status and duration. Never logs a key or a token, and logs headers and bodies only
/// if that is enabled.
///
///     let clockify = Clockify(.apiKey("…")).with(LoggingMiddleware(Logger(label: "clockify")))
///
/// Place it after `RequestIDMiddleware`, so that the log entries have the request ids.
public struct LoggingMiddleware: ClientMiddleware {
    /// The details that are logged in addition to operation, status and duration.
    public struct Details: Sendable, Hashable {
        /// `true` to log the headers. Values of headers that may contain secrets are hidden.
        public var headers: Bool
        /// `true` to log the path with its ids, and the query, which may contain names.
        public var target: Bool
        /// The number of bytes of each body to log; `nil` for none. Bodies contain what your users wrote.
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

    /// Creates a middleware that logs each attempt.
    ///
    /// - Parameters:
    ///   - logger: The logger to write to.
    ///   - level: The level for attempts that succeed.
    ///   - failureLevel: The level for attempts that are rejected or get no response.
    ///   - details: The headers and bodies to log; by default none.
    public init(_ logger: Logger, level: Logger.Level = .debug, failureLevel: Logger.Level = .warning, details: Details = Details()) {
        self.logger = logger
        self.level = level
        self.failureLevel = failureLevel
        self.details = details
    }

    /// Logs an attempt after its response has arrived, or after it has failed.
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
            logger.log(
                level: isGood ? level : failureLevel, isGood ? "Clockify responded" : "Clockify returned an error", metadata: metadata)
            return details.bodyBytes.map { logged(response, upTo: $0, metadata, attempt) } ?? response
        } catch {
            metadata["duration"] = "\(ContinuousClock.now - begin)"
            // The error's own description is not used: it may contain parts of the request.
            metadata["error"] = "\((error as? TransportFailure)?.reason ?? String(describing: type(of: error)))"
            logger.log(level: error is CancellationError ? level : failureLevel, "Clockify did not respond", metadata: metadata)
            throw error
        }
    }

    /// Returns the same response. The beginning of its body is logged when the body has been read.
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
                level: level, "Clockify's response has been read",
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
                    // Keeps more than is logged, to know that there is more, and to recognize a key that is cut off at the limit.
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
