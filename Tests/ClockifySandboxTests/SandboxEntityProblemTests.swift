import ClockifyAPI
import Foundation
import SandboxTestSupport
import Testing

@testable import ClockifySandbox

@Suite("Values that cannot be added to the sandbox")
struct SandboxEntityProblemTests {
    private let sandbox = ClockifySandbox(contents: .empty)

    init() throws {
        sandbox.clock.set(to: try date("2026-03-02T09:00:00Z"))
        try sandbox.add(Clockify.Project(id: "p1", name: "Website"))
        try sandbox.add(Clockify.Project(id: "p2", name: "Other"))
        try sandbox.add(Clockify.Task(id: "k1", name: "Design", projectId: "p1"))
        try sandbox.add(Clockify.Workspace(id: "w2", name: "Elsewhere"))
        try sandbox.add(Clockify.Client(id: "c2", name: "Acme"), in: "w2")
        try sandbox.add(Clockify.Policy(id: "y1", name: "Vacation", everyoneIncludingNew: true))
        try sandbox.add(Clockify.Balance(id: "b1", policyId: "y1", total: 1))
    }

    private func reason<Value: SandboxEntity>(
        _ value: Value, in workspace: Clockify.WorkspaceID? = nil
    ) throws -> SandboxEntityProblem.Reason? {
        let before = try sandbox.savedState()
        let problem = #expect(throws: SandboxEntityProblem.self) { try sandbox.add(value, in: workspace) }
        #expect(try sandbox.savedState() == before)
        #expect(problem?.collection == Value.sandboxCollection)
        return problem?.reason
    }

    private func entry(
        _ id: Clockify.TimeEntryID = "e1", from start: String? = nil, to end: String? = nil, duration: String? = nil,
        project: Clockify.ProjectID? = nil, task: Clockify.TaskID? = nil, user: Clockify.UserID? = nil
    ) throws -> Clockify.TimeEntry {
        Clockify.TimeEntry(
            id: id,
            timeInterval: .init(
                start: try date(start ?? "2026-03-01T08:00:00Z"), duration: duration.flatMap { ISODuration($0) }, end: try end.map(date)),
            type: .regular, projectId: project, taskId: task, userId: user)
    }

    @Test("An empty identifier, one that is taken and a name that is taken are refused")
    func identifiers() throws {
        #expect(try reason(Clockify.Tag(id: "", name: "a")) == .emptyIdentifier)
        #expect(try reason(Clockify.Project(id: "p1", name: "a")) == .identifierTaken)
        #expect(try reason(Clockify.Client(id: "c2", name: "a")) == .identifierTaken)
        #expect(try reason(Clockify.Project(id: "p3", name: "Website")) == .taken(member: "name"))
        #expect(try reason(Clockify.Task(id: "k2", name: "Design", projectId: "p1")) == .taken(member: "name"))
        #expect(try reason(Clockify.Tag(id: "t1", name: "")) == .missing(member: "name"))
        #expect(try reason(Clockify.Balance(id: "b2", policyId: "y1")) == .taken(member: "userId"))
        let user = Clockify.User(
            activeWorkspace: "w2", defaultWorkspace: "w2", id: "u1", name: "John", email: "john.doe@example.com")
        #expect(try reason(user) == .taken(member: "email"))
        let problem = #expect(throws: SandboxEntityProblem.self) { try sandbox.add(Clockify.Project(id: "p1", name: "a")) }
        #expect(problem?.description == "projects p1: id: another one has it")
    }

    @Test("A relation to something that does not exist, or is elsewhere, is refused by its name")
    func relations() throws {
        #expect(try reason(Clockify.Project(id: "p3", name: "a", clientId: "c1")) == .unknown(member: "clientId", id: "c1"))
        #expect(try reason(Clockify.Project(id: "p3", name: "a", clientId: "c2")) == .unknown(member: "clientId", id: "c2"))
        #expect(
            try reason(Clockify.Project(id: "p3", name: "a", memberships: [.init(userId: "u1")]))
                == .unknown(member: "memberships.userId", id: "u1"))
        #expect(try reason(Clockify.Task(id: "k2", name: "a", projectId: "p9")) == .unknown(member: "projectId", id: "p9"))
        #expect(try reason(Clockify.Task(id: "k2", name: "a")) == .missing(member: "projectId"))
        #expect(try reason(Clockify.Task(id: "k2", name: "a", projectId: "p1"), in: "w2") == .unknown(member: "projectId", id: "p1"))
        #expect(try reason(entry(project: "p9")) == .unknown(member: "projectId", id: "p9"))
        #expect(try reason(entry(project: "p2", task: "k1")) == .unknown(member: "taskId", id: "k1"))
        #expect(try reason(entry(user: "u9")) == .unknown(member: "userId", id: "u9"))
        #expect(try reason(Clockify.Tag(id: "t1", name: "a", workspaceId: "w9")) == .unknown(member: "workspaceId", id: "w9"))
        #expect(try reason(Clockify.Tag(id: "t1", name: "a"), in: "w9") == .unknown(member: "workspaceId", id: "w9"))
        #expect(
            try reason(Clockify.Tag(id: "t1", name: "a", workspaceId: sandbox.workspace), in: "w2")
                == .invalid(member: "workspaceId", because: "it is not w2"))
        #expect(try reason(Clockify.Expense(id: "x1", fileId: "file")) == .unknown(member: "fileId", id: "file"))
        #expect(throws: SandboxEntityProblem.self) { try sandbox.add(Clockify.InvoicePayment(id: "m1", amount: 0.01), to: "i9") }
    }

    @Test("A value that contradicts itself is refused")
    func contradictions() throws {
        #expect(
            try reason(entry(to: "2026-03-01T07:00:00Z")) == .invalid(member: "timeInterval.end", because: "it is before the start"))
        #expect(
            try reason(entry(to: "2026-03-01T09:00:00Z", duration: "PT2H"))
                == .invalid(member: "timeInterval.duration", because: "from start to end is PT1H"))
        #expect(
            try reason(entry(duration: "PT2H")) == .invalid(member: "timeInterval.duration", because: "an entry that runs has none"))
        try sandbox.add(entry("e1", to: "2026-03-01T09:00:00Z", duration: "PT60M"))
        try sandbox.add(entry("e2"))
        #expect(try reason(entry("e3")) == .invalid(member: "timeInterval.end", because: "the user's entry e2 runs already"))
        #expect(
            try reason(Clockify.Invoice(id: "i1", amount: 0.05, items: [.init(quantity: 1, unitPrice: 0.07)]))
                == .invalid(member: "amount", because: "its items, discount and taxes make 7"))
        #expect(try reason(Clockify.Holiday(id: "h1", name: "a")) == .missing(member: "datePeriod"))
        #expect(try reason(Clockify.Assignment(id: "s1")) == .missing(member: "period"))
    }

    @Test("Several values are added together or not at all")
    func several() async throws {
        let tags = (1...3).map { Clockify.Tag(id: .init(rawValue: "t\($0)"), name: "tag \($0)") }
        let before = try sandbox.savedState()
        let problem = #expect(throws: SandboxEntityProblem.self) {
            try sandbox.add(tags + [Clockify.Tag(id: "t4", name: "tag 1")])
        }
        #expect(problem?.id == "t4" && problem?.reason == .taken(member: "name"))
        #expect(try sandbox.savedState() == before)
        #expect(try sandbox.add(tags).map(\.id) == tags.map(\.id))
        #expect(try sandbox.add([Clockify.Tag]()) == [])
        #expect(try await sandbox.client.tags.list(in: sandbox.workspace).map(\.id) == tags.map(\.id))
    }

    @Test("Over HTTP, one entity or an array of entities is added, to a workspace or an invoice")
    func control() async throws {
        func post(_ target: String, _ json: String) async throws -> RawAnswer {
            try await sandbox.raw(.post, "entities/" + target, json: json, headers: [:], prefix: "/_sandbox/")
        }
        let tag = try await post("tags", "{\"id\":\"t1\",\"name\":\"a\"}")
        #expect(tag.status == 201)
        #expect(tag.json == ["archived": false, "id": "t1", "name": "a", "workspaceId": .string(sandbox.workspace.rawValue)])
        #expect(try await post("tags?workspaceId=w2", "[{\"id\":\"t2\",\"name\":\"a\"}]").json?[0]?["workspaceId"] == "w2")
        #expect(try await post("invoices", "{\"id\":\"i1\",\"items\":[{\"quantity\":1,\"unitPrice\":700}]}").json?["amount"] == 7)
        #expect(try await post("invoicePayments?invoiceId=i1", "{\"id\":\"m1\",\"amount\":7}").status == 201)
        #expect(try await sandbox.raw(.get, sandbox.workspacePath + "/invoices/i1").json?["status"] == "PAID")
    }

    @Test(
        "Over HTTP, what cannot be added is refused with a reason",
        arguments: [
            ("tags", "{\"id\":\"t1\"}", 400, "$.name: required member \"name\" is missing"),
            ("tags", "[{\"id\":\"t1\",\"name\":\"a\"},{\"id\":\"t2\",\"name\":5}]", 400, "$[1].name: expected a string"),
            ("tags", "{\"id\":\"t1\",\"name\":\"a\",\"colour\":\"red\"}", 400, "$.colour: there is no such member"),
            ("projects", "{\"id\":\"p3\",\"name\":\"a\",\"hourlyRate\":{\"amount\":1,\"unit\":2}}", 400, "$.hourlyRate.unit: there is no"),
            ("tags", "{\"id\":\"\",\"name\":\"a\"}", 400, "id: it is empty"), ("tags", "[5]", 400, "$[0]: it is not an object"),
            ("tags", "", 400, "The body is not JSON"), ("tags", "{\"id\":", 400, "The body is not JSON"),
            ("projects", "{\"id\":\"p3\",\"name\":\"a\",\"clientId\":\"c9\"}", 400, "clientId: there is no c9 in the workspace"),
            ("tags?workspace=w2", "{}", 400, "workspace: there is no such parameter"),
            ("tags?invoiceId=i1", "{}", 400, "invoiceId: only payments are added to an invoice"),
            ("workspaces?workspaceId=w2", "{\"id\":\"w3\",\"name\":\"a\"}", 400, "workspaceId: a workspace is in no other one"),
            ("things", "{}", 404, "There is no collection things; there are approvals, "),
        ])
    func refused(target: String, json: String, status: Int, reason: String) async throws {
        let before = try sandbox.savedState()
        let answer = try await sandbox.raw(.post, "entities/" + target, json: json, headers: [:], prefix: "/_sandbox/")
        #expect(answer.status == status && answer.message.contains(reason), "\(answer.message)")
        #expect(try sandbox.savedState() == before)
    }

    @Test("Every collection has a model and a kind")
    func complete() {
        #expect(Set(SandboxEntities.kinds.keys) == Set(SandboxEntities.models.keys))
        for (name, model) in SandboxEntities.models where model != Clockify.InvoicePayment.self {
            #expect((model as? any SandboxEntity.Type)?.sandboxCollection == name)
        }
        let internals: Set<EntityCollection> = [
            .customFieldValues, .invoicedEntries, .invoiceSettings, .memberProfiles, .roles, .templates, .userFieldValues,
        ]
        #expect(Set(EntityCollection.allCases.map(\.rawValue)) == Set(SandboxEntities.kinds.keys).union(internals.map(\.rawValue)))
    }
}
