@_spi(Generated) import ClockifyRuntime
import Foundation

extension Resource {
    static let sharedReports = Resource(
        collection: .sharedReports, name: "Shared report", parent: "workspaceId", sample: "saveSharedReportV1", required: [],
        uniqueNamesBy: nil)
}

/// The rules for shared reports, which are stored filters.
extension SandboxState {
    func listSharedReports(_ call: SandboxCall) -> Outcome {
        let reports = store.entities(.sharedReports, in: call.path("workspaceId")).filter { report in
            switch call.query["sharedReportsFilter"] {
            case "ALL_ADMIN": true
            case "CREATED_BY_ME": report.text("userId") == me
            case "SHARED_WITH_ME": report.text("userId") != me && isVisible(report)
            default: report.text("userId") == me || isVisible(report)
            }
        }
        let (shown, isLast) = pageful(of: reports, call)
        return .envelope(["count": .integer(Int64(reports.count)), "reports": .array(shown.map(overview))], isLast: isLast)
    }

    mutating func createSharedReport(_ call: SandboxCall) throws(Refusal) -> Outcome {
        var members: [String: JSONValue] = [
            "fixedDate": false, "isPublic": false, "name": "", "type": "SUMMARY", "userId": .string(me),
            "visibleToUserGroups": [], "visibleToUsers": [], "workspaceId": .string(call.path("workspaceId")),
        ]
        members.merge(call.members) { $1 }
        return .value(definition(of: store.insert(into: .sharedReports, scope: call.path("workspaceId"), members)))
    }

    /// Changes the name and the options that the request has. The filter and the type stay.
    mutating func updateSharedReport(_ call: SandboxCall) throws(Refusal) -> Outcome {
        var report = try find(.sharedReports, call.path("id"), call)
        report.members.merge(call.members) { $1 }
        store.replace(report, in: .sharedReports)
        return .value(definition(of: report))
    }

    /// Returns the report that the stored filter produces now.
    func renderSharedReport(_ call: SandboxCall) throws(Refusal) -> Outcome {
        guard let shared = store.entity(.sharedReports, call.path("id")) else { throw .unknown("Shared report") }
        let query = try sharedQuery(shared, call.query)
        var report =
            switch shared.text("type") {
            case "DETAILED": detailedReport(query)
            case "WEEKLY": try weeklyReport(query)
            case "ATTENDANCE": attendanceReport(query)
            case "EXPENSE_DETAILED", "EXPENSE_RECEIPT", "INVOICE_EXPENSE": expenseReport(query)
            default: summaryReport(query)
            }
        report.json["filters"] = .object(query.filter)
        return answer(report, query)
    }

    // MARK: One shared report

    private static let filters = [
        "DETAILED": "detailedFilter", "WEEKLY": "weeklyFilter", "ATTENDANCE": "attendanceFilter", "SUMMARY": "summaryFilter",
    ]

    /// Returns the stored query with what the request changes. A fixed date range cannot be changed; another one moves with time if
    /// it is relative.
    private func sharedQuery(_ shared: Entity, _ query: QueryItems) throws(Refusal) -> ReportQuery {
        var filter = shared["filter"].objectValue ?? [:]
        filter["exportType"] = query["exportType"].map { .string($0) }
        if let order = query["sortOrder"] { filter["sortOrder"] = .string(order) }
        let section = SandboxState.filters[shared.text("type") ?? ""]
        var paging = section.map { filter[$0]?.objectValue ?? [:] } ?? filter
        if let column = query["sortColumn"] { paging["sortColumn"] = .string(column) }
        for name in ["page", "pageSize"] { query.integer(name).map { paging[name] = .integer(Int64($0)) } }
        if let section { filter[section] = .object(paging) } else { filter = paging }

        let stored = try reportQuery(filter, in: shared.scope, paging: section)
        let asked = ["dateRangeStart", "dateRangeEnd"].map { query[$0] }
        if !shared.flag("fixedDate") {
            let type = filter["dateRangeType"]?.stringValue
            let range = RelativeDateRange(type, now: stored.local(now), weekStart: stored.weekStart)
            filter["dateRangeStart"] = (asked[0] ?? range?.start.parameterText).map { .string($0) } ?? filter["dateRangeStart"]
            filter["dateRangeEnd"] = (asked[1] ?? range?.end.parameterText).map { .string($0) } ?? filter["dateRangeEnd"]
        }
        return try reportQuery(filter, in: shared.scope, paging: section)
    }

    /// Returns a shared report without what only requests have.
    private func definition(of report: Entity) -> JSONValue {
        var members = report.members
        if case .object(var filter)? = members["filter"] {
            filter["userCustomFields"] = nil
            members["filter"] = .object(filter)
        }
        return .object(members)
    }

    private func isVisible(_ report: Entity) -> Bool {
        let groups = report.strings("visibleToUserGroups").compactMap { store.entity(.userGroups, $0) }
        return report.flag("isPublic") || report.strings("visibleToUsers").contains(me)
            || groups.contains { $0.strings("userIds").contains(me) }
    }

    /// Returns a shared report as lists have it, without its filter.
    private func overview(_ report: Entity) -> JSONValue {
        func named(_ member: String, _ collection: EntityCollection) -> JSONValue {
            .array(
                report.strings(member).map { id in
                    let members: [String: JSONValue] = ["id": .string(id), "name": store.entity(collection, id)?["name"] ?? .null]
                    return .object(members.present)
                })
        }
        let members: [String: JSONValue] = [
            "fixedDate": report["fixedDate"], "id": report["id"], "isPublic": report["isPublic"],
            "link": .string("https://app.clockify.me/shared/\(report.id)"), "name": report["name"],
            "reportAuthor": report.text("userId").flatMap { store.entity(.users, $0)?["name"] } ?? .null, "type": report["type"],
            "visibleToUserGroups": named("visibleToUserGroups", .userGroups), "visibleToUsers": named("visibleToUsers", .users),
        ]
        return .object(members.present)
    }
}
