extension Clockify {
    /// An entity of a workspace, for code that works with entities of any kind:
    ///
    ///     func belongs(_ entity: some Clockify.WorkspaceEntity, to workspace: Clockify.WorkspaceID) -> Bool {
    ///         entity.workspaceId == workspace
    ///     }
    ///
    /// Entities with a name are `NamedEntityModel` too.
    public protocol WorkspaceEntity: EntityModel {
        /// The workspace; `nil` if the service does not say it.
        var workspaceId: WorkspaceID? { get }
    }
}

extension Clockify.ApprovalRequest: Clockify.WorkspaceEntity {}
extension Clockify.Assignment: Clockify.WorkspaceEntity {}
extension Clockify.Balance: Clockify.WorkspaceEntity {}
extension Clockify.Client: Clockify.WorkspaceEntity {}
extension Clockify.CustomField: Clockify.WorkspaceEntity {}
extension Clockify.DeletedHoliday: Clockify.WorkspaceEntity {}
extension Clockify.Expense: Clockify.WorkspaceEntity {}
extension Clockify.ExpenseCategory: Clockify.WorkspaceEntity {}
extension Clockify.ExpenseDetails: Clockify.WorkspaceEntity {}
extension Clockify.ExpenseReportEntry: Clockify.WorkspaceEntity {}
extension Clockify.Holiday: Clockify.WorkspaceEntity {}
extension Clockify.Milestone: Clockify.WorkspaceEntity {}
extension Clockify.Policy: Clockify.WorkspaceEntity {}
extension Clockify.Project: Clockify.WorkspaceEntity {}
extension Clockify.SharedReport: Clockify.WorkspaceEntity {}
extension Clockify.Tag: Clockify.WorkspaceEntity {}
extension Clockify.TimeEntry: Clockify.WorkspaceEntity {}
extension Clockify.TimeOffRequest: Clockify.WorkspaceEntity {}
extension Clockify.UpdatedEntity: Clockify.WorkspaceEntity {}
extension Clockify.UserGroup: Clockify.WorkspaceEntity {}
extension Clockify.Webhook: Clockify.WorkspaceEntity {}
