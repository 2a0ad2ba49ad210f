import ClockifyAPI
import ClockifySandbox
import SandboxTestSupport
import Testing

@Suite("Webhooks and custom fields of the sandbox")
struct SandboxWebhookTests {
    let sandbox = ClockifySandbox()

    @Test("A webhook can be created, listed, fetched, changed and deleted")
    func life() async throws {
        let webhooks = sandbox.client.webhooks
        #expect(try await webhooks.list(in: sandbox.workspace).webhooks == [])
        let webhook = try await webhooks.create(
            in: sandbox.workspace,
            .init(
                name: "hook", triggerSource: [], triggerSourceType: .workspaceID, url: "https://example.com/a", webhookEvent: .newTimeEntry)
        )
        #expect(webhook.enabled == true && webhook.userId == sandbox.user && webhook.webhookEvent == .newTimeEntry)
        let list = try await webhooks.list(in: sandbox.workspace)
        #expect(list.webhooks == [webhook] && list.workspaceWebhookCount == 1)
        #expect(try await webhooks.list(in: sandbox.workspace, type: .addon).webhooks == [])
        let changed = try await webhooks.update(
            webhook.id, in: sandbox.workspace,
            .init(triggerSource: [], triggerSourceType: .workspaceID, url: "https://example.com/b", webhookEvent: .newTag))
        #expect(changed.url == "https://example.com/b" && changed.name == "hook" && changed.authToken == webhook.authToken)
        #expect(try await webhooks.get(webhook.id, in: sandbox.workspace) == changed)
        try await webhooks.delete(webhook.id, in: sandbox.workspace)
        #expect(try await webhooks.list(in: sandbox.workspace).workspaceWebhookCount == 0)
        let failure = try await refusal { () throws(APIFailure) in try await webhooks.get(webhook.id, in: sandbox.workspace) }
        #expect(failure.isNotFound)
    }

    @Test("A new token replaces the old one and is different each time")
    func token() async throws {
        let webhooks = sandbox.client.webhooks
        var tokens: Set<String> = []
        let webhook = try await webhooks.create(
            in: sandbox.workspace,
            .init(name: "hook", triggerSource: [], triggerSourceType: .userID, url: "https://example.com", webhookEvent: .newTag))
        tokens.insert(webhook.authToken)
        for _ in 0..<3 {
            let renewed = try await webhooks.generateToken(webhook.id, in: sandbox.workspace)
            #expect(tokens.insert(renewed.authToken).inserted)
            #expect(try await webhooks.get(webhook.id, in: sandbox.workspace).authToken == renewed.authToken)
        }
    }

    @Test("A webhook without a name is rejected as a duplicate, as in the live service")
    func nameless() async throws {
        let answer = try await sandbox.raw(
            .post, sandbox.workspacePath + "/webhooks",
            json: #"{"triggerSource": [], "triggerSourceType": "USER_ID", "url": "https://example.com", "webhookEvent": "NEW_TAG"}"#)
        #expect(answer.status == 400 && answer.message == "Webhook already exists")
    }

    @Test("A custom field can be created, found by its kind, changed, assigned to a project and deleted")
    func customFields() async throws {
        let fields = sandbox.client.customFields
        let workspace = sandbox.workspace
        let field = try await fields.create(
            in: workspace,
            .init(name: "location", type: .dropdownMultiple, allowedValues: ["Rome", "Oslo"], workspaceDefaultValue: ["Oslo"]))
        let other = try await fields.create(in: workspace, .init(name: "cost", type: .number, entityType: .user, status: .invisible))
        #expect(field.status == .visible && field.workspaceDefaultValue == ["Oslo"] && field.workspaceId == workspace)
        #expect(Set(try await fields.list(in: workspace).map(\.id)) == [field.id, other.id])
        #expect(try await fields.list(in: workspace, name: "loc").map(\.id) == [field.id])
        #expect(try await fields.list(in: workspace, status: .invisible).map(\.id) == [other.id])
        #expect(try await fields.list(in: workspace, entityTypes: [.user]).map(\.id) == [other.id])

        let project = try #require(try await sandbox.client.projects.list(in: workspace).first).id
        let ofProject = try await fields.updateForProject(
            field.id, in: workspace, project: project, .init(defaultValue: ["Rome"], status: .invisible))
        #expect(ofProject.projectDefaultValues?.map(\.value) == [["Rome"]])
        #expect(try await fields.listForProject(in: workspace, project: project, status: .invisible).count == 2)
        #expect(try await fields.list(in: workspace, status: .visible).map(\.id) == [field.id])
        let removed = try await fields.removeFromProject(field.id, in: workspace, project: project)
        #expect(removed.projectDefaultValues == [])

        let changed = try await fields.update(field.id, in: workspace, .init(name: "place", type: .dropdownMultiple))
        #expect(changed.name == "place" && changed.allowedValues == ["Rome", "Oslo"])
        try await fields.delete(field.id, in: workspace)
        #expect(try await fields.list(in: workspace).map(\.id) == [other.id])
    }

    @Test("A default value of another type than the field is rejected", arguments: [JSONValue.string("x"), true])
    func value(value: JSONValue) async throws {
        let failure = try await refusal { () throws(APIFailure) in
            try await sandbox.client.customFields.create(
                in: sandbox.workspace, .init(name: "cost", type: .number, workspaceDefaultValue: value))
        }
        #expect(failure.status == .badRequest && failure.message?.contains("workspaceDefaultValue") == true)
    }
}
