extension Clockify.ReportGroup {
    /// The id of the project, client, user or other entity that the group is about; `nil` for a group of several tags.
    public var id: Clockify.EntityID? { ids?.count == 1 ? ids?.first : nil }
}
