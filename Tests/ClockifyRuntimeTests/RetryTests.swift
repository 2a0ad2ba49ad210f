import HTTPTypes
import Testing

@_spi(Generated) @testable import ClockifyRuntime

/// The failure of an attempt.
enum Fault: Sendable, CaseIterable, CustomTestStringConvertible {
    case refusedConnection, lostConnection, unknownError
    case status408, status429, status500, status502, status503, status504, status400

    var answer: Result<TransportResponse, any Error> {
        switch self {
        case .refusedConnection: .failure(TransportFailure(fate: .notSent, reason: "refused", underlying: CancellationError()))
        case .lostConnection: .failure(TransportFailure(fate: .unknown, reason: "lost", underlying: CancellationError()))
        case .unknownError: .failure(StubTransport.NoAnswerLeft())
        case .status408: .success(.json("", status: 408))
        case .status429: .success(.json("", status: 429))
        case .status500: .success(.json("", status: 500))
        case .status502: .success(.json("", status: 502))
        case .status503: .success(.json("", status: 503))
        case .status504: .success(.json("", status: 504))
        case .status400: .success(.json("", status: 400))
        }
    }

    /// `true` if the request certainly had no effect.
    var isHarmless: Bool { self == .refusedConnection || self == .status429 }
    var testDescription: String { "\(self)" }
}

@Suite("Retries")
struct RetryTests {
    private static let reads: [HTTPRequest.Method] = [.get, .head, .query]
    private static let methods = reads + [.post, .put, .patch, .delete]

    private func attempts(_ method: HTTPRequest.Method, _ faults: [Fault], policy: CallOptions.RetryPolicy = .standard) async -> (
        count: Int, error: APIFailure?
    ) {
        let transport = StubTransport(faults.map(\.answer) + [.success(.json("{}"))])
        var client = APIClient.stub(transport, time: ManualTime())
        client.options.retries = policy
        let error = await thrown { () async throws(APIFailure) in try await client.perform(Call("op", method: method, "/", service: "main"))
        }
        return (transport.exchanges.count, error)
    }

    @Test("A write that may have happened is sent once, and anything else is retried until it succeeds", arguments: methods, Fault.allCases)
    func faultTable(method: HTTPRequest.Method, fault: Fault) async throws {
        let result = await attempts(method, [fault, fault])
        let isRead = Self.reads.contains(method)
        if fault == .status400 || !(isRead || fault.isHarmless) {
            #expect(result.count == 1)
            #expect(result.error != nil)
        } else {
            #expect(result.count == 3)
            #expect(result.error == nil)
        }
    }

    @Test("A write with an unknown outcome fails with the matching error", arguments: [HTTPRequest.Method.post, .put, .patch, .delete])
    func outcomeUnknown(method: HTTPRequest.Method) async throws {
        for fault in [Fault.lostConnection, .unknownError, .status502, .status503, .status504] {
            let result = await attempts(method, [fault])
            guard case .outcomeUnknown = result.error else {
                Issue.record("\(fault): \(String(describing: result.error))")
                continue
            }
            #expect(result.error?.isRetryable == false)
        }
        for fault in [Fault.status400, .status408, .status500] {
            guard case .response = await attempts(method, [fault]).error else {
                Issue.record("\(fault)")
                continue
            }
        }
        guard case .connection(let failure) = await attempts(method, [.refusedConnection], policy: .never).error else {
            Issue.record("not the expected outcome")
            return
        }
        #expect(!failure.wasSent)
    }

    @Test("Every failure indicates whether a write may have happened, and a failed read changes nothing", arguments: methods)
    func mayHaveHappened(method: HTTPRequest.Method) async throws {
        let isRead = Self.reads.contains(method)
        for fault in Fault.allCases {
            let error = try #require(await attempts(method, [fault], policy: .never).error)
            let isOpen = [.lostConnection, .unknownError, .status500, .status502, .status503, .status504].contains(fault)
            #expect(error.mayHaveHappened == (isOpen && !isRead), "\(fault)")
            #expect(!(error.mayHaveHappened && error.isRetryable), "\(fault)")
        }
        for (status, isOpen) in [501: false, 505: true, 599: true, 404: false] {
            let error = try #require(await failure(method, .json("", status: status)))
            guard case .response(let failure) = error else {
                Issue.record("not the expected outcome: \(String(describing: error))")
                return
            }
            #expect(failure.status.code == status)
            #expect(error.mayHaveHappened == (isOpen && !isRead), "\(status)")
        }
        // The request had its effect, but the response is unexpected.
        #expect(try #require(await failure(method, .json("nonsense"))).mayHaveHappened == !isRead)
        // PUT and DELETE with retries report the 503 unchanged.
        let opened = try #require(
            await attempts(method, [.status503], policy: CallOptions.RetryPolicy(maximumAttempts: 1, repeatsPutAndDelete: true)).error)
        #expect(opened.mayHaveHappened == !isRead)
    }

    private func failure(_ method: HTTPRequest.Method, _ answer: TransportResponse) async -> APIFailure? {
        let client = APIClient.stub(StubTransport([.success(answer)]), time: ManualTime())
        return await thrown { () async throws(APIFailure) in
            try await client.value(Call("op", method: method, "/", service: "main")) as Item
        }
    }

    @Test("A write cannot have happened if nothing was sent, and may have happened if the call was cancelled")
    func mayHaveHappenedElsewhere() {
        for error in [APIFailure.invalidRequest([]), .configuration("x"), .file("x")] { #expect(!error.mayHaveHappened) }
        #expect(APIFailure.cancelled.mayHaveHappened)
    }

    @Test("PUT and DELETE are retried if the caller allows it, and POST and PATCH never are")
    func optIn() async throws {
        let policy = CallOptions.RetryPolicy(repeatsPutAndDelete: true)
        #expect(await attempts(.put, [.lostConnection, .status503], policy: policy).count == 3)
        #expect(await attempts(.delete, [.lostConnection, .status503], policy: policy).count == 3)
        #expect(await attempts(.post, [.lostConnection], policy: policy).count == 1)
        #expect(await attempts(.patch, [.status503], policy: policy).count == 1)
    }

    @Test("A later attempt does not settle the outcome of an earlier one", arguments: [HTTPRequest.Method.put, .delete])
    func unsettled(method: HTTPRequest.Method) async throws {
        let policy = CallOptions.RetryPolicy(maximumAttempts: 2, repeatsPutAndDelete: true)
        for first in [Fault.lostConnection, .status500, .status503] {
            for second in [Fault.refusedConnection, .status429, .status400] {
                let error = try #require(await attempts(method, [first, second], policy: policy).error)
                guard case .outcomeUnknown = error else {
                    Issue.record("\(first), \(second): \(error)")
                    return
                }
            }
        }
        // A rejected attempt does not matter: at most the second one may have happened.
        guard case .connection = await attempts(method, [.status429, .refusedConnection], policy: policy).error else {
            Issue.record("not the expected outcome")
            return
        }
        let gone = StubTransport([Fault.lostConnection.answer, .success(.json("", status: 404))])
        var client = APIClient.stub(gone, time: ManualTime())
        client.options.retries = policy
        let notFound = await thrown { () async throws(APIFailure) in
            try await client.perform(Call("op", method: method, "/", service: "main"))
        }
        #expect(notFound?.isNotFound == true)
    }

    @Test("A read reports its last failure, whatever came before")
    func settledReading() async throws {
        let policy = CallOptions.RetryPolicy(maximumAttempts: 2)
        guard case .connection = await attempts(.get, [.status500, .refusedConnection], policy: policy).error,
            case .response = await attempts(.get, [.lostConnection, .status429], policy: policy).error
        else {
            Issue.record("not the expected outcome")
            return
        }
    }

    @Test("Retries end at the maximum number of attempts, and the error contains that number")
    func maximum() async throws {
        let result = await attempts(.get, Array(repeating: .status500, count: 10))
        #expect(result.count == 4)
        guard case .response(let failure) = result.error else {
            Issue.record("not the expected outcome: \(String(describing: result.error))")
            return
        }
        #expect(failure.attempts == 4)
        #expect(failure.isRetryable)
        #expect(await attempts(.get, [.status500], policy: .never).count == 1)
    }

    @Test("Delays double up to a limit with full jitter, and end with the total time")
    func delays() {
        let policy = CallOptions.RetryPolicy(
            maximumAttempts: 10, baseDelay: .seconds(1), maximumDelay: .seconds(5), maximumTotalTime: .seconds(20))
        func delay(_ attempt: Int, random: Double = 1, requested: Duration? = nil, elapsed: Duration = .zero) -> Duration? {
            policy.delay(after: attempt, requested: requested, elapsed: elapsed, random: random)
        }
        #expect((1...5).map { delay($0) } == [.seconds(1), .seconds(2), .seconds(4), .seconds(5), .seconds(5)])
        #expect(delay(3, random: 0) == .zero)
        #expect(delay(3, random: 0.5) == .seconds(2))
        #expect(delay(1, random: 0, requested: .seconds(3)) == .seconds(3))
        #expect(delay(1, requested: .seconds(6)) == nil)
        #expect(delay(1, elapsed: .seconds(20)) == nil)
        #expect(delay(10) == nil)
        #expect(delay(1_000_000) == nil)
    }

    @Test("The whole client waits as long as the service requests")
    func retryAfter() async throws {
        let transport = StubTransport([.success(.json("", status: 429, fields: ["Retry-After": "7"])), .success(.json("{}"))])
        let time = ManualTime(random: 0)
        let client = APIClient.stub(transport, time: time)
        try await client.perform(Call("op", .post, "/", service: "main"))
        #expect(transport.exchanges.count == 2)
        #expect(time.sleeps == [.seconds(7)])
        let other = StubTransport([.success(.json("", status: 429, fields: ["X-RateLimit-Reset": "5"])), .success(.json("{}"))])
        let shared = ManualTime(random: 0)
        var first = APIClient.stub(other, time: shared)
        first.options.retries = .never
        _ = await thrown { () async throws(APIFailure) in try await first.perform(Call("a", .get, "/", service: "main")) }
        try await first.perform(Call("b", .get, "/", service: "main"))
        #expect(shared.sleeps == [.seconds(5)])
    }

    @Test("The whole client also waits after a 429 without a time, with and without a limiter", arguments: [true, false])
    func unnamedWait(hasLimiter: Bool) async throws {
        let transport = StubTransport([.success(.json("", status: 429)), .success(.json("{}"))])
        let time = ManualTime(random: 0)
        var client = APIClient.stub(transport, time: time)
        if !hasLimiter { client.rateLimiter = nil }
        client.options.retries = CallOptions.RetryPolicy(maximumAttempts: 1, baseDelay: .seconds(2))
        _ = await thrown { () async throws(APIFailure) in try await client.perform(Call("a", .get, "/", service: "main")) }
        let copy = client
        try await copy.perform(Call("b", .get, "/", service: "main"))
        #expect(time.sleeps == [.seconds(2)])
    }

    @Test("A call does not wait a whole day, and the next call waits for a limited time only")
    func longWait() async throws {
        let transport = StubTransport([.success(.json("", status: 429, fields: ["Retry-After": "86400"])), .success(.json("{}"))])
        let time = ManualTime()
        let client = APIClient.stub(transport, time: time)
        let error = await thrown { () async throws(APIFailure) in try await client.perform(Call("a", .get, "/", service: "main")) }
        guard case .response(let failure) = error else {
            Issue.record("not the expected outcome: \(String(describing: error))")
            return
        }
        #expect(failure.attempts == 1)
        try await client.perform(Call("b", .get, "/", service: "main"))
        #expect(time.sleeps == [.seconds(30)])
    }

    @Test(
        "Retry-After is a number of seconds or a date, and invalid values are ignored",
        arguments: [
            ("3", Duration?.some(.seconds(3))), ("Sun, 06 Nov 1994 08:50:07 GMT", .seconds(30)),
            ("Sun, 06 Nov 1994 08:00:00 GMT", .seconds(0)),
            ("soon", nil), ("Sun, 06 Nov 1994 9223372036854775807:00:00 GMT", nil), ("Sun, 06 Nov 9223372036854775807 00:00:00 GMT", nil),
            ("1e400", nil), ("1e300", .seconds(86_400)), ("-5", .seconds(0)), ("", nil), ("Sun, 99 Foo 1994 08:49:37 GMT", nil),
        ])
    func headerForms(text: String, expected: Duration?) {
        var fields = HTTPFields()
        fields[.retryAfter] = text
        fields[.date] = "Sun, 06 Nov 1994 08:49:37 GMT"
        #expect(ServiceWaits(fields).requested == expected)
    }
}
