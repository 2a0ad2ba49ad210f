import ClockifyAPI

extension SectionProbe {
    static let all = named + work + plans + money

    private static let period = "start=2026-01-01T00:00:00Z&end=2027-01-01T00:00:00Z"

    /// Approval requests, time off, holidays and assignments.
    static let plans: [SectionProbe] = [
        SectionProbe(
            name: "Approval", create: Step(.post, "/approval-requests", #"{"period": "MONTHLY", "periodStart": "2026-0<n>-01T00:00:00Z"}"#),
            list: Step(.get, "/approval-requests"),
            update: Change(
                step: Step(.patch, "/approval-requests/<id>", #"{"state": "APPROVED"}"#), member: "approvalRequest.status.state",
                value: "APPROVED"),
            filter: (Step(.get, "/approval-requests?status=APPROVED"), Step(.get, "/approval-requests?status=PENDING")),
            page: Step(.get, "/approval-requests?page-size=1&page=<page>"), id: "approvalRequest.id"),
        balances("Balance", "/time-off/balance"), balances("Balance (Deprecated)", "/balance"),
        policies("Policy", "/time-off/policies"), policies("Policy (Deprecated)", "/policies"),
        requests("Time Off", "/time-off"), requests("Time Off (Deprecated)", ""),
        SectionProbe(
            name: "Holiday",
            create: Step(
                .post, "/holidays",
                #"{"name": "Day <n>", "datePeriod": {"startDate": "2026-05-01", "endDate": "2026-05-01"}, "everyoneIncludingNew": true}"#),
            list: Step(.get, "/holidays"),
            update: Change(
                step: Step(
                    .put, "/holidays/<id>",
                    #"{"name": "May", "datePeriod": {"startDate": "2026-05-01", "endDate": "2026-05-01"}, "occursAnnually": true, "users": {"ids": ["<me>"]}}"#
                ), member: "name", value: "May"),
            delete: Step(.delete, "/holidays/<id>"),
            filter: (Step(.get, "/holidays?assigned-to=<me>"), Step(.get, "/holidays?assigned-to=none"))),
        SectionProbe(
            name: "Scheduling", setup: [("project", Step(.post, "/projects", #"{"name": "Apollo"}"#))],
            create: Step(
                .post, "/scheduling/assignments/recurring",
                #"{"start": "2026-03-02T00:00:00Z", "end": "2026-03-1<n>T12:00:00Z", "hoursPerDay": 4, "projectId": "<project>", "userId": "<me>"}"#
            ), list: Step(.get, "/scheduling/assignments/all?\(period)"),
            update: Change(
                step: Step(
                    .patch, "/scheduling/assignments/recurring/<id>",
                    #"{"start": "2026-03-02T00:00:00Z", "end": "2026-03-11T12:00:00Z", "hoursPerDay": 6}"#), member: "hoursPerDay", value: 6
            ),
            delete: Step(.delete, "/scheduling/assignments/recurring/<id>"),
            filter: (
                Step(.get, "/scheduling/assignments/all?\(period)&name=apo"), Step(.get, "/scheduling/assignments/all?\(period)&name=gem")
            ), page: Step(.get, "/scheduling/assignments/all?\(period)&page-size=1&page=<page>"), createdID: "0.id"),
        SectionProbe(
            name: "Scheduling (Deprecated)",
            setup: [
                ("id", Step(.post, "/projects", #"{"name": "Apollo"}"#)),
                (
                    "assignment",
                    Step(
                        .post, "/scheduling/assignments/recurring",
                        #"{"start": "2026-03-02T00:00:00Z", "end": "2026-03-04T00:00:00Z", "hoursPerDay": 4, "projectId": "<id>", "userId": "<me>"}"#
                    )
                ),
            ], list: Step(.get, "/scheduling/assignments/projects/totals?\(period)"),
            filter: (
                Step(.get, "/scheduling/assignments/projects/totals?\(period)&search=apo"),
                Step(.get, "/scheduling/assignments/projects/totals?\(period)&search=gem")
            ), id: "projectId"),
    ]

    private static let policy = #"{"name": "Policy <n>", "approve": {"requiresApproval": true}, "everyoneIncludingNew": true}"#
    private static let usedPolicy = (
        "policy",
        Step(
            .post, "/time-off/policies",
            #"{"name": "Plan", "approve": {"requiresApproval": true}, "everyoneIncludingNew": true, "allowNegativeBalance": true}"#)
    )

    private static func policies(_ name: String, _ path: String) -> SectionProbe {
        SectionProbe(
            name: name, create: Step(.post, path, policy), get: Step(.get, "\(path)/<id>"), list: Step(.get, path),
            update: Change(
                step: Step(
                    .put, "\(path)/<id>",
                    #"{"name": "First", "approve": {}, "allowHalfDay": true, "allowNegativeBalance": true, "archived": false, "everyoneIncludingNew": true, "users": {}, "userGroups": {}}"#
                ), member: "allowHalfDay", value: true), prepare: Step(.patch, "\(path)/<id>", #"{"status": "ARCHIVED"}"#),
            delete: Step(.delete, "\(path)/<id>"), filter: (Step(.get, "\(path)?name=fir"), Step(.get, "\(path)?status=ARCHIVED")),
            page: Step(.get, "\(path)?page-size=1&page=<page>"))
    }

    /// A balance of the current user and one of another.
    private static func balances(_ name: String, _ path: String) -> SectionProbe {
        SectionProbe(
            name: name,
            setup: [
                ("added", Step(.post, "/users?send-email=false", #"{"email": "anna@example.com"}"#)), usedPolicy,
                ("id", Step(.get, "~/user")),
            ], list: Step(.get, "\(path)/policy/<policy>"),
            update: Change(
                step: Step(.patch, "\(path)/policy/<policy>", #"{"userIds": ["<me>"], "value": 5}"#), member: "balance", value: 5),
            page: Step(.get, "\(path)/policy/<policy>?page-size=1&page=<page>"), items: "balances", id: "userId")
    }

    private static func requests(_ name: String, _ path: String) -> SectionProbe {
        let one = "\(path)/policies/<policy>/requests/<id>"
        let list = "\(path)/requests"
        return SectionProbe(
            name: name, setup: [usedPolicy],
            create: Step(
                .post, "\(path)/policies/<policy>/requests",
                #"{"note": "No. <n>", "timeOffPeriod": {"period": {"days": 1, "start": "2026-04-0<n>"}}}"#), list: Step(.post, list, "{}"),
            update: Change(step: Step(.patch, one, #"{"note": "Fine"}"#), member: "status.note", value: "Fine"), delete: Step(.delete, one),
            filter: (Step(.post, list, #"{"statuses": ["PENDING"]}"#), Step(.post, list, #"{"statuses": ["APPROVED"]}"#)),
            page: Step(.post, list, #"{"pageSize": 1, "page": <page>}"#), items: "requests")
    }
}
