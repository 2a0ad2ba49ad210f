import Foundation
import HTTPTypes
import HTTPTypesFoundation

#if canImport(FoundationNetworking)
import FoundationNetworking
#endif

/// One request on a session and its response.
///
/// Connects the session's events, which arrive on the session's queue, with the task that waits for them.
final class SessionExchange: Sendable {
    fileprivate struct State {
        /// The session's task; `nil` until it is created.
        var task: URLSessionTask?
        /// `true` once the session's task has been resumed. It is not cancelled before that, because that may terminate the process.
        var hasBegun = false
        var isAbandoned = false
        var head: HTTPResponse?
        /// `true` if the response is small enough that waiting for its end is cheaper than delivering it in pieces.
        var isSmall = false
        var headWaiter: CheckedContinuation<HTTPResponse, any Error>?
        var pieceWaiter: CheckedContinuation<[UInt8]?, any Error>?
        var spool = Spool()
        /// The outcome. Once it is set, no more bytes are accepted.
        var end: Result<Void, any Error>?
    }

    /// A response that declares at most this many bytes is delivered as a whole.
    private static let smallAnswer = 1 << 16

    private let state = Lock(State())
    private let makeTask: @Sendable (SessionExchange) -> URLSessionTask

    /// - Parameter makeTask: Creates the session's task, which reports to this exchange. Its captures live as long as the exchange.
    init(makeTask: @escaping @Sendable (SessionExchange) -> URLSessionTask) { self.makeTask = makeTask }

    // MARK: For the waiting task

    /// Returns the response: its head, and the whole body if it has already arrived.
    func response() async throws -> TransportResponse {
        let head = try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { begin($0) }
        } onCancel: {
            abandon()
        }
        if let bytes = state.withLock({ $0.wholeBody() }) { return TransportResponse(head: head, body: bytes) }
        return TransportResponse(head: head, body: ResponseBody(next: { try await self.next() }, cancel: { self.abandon() }))
    }

    /// Starts the request. If the current task is already cancelled, no request is created or sent.
    private func begin(_ waiter: CheckedContinuation<HTTPResponse, any Error>) {
        guard !Task.isCancelled, state.withLock({ $0.end == nil }) else { return waiter.resume(throwing: CancellationError()) }
        let task = makeTask(self)
        let isWanted = state.withLock { state in
            state.task = task
            if state.end == nil { state.headWaiter = waiter }
            return state.end == nil
        }
        // Resumed even if the response is no longer wanted: the session keeps a task that is never resumed.
        task.resume()
        let isAbandoned = state.withLock { state in
            state.hasBegun = true
            return state.isAbandoned
        }
        if isAbandoned { end(task) }
        if !isWanted { waiter.resume(throwing: CancellationError()) }
    }

    /// Returns all bytes that arrived since the last call, or waits for the next ones. Returns `nil` at the end.
    private func next() async throws -> [UInt8]? {
        // A cancelled task does not get the buffered bytes either: there may be many of them.
        try Task.checkCancellation()
        return try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                let answer: Result<[UInt8]?, any Error>? = state.withLock { state in
                    do {
                        if let bytes = try state.spool.next() { return .success(bytes) }
                    } catch {
                        return .failure(error)
                    }
                    if let end = state.end { return end.map { nil } }
                    state.pieceWaiter = continuation
                    return nil
                }
                if let answer { continuation.resume(with: answer) }
            }
        } onCancel: {
            abandon()
        }
    }

    /// Abandons the response. The waiting task is resumed at once, later bytes are dropped, and the session ends the request when it can.
    private func abandon() {
        fail(CancellationError(), keepsBytes: false)
    }

    /// Ends the response early, with or without the bytes that have arrived.
    private func fail(_ error: any Error, keepsBytes: Bool) {
        // No continuation is resumed under the lock: resuming waits for the code that is cancelling the task.
        let wake: (() -> Void)? = state.withLock { state in
            guard state.end == nil else { return nil }
            state.end = .failure(error)
            state.isAbandoned = true
            if !keepsBytes { state.spool = Spool() }
            let (task, head) = (state.hasBegun ? state.task : nil, keepsBytes ? state.head : nil)
            let (headWaiter, pieceWaiter) = (state.takeHeadWaiter(), state.pieceWaiter)
            state.pieceWaiter = nil
            return {
                if let head { headWaiter?.resume(returning: head) } else { headWaiter?.resume(throwing: error) }
                pieceWaiter?.resume(throwing: error)
                if let task { self.end(task) }
            }
        }
        wake?()
    }

    /// Cancels the task asynchronously. On Linux, cancelling waits for the thread on which the session reports events. The caller may be
    /// on that thread, or may hold, in a cancellation handler, what that thread waits for.
    private func end(_ task: URLSessionTask) {
        DispatchQueue.global().async { task.cancel() }
    }

    // MARK: For the session

    func received(_ response: URLResponse) {
        let head: HTTPResponse
        do {
            guard let answer = response as? HTTPURLResponse else {
                let error = URLError(.badServerResponse)
                throw TransportFailure(fate: .unknown, reason: "the response was not HTTP", underlying: error)
            }
            // Linux reports interim responses like final ones. The final response follows.
            if HTTPResponse.Status.isInterim(answer.statusCode) { return }
            head = try answer.checkedHead()
        } catch {
            return fail(error, keepsBytes: false)
        }
        let waiting = state.withLock { state -> CheckedContinuation<HTTPResponse, any Error>? in
            guard state.end == nil else { return nil }
            state.head = head
            state.isSmall = 0...Int64(SessionExchange.smallAnswer) ~= response.expectedContentLength
            if state.isSmall { state.spool.reserve(Int(response.expectedContentLength)) }
            return state.isSmall ? nil : state.takeHeadWaiter()
        }
        waiting?.resume(returning: head)
    }

    func received(_ data: Data) {
        let wake: (() -> Void)? = state.withLock { state in
            guard state.end == nil else { return nil }
            if let waiter = state.pieceWaiter {
                state.pieceWaiter = nil
                return { waiter.resume(returning: [UInt8](data)) }
            }
            do {
                try state.spool.append(data)
            } catch {
                // Only this thread delivers bytes, so none arrive before the failure is recorded.
                return { self.fail(SessionExchange.failure(spooling: error), keepsBytes: true) }
            }
            // The body is larger than declared, or larger than it was before decompression.
            guard state.isSmall, state.spool.count > SessionExchange.smallAnswer, let head = state.head,
                let waiter = state.takeHeadWaiter()
            else { return nil }
            return { waiter.resume(returning: head) }
        }
        wake?()
    }

    func ended(_ error: (any Error)?) {
        let result: Result<Void, any Error> = error.map { .failure(SessionExchange.failure($0)) } ?? .success(())
        let (head, end, headWaiter, pieceWaiter) = state.withLock { state in
            let end = state.end ?? result
            state.end = end
            // The session may keep an ended task for a while.
            state.task = nil
            defer { state.pieceWaiter = nil }
            return (state.head, end, state.takeHeadWaiter(), state.pieceWaiter)
        }
        switch (head, end) {
        // The body reports an error that occurs after the head.
        case (let head?, _): headWaiter?.resume(returning: head)
        case (nil, .failure(let error)): headWaiter?.resume(throwing: error)
        case (nil, .success):
            let error = URLError(.networkConnectionLost)
            headWaiter?.resume(throwing: TransportFailure(fate: .unknown, reason: "the connection was lost", underlying: error))
        }
        pieceWaiter?.resume(with: end.map { nil })
    }

    private static func failure(_ error: any Error) -> any Error {
        guard let error = error as? URLError else { return error }
        if error.code == .cancelled { return CancellationError() }
        return TransportFailure(fate: error.fate, reason: error.reasonInWords, underlying: error)
    }

    private static func failure(spooling error: any Error) -> TransportFailure {
        let reason = (error as? Spool.Full).map { "more than \($0.limit) unread bytes" } ?? "unread bytes cannot be stored"
        return TransportFailure(fate: .unknown, reason: reason, underlying: error)
    }
}

extension SessionExchange.State {
    fileprivate mutating func takeHeadWaiter() -> CheckedContinuation<HTTPResponse, any Error>? {
        defer { headWaiter = nil }
        return headWaiter
    }

    /// Returns the whole body if it ended successfully and is in memory.
    fileprivate mutating func wholeBody() -> [UInt8]? {
        guard case .success? = end else { return nil }
        return spool.takeMemory()
    }
}

extension HTTPURLResponse {
    /// Returns the head as an `HTTPResponse`, or throws if the status is invalid.
    fileprivate func checkedHead() throws(TransportFailure) -> HTTPResponse {
        let status = try HTTPResponse.Status(checking: statusCode)
        #if canImport(FoundationNetworking)
        var head = HTTPResponse(status: status)
        // Linux decodes header values as UTF-8, where other systems use Latin-1.
        for case (let name as String, let value as String) in allHeaderFields {
            if let name = HTTPField.Name(name) { head.headerFields.append(HTTPField(name: name, value: value)) }
        }
        return head
        #else
        return httpResponse ?? HTTPResponse(status: status)
        #endif
    }
}
