import ClockifyAPI
import ClockifySandbox
import Foundation
import Testing

@Suite("When calls fail")
struct FailureTasks {
    let office = Office()
    var clockify: Clockify { office.clockify }
    var workspace: Clockify.WorkspaceID { office.workspace }

    /// Returns the tag with a name, which is created unless it is there.
    private func tag(named name: String) async throws(APIFailure) -> Clockify.Tag? {
        do throws(APIFailure) {
            return try await clockify.tags.create(in: workspace, .init(name: name))
        } catch let failure where failure.isDuplicateName {
            return try await clockify.tags.list(in: workspace, name: name, strictNameSearch: true).first
        }
    }

    @Test("A name that is taken leads to what has it.")
    func duplicate() async throws {
        let first = try await tag(named: "urgent")
        #expect(try await tag(named: "urgent") == first)
    }

    @Test("Something that is not there is told from other failures.")
    func notFound() async throws {
        let failure = await #expect(throws: APIFailure.self) { try await clockify.projects.get("none", in: workspace) }
        #expect(failure?.isNotFound == true && failure?.isForbidden == false && failure?.mayHaveHappened == false)
    }

    @Test("A wrong key is told as such, and the error does not contain it.")
    func unauthorized() async throws {
        let stranger = Clockify(.apiKey("not-the-key"), transport: office.sandbox.transport)
        let failure = await #expect(throws: APIFailure.self) { try await stranger.users.me() }
        #expect(failure?.isUnauthorized == true && failure?.statusCode == 401)
        #expect(failure.map { "\($0)".contains("not-the-key") } == false)
    }

    @Test("A request that breaks the rules is not sent.")
    func invalid() async throws {
        do throws(APIFailure) {
            try await clockify.clients.create(in: workspace, .init(name: String(repeating: "x", count: 200)))
            Issue.record("The client was created.")
        } catch .invalidRequest(let problems) {
            #expect(problems.count == 1 && office.sandbox.requests.isEmpty)
        } catch {
            Issue.record("\(error)")
        }
    }

    @Test("A read is repeated when the service is overloaded, and a write is not.")
    func retries() async throws {
        try await office.sandbox.fail(.next(2), status: 503, retryAfter: 0) { try await $0.users.me() }
        _ = try await clockify.users.me()
        #expect(office.sandbox.requests.map(\.status) == [503, 503, 200])

        try await office.sandbox.fail(status: 500) { try await $0.tags.create(in: "*", .init(name: "any")) }
        let failure = await #expect(throws: APIFailure.self) { try await clockify.tags.create(in: workspace, .init(name: "urgent")) }
        #expect(failure?.mayHaveHappened == true && failure?.statusCode == 500)
        #expect(office.sandbox.requests.count == 4)
    }

    @Test("Too many requests say when to come back.")
    func rateLimit() async throws {
        try await office.sandbox.fail(status: 429, retryAfter: 7) { try await $0.tags.list(in: "*") }
        let patient = clockify.with { $0.retries = .never }
        let failure = await #expect(throws: APIFailure.self) { try await patient.tags.list(in: workspace) }
        #expect(failure?.isRateLimited == true && failure?.retryAfter == .seconds(7))
    }

    @Test("A cancelled task ends its call.")
    func cancellation() async throws {
        try await office.sandbox.fail(delay: .seconds(60)) { try await $0.tags.list(in: "*") }
        let clockify = clockify
        let workspace = workspace
        let task = Task { try await clockify.tags.list(in: workspace) }
        task.cancel()
        do {
            _ = try await task.value
            Issue.record("The call was not cancelled.")
        } catch APIFailure.cancelled {
            // As it should be.
        }
    }
}
