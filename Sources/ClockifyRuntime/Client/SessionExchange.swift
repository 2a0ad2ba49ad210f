import Foundation
import HTTPTypes
import HTTPTypesFoundation

#if canImport(FoundationNetworking)
import FoundationNetworking
#endif

/// One request on a session and its answer: what the session tells on its queue meets who waits for it in a task.
final class SessionExchange: Sendable {
    fileprivate struct State {
        var head: HTTPResponse?
        /// Whether the answer is so small that waiting for its end is cheaper than handing it over in pieces.
        var isSmall = false
        var headWaiter: CheckedContinuation<HTTPResponse, any Error>?
        var pieceWaiter: CheckedContinuation<[UInt8]?, any Error>?
        var spool = Spool()
        var end: Result<Void, any Error>?
    }

    /// An answer that says it has no more than this many bytes is handed over whole.
    private static let smallAnswer = 1 << 16

    private let state = Lock(State())
    private let task: URLSessionTask
    /// What must live as long as the exchange.
    private let kept: any Sendable

    init(task: URLSessionTask, keeping kept: any Sendable) {
        self.task = task
        self.kept = kept
    }

    // MARK: For whoever waits

    /// The answer: its head, and all of its body where that is there already.
    func response() async throws -> TransportResponse {
        let head = try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                state.withLock { $0.headWaiter = continuation }
                task.resume()
                // A task that was cancelled before it began tells nobody.
                if Task.isCancelled { abandon() }
            }
        } onCancel: {
            abandon()
        }
        if let bytes = state.withLock({ $0.wholeBody() }) { return TransportResponse(head: head, body: bytes) }
        return TransportResponse(head: head, body: ResponseBody(next: { try await self.next() }, cancel: { self.cancel() }))
    }

    /// All bytes that came since the last time, or the next that come; nil at the end.
    private func next() async throws -> [UInt8]? {
        try await withTaskCancellationHandler {
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

    private func cancel() {
        if state.withLock({ $0.end == nil }) { abandon() }
    }

    /// Ends the request, in a while.
    ///
    /// Not at once: on Linux that waits for the thread on which the session tells what happens here. Whoever calls this may be that
    /// thread, or, in a handler of cancellation, hold what it waits for.
    private func abandon() {
        DispatchQueue.global().async { [task] in task.cancel() }
    }

    // MARK: For the session

    func received(_ response: URLResponse) {
        let head = (response as? HTTPURLResponse)?.httpResponse
        let waiting = state.withLock { state -> CheckedContinuation<HTTPResponse, any Error>? in
            state.head = head
            state.isSmall = head != nil && 0...Int64(SessionExchange.smallAnswer) ~= response.expectedContentLength
            if state.isSmall { state.spool.reserve(Int(response.expectedContentLength)) }
            return state.isSmall ? nil : state.takeHeadWaiter()
        }
        if let head {
            waiting?.resume(returning: head)
        } else {
            waiting?.resume(
                throwing: TransportFailure(
                    fate: .unknown, reason: "the answer was not HTTP", underlying: URLError(.badServerResponse)))
            abandon()
        }
    }

    func received(_ data: Data) {
        // Nobody is woken under the lock: waking waits for whoever is cancelling the task.
        let wake: (() -> Void)? = state.withLock { state in
            if let waiter = state.pieceWaiter {
                state.pieceWaiter = nil
                return { waiter.resume(returning: [UInt8](data)) }
            }
            do {
                try state.spool.append(data)
            } catch {
                state.end = .failure(error)
                return { self.abandon() }
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

extension URLError {
    /// Only what fails before a connection stands is sure to have sent nothing.
    ///
    /// Not among them: codes that some systems also use for what an answer does, such as `.unsupportedURL` for an answer that
    /// is not HTTP.
    var fate: TransportFailure.Fate {
        switch code {
        case .cannotConnectToHost, .cannotFindHost, .dnsLookupFailed, .notConnectedToInternet, .serverCertificateUntrusted,
            .serverCertificateHasBadDate, .serverCertificateHasUnknownRoot, .serverCertificateNotYetValid:
            .notSent
        default: .unknown
        }
    }

    /// What happened, without the URL that the system's own words have.
    var reasonInWords: String {
        switch code {
        case .timedOut: "timed out"
        case .cannotFindHost, .dnsLookupFailed: "the host was not found"
        case .cannotConnectToHost: "the host refused the connection"
        case .networkConnectionLost: "the connection was lost"
        case .notConnectedToInternet: "not connected to the network"
        case .secureConnectionFailed, .serverCertificateUntrusted, .serverCertificateHasBadDate, .serverCertificateHasUnknownRoot,
            .serverCertificateNotYetValid:
            "no secure connection could be made"
        case .badURL, .unsupportedURL: "the URL cannot be used"
        case .badServerResponse, .cannotParseResponse: "the answer was not HTTP"
        default: "the system's network error \(errorCode)"
        }
    }
}
