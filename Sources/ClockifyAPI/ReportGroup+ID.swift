extension Clockify.ReportGroup {
    /// What the group is about, where that is one thing: a project, a client, a user; nil for a group of several tags.
    public var id: Clockify.EntityID? { ids?.count == 1 ? ids?.first : nil }
}
