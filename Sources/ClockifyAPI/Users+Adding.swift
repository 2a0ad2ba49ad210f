extension Clockify.Operations.Users {
    /// Invites a user to a workspace. The same as `clockify.workspaces.addUser`, where the documentation has it.
    ///
    /// - Parameters:
    ///   - workspace: The workspace.
    ///   - body: The user to invite.
    ///   - sendEmail: Whether the user gets an email; `nil` for what the service does by default.
    /// - Returns: The workspace.
    /// - Throws: `APIFailure`.
    @discardableResult
    public func add(
        in workspace: Clockify.WorkspaceID, _ body: Clockify.NewUser, sendEmail: Bool? = nil
    ) async throws(APIFailure) -> Clockify.Workspace {
        try await Clockify.Operations.Workspaces(client: client).addUser(in: workspace, body, sendEmail: sendEmail)
    }
}
