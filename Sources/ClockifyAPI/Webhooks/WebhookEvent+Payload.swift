extension WebhookEvent {
    /// The content of a delivery: the entity that the event is about.
    public enum Payload: Sendable, Equatable {
        /// A project.
        case project(Clockify.Project)
        /// A task.
        case task(Clockify.Task)
        /// A client.
        case client(Clockify.Client)
        /// A tag.
        case tag(Clockify.Tag)
        /// A time entry.
        case timeEntry(Clockify.TimeEntry)
        /// Several time entries.
        case timeEntries([Clockify.TimeEntry])
        /// A user.
        case user(Clockify.User)
        /// Several users.
        case users([Clockify.User])
        /// A user group.
        case userGroup(Clockify.UserGroup)
        /// An invoice.
        case invoice(Clockify.Invoice)
        /// An expense.
        case expense(Clockify.Expense)
        /// A scheduled assignment.
        case assignment(Clockify.Assignment)
        /// An approval request.
        case approvalRequest(Clockify.ApprovalRequest)
        /// A time off request.
        case timeOffRequest(Clockify.TimeOffRequest)
        /// A time off balance.
        case balance(Clockify.Balance)
        /// JSON as received: for an event that is not documented, for an event whose name does not imply an entity, and for a body that
        /// does not match the documented entity.
        case other(JSONValue)
    }

    /// Returns the entity that the event is about.
    ///
    /// The documentation lists the events, but not what each of them contains. The type of the entity is derived from the name of the
    /// event. A body that does not match is ``Payload/other(_:)``. Use ``decode(_:)`` to learn why it does not match.
    ///
    /// - Throws: `WebhookError.unreadablePayload` if the body is not JSON.
    public func payload() throws(WebhookError) -> Payload {
        if let payload = expectedPayload() { return payload }
        return .other(try decode(JSONValue.self))
    }

    private func expectedPayload() -> Payload? {
        switch type {
        case .newProject, .projectUpdated, .projectDeleted: read(Payload.project)
        case .newTask, .taskUpdated, .taskDeleted: read(Payload.task)
        case .newClient, .clientUpdated, .clientDeleted: read(Payload.client)
        case .newTag, .tagUpdated, .tagDeleted: read(Payload.tag)
        case .newTimerStarted, .timerStopped, .newTimeEntry, .timeEntryUpdated, .timeEntryDeleted, .timeEntryRestored:
            read(Payload.timeEntry)
        case .timeEntrySplit, .timeEntryBatchDeleted: read(Payload.timeEntries)
        case .userJoinedWorkspace, .userDeletedFromWorkspace, .userActivatedOnWorkspace, .userDeactivatedOnWorkspace,
            .userEmailChanged, .userUpdated:
            read(Payload.user)
        case .usersInvitedToWorkspace, .limitedUsersAddedToWorkspace: read(Payload.users)
        case .userGroupCreated, .userGroupUpdated, .userGroupDeleted: read(Payload.userGroup)
        case .newInvoice, .invoiceUpdated: read(Payload.invoice)
        case .expenseCreated, .expenseUpdated, .expenseDeleted, .expenseRestored: read(Payload.expense)
        case .assignmentCreated, .assignmentUpdated, .assignmentDeleted, .assignmentPublished: read(Payload.assignment)
        case .newApprovalRequest, .approvalRequestStatusUpdated: read(Payload.approvalRequest)
        case .timeOffRequested, .timeOffRequestApproved, .timeOffRequestRejected, .timeOffRequestWithdrawn: read(Payload.timeOffRequest)
        case .balanceUpdated: read(Payload.balance)
        // The documentation describes no entity for a rate.
        case .costRateUpdated, .billableRateUpdated: nil
        default: nil
        }
    }

    private func read<Entity: JSONReadable>(_ payload: (Entity) -> Payload) -> Payload? {
        (try? decode(Entity.self)).map(payload)
    }
}
