import Foundation
import HTTPTypes
import HTTPTypesFoundation

#if canImport(FoundationNetworking)
import FoundationNetworking
#endif

/// One request on a session and its answer: what the session tells on its queue meets who waits for it in a task.
final class SessionExchange: Sendable {
    fileprivate struct State {
        /// Nil until the session is asked.
        var task: URLSessionTask?
        /// Whether the session has been told to begin. Before, it is not told to end: one that hears that first may end the process.
        var hasBegun = false
        var isAbandoned = false
        var head: HTTPResponse?
        /// Whether the answer is so small that waiting for its end is cheaper than handing it over in pieces.
        var isSmall = false
        var headWaiter: CheckedContinuation<HTTPResponse, any Error>?
        var pieceWaiter: CheckedContinuation<[UInt8]?, any Error>?
        var spool = Spool()
        /// Once it is there, nothing more is taken.
        var end: Result<Void, any Error>?
    }

    /// An answer that says it has no more than this many bytes is handed over whole.
    private static let smallAnswer = 1 << 16

    private let state = Lock(State())
    private let makeTask: @Sendable (SessionExchange) -> URLSessionTask

    /// - Parameter makeTask: Asks the session for the task, which tells this exchange. What it captures lives as long as the exchange.
    init(makeTask: @escaping @Sendable (SessionExchange) -> URLSessionTask) { self.makeTask = makeTask }

    // MARK: For whoever waits

    /// The answer: its head, and all of its body where that is there already.
    func response() async throws -> TransportResponse {
        let head = try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { begin($0) }
        } onCancel: {
            abandon()
        }
        if let bytes = state.withLock({ $0.wholeBody() }) { return TransportResponse(head: head, body: bytes) }
        return TransportResponse(head: head, body: ResponseBody(next: { try await self.next() }, cancel: { self.abandon() }))
    }

    /// Asks the session, unless the task was cancelled before: then no request is made, and none is sent.
    private func begin(_ waiter: CheckedContinuation<HTTPResponse, any Error>) {
        guard !Task.isCancelled, state.withLock({ $0.end == nil }) else { return waiter.resume(throwing: CancellationError()) }
        let task = makeTask(self)
        let isWanted = state.withLock { state in
            state.task = task
            if state.end == nil { state.headWaiter = waiter }
            return state.end == nil
        }
        // Also where nobody wants it any more: the session keeps what never begins.
        task.resume()
        let isAbandoned = state.withLock { state in
            state.hasBegun = true
            return state.isAbandoned
        }
        if isAbandoned { end(task) }
        if !isWanted { waiter.resume(throwing: CancellationError()) }
    }

    /// All bytes that came since the last time, or the next that come; nil at the end.
    private func next() async throws -> [UInt8]? {
        // Not what still waits, either: there may be much of it.
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

    /// Nobody wants the answer any more. Whoever waits hears so at once; what still comes is dropped; the session ends the request when it
    /// can.
    private func abandon() {
        fail(CancellationError(), keepsBytes: false)
    }

    /// Ends the answer where it is: with what has come, or with nothing.
    private func fail(_ error: any Error, keepsBytes: Bool) {
        // Nobody is woken under the lock: waking waits for whoever is cancelling the task.
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

    /// Not at once: on Linux that waits for the thread on which the session tells what happens here. Whoever calls this may be that
    /// thread, or, in a handler of cancellation, hold what it waits for.
    private func end(_ task: URLSessionTask) {
        DispatchQueue.global().async { task.cancel() }
    }

    // MARK: For the session

    func received(_ response: URLResponse) {
        let head: HTTPResponse
        do {
            guard let answer = response as? HTTPURLResponse else {
                let error = URLError(.badServerResponse)
                throw TransportFailure(fate: .unknown, reason: "the answer was not HTTP", underlying: error)
            }
            // Linux tells these as if they were answers. The answer comes after them.
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
                // Only this thread brings bytes: none come before that is told.
                return { self.fail(SessionExchange.failure(spooling: error), keepsBytes: true) }
            }
            // More than it said, or more than it was before it was unpacked.
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
            // The session may keep what it has ended for a while.
            state.task = nil
            defer { state.pieceWaiter = nil }
            return (state.head, end, state.takeHeadWaiter(), state.pieceWaiter)
        }
        switch (head, end) {
        // What breaks off after the head is told by the body.
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
        let reason = (error as? Spool.Full).map { "more than \($0.limit) bytes wait to be read" } ?? "what waits to be read cannot be kept"
        return TransportFailure(fate: .unknown, reason: reason, underlying: error)
    }
}

extension SessionExchange.State {
    fileprivate mutating func takeHeadWaiter() -> CheckedContinuation<HTTPResponse, any Error>? {
        defer { headWaiter = nil }
        return headWaiter
    }

    /// Every byte of a body that has ended well and waits in memory.
    fileprivate mutating func wholeBody() -> [UInt8]? {
        guard case .success? = end else { return nil }
        return spool.takeMemory()
    }
}

extension HTTPURLResponse {
    /// The head in the ecosystem's types.
    fileprivate func checkedHead() throws(TransportFailure) -> HTTPResponse {
        let status = try HTTPResponse.Status(checking: statusCode)
        #if canImport(FoundationNetworking)
        var head = HTTPResponse(status: status)
        // Texts made from UTF-8, where other systems have Latin-1 for it.
        for case (let name as String, let value as String) in allHeaderFields {
            if let name = HTTPField.Name(name) { head.headerFields.append(HTTPField(name: name, value: value)) }
        }
        return head
        #else
        return httpResponse ?? HTTPResponse(status: status)
        #endif
    }
}
