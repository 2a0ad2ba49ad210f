@_spi(Generated) @testable import ClockifyRuntime
import HTTPTypes
import Testing

@Suite("Reasons of refusals")
struct RefusalReasonTests {
    private func error(
        _ status: Int, code: Int? = nil, _ message: String = "", fields: [String: String] = [:], method: Call.Method = .get
    ) async -> APIFailure? {
        let members = JSONValue.object(["message": .string(message), "code": code.map { .integer(Int64($0)) } ?? .null])
        var client = APIClient.stub(StubTransport([.success(.json(members.description, status: status, fields: fields))]))
        client.time = ManualTime().source
        client.options.retries = .never
        return await thrown { () async throws(APIFailure) in try await client.perform(Call("op", method, "/", service: "main")) }
    }

    @Test(
        "A taken name is told from other refusals",
        arguments: [
            (400, 501, "Tag with this name already exists", true), (400, 501, "Category with this name already exists", true),
            (400, 501, "Client with that name already exists on workspace", true),
            // The service says this if a webhook lacks a name.
            (400, 501, "Webhook already exists", false), (400, 501, "User with this email already exists", false),
            (400, 501, "Tag doesn't belong to Workspace", false), (400, 3002, "Tag with this name already exists", false),
            (500, 501, "Tag with this name already exists", false), (400, 501, "", false),
        ] as [(Int, Int, String, Bool)])
    func duplicateName(status: Int, code: Int, message: String, isDuplicate: Bool) async {
        let error = await error(status, code: code, message)
        #expect(error?.isDuplicateName == isDuplicate)
        #expect(error?.statusCode == status)
    }

    @Test(
        "The status tells who may call, and how often",
        arguments: [
            (401, 4003, "Api key does not exist"), (401, 1000, "Multiple or none auth tokens present"), (401, 4017, "Token is not valid"),
            (403, 403, "Access Denied"), (429, 429, "Too many requests"), (400, 501, "Cannot delete an active project"),
        ] as [(Int, Int, String)])
    func statuses(status: Int, code: Int, message: String) async {
        let error = await error(status, code: code, message)
        #expect(error?.isUnauthorized == (status == 401))
        #expect(error?.isForbidden == (status == 403))
        #expect(error?.isRateLimited == (status == 429))
        #expect(error?.isNotFound == false && error?.isDuplicateName == false)
        #expect(error?.statusCode == status)
    }

    @Test("The time to wait comes from the header that the service sends")
    func retryAfter() async {
        #expect(await error(429, fields: ["Retry-After": "7", "X-RateLimit-Reset": "9"])?.retryAfter == .seconds(7))
        #expect(await error(429, fields: ["X-RateLimit-Reset": "9"])?.retryAfter == .seconds(9))
        #expect(await error(503, fields: ["Retry-After": "7"])?.retryAfter == .seconds(7))
        #expect(await error(400, fields: ["X-RateLimit-Reset": "9"])?.retryAfter == nil)
        #expect(await error(429)?.retryAfter == nil)
    }

    @Test("An error without a refusal has no reason, and a status only if there was a response")
    func otherErrors() async {
        for error in [APIFailure.cancelled, .invalidRequest([]), .configuration("x"), .file("x")] {
            #expect(error.statusCode == nil && error.retryAfter == nil)
            #expect(!error.isUnauthorized && !error.isForbidden && !error.isRateLimited && !error.isDuplicateName && !error.isNotFound)
        }
        let unknown = await error(502, fields: ["Retry-After": "7"], method: .post)
        guard case .outcomeUnknown? = unknown else {
            Issue.record("not the expected outcome: \(String(describing: unknown))")
            return
        }
        // Waiting does not settle whether the write happened.
        #expect(unknown?.statusCode == 502 && unknown?.retryAfter == nil)
        let transport = StubTransport("[]")
        let wrong = await thrown { () async throws(APIFailure) in
            _ = try await APIClient.stub(transport).value(Call("op", .get, "/", service: "main")) as Item
        }
        #expect(wrong?.statusCode == 200)
    }

    @Test("The case of a cancelled call can be caught among other errors")
    func cancelled() async throws {
        func call() async throws { throw APIFailure.cancelled }
        do {
            try await call()
            Issue.record("nothing was thrown")
        } catch APIFailure.cancelled {
        }
    }
}
