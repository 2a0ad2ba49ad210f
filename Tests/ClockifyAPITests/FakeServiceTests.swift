import ClockifyAPI
import Foundation
import Testing

@Suite("Fakes")
struct FakeServiceTests {
    private let fake = FakeService<Clockify>()
    private let project = Clockify.Project(id: "p1", name: "Website", clientId: "c1")

    private func thrown<Value>(_ call: (Clockify) async throws(APIFailure) -> Value) async -> APIFailure? {
        do {
            _ = try await call(fake.api)
            return nil
        } catch {
            return error
        }
    }

    @Test("A call returns the value that it is answered with")
    func answer() async throws {
        let project = project
        let clockify = Clockify.fake {
            $0.answer(with: project) { try await $0.projects.get("p1", in: "w1") }
            $0.answer(with: .init(id: "t1", name: "urgent")) { try await $0.tags.get("t1", in: "w1") }
            $0.answer(with: [project]) { try await $0.projects.list(in: "w1") }
            $0.answer { try await $0.timeEntries.delete("e1", in: "w1") }
        }
        #expect(try await clockify.projects.get("p1", in: "w1") == project)
        #expect(try await clockify.tags.get("t1", in: "w1").name == "urgent")
        #expect(try await clockify.projects.list(in: "w1", archived: false, pageSize: 5) == [project])
        #expect(try await clockify.projects.all(in: "w1").collect() == [project])
        try await clockify.timeEntries.delete("e1", in: "w1")
    }

    @Test("A call without an answer says what was called and what is answered")
    func unexpected() async throws {
        fake.answer(with: project) { try await $0.projects.get("p1", in: "w1") }
        let failure = await thrown { clockify throws(APIFailure) in try await clockify.projects.get("p2", in: "w1") }
        guard case .configuration(let reason) = failure else {
            Issue.record("\(String(describing: failure))")
            return
        }
        #expect(
            reason == """
                the fake has no answer to getProject: GET /v1/workspaces/w1/projects/p2; it answers getProject: GET \
                /v1/workspaces/w1/projects/p1
                """)
        #expect(fake.unexpectedCalls.map(\.description) == ["getProject: GET /v1/workspaces/w1/projects/p2"])
        #expect(fake.calls.count == 1)
    }

    @Test("An asterisk stands for every identifier, and a query parameter that is left out for any")
    func anyArgument() async throws {
        fake.answer(with: [project]) { try await $0.projects.list(in: "*", name: "Web") }
        fake.answer(with: project) { try await $0.projects.get("*", in: "w1") }
        #expect(try await fake.api.projects.get("any", in: "w1") == project)
        #expect(await thrown { clockify throws(APIFailure) in try await clockify.projects.get("any", in: "w2") } != nil)
        #expect(try await fake.api.projects.list(in: "w7", name: "Web", archived: true).count == 1)
        #expect(await thrown { clockify throws(APIFailure) in try await clockify.projects.list(in: "w7", name: "Other") } != nil)
        #expect(await thrown { clockify throws(APIFailure) in try await clockify.projects.list(in: "w7") } != nil)
        #expect(fake.unexpectedCalls.count == 3)
    }

    @Test("Answers are used in their order")
    func order() async throws {
        let other = Clockify.Project(id: "p1", name: "Renamed")
        fake.answer(with: project, times: 1) { try await $0.projects.get("p1", in: "w1") }
        fake.answer(with: other) { try await $0.projects.get("p1", in: "w1") }
        #expect(try await fake.api.projects.get("p1", in: "w1").name == "Website")
        #expect(try await fake.api.projects.get("p1", in: "w1").name == "Renamed")
        #expect(try await fake.api.projects.get("p1", in: "w1").name == "Renamed")
    }

    @Test("A call fails for the reason that is given")
    func failures() async throws {
        let reasons: [(FakeFailure, (APIFailure) -> Bool)] = [
            (.notFound, { $0.isNotFound && $0.statusCode == 400 }), (.duplicateName, { $0.isDuplicateName }),
            (.unauthorized, { $0.isUnauthorized }), (.forbidden, { $0.isForbidden }),
            (.rateLimited(retryAfter: 7), { $0.isRateLimited && $0.retryAfter == .seconds(7) }),
            (.status(418, message: "no coffee"), { $0.statusCode == 418 && "\($0)".contains("no coffee") }),
            (.offline, { if case .connection(let failure) = $0 { !failure.wasSent } else { false } }),
            (.connectionLost, { if case .outcomeUnknown = $0 { $0.mayHaveHappened } else { false } }),
        ]
        for (failure, isRight) in reasons {
            let fake = FakeService<Clockify>()
            fake.fail(with: failure) { try await $0.tags.create(in: "w1", .init(name: "any")) }
            let thrown = await #expect(throws: APIFailure.self) { try await fake.api.tags.create(in: "w1", .init(name: "urgent")) }
            #expect(thrown.map(isRight) == true, "\(failure): \(String(describing: thrown))")
        }
    }

    @Test("Reads are retried without waiting, and each attempt is a call")
    func retries() async throws {
        fake.fail(with: .status(503, retryAfter: 20), times: 2) { try await $0.projects.get("p1", in: "w1") }
        fake.answer(with: project) { try await $0.projects.get("p1", in: "w1") }
        #expect(try await fake.api.projects.get("p1", in: "w1") == project)
        #expect(fake.calls.count == 3)
        fake.fail(with: .offline) { try await $0.tags.get("t1", in: "w1") }
        #expect(await thrown { clockify throws(APIFailure) in try await clockify.tags.get("t1", in: "w1") } != nil)
        #expect(fake.calls.count == 7)
    }

    @Test("An answer is made for its call, from the body")
    func madeAnswer() async throws {
        fake.answer { call in
            let body = try call.body(as: Clockify.NewTag.self)
            guard body.name != "taken" else { throw FakeFailure.duplicateName }
            return Clockify.Tag(id: "t1", name: body.name, workspaceId: call.pathValues["workspaceId"].map { .init($0) })
        } to: {
            try await $0.tags.create(in: "*", .init(name: "any"))
        }
        #expect(
            try await fake.api.tags.create(in: "w3", .init(name: "urgent")) == Clockify.Tag(id: "t1", name: "urgent", workspaceId: "w3"))
        let failure = await #expect(throws: APIFailure.self) { try await fake.api.tags.create(in: "w3", .init(name: "taken")) }
        #expect(failure?.isDuplicateName == true)
        #expect(try fake.calls.map { try $0.body(as: Clockify.NewTag.self).name } == ["urgent", "taken"])
    }

    @Test("A read and an update answer the method that edits")
    func edit() async throws {
        let renamed = Clockify.Tag(id: "t1", name: "renamed")
        fake.answer(with: Clockify.Tag(id: "t1", name: "urgent", archived: true)) { try await $0.tags.get("t1", in: "w1") }
        fake.answer(with: renamed) { try await $0.tags.update("t1", in: "w1", .init(name: "any")) }
        #expect(try await fake.api.tags.edit("t1", in: "w1") { $0.name = "renamed" } == renamed)
        #expect(try fake.calls.last?.body(as: Clockify.TagUpdate.self) == .init(archived: true, name: "renamed"))
    }

    @Test("A closure that describes no call, or several, says so", arguments: [false, true])
    func wrongDescription(isEdit: Bool) async throws {
        if isEdit {
            fake.answer(with: Clockify.Tag(id: "t1", name: "urgent")) { try await $0.tags.edit("t1", in: "w1") { $0.name = "renamed" } }
        } else {
            fake.answer(with: Clockify.Tag(id: "t1", name: "urgent")) { _ in Clockify.Tag(id: "t1", name: "urgent") }
        }
        let failure = await thrown { clockify throws(APIFailure) in try await clockify.tags.get("t1", in: "w1") }
        let reason =
            isEdit
            ? "the fake cannot answer: a closure describes several calls, getTag, updateTag: describe each of them"
            : "the fake cannot answer: a closure describes no call"
        #expect(failure.map { "\($0)" } == reason)
    }

    @Test("A description that breaks the rules of the API says which")
    func invalidDescription() async throws {
        fake.fail(with: .forbidden) { try await $0.tags.create(in: "w1", .init(name: String(repeating: "x", count: 101))) }
        let failure = await thrown { clockify throws(APIFailure) in try await clockify.users.me() }
        #expect(failure.map { "\($0)".contains("body /name: at most 100 characters") } == true)
    }

    @Test("A call is answered with the JSON of the service, and with a file")
    func documents() async throws {
        fake.answer(json: #"{"id": "t1", "name": "urgent", "unknown": 1}"#) { try await $0.tags.get("t1", in: "w1") }
        fake.answer(json: #"{"name": 5}"#) { try await $0.tags.get("t2", in: "w1") }
        fake.answer(withFile: Array("%PDF".utf8), contentType: "application/pdf") {
            try await $0.invoices.export("i1", in: "w1", userLocale: "en")
        }
        #expect(try await fake.api.tags.get("t1", in: "w1").name == "urgent")
        let failure = await thrown { clockify throws(APIFailure) in try await clockify.tags.get("t2", in: "w1") }
        guard case .unexpectedAnswer = failure else {
            Issue.record("\(String(describing: failure))")
            return
        }
        let file = try await fake.api.invoices.export("i1", in: "w1", userLocale: "en")
        #expect(try await file.bytes() == Array("%PDF".utf8) && file.contentType == "application/pdf")
    }

    @Test("The members of a list that is inside an object are answered page by page")
    func pages() async throws {
        let expense = Clockify.ExpenseDetails(id: "x1")
        fake.answer(with: [expense]) { $0.expenses.all(in: "w1") }
        #expect(try await fake.api.expenses.all(in: "w1").collect().map(\.id) == ["x1"])
        #expect(fake.calls.count == 1)
    }
}
