public import ClockifyAPI

/// A model of the library that a sandbox can store as a value.
public protocol SandboxEntity: ResponseModel, Sendable {
    /// The name of the collection in which sandboxes store such values, such as `projects`.
    static var sandboxCollection: String { get }
}

extension Clockify.ApprovalRequest: SandboxEntity {
    /// `approvals`
    public static var sandboxCollection: String { "approvals" }
}
extension Clockify.Assignment: SandboxEntity {
    /// `assignments`
    public static var sandboxCollection: String { "assignments" }
}
extension Clockify.Balance: SandboxEntity {
    /// `balances`
    public static var sandboxCollection: String { "balances" }
}
extension Clockify.Client: SandboxEntity {
    /// `clients`
    public static var sandboxCollection: String { "clients" }
}
extension Clockify.CustomField: SandboxEntity {
    /// `customFields`
    public static var sandboxCollection: String { "customFields" }
}
extension Clockify.Expense: SandboxEntity {
    /// `expenses`
    public static var sandboxCollection: String { "expenses" }
}
extension Clockify.ExpenseCategory: SandboxEntity {
    /// `expenseCategories`
    public static var sandboxCollection: String { "expenseCategories" }
}
extension Clockify.Holiday: SandboxEntity {
    /// `holidays`
    public static var sandboxCollection: String { "holidays" }
}
extension Clockify.Invoice: SandboxEntity {
    /// `invoices`
    public static var sandboxCollection: String { "invoices" }
}
extension Clockify.Policy: SandboxEntity {
    /// `policies`
    public static var sandboxCollection: String { "policies" }
}
extension Clockify.Project: SandboxEntity {
    /// `projects`
    public static var sandboxCollection: String { "projects" }
}
extension Clockify.SharedReport: SandboxEntity {
    /// `sharedReports`
    public static var sandboxCollection: String { "sharedReports" }
}
extension Clockify.Tag: SandboxEntity {
    /// `tags`
    public static var sandboxCollection: String { "tags" }
}
extension Clockify.Task: SandboxEntity {
    /// `tasks`
    public static var sandboxCollection: String { "tasks" }
}
extension Clockify.TimeEntry: SandboxEntity {
    /// `timeEntries`
    public static var sandboxCollection: String { "timeEntries" }
}
extension Clockify.TimeOffRequest: SandboxEntity {
    /// `timeOffRequests`
    public static var sandboxCollection: String { "timeOffRequests" }
}
extension Clockify.User: SandboxEntity {
    /// `users`
    public static var sandboxCollection: String { "users" }
}
extension Clockify.UserGroup: SandboxEntity {
    /// `userGroups`
    public static var sandboxCollection: String { "userGroups" }
}
extension Clockify.Webhook: SandboxEntity {
    /// `webhooks`
    public static var sandboxCollection: String { "webhooks" }
}
extension Clockify.Workspace: SandboxEntity {
    /// `workspaces`
    public static var sandboxCollection: String { "workspaces" }
}

/// The kinds of entities that are added as values, and their models.
enum SandboxEntities {
    static let kinds: [String: EntityKind] = Dictionary(
        [
            EntityKind.approvals, .assignments, .balances, .clients, .customFields, .expenses, .expenseCategories, .holidays, .invoices,
            .invoicePayments, .policies, .projects, .sharedReports, .tags, .tasks, .timeEntries, .timeOffRequests, .users, .userGroups,
            .webhooks, .workspaces,
        ].map { ($0.resource.collection.rawValue, $0) }
    ) { first, _ in first }

    private static let entities: [any SandboxEntity.Type] = [
        Clockify.ApprovalRequest.self, Clockify.Assignment.self, Clockify.Balance.self, Clockify.Client.self, Clockify.CustomField.self,
        Clockify.Expense.self, Clockify.ExpenseCategory.self, Clockify.Holiday.self, Clockify.Invoice.self, Clockify.Policy.self,
        Clockify.Project.self, Clockify.SharedReport.self, Clockify.Tag.self, Clockify.Task.self, Clockify.TimeEntry.self,
        Clockify.TimeOffRequest.self, Clockify.User.self, Clockify.UserGroup.self, Clockify.Webhook.self, Clockify.Workspace.self,
    ]

    /// The models by the name of their collection. A payment is not an entity that can be added by itself.
    static let models: [String: any ResponseModel.Type] = Dictionary(
        entities.map { ($0.sandboxCollection, $0 as any ResponseModel.Type) } + [
            (EntityKind.invoicePayments.resource.collection.rawValue, Clockify.InvoicePayment.self)
        ]
    ) { first, _ in first }
}
