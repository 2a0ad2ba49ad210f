import ClockifyRuntime
import Foundation

extension Resource {
    static let webhooks = Resource(
        collection: .webhooks, name: "Webhook", parent: "workspaceId", sample: "createWebhook", initial: ["enabled": true],
        required: [], uniqueNamesBy: nil)
}

/// The rules for webhooks.
extension SandboxState {
    func listWebhooks(_ call: SandboxCall) throws(Refusal) -> Outcome {
        // The live service fails in this case.
        if call.query["type"] == "SYSTEM" { throw Refusal(500, code: 500, "Internal server error") }
        let all = store.entities(.webhooks, in: call.path("workspaceId"))
        // All webhooks were created by a user; none belongs to the system or to an add-on.
        let isOwn = call.pathValues["addonId"] == nil && (call.query["type"] ?? "USER_CREATED") == "USER_CREATED"
        return .value(["webhooks": .array(isOwn ? all.map(\.value) : []), "workspaceWebhookCount": .integer(Int64(all.count))])
    }

    mutating func createWebhook(_ call: SandboxCall) throws(Refusal) -> Outcome {
        try checkWebhookLimit(in: call.path("workspaceId"))
        var webhook = try create(.webhooks, call)
        webhook.members["userId"] = .string(me)
        webhook.members["authToken"] = .string(SandboxState.token(number: webhook.sequence))
        store.replace(webhook, in: .webhooks)
        return .value(webhook.value)
    }

    /// Refuses a webhook beyond those that the workspace's plan allows.
    private func checkWebhookLimit(in workspace: String) throws(Refusal) {
        let plan = store.entity(.workspaces, workspace)?.text("featureSubscriptionType") ?? "FREE"
        let (ofUser, ofWorkspace) =
            switch plan {
            case "FREE": (3, 3)
            case "ENTERPRISE": (100, 300)
            default: (10, 100)
            }
        let all = store.entities(.webhooks, in: workspace)
        guard all.count < ofWorkspace, all.filter({ $0.text("userId") == me }).count < ofUser else {
            throw Refusal(400, code: 501, "The limit of webhooks is reached")
        }
    }

    /// Lists the attempts to deliver what a webhook sent, by when they ended and by whether they succeeded.
    func listWebhookLogs(_ call: SandboxCall) throws(Refusal) -> Outcome {
        let webhook = try find(.webhooks, call.path("webhookId"), call)
        func bound(_ name: String) -> Date? { call.members[name]?.stringValue.flatMap(TextFormat.instant) }
        let (from, to) = (bound("from"), bound("to"))
        let status = call.members["status"]?.stringValue ?? "ALL"
        let entries = webhookLog.entries(of: webhook.id, at: now).filter { entry in
            if let from, entry.date < from { return false }
            if let to, entry.date > to { return false }
            return status == "ALL" || entry.hasSucceeded == (status == "SUCCEEDED")
        }
        let (page, isLast) = pageful(of: call.members["sortByNewest"] == true ? entries.reversed() : entries, call)
        return .page(page.map(\.value), isLast: isLast)
    }

    mutating func deleteWebhook(_ call: SandboxCall) throws(Refusal) -> Outcome {
        _ = try delete(.webhooks, call.path("webhookId"), call)
        return .done
    }

    /// Replaces the token, which invalidates the previous one.
    mutating func renewWebhookToken(_ call: SandboxCall) throws(Refusal) -> Outcome {
        var webhook = try find(.webhooks, call.path("webhookId"), call)
        webhook.members["authToken"] = .string(SandboxState.token(number: store.makeSequence()))
        store.replace(webhook, in: .webhooks)
        return .value(webhook.value)
    }

    /// Returns a delivery token in the service's format, without a valid signature.
    static func token(number: Int) -> String {
        let payload = Data("{\"iss\":\"sandbox\",\"jti\":\"\(number)\"}".utf8).base64EncodedString()
        return "eyJhbGciOiJub25lIiwidHlwIjoiSldUIn0.\(payload.filter { $0 != "=" })."
    }
}
