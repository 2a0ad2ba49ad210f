public import ClockifyAPI
public import Foundation

/// A local copy of a workspace's time entries that stays up to date without being fetched again.
///
/// It implements the documentation's guide "Entity Changes Use Cases", as an example to copy from.
///
///     var copy = try await LocalTimeEntries(of: workspace, in: quarter, from: clockify)     // step 1, once
///     try await copy.follow(clockify)                                                       // steps 2 and 3, as often as you like
///     try JSONEncoder().encode(copy).write(to: file)                                        // and go on from there tomorrow
///
/// It is a value: a step that fails leaves the copy unchanged. Changes may be reported twice, and in any order.
public struct LocalTimeEntries: Codable, Sendable, Equatable {
    /// What the copy keeps of a time entry.
    public struct Entry: Codable, Sendable, Equatable, Identifiable {
        /// The identifier in the service.
        public let id: Clockify.TimeEntryID
        /// What was worked on, as the user wrote it.
        public var description: String
        /// The user who worked; `nil` if the service does not say it.
        public var userId: Clockify.UserID?
        /// The project that the time was spent on, if any.
        public var projectId: Clockify.ProjectID?
        /// The task of the project, if any.
        public var taskId: Clockify.TaskID?
        /// The tags of the entry.
        public var tagIds: Set<Clockify.TagID>
        /// `true` if a client can be charged for the time.
        public var isBillable: Bool
        /// The moment when the timer was started.
        public var start: Date
        /// The end; `nil` while the timer is running.
        public var end: Date?
        /// The values of the workspace's custom fields.
        public var customFields: [Clockify.CustomFieldID: JSONValue] = [:]
    }

    /// The workspace whose entries are copied.
    public let workspace: Clockify.WorkspaceID
    /// Entries that start earlier are not kept.
    public let earliest: Date
    /// The entries by their identifiers.
    public private(set) var entries: [Clockify.TimeEntryID: Entry] = [:]
    /// The copy contains everything that happened up to this moment.
    public private(set) var moment: Date

    /// The last reported change of each entry and of each custom field's value.
    private var changes: [String: Date] = [:]
    /// The last reported deletion of each. It is kept as long as it may be reported again.
    private var deletions: [String: Date] = [:]

    /// The time by which each request for changes reaches back before the last one. The service reports deletions about a minute late, and
    /// its clock may differ from yours.
    static let overlap: TimeInterval = 300

    init(workspace: Clockify.WorkspaceID, earliest: Date, moment: Date) {
        self.workspace = workspace
        self.earliest = earliest
        self.moment = moment
    }

    // MARK: Applying changes

    mutating func add(_ row: Clockify.ReportTimeEntry) {
        guard let start = row.timeInterval?.start, start >= earliest else { return }
        var entry = Entry(
            id: row.id, description: row.description ?? "", userId: row.userId, projectId: row.projectId, taskId: row.taskId,
            tagIds: Set(row.tagIds ?? row.tags?.compactMap(\.id) ?? []), isBillable: row.billable ?? false, start: start,
            end: row.timeInterval?.end)
        for field in row.customFields ?? [] { entry.customFields[field.customFieldId] = field.value }
        entries[row.id] = entry
    }

    /// Step 2: applies changed entries first, because values belong to entries.
    mutating func apply(_ updates: [Clockify.UpdatedEntity]) {
        for update in updates where update.documentType == .timeEntry { apply(entry: update) }
        for update in updates where update.documentType == .timeEntryCustomFieldValue { apply(value: update) }
    }

    private mutating func apply(entry update: Clockify.UpdatedEntity) {
        let id = Clockify.TimeEntryID(rawValue: update.id.rawValue)
        guard isNews(update, of: id.rawValue), let start = update.timeInterval?.start else { return }
        guard start >= earliest else {
            entries[id] = nil
            return
        }
        entries[id] = Entry(
            id: id, description: update.description ?? "", userId: update.userId, projectId: update.projectId, taskId: update.taskId,
            tagIds: Set(update.tagIds ?? []), isBillable: update.billable ?? false, start: start, end: update.timeInterval?.end,
            customFields: entries[id]?.customFields ?? [:])
    }

    private mutating func apply(value update: Clockify.UpdatedEntity) {
        guard let id = update.timeEntryId, let field = update.customFieldId, isNews(update, of: "\(id)/\(field)") else { return }
        entries[id]?.customFields[field] = update.value
    }

    /// Returns `true` if the changed item was not deleted since, and records the time of the change.
    private mutating func isNews(_ update: Clockify.UpdatedEntity, of key: String) -> Bool {
        guard let date = update.auditMetadata?.updatedAt ?? update.auditMetadata?.createdAt else { return deletions[key] == nil }
        if let deleted = deletions[key], deleted >= date { return false }
        deletions[key] = nil
        changes[key] = max(date, changes[key] ?? date)
        return true
    }

    /// Step 3: applies deletions. An item that was changed after it was deleted has been restored, and is kept.
    mutating func apply(_ deleted: [Clockify.DeletedEntity]) {
        for deletion in deleted {
            switch deletion.documentType {
            case .timeEntry?:
                let id = Clockify.TimeEntryID(rawValue: deletion.id.rawValue)
                if isDeleted(id.rawValue, by: deletion) { entries[id] = nil }
            case .timeEntryCustomFieldValue?:
                guard let id = deletion.document?["timeEntryId"]?.stringValue, let field = deletion.document?["customFieldId"]?.stringValue,
                    isDeleted("\(id)/\(field)", by: deletion)
                else { continue }
                entries[.init(rawValue: id)]?.customFields[.init(rawValue: field)] = nil
            default: continue
            }
        }
    }

    private mutating func isDeleted(_ key: String, by deletion: Clockify.DeletedEntity) -> Bool {
        let date = deletion.deletedAt ?? moment
        if let changed = changes[key], changed > date { return false }
        changes[key] = nil
        deletions[key] = max(date, deletions[key] ?? date)
        return true
    }

    /// Moves ``moment`` forward, and forgets what no later request for changes will report again.
    mutating func arrive(at date: Date) {
        moment = max(moment, date)
        let oldest = moment.addingTimeInterval(-2 * LocalTimeEntries.overlap)
        changes = changes.filter { $0.value >= oldest }
        deletions = deletions.filter { $0.value >= oldest }
    }
}
