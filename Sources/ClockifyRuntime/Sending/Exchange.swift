import Foundation
import HTTPTypes

/// A call from its first attempt to its response: waits for its turn, sends, retries if that does no harm, and stops at the deadline.
struct Exchange: Sendable {
    let client: APIClient
    let call: Call
    /// `true` if the body is read here, within the call's timeout and size limit; `false` if the caller reads it later, as for a file.
    let collectsBody: Bool

    func run() async throws(APIFailure) -> (response: TransportResponse, attempts: Int) {
        guard call.rules.problems.isEmpty else { throw .invalidRequest(call.rules.problems) }
        let request = try client.request(for: call)
        if let url = call.body?.unreadableFile {
            throw .file("cannot read \(url.lastPathComponent): it does not exist, is not a regular file, or is not readable")
        }
        let progress = Progress()
        let begin = client.time.now()
        let end = client.options.timeout.map { begin + $0 }
        var (result, isTimeUp) = await withTimeout(client.options.timeout, client.time) {
            await attempts(request, begin: begin, end: end, progress: progress)
        }
        if isTimeUp, !progress.isInFlight, let refusal = progress.last {
            // The call timed out while it waited for the next attempt. The error of the last attempt is the result.
            result = .failure(refusal)
        } else if isTimeUp, let fate = fate(of: result, progress) {
            result = .failure(lost(fate, "timed out", CallTimedOut(), progress.attempts, request))
        }
        if case .failure(let error) = result { result = .failure(error.after(progress.unsettled, of: call.operation)) }
        client.recorder?.record(result, attempts: progress.attempts, duration: client.time.now() - begin)
        return (try result.get(), progress.attempts)
    }

    struct CallTimedOut: Error {}

    /// Returns the fate of the request if the timeout ended the call, or `nil` if the call ended before that.
    private func fate(of result: Result<TransportResponse, APIFailure>, _ progress: Progress) -> TransportFailure.Fate? {
        switch result {
        // Whether anything happened depends on how far the call got.
        case .failure(let error): error.lacksResponse ? (progress.isInFlight ? .unknown : .notSent) : nil
        // The timeout ended the request, and with it the rest of the response.
        case .success(let response): response.body.isWhole ? nil : .unknown
        }
    }

    /// The progress of a call.
    private final class Progress: Sendable {
        private struct State {
            var attempts = 0
            var isInFlight = false
            var unsettled: APIFailure?
            var last: APIFailure?
        }
        private let state = Lock(State())
        var attempts: Int { state.withLock { $0.attempts } }
        var isInFlight: Bool { state.withLock { $0.isInFlight } }
        func begin() -> Int {
            state.withLock { state in
                state.attempts += 1
                state.isInFlight = true
                return state.attempts
            }
        }
        func end() { state.withLock { $0.isInFlight = false } }
        /// Records the end of an attempt that failed.
        func end(_ error: APIFailure) {
            state.withLock { state in
                state.isInFlight = false
                state.last = error
                if state.unsettled == nil, error.mayHaveHappened { state.unsettled = error }
            }
        }
        /// The error of the last failed attempt.
        var last: APIFailure? { state.withLock { $0.last } }
        /// The error of the first failed attempt that may have had an effect.
        var unsettled: APIFailure? { state.withLock { $0.unsettled } }
    }

    // MARK: Attempts

    private func attempts(
        _ request: HTTPRequest, begin: TimeSource.Instant, end: TimeSource.Instant?, progress: Progress
    ) async -> Result<TransportResponse, APIFailure> {
        while true {
            do {
                try Task.checkCancellation()
                try await client.turns.wait(client.time)
            } catch {
                return .failure(.cancelled)
            }
            let number = progress.begin()
            let outcome = await attempt(request, number: number)
            switch outcome {
            case .answered(let response):
                progress.end()
                return .success(response)
            case .failed(let error, let mayRepeat, let requested):
                if Task.isCancelled {
                    // The attempt may still be in flight.
                    return .failure(error.isConnection ? .cancelled : error)
                }
                progress.end(error)
                let now = client.time.now()
                let delay =
                    mayRepeat
                    ? client.options.retries.delay(
                        after: number, requested: requested, elapsed: now - begin, random: client.time.random()) : nil
                if error.isRateLimited {
                    // A 429 applies to all calls. The pause is no longer than a call would wait; later calls may get another 429.
                    let pause = min(requested ?? delay ?? client.options.retries.baseDelay, client.options.retries.maximumDelay)
                    client.turns.pause(until: now + pause)
                }
                // A retry after the deadline would be too late.
                guard let delay, end.map({ now + delay < $0 }) ?? true else { return .failure(error) }
                do {
                    try await client.time.sleep(now + delay)
                } catch {
                    return .failure(.cancelled)
                }
            }
        }
    }

    private enum AttemptOutcome {
        case answered(TransportResponse)
        case failed(APIFailure, mayRepeat: Bool, after: Duration?)
    }

    private func attempt(_ request: HTTPRequest, number: Int) async -> AttemptOutcome {
        let attempt = CallAttempt(operation: call.operation, number: number, secrets: client.secrets)
        do {
            let (response, location) = try await Redirects(client: client, call: call).send(request, attempt: attempt)
            switch response.head.status.code {
            case 200...299: break
            // The final response is still to come. A transport that returns an interim one has lost it.
            case ..<200:
                let status = InterimStatus(code: response.head.status.code)
                return unanswered(.unknown, "\(status.code) was read as a response", status, number, request)
            default:
                guard call.acceptsRedirect, let location else { return await refused(response, number: number) }
                // The URL is passed as the body, because secrets are removed from headers, and the URL may contain one.
                return .answered(TransportResponse(head: response.head, body: Array(location.absoluteString.utf8)))
            }
            if let reason = await reasonAgainst(response) {
                return unusable(
                    AnswerFailure(
                        response.head, of: call.operation, attempts: number, reason: reason.text, body: reason.body,
                        hiding: client.secrets))
            }
            guard collectsBody else { return .answered(response) }
            return await collect(response, request, number: number)
        } catch let error as APIFailure {
            return .failed(error, mayRepeat: false, after: nil)
        } catch is CancellationError {
            return .failed(.cancelled, mayRepeat: false, after: nil)
        } catch let error as TransportFailure {
            return unanswered(error.fate, error.reason, error.underlying, number, request)
        } catch {
            // An unknown error does not guarantee that nothing was sent.
            return unanswered(.unknown, String(describing: type(of: error)), error, number, request)
        }
    }

    private struct InterimStatus: Error { let code: Int }

    /// Returns the reason why a response is not what was requested, whatever its status says, or `nil` if it may be.
    private func reasonAgainst(_ response: TransportResponse) async -> (text: String, body: [UInt8])? {
        let contentType = response.head.headerFields[.contentType]
        // A partial response is only valid if a range was requested, and only with a single part.
        if response.head.status == .partialContent {
            guard call.headers.contains(where: { $0.name.lowercased() == "range" }) else {
                return ("it is a partial response to a request for the whole file", [])
            }
            if let contentType, MediaTypes.essence(contentType) == "multipart/byteranges" { return ("it has several parts", []) }
        }
        if call.acceptsFile {
            // 202 Accepted, 204 No Content and 205 Reset Content have no file.
            if [202, 204, 205].contains(response.head.status.code) { return ("expected a file", []) }
            if let coding = response.head.headerFields[.contentEncoding], !MediaTypes.isUnpacked(coding) {
                return ("it is compressed with \(coding), which was not requested", [])
            }
        }
        // If a file was requested, JSON is not one, and neither is a page from a gateway in front of the service.
        guard call.answerForm == .file, let contentType, !MediaTypes.mayBeExport(contentType) else { return nil }
        let body = await response.body.prefix(ResponseFailure.maximumBodyBytes)
        return ("expected a file" + (ServiceMessage(only: body).map { ", an error: \($0.description(to: call))" } ?? ""), body)
    }

    private func collect(_ response: TransportResponse, _ request: HTTPRequest, number: Int) async -> AttemptOutcome {
        do {
            let bytes = try await response.body.collect(upTo: client.options.maximumAnswerBytes)
            return .answered(TransportResponse(head: response.head, body: bytes))
        } catch let error as ResponseBody.TooLarge {
            return unusable(
                AnswerFailure(
                    response.head, of: call.operation, attempts: number, reason: "it has more than \(error.limit) bytes",
                    hiding: client.secrets))
        } catch is CancellationError {
            return .failed(.cancelled, mayRepeat: false, after: nil)
        } catch {
            return unanswered(.unknown, "the response (\(response.head.status.code)) was cut off", error, number, request)
        }
    }

    // MARK: Verdicts

    private func verdict(on end: AttemptEnd) -> Verdict {
        Verdict(on: end, of: call.operation.method, under: client.options.retries)
    }

    private func refused(_ response: TransportResponse, number: Int) async -> AttemptOutcome {
        let failure = await ResponseFailure(response, to: call, attempts: number, hiding: client.secrets)
        let verdict = verdict(on: .refusal(response.head.status.code))
        let error: APIFailure =
            verdict.failure == .outcomeUnknown
            ? .outcomeUnknown(.init(operation: call.operation.id, cause: .response(failure))) : .response(failure)
        return .failed(error, mayRepeat: verdict.mayRepeat, after: failure.retryAfter)
    }

    private func unusable(_ failure: AnswerFailure) -> AttemptOutcome {
        .failed(.unexpectedAnswer(failure), mayRepeat: verdict(on: .wrongAnswer).mayRepeat, after: nil)
    }

    private func unanswered(
        _ fate: TransportFailure.Fate, _ reason: String, _ underlying: any Error, _ attempts: Int, _ request: HTTPRequest
    ) -> AttemptOutcome {
        let mayRepeat = verdict(on: fate == .notSent ? .neverSent : .noAnswer).mayRepeat
        return .failed(lost(fate, reason, underlying, attempts, request), mayRepeat: mayRepeat, after: nil)
    }

    /// Returns the error for a missing response. For a write that may have been received, the outcome is unknown.
    private func lost(
        _ fate: TransportFailure.Fate, _ reason: String, _ underlying: any Error, _ attempts: Int, _ request: HTTPRequest
    ) -> APIFailure {
        let failure = ConnectionFailure(
            operation: call.operation.id, host: request.authority ?? "", reason: client.secrets.hidden(in: reason),
            wasSent: fate == .unknown, attempts: attempts, underlying: client.secrets.hidden(in: underlying))
        return verdict(on: fate == .notSent ? .neverSent : .noAnswer).failure == .connection
            ? .connection(failure) : .outcomeUnknown(.init(operation: call.operation.id, cause: .connection(failure)))
    }
}

extension APIFailure {
    /// Returns this error, adjusted for an earlier attempt that may have had an effect. A later error does not rule that effect out, unless
    /// it says that the resource does not exist.
    fileprivate func after(_ unsettled: APIFailure?, of operation: APIOperation) -> APIFailure {
        guard let unsettled, !mayHaveHappened, !isNotFound else { return self }
        switch self {
        case .connection(let failure): return .outcomeUnknown(.init(operation: operation.id, cause: .connection(failure)))
        case .response(let failure): return .outcomeUnknown(.init(operation: operation.id, cause: .response(failure)))
        case .invalidRequest, .unexpectedAnswer, .outcomeUnknown, .cancelled, .configuration, .file: return unsettled
        }
    }

    /// `true` if no response arrived, and the call cannot have changed anything.
    fileprivate var isConnection: Bool {
        if case .connection = self { true } else { false }
    }

    /// `true` if there might have been a response with more time.
    fileprivate var lacksResponse: Bool {
        switch self {
        case .cancelled, .connection, .outcomeUnknown: true
        default: false
        }
    }
}
