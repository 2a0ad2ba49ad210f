import ClockifyAPI

extension SectionProbe {
    /// Invoices, expenses and shared reports.
    static let money: [SectionProbe] = [
        SectionProbe(
            name: "Invoice", setup: [("client", Step(.post, "/clients", #"{"name": "Customer"}"#))],
            create: Step(
                .post, "/invoices",
                #"{"clientId": "<client>", "currency": "EUR", "dueDate": "2026-04-01T08:00:00Z", "issuedDate": "2026-03-0<n>T08:00:00Z", "number": "A-<n>"}"#
            ), get: Step(.get, "/invoices/<id>"), list: Step(.get, "/invoices?page-size=200"),
            update: Change(
                step: Step(
                    .put, "/invoices/<id>",
                    #"{"currency": "EUR", "discountPercent": 0, "dueDate": "2026-04-01T08:00:00Z", "issuedDate": "2026-03-01T08:00:00Z", "number": "B-1", "tax2Percent": 0, "taxPercent": 0}"#
                ), member: "number", value: "B-1"), delete: Step(.delete, "/invoices/<id>"),
            filter: (Step(.get, "/invoices?statuses=UNSENT&page-size=200"), Step(.get, "/invoices?statuses=PAID&page-size=200")),
            page: Step(.get, "/invoices?page-size=1&page=<page>"), items: "invoices"),
        SectionProbe(
            name: "Expense", setup: purpose, create: expense("No. <n>"), get: Step(.get, "/expenses/<id>"), list: Step(.get, "/expenses"),
            update: Change(
                step: Step(
                    .put, "/expenses/<id>",
                    form: [
                        "amount": "1", "categoryId": "<category>", "changeFields": "NOTES", "date": "2026-03-02T00:00:00Z", "file": "",
                        "notes": "Bus", "userId": "<me>",
                    ]), member: "notes", value: "Bus"), delete: Step(.delete, "/expenses/<id>"),
            filter: (Step(.get, "/expenses?user-id=<me>"), Step(.get, "/expenses?user-id=64a687e29ae1f428e7ebe399")),
            page: Step(.get, "/expenses?page-size=1&page=<page>"), items: "expenses.expenses"),
        SectionProbe(
            name: "Expense Report", setup: purpose + [("id", expense("Train")), ("other", expense("Bus"))], list: report(""),
            filter: (report(#", "note": "tra""#), report(#", "note": "bus""#)), page: report(#", "page": <page>, "pageSize": 1"#),
            items: "expenses"),
        SectionProbe(
            name: "Shared Report",
            create: Step(
                .post, "/shared-reports",
                #"{"name": "Report <n>", "type": "DETAILED", "filter": {\#(range), "description": "No. <n>", "detailedFilter": {}}}"#),
            get: Step(.get, "~/shared-reports/<id>"), mark: ("filters.description", "No. 1"), list: Step(.get, "/shared-reports"),
            update: Change(step: Step(.put, "/shared-reports/<id>", #"{"name": "First"}"#), member: "name", value: "First"),
            delete: Step(.delete, "/shared-reports/<id>"),
            filter: (
                Step(.get, "/shared-reports?sharedReportsFilter=CREATED_BY_ME"),
                Step(.get, "/shared-reports?sharedReportsFilter=SHARED_WITH_ME")
            ), page: Step(.get, "/shared-reports?pageSize=1&page=<page>"), items: "reports"),
    ]

    private static let range = #""dateRangeStart": "2026-01-01T00:00:00Z", "dateRangeEnd": "2026-12-31T23:59:59Z""#
    /// What an expense refers to.
    private static let purpose = [
        ("category", Step(.post, "/expenses/categories", #"{"name": "Travel"}"#)),
        ("project", Step(.post, "/projects", #"{"name": "Apollo"}"#)),
    ]

    private static func expense(_ notes: String) -> Step {
        Step(
            .post, "/expenses",
            form: [
                "amount": "12.5", "categoryId": "<category>", "date": "2026-03-02T00:00:00Z", "file": "receipt", "notes": notes,
                "projectId": "<project>", "userId": "<me>",
            ])
    }

    private static func report(_ members: String) -> Step { Step(.post, "/reports/expenses/detailed", "{\(range)\(members)}") }
}
