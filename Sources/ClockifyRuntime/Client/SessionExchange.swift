import Foundation
import HTTPTypes
import HTTPTypesFoundation

#if canImport(FoundationNetworking)
import FoundationNetworking
#endif

/// One request on a session and its answer: what the session tells on its queue meets who waits for it in a task.
final class SessionExchange: Sendable {
    private struct State {
        var head: CheckedContinuation<HTTPResponse, any Error>?
        var waiter: CheckedContinuation<[UInt8]?, any Error>?
        var spool = Spool()
        var end: Result<Void, any Error>?
    }

    private let state = Lock(State())
    private let task: URLSessionTask
    /// What must live as long as the exchange.
    private let kept: any Sendable

    init(task: URLSessionTask, keeping kept: any Sendable) {
        self.task = task
        self.kept = kept
    }

    // MARK: For whoever waits

    func head() async throws -> HTTPResponse {
        try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                state.withLock { $0.head = continuation }
                task.resume()
                // A task that was cancelled before it began tells nobody.
                if Task.isCancelled { task.cancel() }
            }
        } onCancel: {
            task.cancel()
        }
    }

    /// All bytes that came since the last time, or the next that come; nil at the end.
    func next() async throws -> [UInt8]? {
        try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                let answer: Result<[UInt8]?, any Error>? = state.withLock { state in
                    do {
                        if let bytes = try state.spool.next() { return .success(bytes) }
                    } catch {
                        return .failure(error)
                    }
                    if let end = state.end { return end.map { nil } }
                    state.waiter = continuation
                    return nil
                }
                if let answer { continuation.resume(with: answer) }
            }
        } onCancel: {
            task.cancel()
        }
    }

    func cancel() { task.cancel() }

    // MARK: For the session

    func received(_ response: URLResponse) {
        let waiting = state.withLock { state in
            defer { state.head = nil }
            return state.head
        }
        if let head = (response as? HTTPURLResponse)?.httpResponse {
            waiting?.resume(returning: head)
        } else {
            waiting?.resume(
                throwing: TransportFailure(
                    fate: .unknown, reason: "the answer was not HTTP", underlying: URLError(.badServerResponse)))
            task.cancel()
        }
    }

    func received(_ data: Data) {
        let waiter = state.withLock { state -> CheckedContinuation<[UInt8]?, any Error>? in
            if let waiter = state.waiter {
                state.waiter = nil
                return waiter
            }
            do {
                try state.spool.append(data)
            } catch {
                state.end = .failure(error)
                task.cancel()
            }
            return nil
        }
        waiter?.resume(returning: [UInt8](data))
    }

    func ended(_ error: (any Error)?) {
        let result: Result<Void, any Error> = error.map { .failure(SessionExchange.failure($0)) } ?? .success(())
        let (head, waiter) = state.withLock { state in
            state.end = state.end ?? result
            defer { (state.head, state.waiter) = (nil, nil) }
            return (state.head, state.waiter)
        }
        if let head {
            let broken = TransportFailure(fate: .unknown, reason: "the connection was lost", underlying: URLError(.networkConnectionLost))
            if case .failure(let error) = result { head.resume(throwing: error) } else { head.resume(throwing: broken) }
        }
        waiter?.resume(with: result.map { nil })
    }

    private static func failure(_ error: any Error) -> any Error {
        guard let error = error as? URLError else { return error }
        if error.code == .cancelled { return CancellationError() }
        return TransportFailure(fate: error.fate, reason: error.reasonInWords, underlying: error)
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
