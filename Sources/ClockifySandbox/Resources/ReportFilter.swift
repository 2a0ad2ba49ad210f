import ClockifyRuntime

/// The conditions of a report on its time entries.
struct ReportFilter: Sendable {
    private let query: ReportQuery
    private let users: ReferenceFilter
    private let groups: ReferenceFilter
    private let clients: ReferenceFilter
    private let projects: ReferenceFilter
    private let tasks: ReferenceFilter
    private let tags: ReferenceFilter
    private let currencies: ReferenceFilter
    private let customFields: [CustomFieldFilter]
    private let userCustomFields: [CustomFieldFilter]

    init(_ query: ReportQuery) {
        self.query = query
        users = ReferenceFilter(query["users"])
        groups = ReferenceFilter(query["userGroups"])
        clients = ReferenceFilter(query["clients"])
        projects = ReferenceFilter(query["projects"])
        tasks = ReferenceFilter(query["tasks"])
        currencies = ReferenceFilter(query["currency"])
        // Of the two conditions on tags, the one about the tags within an entry decides.
        var tagFilter = query["tags"].objectValue ?? [:]
        tagFilter["contains"] = tagFilter["containedInTimeentry"] ?? tagFilter["contains"]
        tags = ReferenceFilter(.object(tagFilter))
        customFields = (query["customFields"].arrayValue ?? []).map(CustomFieldFilter.init)
        userCustomFields = (query["userCustomFields"].arrayValue ?? []).map(CustomFieldFilter.init)
    }

    func accepts(_ reported: ReportedEntry, _ workspace: Entity?) -> Bool {
        acceptsReferences(reported, workspace) && acceptsText(reported.entry.text("description") ?? "")
            && acceptsStates(reported) && acceptsAudit(reported)
            && customFields.allSatisfy { $0.accepts(reported.entry["customFieldValues"]) }
    }

    /// Returns `true` if the conditions on users accept a user and the groups that the user belongs to.
    func accepts(_ user: Entity?, in groups: [Entity], _ workspace: Entity?) -> Bool {
        users.accepts(user.map { [$0.id] } ?? []) && Self.accepts(users.status, user, in: workspace)
            && self.groups.accepts(groups.map(\.id))
            && userCustomFields.allSatisfy { $0.accepts(user?["customFields"] ?? .null) }
    }

    /// Returns `true` if a user's time off passes, which has no project, tags, description and custom fields.
    func acceptsTimeOff(of user: Entity, in groups: [Entity], _ workspace: Entity?) -> Bool {
        accepts(user, in: groups, workspace) && [clients, projects, tasks, tags].allSatisfy { $0.accepts([]) } && acceptsText("")
            && query["billable"] != true && customFields.allSatisfy { $0.accepts([]) }
    }

    private func acceptsReferences(_ reported: ReportedEntry, _ workspace: Entity?) -> Bool {
        func ids(_ entity: Entity?) -> [String] { entity.map { [$0.id] } ?? [] }
        return accepts(reported.user, in: reported.groups, workspace)
            && clients.accepts(ids(reported.client)) && clients.acceptsStatus(isArchived: reported.client?.flag("archived"))
            && projects.accepts(ids(reported.project)) && projects.acceptsStatus(isArchived: reported.project?.flag("archived"))
            && tasks.accepts(ids(reported.task)) && tasks.acceptsStatus(isArchived: reported.task.map { $0.text("status") == "DONE" })
            && tags.accepts(reported.tags.map(\.id))
            && (reported.tags.isEmpty || reported.tags.contains { tags.acceptsStatus(isArchived: $0.flag("archived")) })
            && currencies.accepts([reported.client?.text("currencyId") ?? Seed.currency])
    }

    /// Returns `true` if a user's membership of the workspace has the status.
    static func accepts(_ status: String?, _ user: Entity?, in workspace: Entity?) -> Bool {
        guard let status, let user else { return true }
        let own = workspace?.memberships.first { $0["userId"]?.stringValue == user.id }?["membershipStatus"]?.stringValue
        return status == "ACTIVE_WITH_PENDING" ? own == "ACTIVE" || own == "PENDING" : own == status
    }

    private func acceptsText(_ description: String) -> Bool {
        if query["withoutDescription"] == true { return description.isEmpty }
        guard let words = query["description"].stringValue?.lowercased(), !words.isEmpty else { return true }
        return description.lowercased().contains(words)
    }

    private func acceptsStates(_ reported: ReportedEntry) -> Bool {
        if let billable = query["billable"].boolValue, billable != reported.isBillable { return false }
        if let archived = query["archived"].boolValue, let project = reported.project, archived != project.flag("archived") { return false }
        return Self.accepts(query["approvalState"], "APPROVED", reported.isApproved)
            && Self.accepts(query["invoicingState"], "INVOICED", reported.isInvoiced)
    }

    /// Returns `true` for a state of which there are two and `ALL`.
    static func accepts(_ wanted: JSONValue, _ state: String, _ isInState: Bool) -> Bool {
        guard let wanted = wanted.stringValue, wanted != "ALL" else { return true }
        return (wanted == state) == isInState
    }

    private func acceptsAudit(_ reported: ReportedEntry) -> Bool {
        let audit = query["detailedFilter"]["auditFilter"]
        if audit?["withoutProject"] == true, reported.project != nil { return false }
        if audit?["withoutTask"] == true, reported.task != nil { return false }
        guard let limit = audit?["duration"]?.intValue else { return true }
        return audit?["durationShorter"] == true ? reported.seconds < limit : reported.seconds > limit
    }
}
