import ClockifyAPI
import Foundation
import SandboxTestSupport
import Testing

@testable import ClockifySandbox

@Suite("Shapes of the sandbox's responses")
struct SandboxShapeTests {
    let sandbox: ClockifySandbox
    let call: CheckedCalls
    private var me: String { sandbox.user.rawValue }

    init() throws {
        let now = try date("2026-03-02T09:00:00Z")
        sandbox = ClockifySandbox(now: { now })
        call = try CheckedCalls(sandbox)
    }

    @Test("Clients, tags, projects and tasks have the documented shape")
    func named() async throws {
        let customer = try await call(.post, "/clients", ["name": "Zephyr"])
        try await call(.get, "/clients/\(customer.id)")
        let tag = try await call(.post, "/tags", ["name": "urgent"])
        try await call(.get, "/tags/\(tag.id)")
        let project = try await call(.post, "/projects", ["name": "Apollo", "clientId": .string(customer.id), "hourlyRate": ["amount": 1]])
        let path = "/projects/\(project.id)"
        try await call(.put, path, ["name": "Artemis", "costRate": ["amount": 2]])
        try await call(.patch, "\(path)/estimate", ["timeEstimate": ["active": true, "estimate": "PT10H", "type": "MANUAL"]])
        try await call(.patch, "\(path)/memberships", ["memberships": [["userId": .string(me), "hourlyRate": ["amount": 3]]]])
        try await call(.post, "\(path)/memberships", ["userIds": [.string(me)]])
        try await call(.patch, "\(path)/template", ["isTemplate": true])
        try await call(.put, "\(path)/users/\(me)/cost-rate", ["amount": 4])
        try await call(.put, "\(path)/users/\(me)/hourly-rate", ["amount": 5])
        let task = try await call(.post, "\(path)/tasks", ["name": "Launch", "estimate": "PT1H"])
        try await call(.put, "\(path)/tasks/\(task.id)/cost-rate", ["amount": 6])
        try await call(.put, "\(path)/tasks/\(task.id)/hourly-rate", ["amount": 7])
        try await call(.get, "\(path)/tasks/\(task.id)")
        let field = try await call(.post, "/custom-fields", ["name": "Place", "type": "TXT"])
        try await call(.patch, "\(path)/custom-fields/\(field.id)", ["defaultValue": "Oslo", "status": "VISIBLE"])
        try await call(.get, "\(path)/custom-fields")
        try await call(.delete, "\(path)/custom-fields/\(field.id)")
        for list in ["/clients", "/tags", "/projects", "\(path)/tasks", "/custom-fields"] { try await call(.get, list) }
    }

    @Test("Users, workspaces and user groups have the documented shape")
    func people() async throws {
        let anna = try await call.addUser("anna")
        try await call(.put, "/users/\(anna)", ["status": "INACTIVE"])
        try await call(.put, "/users/\(anna)/cost-rate", ["amount": 1])
        try await call(.put, "/users/\(anna)/hourly-rate", ["amount": 2])
        try await call(.put, "/cost-rate", ["amount": 3])
        try await call(.put, "/hourly-rate", ["amount": 4, "currency": "USD"])
        try await call(.delete, "/users/\(anna)")
        try await call(.get, "")
        try await call(.get, "/users?memberships=ALL")
        try await call(.get, "/user?include-memberships=true")
        let group = try await call(.post, "/user-groups", ["name": "Team"])
        try await call(.post, "/user-groups/\(group.id)/users", ["userId": .string(anna)])
        try await call(.delete, "/user-groups/\(group.id)/users/\(anna)")
    }

    @Test("Time entries have the documented shape, and null where the live service has it")
    func timeEntries() async throws {
        let project = try await call(.post, "/projects", ["name": "Apollo"])
        let tag = try await call(.post, "/tags", ["name": "urgent"])
        let field = try await call(.post, "/custom-fields", ["name": "Place", "type": "TXT"])
        let entry = try await call(
            .post, "/time-entries",
            [
                "start": "2026-03-02T08:00:00Z", "projectId": .string(project.id), "tagIds": [.string(tag.id)], "billable": true,
                "customFields": [["customFieldId": .string(field.id), "value": "Oslo"]],
            ])
        #expect(entry["customFieldValues"]?[0]?["name"] == "Place")
        try await call(.get, "/time-entries/status/in-progress")
        #expect(try await call(.get, "/entities/updated?type=TIME_ENTRY").each("id") == [.string(entry.id)])
        try await call(.patch, "/user/\(me)/time-entries", ["end": "2026-03-02T09:00:00Z"])
        try await call(.put, "/time-entries/\(entry.id)", ["start": "2026-03-02T08:00:00Z", "end": "2026-03-02T09:30:00Z"])
        try await call(.post, "/user/\(me)/time-entries/\(entry.id)/duplicate")
        try await call(.post, "/user/\(me)/time-entries", ["start": "2026-03-02T10:00:00Z", "end": "2026-03-02T11:00:00Z"])
        try await call(.get, "/time-entries/\(entry.id)?hydrated=true")
        let list = try await call(.get, "/user/\(me)/time-entries")
        try await call(.put, "/user/\(me)/time-entries", [["id": .string(entry.id), "description": "Bulk"]])
        try await call(.patch, "/time-entries/invoiced", ["invoiced": true, "timeEntryIds": [.string(entry.id)]])
        try await call(.delete, "/user/\(me)/time-entries?time-entry-ids=\(list[0]?.id ?? "")")
        try await call(.delete, "/time-entries/\(entry.id)")
    }

    @Test("An entry is invoiced until it is marked otherwise")
    func invoiced() throws {
        let catalog = try Catalog.shared.get()
        let operation = try #require(catalog.operations.first { $0.id == "updateInvoicedStatus" })
        var state = SandboxState(samples: catalog.samples, things: .current, hasAllThings: true, now: .now)
        let entry = try #require(state.store.entities(.timeEntries).first)
        for isInvoiced in [true, false] {
            let body: JSONValue = ["invoiced": .bool(isInvoiced), "timeEntryIds": [.string(entry.id)]]
            _ = try state.setInvoiced(
                SandboxCall(operation: operation, pathValues: ["workspaceId": entry.scope], query: QueryItems(), body: body))
            #expect(state.isInvoiced(entry) == isInvoiced)
        }
    }
}
