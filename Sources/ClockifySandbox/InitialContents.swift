extension ClockifySandbox {
    /// What a new sandbox contains, besides a user and a workspace.
    public enum InitialContents: String, CaseIterable, Sendable {
        /// Nothing.
        case empty
        /// Some clients, tags and tasks, and enough projects to fill several pages.
        case demo
        /// Also everything that the documentation's samples refer to by identifier, so that the samples can be sent unchanged.
        case documented
    }
}
