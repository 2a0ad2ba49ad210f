import ClockifyRuntime
import Foundation

extension Resource {
    static let approvals = Resource(
        collection: .approvals, name: "Approval request", parent: "workspaceId", sample: "createApprrovalRequest")
}

/// The rules for approval requests. A request collects the time entries and expenses of a user and a period, and locks them until it is
/// rejected or withdrawn.
extension SandboxState {
    mutating func submitApproval(_ call: SandboxCall, for user: String) throws(Refusal) -> Outcome {
        let range = try approvalRange(call, for: user)
        if approvals(of: user, over: range, call).contains(where: { $0.holdsEntries }) {
            throw Refusal(400, code: 501, "Approval request for this period already exists")
        }
        var request = store.insert(
            into: .approvals, scope: call.path("workspaceId"),
            [
                "creator": .present([
                    "userEmail": store.entity(.users, me)?["email"] ?? .null, "userId": .string(me), "userName": userName(me),
                ]),
                "dateRange": ["end": .string(range.upperBound.parameterText), "start": .string(range.lowerBound.parameterText)],
                "owner": .present([
                    "startOfWeek": store.entity(.users, user)?["settings"]["weekStart"] ?? .null,
                    "timeZone": .string(calendar(of: user).zone.identifier), "userId": .string(user), "userName": userName(user),
                ]),
                "workspaceId": .string(call.path("workspaceId")),
            ])
        return .value(move(&request, to: "PENDING", note: nil))
    }

    /// Submits a rejected or withdrawn request again, with all entries that the period has now.
    mutating func resubmitApproval(_ call: SandboxCall, for user: String) throws(Refusal) -> Outcome {
        let range = try approvalRange(call, for: user)
        guard var request = approvals(of: user, over: range, call).last(where: { !$0.holdsEntries }) else {
            throw .unknown("Approval request")
        }
        return .value(move(&request, to: "PENDING", note: nil))
    }

    mutating func changeApproval(_ call: SandboxCall) throws(Refusal) -> Outcome {
        var request = try find(.approvals, call.path("approvalRequestId"), call)
        let new = call.members["state"]?.stringValue ?? ""
        let old = request.approvalState
        let next: [String] =
            switch old {
            case "PENDING": ["APPROVED", "REJECTED", "WITHDRAWN_SUBMISSION"]
            case "APPROVED": ["WITHDRAWN_APPROVAL"]
            default: ["PENDING"]
            }
        guard new == old || next.contains(new) else { throw .invalid("state", "the request is \(old)") }
        return .value(move(&request, to: new, note: call.members["note"]))
    }

    /// Lists approval requests by state. The service ignores other filters.
    func listApprovals(_ call: SandboxCall) -> Outcome {
        let state = call.query["status"]
        let requests = store.entities(.approvals, in: call.path("workspaceId")).filter { state == nil || $0.approvalState == state }
        let column = call.query["sort-column"]
        let isDescending = call.query["sort-order"] == "DESCENDING"
        let keyed = requests.map { request -> (request: Entity, key: String) in
            switch column {
            case "USER_ID": (request, request["owner"]["userId"]?.stringValue ?? "")
            case "START": (request, request["dateRange"]["start"]?.stringValue ?? "")
            case "UPDATED_AT": (request, request["status"]["updatedAt"]?.stringValue ?? "")
            default: (request, request.id)
            }
        }
        let sorted = keyed.sorted { left, right in
            left.key == right.key ? left.request.sequence < right.request.sequence : (left.key < right.key) != isDescending
        }
        let (page, isLast) = pageful(of: sorted.map(\.request), call)
        return .page(page.map(approvalDetails), isLast: isLast)
    }

    /// `true` if a user waits for the approval of a period.
    func hasPendingApproval(_ user: String, in workspace: String) -> Bool {
        store.entities(.approvals, in: workspace).contains { $0["owner"]["userId"]?.stringValue == user && $0.approvalState == "PENDING" }
    }

    /// Refuses to change a time entry or an expense that waits for approval or is approved.
    func checkUnlocked(_ entity: Entity, of resource: Resource = .timeEntries) throws(Refusal) {
        if entity.isHeld { throw Refusal(400, code: 501, "\(resource.name) is locked") }
    }

    /// Sets the state of a request, and collects the entries of its period or lets them go.
    private mutating func move(_ request: inout Entity, to state: String, note: JSONValue?) -> JSONValue {
        request.members["status"] = .present([
            "note": note ?? .null, "state": .string(state), "updatedAt": .string(now.parameterText), "updatedBy": .string(me),
            "updatedByUserName": userName(me),
        ])
        store.replace(request, in: .approvals)
        let id = request.id
        let user = request["owner"]["userId"]?.stringValue
        if request.holdsEntries {
            let range = request.approvalRange
            let scope = request.scope
            store.change(
                .timeEntries,
                where: { entry in
                    guard entry.scope == scope, entry.text("userId") == user, !entry.isRunning, let start = entry.start else {
                        return false
                    }
                    return range?.contains(start) == true && !entry.isHeld
                },
                {
                    $0.members["approvalRequestId"] = .string(id)
                    $0.members["isLocked"] = true
                })
            let calendar = calendar(of: user ?? "")
            store.change(
                .expenses,
                where: { expense in
                    guard expense.scope == scope, expense.text("userId") == user, !expense.isHeld,
                        let day = expense.text("date").flatMap(calendar.start(ofDay:))
                    else { return false }
                    return range?.contains(day) == true
                },
                {
                    $0.members["approvalRequestId"] = .string(id)
                    $0.members["locked"] = true
                })
        } else {
            // The entries and expenses still tell which request they were part of.
            store.change(.expenses, where: { $0.text("approvalRequestId") == id }) { $0.members["locked"] = false }
            store.change(.timeEntries, where: { $0.text("approvalRequestId") == id }) { $0.members["isLocked"] = false }
        }
        return request.value
    }

    private func approvals(of user: String, over range: ClosedRange<Date>, _ call: SandboxCall) -> [Entity] {
        store.entities(.approvals, in: call.path("workspaceId")).filter { request in
            request["owner"]["userId"]?.stringValue == user && request.approvalRange?.overlaps(range) == true
        }
    }

    /// Returns the week, half of a month or month that contains the requested start, in the user's time zone.
    private func approvalRange(_ call: SandboxCall, for user: String) throws(Refusal) -> ClosedRange<Date> {
        guard let given = call.members["periodStart"]?.stringValue.flatMap(TextFormat.instant) else {
            throw .invalid("periodStart", "is required")
        }
        let calendar = calendar(of: user)
        // The clock time of the start is local time of the user, as it is in lists of time entries.
        let day = calendar.startOfDay(calendar.reread(given))
        let first = calendar.adding(days: 1 - calendar.dayOfMonth(day), to: day)
        let start: Date
        let end: Date
        switch call.members["period"]?.stringValue {
        case "MONTHLY": (start, end) = (first, calendar.adding(months: 1, to: first))
        case "SEMI_MONTHLY":
            let middle = calendar.adding(days: 15, to: first)
            (start, end) = day < middle ? (first, middle) : (middle, calendar.adding(months: 1, to: first))
        default:
            let weekStart = store.entity(.users, user)?["settings"]["weekStart"]?.stringValue ?? "MONDAY"
            let back = (0..<7).first { calendar.weekday(calendar.adding(days: -$0, to: day)) == weekStart } ?? 0
            start = calendar.adding(days: -back, to: day)
            end = calendar.adding(days: 7, to: start)
        }
        return start...end.addingTimeInterval(-1)
    }
}

extension Entity {
    /// The state of an approval request.
    var approvalState: String { self["status"]["state"]?.stringValue ?? "" }

    /// `true` if an approval request waits or is approved, so that its entries are locked.
    var holdsEntries: Bool { ["PENDING", "APPROVED"].contains(approvalState) }

    /// `true` if a time entry or an expense is part of an approval request that locks it.
    var isHeld: Bool { text("approvalRequestId") != nil && (flag("isLocked") || flag("locked")) }

    /// The period of an approval request.
    var approvalRange: ClosedRange<Date>? {
        let range = self["dateRange"]
        guard let start = range["start"]?.stringValue.flatMap(TextFormat.instant),
            let end = range["end"]?.stringValue.flatMap(TextFormat.instant), start <= end
        else { return nil }
        return start...end
    }
}
