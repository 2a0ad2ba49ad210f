#if os(Linux)
import ClockifyCurl
import HTTPTypes

/// One request and its answer: what libcurl tells on the loop's thread meets who waits for it in a task.
final class CurlExchange: Sendable {
    fileprivate struct State {
        var parser = AnswerHead()
        var head: HTTPResponse?
        /// Whether the answer is so small that waiting for its end is cheaper than handing it over in pieces.
        var isSmall = false
        var bytes: [UInt8] = []
        var isPaused = false
        var headWaiter: CheckedContinuation<HTTPResponse, any Error>?
        var pieceWaiter: CheckedContinuation<[UInt8]?, any Error>?
        var malformed: AnswerHead.Malformed?
        var end: Result<Void, any Error>?
    }

    /// What becomes of bytes that came.
    enum Reception {
        case taken
        /// They must come again when there is room.
        case full
        case unwanted
    }

    /// An answer that says it has no more than this many bytes is handed over whole.
    private static let smallAnswer = 1 << 16
    /// The network waits while so many bytes are unread.
    private static let unreadLimit = 1 << 20

    let handle: CurlHandle
    private let connections: CurlConnections
    private let state = Lock(State())

    init(_ handle: CurlHandle, over connections: CurlConnections) {
        self.handle = handle
        self.connections = connections
    }

    // MARK: For whoever waits

    /// The answer: its head, and all of its body where that is there already.
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
            // What is undone here, the answer no longer says of itself.
            head.headerFields[.contentEncoding] = nil
            head.headerFields[.contentLength] = nil
            return TransportResponse(head: head, body: ResponseBody(next: { try await inflation.piece() }, cancel: { self.cancel() }))
        }
        if let bytes = state.withLock({ $0.wholeBody() }) { return TransportResponse(head: head, body: bytes) }
        return TransportResponse(head: head, body: ResponseBody(next: { try await self.next() }, cancel: { self.cancel() }))
    }

    private struct ReadTwiceAtOnce: Error {}

    /// All bytes that came since the last time, or the next that come; nil at the end.
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

    /// Gives up at once: whoever waits is told, nothing more is taken, and the loop ends the request. What the head said is not lost.
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

    /// - Returns: Whether to go on.
    func received(headLine line: UnsafeRawBufferPointer) -> Bool {
        var isWanted = true
        let wake = state.withLock { state -> (() -> Void)? in
            guard state.end == nil else {
                isWanted = false
                return nil
            }
            // What comes after the head are trailers.
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
            // More than it said.
            guard state.isSmall, state.bytes.count > CurlExchange.smallAnswer else { return nil }
            state.isSmall = false
            return state.headWake()
        }
        wake?()
        return reception
    }

    func ended(_ error: CurlError?) {
        // Asked before the lock is taken, and only where it matters.
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
                // What breaks off after the head is told by the body.
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
    fileprivate static let none = AnswerHead.Malformed(reason: "the connection was closed without an answer")
}

extension CurlExchange.State {
    fileprivate typealias Waiters = (
        cameHead: HTTPResponse?, head: CheckedContinuation<HTTPResponse, any Error>?, piece: CheckedContinuation<[UInt8]?, any Error>?
    )

    fileprivate mutating func takeWaiters() -> Waiters {
        defer { (headWaiter, pieceWaiter) = (nil, nil) }
        return (head, headWaiter, pieceWaiter)
    }

    /// Hands the head to whoever waits for it. Nobody is woken under the lock.
    fileprivate mutating func headWake() -> (() -> Void)? {
        guard let head, let waiter = headWaiter else { return nil }
        headWaiter = nil
        return { waiter.resume(returning: head) }
    }

    fileprivate mutating func takePause() -> Bool {
        defer { isPaused = false }
        return isPaused
    }

    /// Every byte of a body that has ended well.
    fileprivate mutating func wholeBody() -> [UInt8]? {
        guard case .success? = end else { return nil }
        defer { bytes = [] }
        return bytes
    }

    /// Why the request failed; nil where it did not.
    fileprivate func failure(_ error: CurlError?, bodyError: (any Error)?, hasSentNothing: Bool) -> TransportFailure? {
        if let malformed { return TransportFailure(fate: .unknown, reason: malformed.reason, underlying: malformed) }
        if let bodyError {
            return TransportFailure(
                fate: hasSentNothing ? .notSent : .unknown, reason: "a file to send could not be read to its end", underlying: bodyError)
        }
        if let error { return TransportFailure(fate: hasSentNothing ? .notSent : .unknown, reason: error.reason, underlying: error) }
        let none = AnswerHead.Malformed.none
        return head == nil ? TransportFailure(fate: .unknown, reason: none.reason, underlying: none) : nil
    }
}

extension HTTPResponse {
    /// Whether the body is compressed in a way that can be undone here.
    fileprivate var isPacked: Bool {
        ["gzip", "x-gzip", "deflate"].contains(headerFields[.contentEncoding]?.lowercased())
    }

    /// How many bytes the body says that it has; nil where it does not say, or is compressed.
    fileprivate var bodyBytes: Int? {
        if status == .noContent || status == .notModified { return 0 }
        return isPacked ? nil : headerFields[.contentLength].flatMap { Int($0) }
    }
}
#endif
