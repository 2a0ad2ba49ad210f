import ClockifyAPI
import ClockifyRuntime

extension SandboxState {
    /// Returns what the webhooks of the workspace deliver because of a call that was carried out.
    mutating func deliveries(of call: SandboxCall) -> [WebhookDeliveryOrder] {
        guard let rules = EventRules.byOperation[call.operation.id] else { return [] }
        let workspace = call.path("workspaceId")
        let webhooks = store.entities(.webhooks, in: workspace).filter { $0.flag("enabled") }
        guard !webhooks.isEmpty else { return [] }
        var deliveries: [WebhookDeliveryOrder] = []
        for rule in rules {
            let interested = webhooks.filter { $0.text("webhookEvent") == rule.event.rawValue }
            guard !interested.isEmpty else { continue }
            for subjects in rule.subjects(of: call, in: self) {
                for webhook in interested {
                    let wanted = subjects.filter { isWanted($0, by: webhook, in: workspace) }
                    guard let first = wanted.first else { continue }
                    let content = rule.isBatch ? .array(wanted.map { self.content($0, in: workspace) }) : content(first, in: workspace)
                    deliveryCount += 1
                    deliveries.append(
                        WebhookDeliveryOrder(
                            number: deliveryCount, webhook: webhook.id, url: webhook.text("url") ?? "",
                            token: webhook.text("authToken") ?? "", event: rule.event.rawValue, body: content.description))
                }
            }
        }
        return deliveries
    }

    /// `true` if what an event is about belongs to one of the webhook's trigger sources. A webhook without sources wants everything.
    private func isWanted(_ subject: EventRule.Subject, by webhook: Entity, in workspace: String) -> Bool {
        let sources = Set(webhook.strings("triggerSource"))
        guard !sources.isEmpty, let type = webhook.text("triggerSourceType") else { return true }
        let entity = subject.entity
        func own(_ collection: EntityCollection, or ids: [String?]) -> [String?] { subject.collection == collection ? [entity.id] : ids }
        let ids: [String?] =
            switch type {
            case "PROJECT_ID": own(.projects, or: [entity.text("projectId")])
            case "TASK_ID": own(.tasks, or: [entity.text("taskId")])
            case "TAG_ID": own(.tags, or: entity.strings("tagIds"))
            case "USER_ID": own(.users, or: users(of: subject))
            case "ASSIGNMENT_ID": own(.assignments, or: [])
            case "EXPENSE_ID": own(.expenses, or: [])
            default: [workspace]
            }
        return ids.contains { $0.map(sources.contains) ?? false }
    }

    /// Returns the users that something belongs to: whoever made the call if it belongs to no one.
    private func users(of subject: EventRule.Subject) -> [String] {
        let entity = subject.entity
        switch subject.collection {
        case .approvals: return [entity["owner"]["userId"]?.stringValue ?? me]
        case .userGroups: return entity.strings("userIds")
        default: return [entity.text("userId") ?? me]
        }
    }

    /// Returns the entity that a delivery contains.
    private func content(_ subject: EventRule.Subject, in workspace: String) -> JSONValue {
        let entity = subject.entity
        switch subject.collection {
        case .users: return presentUser(entity, in: workspace)
        case .invoices: return presentInvoice(entity)
        case .expenses: return SandboxState.presentExpense(entity)
        case .assignments: return presentAssignment(entity)
        case .timeOffRequests, .balances:
            guard let policy = store.entity(.policies, entity.scope) else { return entity.value }
            return subject.collection == .balances
                ? .object(presentBalance(entity, by: policy).present) : presentTimeOff(entity, by: policy)
        case .approvals: return entity.value
        default: return present(entity, for: QueryItems())
        }
    }
}
