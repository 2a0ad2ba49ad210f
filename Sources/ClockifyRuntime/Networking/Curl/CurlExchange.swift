#if os(Linux)
import ClockifyCurl
import HTTPTypes

/// One request and its response.
///
/// Connects libcurl's callbacks, which run on the loop's thread, with the task that waits for them.
final class CurlExchange: Sendable {
    fileprivate struct State {
        var parser = AnswerHead()
        var head: HTTPResponse?
        /// `true` if the response is small enough that waiting for its end is cheaper than delivering it in pieces.
        var isSmall = false
        var bytes: [UInt8] = []
        var isPaused = false
        var headWaiter: CheckedContinuation<HTTPResponse, any Error>?
        var pieceWaiter: CheckedContinuation<[UInt8]?, any Error>?
        var malformed: AnswerHead.Malformed?
        var end: Result<Void, any Error>?
    }

    /// What happens to received bytes.
    enum Reception {
        case taken
        /// The bytes must be delivered again when there is room.
        case full
        case unwanted
    }

    /// A response that declares at most this many bytes is delivered as a whole.
    private static let smallAnswer = 1 << 16
    /// The request is paused while this many bytes are unread.
    private static let unreadLimit = 1 << 20

    let handle: CurlHandle
    private let connections: CurlConnections
    private let state = Lock(State())

    init(_ handle: CurlHandle, over connections: CurlConnections) {
        self.handle = handle
        self.connections = connections
    }

    // MARK: For the waiting task

    /// Returns the response: its head, and the whole body if it has already arrived.
    func response() async throws -> TransportResponse {
        var head = try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { (continuation: CheckedContinuation<HTTPResponse, any Error>) in
                let wasCancelled = state.withLock { state in
                    if state.end == nil { state.headWaiter = continuation }
                    return state.end != nil
                }
                if wasCancelled { continuation.resume(throwing: CancellationError()) } else { connections.loop.start(self) }
            }
        } onCancel: {
            cancel()
        }
        if head.isPacked, let inflation = Inflation(of: { try await self.next() }) {
            // The body is decompressed here, so the headers that describe the compressed body are removed.
            head.headerFields[.contentEncoding] = nil
            head.headerFields[.contentLength] = nil
            return TransportResponse(head: head, body: ResponseBody(next: { try await inflation.piece() }, cancel: { self.cancel() }))
        }
        if let bytes = state.withLock({ $0.wholeBody() }) { return TransportResponse(head: head, body: bytes) }
        return TransportResponse(head: head, body: ResponseBody(next: { try await self.next() }, cancel: { self.cancel() }))
    }

    private struct ReadTwiceAtOnce: Error {}

    /// Returns all bytes that arrived since the last call, or waits for the next ones. Returns `nil` at the end.
    private func next() async throws -> [UInt8]? {
        try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                let (answer, wasPaused): (Result<[UInt8]?, any Error>?, Bool) = state.withLock { state in
                    if !state.bytes.isEmpty {
                        defer { state.bytes = [] }
                        return (.success(state.bytes), state.takePause())
                    }
                    if let end = state.end { return (end.map { nil }, false) }
                    guard state.pieceWaiter == nil else { return (.failure(ReadTwiceAtOnce()), false) }
                    state.pieceWaiter = continuation
                    return (nil, state.takePause())
                }
                if wasPaused { connections.loop.resume(self) }
                if let answer { continuation.resume(with: answer) }
            }
        } onCancel: {
            cancel()
        }
    }

    /// Cancels the request. The waiting task is resumed at once, no more bytes are accepted, and the loop ends the request. A head that has
    /// arrived is not lost.
    private func cancel() {
        let waiters = state.withLock { state -> State.Waiters? in
            guard state.end == nil else { return nil }
            state.end = .failure(CancellationError())
            state.bytes = []
            return state.takeWaiters()
        }
        guard let waiters else { return }
        connections.loop.end(self)
        if let head = waiters.cameHead {
            waiters.head?.resume(returning: head)
        } else {
            waiters.head?.resume(throwing: CancellationError())
        }
        waiters.piece?.resume(throwing: CancellationError())
    }

    // MARK: For the loop

    var hasEnded: Bool { state.withLock { $0.end != nil } }

    func prepare() { handle.prepare(for: self) }

    /// - Returns: `true` to continue the request.
    func received(headLine line: UnsafeRawBufferPointer) -> Bool {
        var isWanted = true
        let wake = state.withLock { state -> (() -> Void)? in
            guard state.end == nil else {
                isWanted = false
                return nil
            }
            // Lines after the head are trailers.
            guard state.head == nil else { return nil }
            do throws(AnswerHead.Malformed) {
                guard let head = try state.parser.read(line: line) else { return nil }
                state.head = head
            } catch {
                state.malformed = error
                isWanted = false
                return nil
            }
            state.isSmall = state.head?.bodyBytes.map { $0 <= CurlExchange.smallAnswer } ?? false
            return state.isSmall ? nil : state.headWake()
        }
        wake?()
        return isWanted
    }

    func received(_ piece: UnsafeRawBufferPointer) -> Reception {
        var reception = Reception.taken
        let wake = state.withLock { state -> (() -> Void)? in
            guard state.end == nil else {
                reception = .unwanted
                return nil
            }
            if let waiter = state.pieceWaiter {
                state.pieceWaiter = nil
                let bytes = [UInt8](piece)
                return { waiter.resume(returning: bytes) }
            }
            guard state.bytes.count < CurlExchange.unreadLimit else {
                state.isPaused = true
                reception = .full
                return nil
            }
            state.bytes += piece
            // The body is larger than declared.
            guard state.isSmall, state.bytes.count > CurlExchange.smallAnswer else { return nil }
            state.isSmall = false
            return state.headWake()
        }
        wake?()
        return reception
    }

    func ended(_ error: CurlError?) {
        // Read before the lock is taken, and only if it matters.
        let hasSentNothing = error != nil && handle.hasSentNothing
        let wake = state.withLock { state -> (() -> Void)? in
            guard state.end == nil else { return nil }
            let end: Result<Void, any Error> =
                if let failure = state.failure(error, bodyError: handle.bodyError, hasSentNothing: hasSentNothing) {
                    .failure(failure)
                } else {
                    .success(())
                }
            state.end = end
            let waiters = state.takeWaiters()
            return {
                // The body reports an error that occurs after the head.
                if let head = waiters.cameHead {
                    waiters.head?.resume(returning: head)
                } else if case .failure(let error) = end {
                    waiters.head?.resume(throwing: error)
                }
                waiters.piece?.resume(with: end.map { nil })
            }
        }
        wake?()
    }
}

extension AnswerHead.Malformed {
    fileprivate static let none = AnswerHead.Malformed(reason: "the connection was closed without a response")
}

extension CurlExchange.State {
    fileprivate typealias Waiters = (
        cameHead: HTTPResponse?, head: CheckedContinuation<HTTPResponse, any Error>?, piece: CheckedContinuation<[UInt8]?, any Error>?
    )

    fileprivate mutating func takeWaiters() -> Waiters {
        defer { (headWaiter, pieceWaiter) = (nil, nil) }
        return (head, headWaiter, pieceWaiter)
    }

    /// Returns a closure that resumes the task that waits for the head. It must be called after the lock is released.
    fileprivate mutating func headWake() -> (() -> Void)? {
        guard let head, let waiter = headWaiter else { return nil }
        headWaiter = nil
        return { waiter.resume(returning: head) }
    }

    fileprivate mutating func takePause() -> Bool {
        defer { isPaused = false }
        return isPaused
    }

    /// Returns the whole body if it ended successfully.
    fileprivate mutating func wholeBody() -> [UInt8]? {
        guard case .success? = end else { return nil }
        defer { bytes = [] }
        return bytes
    }

    /// Returns the reason why the request failed, or `nil` if it did not.
    fileprivate func failure(_ error: CurlError?, bodyError: (any Error)?, hasSentNothing: Bool) -> TransportFailure? {
        if let malformed { return TransportFailure(fate: .unknown, reason: malformed.reason, underlying: malformed) }
        if let bodyError {
            return TransportFailure(
                fate: hasSentNothing ? .notSent : .unknown, reason: "a file to send could not be read completely", underlying: bodyError)
        }
        if let error { return TransportFailure(fate: hasSentNothing ? .notSent : .unknown, reason: error.reason, underlying: error) }
        let none = AnswerHead.Malformed.none
        return head == nil ? TransportFailure(fate: .unknown, reason: none.reason, underlying: none) : nil
    }
}

extension HTTPResponse {
    /// `true` if the body is compressed in a way that this transport can decompress.
    fileprivate var isPacked: Bool {
        ["gzip", "x-gzip", "deflate"].contains(headerFields[.contentEncoding]?.lowercased())
    }

    /// The declared number of bytes in the body; `nil` if it is not declared, or if the body is compressed.
    fileprivate var bodyBytes: Int? {
        if status == .noContent || status == .notModified { return 0 }
        return isPacked ? nil : headerFields[.contentLength].flatMap { Int($0) }
    }
}
#endif
