import ClockifyRuntime
import Foundation

extension Resource {
    static let webhooks = Resource(
        collection: .webhooks, name: "Webhook", parent: "workspaceId", sample: "createWebhook", initial: ["enabled": true],
        required: [], uniqueNamesBy: nil)
}

/// Rules of webhooks. Nothing is ever delivered, so that there are no logs.
extension SandboxState {
    func listWebhooks(_ call: SandboxCall) throws(Refusal) -> Outcome {
        let all = store.entities(.webhooks, in: call.path("workspaceId"))
        // Those that a user made; none belongs to the system or to an add-on.
        let isOwn = call.pathValues["addonId"] == nil && (call.query["type"] ?? "USER_CREATED") == "USER_CREATED"
        return .value(["webhooks": .array(isOwn ? all.map(\.value) : []), "workspaceWebhookCount": .integer(Int64(all.count))])
    }

    mutating func createWebhook(_ call: SandboxCall) throws(Refusal) -> Outcome {
        // What the service says of a webhook without a name.
        guard call.members["name"]?.stringValue != nil else { throw Refusal(400, code: 501, "Webhook already exists") }
        var webhook = try create(.webhooks, call)
        webhook.members["userId"] = .string(me)
        webhook.members["authToken"] = .string(SandboxState.token(number: webhook.sequence))
        store.replace(webhook, in: .webhooks)
        return .value(webhook.value)
    }

    mutating func deleteWebhook(_ call: SandboxCall) throws(Refusal) -> Outcome {
        _ = try delete(.webhooks, call.path("webhookId"), call)
        return .done
    }

    /// The token before it is worth nothing any more.
    mutating func renewWebhookToken(_ call: SandboxCall) throws(Refusal) -> Outcome {
        var webhook = try find(.webhooks, call.path("webhookId"), call)
        webhook.members["authToken"] = .string(SandboxState.token(number: store.makeSequence()))
        store.replace(webhook, in: .webhooks)
        return .value(webhook.value)
    }

    /// A delivery token like the service's in form; it is signed by nobody.
    static func token(number: Int) -> String {
        let payload = Data("{\"iss\":\"sandbox\",\"jti\":\"\(number)\"}".utf8).base64EncodedString()
        return "eyJhbGciOiJub25lIiwidHlwIjoiSldUIn0.\(payload.filter { $0 != "=" })."
    }
}
