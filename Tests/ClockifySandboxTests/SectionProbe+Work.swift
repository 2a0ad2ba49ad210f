import ClockifyAPI

extension SectionProbe {
    /// Clients, tags, groups and the like: what has a name.
    static let named: [SectionProbe] = [
        named("Client", "/clients", change: #"{"name": "First", "note": "n", "archived": true}"#, member: "note", value: "n"),
        named("Tag", "/tags", change: #"{"name": "First", "archived": true}"#, member: "name", value: "First"),
        named("Project", "/projects", change: #"{"name": "First", "note": "n", "archived": true}"#, member: "note", value: "n"),
        SectionProbe(
            name: "Task", setup: [("project", Step(.post, "/projects", #"{"name": "Apollo"}"#))],
            create: Step(.post, "/projects/<project>/tasks", #"{"name": "Task <n>"}"#), get: Step(.get, "/projects/<project>/tasks/<id>"),
            list: Step(.get, "/projects/<project>/tasks"),
            update: Change(
                step: Step(.put, "/projects/<project>/tasks/<id>", #"{"name": "First", "status": "DONE"}"#), member: "status", value: "DONE"
            ),
            delete: Step(.delete, "/projects/<project>/tasks/<id>"),
            filter: (Step(.get, "/projects/<project>/tasks?name=fir"), Step(.get, "/projects/<project>/tasks?is-active=true")),
            page: Step(.get, "/projects/<project>/tasks?page-size=1&page=<page>")),
        SectionProbe(
            name: "Group", create: Step(.post, "/user-groups", #"{"name": "Group <n>"}"#), list: Step(.get, "/user-groups"),
            update: Change(step: Step(.put, "/user-groups/<id>", #"{"name": "First"}"#), member: "name", value: "First"),
            delete: Step(.delete, "/user-groups/<id>"),
            filter: (Step(.get, "/user-groups?name=fir"), Step(.get, "/user-groups?name=group")),
            page: Step(.get, "/user-groups?page-size=1&page=<page>")),
        SectionProbe(
            name: "Custom fields", create: Step(.post, "/custom-fields", #"{"name": "Field <n>", "type": "TXT"}"#),
            list: Step(.get, "/custom-fields"),
            update: Change(
                step: Step(.put, "/custom-fields/<id>", #"{"name": "First", "type": "TXT", "status": "INVISIBLE"}"#), member: "status",
                value: "INVISIBLE"), delete: Step(.delete, "/custom-fields/<id>"),
            filter: (Step(.get, "/custom-fields?name=fir"), Step(.get, "/custom-fields?status=VISIBLE"))),
    ]

    /// Workspaces, users, webhooks, time entries and what is reported about these.
    static let work: [SectionProbe] = [
        SectionProbe(
            name: "Workspace", create: Step(.post, "~/workspaces", #"{"name": "Workspace <n>"}"#), get: Step(.get, "~/workspaces/<id>"),
            list: Step(.get, "~/workspaces"),
            update: Change(
                step: Step(.put, "~/workspaces/<id>/hourly-rate", #"{"amount": 900, "currency": "EUR"}"#), member: "hourlyRate.amount",
                value: 900), filter: (Step(.get, "~/workspaces?roles=OWNER"), Step(.get, "~/workspaces?roles=PROJECT_MANAGER"))),
        // Its only operation has no effect.
        SectionProbe(name: "Workspace (Deprecated)", setup: [("id", Step(.delete, "/users/<me>"))]),
        SectionProbe(
            name: "User",
            setup: [
                ("added", Step(.post, "/users?send-email=false", #"{"email": "anna@example.com"}"#)), ("id", Step(.get, "~/user")),
            ], get: Step(.get, "~/user"), list: Step(.get, "/users"),
            update: Change(step: Step(.patch, "/member-profile/<id>", #"{"name": "Jane"}"#), member: "name", value: "Jane"),
            filter: (Step(.post, "/users/info", #"{"name": "jane"}"#), Step(.get, "/users?email=anna")),
            page: Step(.get, "/users?page-size=1&page=<page>")),
        SectionProbe(
            name: "Webhooks", create: Step(.post, "/webhooks", hook("Hook <n>", "https://example.com")), get: Step(.get, "/webhooks/<id>"),
            list: Step(.get, "/webhooks"),
            update: Change(
                step: Step(.put, "/webhooks/<id>", hook("First", "https://example.com/first")), member: "url",
                value: "https://example.com/first"), delete: Step(.delete, "/webhooks/<id>"),
            filter: (Step(.get, "/webhooks?type=USER_CREATED"), Step(.get, "/webhooks?type=ADDON")),
            // Two attempts to deliver.
            fill: [Step(.post, "/tags", #"{"name": "a"}"#), Step(.post, "/tags", #"{"name": "b"}"#)],
            page: Step(.post, "/webhooks/<id>/logs?page=<page>&size=1", "{}"), firstPage: 0, items: "webhooks", pagesAreBare: true),
        SectionProbe(
            name: "Time entry", create: Step(.post, "/time-entries", entry("Entry <n>")), get: Step(.get, "/time-entries/<id>"),
            list: Step(.get, "/user/<me>/time-entries"),
            update: Change(step: Step(.put, "/time-entries/<id>", entry("First")), member: "description", value: "First"),
            delete: Step(.delete, "/time-entries/<id>"),
            filter: (
                Step(.get, "/user/<me>/time-entries?description=fir"), Step(.get, "/user/<me>/time-entries?start=2026-04-01T00:00:00Z")
            ), page: Step(.get, "/user/<me>/time-entries?page-size=1&page=<page>")),
        SectionProbe(
            name: "Entity changes (Experimental)", setup: entries, list: Step(.get, "/entities/updated?type=TIME_ENTRY&\(period)"),
            filter: (
                Step(.get, "/entities/updated?type=TIME_ENTRY&\(period)"),
                Step(.get, "/entities/updated?type=TIME_ENTRY_CUSTOM_FIELD_VALUE&\(period)")
            ), page: Step(.get, "/entities/updated?type=TIME_ENTRY&\(period)&limit=1&page=<page>"), firstPage: 0),
        SectionProbe(
            name: "Time Entry Report", setup: entries, list: report(),
            filter: (report(filter: #", "description": "first""#), report(filter: #", "billable": true"#)),
            page: report(#""page": <page>, "pageSize": 1"#), items: "timeentries", id: "_id"),
        SectionProbe(
            name: "Team Report",
            setup: [
                ("first", Step(.post, "/time-entries", #"{"start": "2026-02-02T08:00:00Z", "end": "2026-02-02T09:00:00Z"}"#)),
                ("second", Step(.post, "/time-entries", #"{"start": "2026-02-03T08:00:00Z", "end": "2026-02-03T10:00:00Z"}"#)),
            ], names: ["id": "2026-02-02", "other": "2026-02-03"], list: attendance(""),
            filter: (
                attendance(#""workFilters": [{"filtrationType": "EXACTLY", "value": "100"}]"#),
                attendance(#""workFilters": [{"filtrationType": "EXACTLY", "value": "200"}]"#)
            ), page: attendance(#""page": <page>, "pageSize": 1"#), items: "entities", id: "date"),
    ]

    private static let period = "start=2026-01-01T00:00:00Z&end=2027-01-01T00:00:00Z"
    private static let entries = [
        ("id", Step(.post, "/time-entries", entry("First"))), ("other", Step(.post, "/time-entries", entry("Second"))),
    ]

    private static func entry(_ description: String) -> String {
        #"{"start": "2026-03-02T08:00:00Z", "end": "2026-03-02T09:00:00Z", "description": "\#(description)"}"#
    }

    private static func hook(_ name: String, _ url: String) -> String {
        #"{"name": "\#(name)", "url": "\#(url)", "webhookEvent": "NEW_TAG", "triggerSource": [], "triggerSourceType": "WORKSPACE_ID"}"#
    }

    private static func attendance(_ filter: String) -> Step {
        let range = #""dateRangeStart": "2026-01-01T00:00:00Z", "dateRangeEnd": "2026-12-31T23:59:59Z""#
        return Step(.post, "/reports/attendance", "{\(range), \"attendanceFilter\": {\(filter)}}")
    }

    private static func report(_ page: String = #""page": 1"#, filter: String = "") -> Step {
        let range = #""dateRangeStart": "2026-01-01T00:00:00Z", "dateRangeEnd": "2026-12-31T23:59:59Z""#
        return Step(.post, "/reports/detailed", "{\(range)\(filter), \"detailedFilter\": {\(page)}}")
    }

    private static func named(_ name: String, _ path: String, change: String, member: String, value: JSONValue) -> SectionProbe {
        SectionProbe(
            name: name, create: Step(.post, path, #"{"name": "Thing <n>"}"#), get: Step(.get, "\(path)/<id>"),
            list: Step(.get, "\(path)?page-size=200"),
            update: Change(step: Step(.put, "\(path)/<id>", change), member: member, value: value), delete: Step(.delete, "\(path)/<id>"),
            filter: (Step(.get, "\(path)?name=fir"), Step(.get, "\(path)?archived=false&page-size=200")),
            page: Step(.get, "\(path)?page-size=1&page=<page>"))
    }
}
