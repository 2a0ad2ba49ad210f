import ClockifyAPI
import ClockifySandbox
import Foundation
import HTTPTypes
import Testing

@Suite("Webhooks and changes")
struct WebhookTasks {
    let office = Office()
    var clockify: Clockify { office.clockify }
    var workspace: Clockify.WorkspaceID { office.workspace }

    @Test("A handler verifies deliveries and reads what they are about.")
    func handler() async throws {
        let webhook = try await clockify.webhooks.create(
            in: workspace,
            .init(
                name: "Entries", triggerSource: [], triggerSourceType: .workspaceID, url: "http://127.0.0.1/hook",
                webhookEvent: .newTimeEntry))
        let received = Lines()
        office.sandbox.deliveries.receive { request, body in
            let event = try WebhookEvent(headers: request.headerFields, body: body, token: webhook.authToken)
            if case .timeEntry(let entry) = try event.payload() { received.add(entry.description ?? "") }
            #expect(throws: (any Error).self) { try WebhookEvent(headers: request.headerFields, body: body, token: "forged") }
            return .ok
        }
        try await clockify.timeEntries.create(
            in: workspace,
            .init(start: try time("2026-03-02T09:00:00Z"), end: try time("2026-03-02T10:00:00Z"), description: "Plan"))
        await office.sandbox.deliveries.waitUntilDone()
        #expect(received.all == ["Plan"])
        let from = office.sandbox.clock.now.addingTimeInterval(-60)
        let logs = try await clockify.webhooks.listLogs(webhook.id, in: workspace, .init(from: from, to: from.addingTimeInterval(120)))
        #expect(logs.count == 1)
    }

    @Test("What was changed and deleted since the last look is told.")
    func changes() async throws {
        office.sandbox.clock.set(to: try time("2026-03-02T12:00:00Z"))
        let entries = try await ["kept", "gone"].asyncMap { description in
            try await clockify.timeEntries.create(
                in: workspace,
                .init(start: try time("2026-03-02T09:00:00Z"), end: try time("2026-03-02T10:00:00Z"), description: description))
        }
        let lastLook = office.sandbox.clock.now
        office.sandbox.clock.advance(by: .seconds(60))
        try await clockify.timeEntries.edit(entries[0].id, in: workspace) { $0.description = "changed" }
        try await clockify.timeEntries.delete(entries[1].id, in: workspace)
        office.sandbox.clock.advance(by: .seconds(120))

        let changes = clockify.entityChanges
        let now = office.sandbox.clock.now
        let updated = try await changes.allUpdated(in: workspace, types: [.timeEntry], start: lastLook, end: now).collect()
        #expect(updated.map(\.description) == ["changed"])
        #expect(updated.map { Clockify.TimeEntryID($0.id) } == [entries[0].id])
        let deleted = try await changes.allDeleted(in: workspace, types: [.timeEntry], start: lastLook, end: now).collect()
        #expect(deleted.map { Clockify.TimeEntryID($0.id) } == [entries[1].id])
    }
}

extension Sequence {
    fileprivate func asyncMap<Result>(_ transform: (Element) async throws -> Result) async throws -> [Result] {
        var all: [Result] = []
        for element in self { all.append(try await transform(element)) }
        return all
    }
}
