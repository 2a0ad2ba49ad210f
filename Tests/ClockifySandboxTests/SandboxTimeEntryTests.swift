import ClockifyAPI
import ClockifySandbox
import Foundation
import SandboxTestSupport
import Testing

@Suite("Time entries of the sandbox")
struct SandboxTimeEntryTests {
    let clock: TestClock
    let sandbox: ClockifySandbox
    var client: Clockify { sandbox.client }
    var workspace: Clockify.WorkspaceID { sandbox.workspace }

    init() throws {
        let clock = try TestClock("2026-03-02T09:00:00Z")
        self.clock = clock
        sandbox = ClockifySandbox(now: { clock.date })
    }

    /// Creates an entry on 2 March between two hours.
    private func entry(_ from: Int, _ to: Int, description: String? = nil) async throws -> Clockify.TimeEntry {
        let midnight = try date("2026-03-02T00:00:00Z")
        return try await client.timeEntries.create(
            in: workspace,
            .init(
                start: midnight.addingTimeInterval(Double(from) * 3600), end: midnight.addingTimeInterval(Double(to) * 3600),
                description: description))
    }

    @Test("An entry without an end is running, and its end and duration are null")
    func running() async throws {
        let answer = try await sandbox.raw(.post, "\(sandbox.workspacePath)/time-entries", json: "{\"description\": \"Write\"}")
        #expect(answer.status == 201)
        #expect(answer.json?["timeInterval"] == ["start": "2026-03-02T09:00:00Z", "end": nil, "duration": nil])
        #expect(answer.json?["type"] == "REGULAR")
        #expect(answer.json?["billable"] == false)
        for name in ["approvalRequestId", "costRate", "hourlyRate", "kioskId", "projectId", "tagIds", "taskId"] {
            #expect(answer.json?[name] == .null)
        }
        #expect(try await client.timeEntries.listInProgress(in: workspace).map(\.description) == ["Write"])
        #expect(try await client.timeEntries.list(in: workspace, user: sandbox.user, inProgress: true).count == 1)
    }

    @Test("A new timer stops the running one")
    func oneTimer() async throws {
        let first = try await client.timeEntries.create(in: workspace, .init(description: "First"))
        clock.date += 5400
        let second = try await client.timeEntries.create(in: workspace, .init(description: "Second"))
        let stopped = try await client.timeEntries.get(first.id, in: workspace)
        #expect(stopped.timeInterval.end == second.timeInterval.start)
        #expect(stopped.timeInterval.duration == "PT1H30M")
        #expect(try await client.timeEntries.listInProgress(in: workspace).map(\.id) == [second.id])
    }

    @Test("A timer can be stopped once, and a second stop returns 404 with code 404")
    func stop() async throws {
        let started = try await client.timeEntries.create(in: workspace, .init(start: clock.date))
        let stopped = try await client.timeEntries.stopRunning(
            in: workspace, user: sandbox.user, .init(end: clock.date.addingTimeInterval(61)))
        #expect(stopped.id == started.id)
        #expect(stopped.timeInterval.duration == "PT1M1S")
        let failure = try await refusal { () throws(APIFailure) in
            try await client.timeEntries.stopRunning(in: workspace, user: sandbox.user, .init(end: clock.date))
        }
        #expect(failure.status == .notFound && failure.code == 404)
        #expect(failure.message == "Currently running time entry doesn't exist")
    }

    @Test("An entry cannot end before it starts")
    func endBeforeStart() async throws {
        let failure = try await refusal { () throws(APIFailure) in
            try await client.timeEntries.create(
                in: workspace, .init(start: clock.date, end: clock.date.addingTimeInterval(-1)))
        }
        #expect(failure.code == 501)
    }

    @Test("Entries are listed in reverse order within a range, and can be filtered")
    func list() async throws {
        let project = try #require(try await client.projects.list(in: workspace).first)
        let tag = try #require(try await client.tags.list(in: workspace).first)
        let early = try await entry(1, 2, description: "Early bird")
        let late = try await entry(5, 6)
        let middle = try await client.timeEntries.create(
            in: workspace,
            .init(
                start: try date("2026-03-02T03:00:00Z"), end: try date("2026-03-02T04:00:00Z"), projectId: project.id, tagIds: [tag.id]))
        let entries = client.timeEntries
        let user = sandbox.user
        #expect(try await entries.list(in: workspace, user: user).map(\.id) == [late.id, middle.id, early.id])
        #expect(try await entries.list(in: workspace, user: user, description: "bird").map(\.id) == [early.id])
        #expect(try await entries.list(in: workspace, user: user, project: project.id).map(\.id) == [middle.id])
        #expect(try await entries.list(in: workspace, user: user, tags: [tag.id]).map(\.id) == [middle.id])
        #expect(try await entries.list(in: workspace, user: user, projectRequired: true).map(\.id) == [middle.id])
        let window = try await entries.list(in: workspace, user: user, start: "2026-03-02T02:00:00", end: "2026-03-02T04:30:00")
        #expect(window.map(\.id) == [middle.id])
        #expect(try await entries.all(in: workspace, user: user, pageSize: 1).collect().map(\.id) == [late.id, middle.id, early.id])
    }

    @Test("A hydrated entry has its project, task, tags and user in addition to their IDs")
    func hydrated() async throws {
        let project = try #require(try await client.projects.list(in: workspace).first)
        let task = try await client.tasks.create(in: workspace, project: project.id, .init(name: "Launch"))
        let new = try await client.timeEntries.create(in: workspace, .init(projectId: project.id, taskId: task.id))
        #expect(new.project == nil)
        let hydrated = try await client.timeEntries.get(new.id, in: workspace, hydrated: true)
        #expect(hydrated.project?.name == project.name && hydrated.task?.name == "Launch" && hydrated.tags == [])
        #expect(hydrated.user?["id"]?.stringValue == sandbox.user.rawValue)
    }

    @Test("An entry can only refer to existing resources, and to a task of its project")
    func references() async throws {
        let projects = try await client.projects.list(in: workspace, pageSize: 2)
        let task = try await client.tasks.create(in: workspace, project: projects[0].id, .init(name: "Launch"))
        let wrongTask = try await refusal { () throws(APIFailure) in
            try await client.timeEntries.create(in: workspace, .init(projectId: projects[1].id, taskId: task.id))
        }
        #expect(wrongTask.message == "Task doesn't belong to Workspace")
        let wrongTag = try await refusal { () throws(APIFailure) in
            try await client.timeEntries.create(in: workspace, .init(tagIds: ["64a687e29ae1f428e7ebe000"]))
        }
        #expect(wrongTag.message == "Tag doesn't belong to Workspace")
        #expect(try await client.timeEntries.list(in: workspace, user: sandbox.user).isEmpty)
    }

    @Test("Custom fields have different names in requests and responses")
    func customFields() async throws {
        let new = try await client.timeEntries.create(
            in: workspace, .init(customFields: [.init(customFieldId: "5e4117fe8c625f38930d57b7", value: "v")]))
        let value = try #require(new.customFields?.first)
        #expect(value.customFieldId == "5e4117fe8c625f38930d57b7" && value.value == "v" && value.timeEntryId == new.id)
        let silent = try await sandbox.raw(
            .post, "\(sandbox.workspacePath)/time-entries", json: "{\"customFieldValues\": [{\"customFieldId\": \"a\"}]}")
        #expect(silent.json?["customFieldValues"] == [])
    }

    @Test("Entries are changed alone or in bulk, and a bulk change is all or nothing")
    func update() async throws {
        let one = try await entry(1, 2)
        let two = try await entry(3, 4)
        let changed = try await client.timeEntries.update(
            one.id, in: workspace,
            .init(start: try date("2026-03-02T00:30:00Z"), end: try date("2026-03-02T02:00:00Z"), description: "Longer"))
        #expect(changed.timeInterval.duration == "PT1H30M" && changed.description == "Longer")
        let both = try await client.timeEntries.updateMany(
            in: workspace, user: sandbox.user, [.init(id: one.id, billable: true), .init(id: two.id, description: "Two")])
        #expect(both.map(\.billable) == [true, false] && both.map(\.description) == ["Longer", "Two"])
        let failure = try await refusal { () throws(APIFailure) in
            try await client.timeEntries.updateMany(
                in: workspace, user: sandbox.user, [.init(id: one.id, billable: false), .init(id: "64a687e29ae1f428e7ebe000")])
        }
        #expect(failure.message == "Time entry doesn't belong to Workspace")
        #expect(try await client.timeEntries.get(one.id, in: workspace).billable == true)
    }

    @Test("An entry that starts now cannot end before")
    func negative() async throws {
        let failure = try await refusal { () throws(APIFailure) in
            try await client.timeEntries.create(in: workspace, .init(end: Date(timeIntervalSince1970: 0)))
        }
        #expect(failure.message?.contains("is before the start") == true)
    }

    @Test("A change of one entry resets what it leaves out")
    func replacing() async throws {
        let tag = try await client.tags.create(in: workspace, .init(name: "kept"))
        let project = try await client.projects.create(in: workspace, .init(name: "Kept"))
        let first = try await entry(1, 2)
        let full = try await client.timeEntries.edit(first.id, in: workspace) {
            ($0.projectId, $0.tagIds, $0.billable) = (project.id, [tag.id], true)
        }
        #expect(full.projectId == project.id && full.tagIds == [tag.id] && full.billable == true)
        let cleared = try await client.timeEntries.edit(first.id, in: workspace) { $0.projectId = nil }
        #expect(cleared.projectId == nil && cleared.tagIds == [tag.id] && cleared.billable == true)
        let bare = try await client.timeEntries.update(first.id, in: workspace, .init(start: try date("2026-03-02T00:30:00Z")))
        #expect((bare.tagIds ?? []).isEmpty && bare.billable == false && bare.description == "")
    }

    @Test("An entry can be duplicated and created from another one")
    func copies() async throws {
        let original = try await entry(1, 2, description: "Again")
        let copy = try await client.timeEntries.duplicate(original.id, in: workspace, user: sandbox.user)
        #expect(copy.id != original.id && copy.description == "Again" && copy.timeInterval == original.timeInterval)
        let derived = try await client.timeEntries.createForUser(
            in: workspace, user: sandbox.user, .init(start: clock.date), fromEntry: original.id)
        #expect(derived.description == "Again" && derived.timeInterval.end == nil)
        let failure = try await refusal { () throws(APIFailure) in
            try await client.timeEntries.createForUser(
                in: workspace, user: sandbox.user, .init(), fromEntry: "64a687e29ae1f428e7ebe000")
        }
        #expect(failure.status == .notFound && failure.body.isEmpty && failure.message == nil)
    }

    @Test("Entries can be marked as invoiced and deleted alone or in bulk, and the response contains the deleted ones")
    func delete() async throws {
        let one = try await entry(1, 2)
        let two = try await entry(3, 4)
        let three = try await entry(5, 6)
        try await client.timeEntries.setInvoiced(in: workspace, .init(invoiced: true, timeEntryIds: [one.id]))
        let answer = try await sandbox.raw(.delete, "\(sandbox.workspacePath)/time-entries/\(one.id.rawValue)")
        #expect(answer.status == 204 && answer.body.isEmpty)
        let deleted = try await client.timeEntries.deleteMany(in: workspace, user: sandbox.user, timeEntries: [two.id, three.id])
        #expect(deleted.map(\.id) == [two.id, three.id])
        #expect(try await client.timeEntries.list(in: workspace, user: sandbox.user).isEmpty)
    }

    @Test("Tracked time is added up for the project and the task")
    func durations() async throws {
        let project = try #require(try await client.projects.list(in: workspace).first)
        _ = try await client.timeEntries.create(
            in: workspace, .init(start: clock.date, end: clock.date.addingTimeInterval(3600), projectId: project.id))
        _ = try await client.timeEntries.create(
            in: workspace, .init(start: clock.date, end: clock.date.addingTimeInterval(60), projectId: project.id))
        #expect(try await client.projects.get(project.id, in: workspace).duration == "PT1H1M")
    }
}
