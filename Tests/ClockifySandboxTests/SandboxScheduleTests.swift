import ClockifyAPI
import SandboxTestSupport
import Testing

@testable import ClockifySandbox

@Suite("Assignments of the sandbox")
struct SandboxScheduleTests {
    let sandbox = ClockifySandbox()
    let call: CheckedCalls
    private var me: String { sandbox.user.rawValue }

    init() throws { call = try CheckedCalls(sandbox) }

    private let path = "/scheduling/assignments"

    /// Creates an assignment from Monday, 2 March, through Tuesday.
    private func assign(_ project: String, _ more: JSONValue = [:]) async throws -> JSONValue {
        let members: [String: JSONValue] = [
            "start": "2026-03-02T00:00:00Z", "end": "2026-03-04T00:00:00Z", "hoursPerDay": 4, "projectId": .string(project),
            "userId": .string(me),
        ]
        return try await call(.post, "\(path)/recurring", .object(members.merging(more.objectValue ?? [:]) { _, own in own }))
    }

    private func project(_ name: String) async throws -> String {
        let customer = try await call(.post, "/clients", ["name": .string("Client of \(name)")])
        return try await call(.post, "/projects", ["name": .string(name), "clientId": .string(customer.id)]).id
    }

    private func list(_ query: String = "start=2026-01-01T00:00:00Z&end=2027-01-01T00:00:00Z") async throws -> [JSONValue] {
        try await call(.get, "\(path)/all?\(query)").arrayValue ?? []
    }

    private func starts(_ assignments: JSONValue) -> [String] {
        assignments.each("period").map { String(($0["start"]?.stringValue ?? "").prefix(10)) }
    }

    @Test("An assignment can be created, listed with names, changed and deleted")
    func life() async throws {
        let apollo = try await project("Apollo")
        let created = try await assign(apollo, ["note": "Plan", "billable": true, "startTime": "10:00:00", "published": true])
        let assignment = try #require(created[0])
        #expect(created.arrayValue?.count == 1 && assignment["note"] == "Plan" && assignment["published"] == false)
        let row = try #require(try await list().first)
        #expect(row["projectName"] == "Apollo" && row["clientName"] == "Client of Apollo" && row["userName"] == "John Doe")
        #expect(row["hoursPerDay"] == 4 && row["startTime"] == "10:00:00" && row["billable"] == true)
        let changed = try await call(
            .patch, "\(path)/recurring/\(assignment.id)",
            ["start": "2026-03-05T00:00:00Z", "end": "2026-03-06T00:00:00Z", "hoursPerDay": 2.5])
        #expect(starts(changed) == ["2026-03-05"] && changed[0]?["hoursPerDay"] == 2.5 && changed[0]?["note"] == "Plan")
        #expect(try await list("start=2026-03-01T00:00:00Z&end=2026-03-05T00:00:00Z").isEmpty)
        #expect(try await call(.delete, "\(path)/recurring/\(assignment.id)").each("id") == [.string(assignment.id)])
        #expect(try await list().isEmpty)
        #expect(
            try await call.refused(.delete, "\(path)/recurring/\(assignment.id)") == "Assignment doesn't belong to Workspace")
    }

    @Test("An assignment needs a project, a user and a task that exist, and a period that does not end before it starts")
    func refusals() async throws {
        let apollo = try await project("Apollo")
        func refusal(_ more: [String: JSONValue]) async throws -> String {
            let members: [String: JSONValue] = [
                "start": "2026-03-02T00:00:00Z", "end": "2026-03-04T00:00:00Z", "hoursPerDay": 4, "projectId": .string(apollo),
                "userId": .string(me),
            ]
            return try await call.refused(.post, "\(path)/recurring", .object(members.merging(more) { _, own in own }))
        }
        #expect(try await refusal(["projectId": "none"]) == "Project doesn't belong to Workspace")
        #expect(try await refusal(["userId": "none"]) == "User doesn't belong to Workspace")
        #expect(try await refusal(["taskId": "none"]) == "Task doesn't belong to Workspace")
        #expect(try await refusal(["end": "2026-03-01T00:00:00Z"]).contains("[end]"))
        #expect(try await refusal(["end": "9026-03-01T00:00:00Z"]).contains("[end]"))
    }

    @Test("A change of a series concerns one, the following or all of its assignments")
    func series() async throws {
        let created = try await assign(try await project("Apollo"), ["recurringAssignment": ["repeat": true, "weeks": 4]])
        #expect(starts(created) == ["2026-03-02", "2026-03-09", "2026-03-16", "2026-03-23"])
        let ids = created.each("id").compactMap(\.stringValue)
        func move(_ id: String, _ start: String, _ end: String, _ option: String) async throws -> [String] {
            let request: JSONValue = [
                "start": .string("\(start)T00:00:00Z"), "end": .string("\(end)T00:00:00Z"), "seriesUpdateOption": .string(option),
            ]
            return starts(try await call(.patch, "\(path)/recurring/\(id)", request))
        }
        #expect(try await move(ids[0], "2026-03-03", "2026-03-04", "THIS_ONE") == ["2026-03-03"])
        #expect(try await move(ids[2], "2026-03-17", "2026-03-18", "THIS_AND_FOLLOWING") == ["2026-03-17", "2026-03-24"])
        #expect(
            try await move(ids[3], "2026-03-25", "2026-03-26", "ALL") == ["2026-03-04", "2026-03-10", "2026-03-18", "2026-03-25"])

        let longer = try await call(.put, "\(path)/series/\(ids[0])", ["repeat": true, "weeks": 5])
        #expect(starts(longer).last == "2026-04-01" && longer[0]?["recurring"]?["weeks"] == 5)
        let deleted = try await call(.delete, "\(path)/recurring/\(ids[2])?seriesUpdateOption=THIS_AND_FOLLOWING")
        #expect(deleted.arrayValue?.count == 3)
        #expect(starts(.array(try await list())) == ["2026-03-04", "2026-03-10"])
        let single = try await call(.put, "\(path)/series/\(ids[0])", ["repeat": false, "weeks": 1])
        #expect(single.each("id") == [.string(ids[0])])
        #expect(try await list().count == 1)
    }

    @Test("Copies belong to another user and are not published")
    func copies() async throws {
        let anna = try await call.addUser("anna")
        let created = try await assign(try await project("Apollo"), ["recurringAssignment": ["repeat": true, "weeks": 3]])
        let last = try #require(created[2])
        let copies = try await call(
            .post, "\(path)/\(last.id)/copy", ["userId": .string(anna), "seriesUpdateOption": "ALL"])
        #expect(copies.each("userId") == Array(repeating: .string(anna), count: 3) && starts(copies) == starts(created))
        #expect(copies[0]?["recurring"]?["seriesId"] != created[0]?["recurring"]?["seriesId"])
        #expect(try await call(.post, "\(path)/\(last.id)/copy", ["userId": .string(anna)]).arrayValue?.count == 1)
    }

    @Test("Publishing concerns the assignments of a period that the filters let through")
    func publishing() async throws {
        let anna = try await call.addUser("anna")
        let apollo = try await project("Apollo")
        let gemini = try await project("Gemini")
        _ = try await assign(apollo, ["recurringAssignment": ["repeat": true, "weeks": 2]])
        _ = try await assign(gemini, ["userId": .string(anna)])
        func hours(_ status: String) async throws -> [JSONValue] {
            let filter: JSONValue = [
                "start": "2026-03-01T00:00:00Z", "end": "2026-04-01T00:00:00Z", "statusFilter": .string(status),
            ]
            return try await call(.post, "\(path)/projects/totals", filter).each("totalHours")
        }
        let week: [String: JSONValue] = ["start": "2026-03-01T00:00:00Z", "end": "2026-03-08T00:00:00Z"]
        func publish(_ more: [String: JSONValue]) async throws {
            try await call(.put, "\(path)/publish", .object(week.merging(more) { _, own in own }))
        }
        #expect(try await hours("PUBLISHED") == [])
        try await publish(["userFilter": ["contains": "DOES_NOT_CONTAIN", "ids": [.string(anna)]]])
        #expect(try await hours("PUBLISHED") == [8])
        #expect(try await hours("UNPUBLISHED") == [8, 8])
        try await publish(["search": "apollo"])
        #expect(try await hours("PUBLISHED") == [8])
        try await publish(["viewType": "TEAM", "search": "anna"])
        #expect(try await hours("PUBLISHED") == [8, 8])
        #expect(try await hours("ALL") == [16, 8])
    }

    @Test("Assignments are filtered by name and period, sorted and listed in pages")
    func lists() async throws {
        let anna = try await call.addUser("anna")
        let (apollo, gemini) = (try await project("Apollo"), try await project("Gemini"))
        _ = try await assign(gemini, ["userId": .string(anna)])
        _ = try await assign(apollo)
        let year = "start=2026-01-01T00:00:00Z&end=2027-01-01T00:00:00Z"
        #expect(try await list("\(year)&sort-column=PROJECT").map { $0["projectName"] } == ["Apollo", "Gemini"])
        #expect(try await list("\(year)&sort-column=USER&sort-order=DESCENDING").map { $0["userName"] } == ["John Doe", "anna"])
        #expect(try await list("\(year)&name=gem").map { $0["projectName"] } == ["Gemini"])
        #expect(try await list("\(year)&page=2&page-size=1").map { $0["projectName"] } == ["Apollo"])
        #expect(try await list("\(year)&page=3&page-size=1").isEmpty)
        #expect(try await list("start=2026-03-04T00:00:00Z&end=2026-03-05T00:00:00Z").isEmpty)
        // The service ignores the size of pages of the deprecated totals.
        #expect(try await call(.get, "\(path)/projects/totals?\(year)&page-size=1").each("projectName") == ["Apollo", "Gemini"])
        #expect(try await call.refused(.get, "\(path)/all?end=2027-01-01T00:00:00Z", code: 3001).contains("'start'"))
    }

    @Test("Totals count the working days of a period, for projects and for users")
    func totals() async throws {
        let apollo = try await project("Apollo")
        // Thursday through Monday: the weekend is free, unless the assignment includes it.
        let span: [String: JSONValue] = ["start": "2026-03-05T00:00:00Z", "end": "2026-03-10T00:00:00Z"]
        let created = try await assign(apollo, .object(span))
        #expect(
            created[0]?["excludeDays"] == [
                ["date": "2026-03-07T00:00:00Z", "type": "WEEKEND"], ["date": "2026-03-08T00:00:00Z", "type": "WEEKEND"],
            ])
        let query = "start=2026-03-06T00:00:00Z&end=2026-03-10T00:00:00Z"
        let project = try await call(.get, "\(path)/projects/totals/\(apollo)?\(query)")
        #expect(project["totalHours"] == 8 && project["assignments"]?.each("hasAssignment") == [true, false, false, true])
        #expect(project["clientName"] == "Client of Apollo")
        #expect(try await call(.get, "\(path)/projects/totals?\(query)&search=APOLLO") == [project])
        #expect(try await call(.get, "\(path)/projects/totals?\(query)&search=gemini") == [])
        let user = try await call(.get, "\(path)/users/\(me)/totals?\(query)")
        #expect(user["totalHoursPerDay"]?.each("totalHours") == [4, 0, 0, 4] && user["capacityPerDay"] == 25_200)

        try await call(.patch, "/member-profile/\(me)", ["workCapacity": "PT8H", "workingDays": ["SATURDAY", "SUNDAY"]])
        let weekend = try await call(.get, "\(path)/users/\(me)/totals?\(query)")
        #expect(weekend["totalHoursPerDay"]?.each("totalHours") == [0, 4, 4, 0] && weekend["capacityPerDay"] == 28_800)
        _ = try await assign(apollo, .object(span.merging(["includeNonWorkingDays": true]) { $1 }))
        let all = try await call(
            .post, "\(path)/user-filter/totals",
            ["start": "2026-03-06T00:00:00Z", "end": "2026-03-10T00:00:00Z", "search": "john", "page": 1, "pageSize": 10])
        #expect(all[0]?["totalHoursPerDay"]?.each("totalHours") == [4, 8, 8, 4])
        let pages = try await call(
            .post, "\(path)/user-filter/totals", ["start": "2026-03-06T00:00:00Z", "end": "2026-03-10T00:00:00Z", "page": 2, "pageSize": 1])
        #expect(pages == [])
        let groups = try await call(
            .post, "\(path)/user-filter/totals",
            ["start": "2026-03-06T00:00:00Z", "end": "2026-03-10T00:00:00Z", "userFilter": ["ids": ["none"], "contains": "CONTAINS"]])
        #expect(groups == [])
        #expect(try await call.refused(.post, "\(path)/projects/totals", ["start": "2026-03-06T00:00:00Z"]).contains("[end]"))
    }

    @Test("The assignments of a deleted project are gone")
    func deletedProject() async throws {
        let apollo = try await project("Apollo")
        _ = try await assign(apollo)
        try await call(.put, "/projects/\(apollo)", ["archived": true])
        #expect(try await list().first?["projectArchived"] == true)
        try await call(.delete, "/projects/\(apollo)")
        #expect(try await list().isEmpty)
    }

    @Test("The totals of a project on which nothing is scheduled have no body, as in the live service")
    func emptyTotals() async throws {
        let apollo = try await project("Apollo")
        let answer = try await sandbox.raw(
            .get, "\(sandbox.workspacePath)\(path)/projects/totals/\(apollo)?start=2026-03-06T00:00:00Z&end=2026-03-10T00:00:00Z")
        #expect(answer.status == 200 && answer.body.isEmpty)
    }
}
