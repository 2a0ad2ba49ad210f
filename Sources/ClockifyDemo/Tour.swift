import ClockifyAPI
import ClockifySandbox
import ClockifySandboxServer
import Foundation

/// The steps of the demonstration.
struct Tour {
    let server: ClockifySandboxServer
    let transcript: Transcript
    let clockify: Clockify

    init(server: ClockifySandboxServer, transcript: Transcript) {
        self.server = server
        self.transcript = transcript
        clockify = Clockify(.apiKey(server.sandbox.apiKey), site: server.site)
    }

    func run() async throws {
        let me = try await whoAmI()
        let workspace = me.activeWorkspace
        try await listProjects(in: workspace)
        let (project, task) = try await createProject(in: workspace)
        let entry = try await track(project, task, in: workspace)
        try await stop(entry, me, in: workspace)
        try await listDay(entry, me, in: workspace)
        try await breakRules(in: workspace)
        try await missTag(in: workspace)
        try await leaveTimerAlone(me, in: workspace)
        try await useWrongKey()
    }

    private func whoAmI() async throws -> Clockify.User {
        transcript.step(
            "Who am I?",
            """
            let clockify = Clockify(.apiKey("…"), site: server.site)
            let me = try await clockify.users.me()
            """)
        let me = try await clockify.users.me()
        transcript.result(
            "\(type(of: me)): \(me.name), \(me.email ?? "no address"), \(me.status?.rawValue ?? "no status")",
            "me.activeWorkspace: \(type(of: me.activeWorkspace)) \(me.activeWorkspace)")
        transcript.expect(me.id == server.sandbox.user)
        return me
    }

    private func listProjects(in workspace: Clockify.WorkspaceID) async throws {
        transcript.step(
            "All active projects, fetched page by page while they are gone through",
            """
            for try await project in clockify.projects.all(in: workspace, archived: false, pageSize: 40) { … }
            """)
        let before = server.sandbox.requests.count
        var projects: [Clockify.Project] = []
        for try await project in clockify.projects.all(in: workspace, archived: false, pageSize: 40) { projects.append(project) }
        let pages = server.sandbox.requests.count - before
        for project in projects.prefix(3) {
            transcript.result(
                "\(project.name), \(project.clientName ?? "no client"), \(project.billable == true ? "billable" : "not billable")")
        }
        transcript.result("… \(projects.count) projects in \(pages) pages")
        transcript.expect(projects.count == 110 && pages == 3)
    }

    private func createProject(in workspace: Clockify.WorkspaceID) async throws -> (Clockify.Project, Clockify.Task) {
        transcript.step(
            "A new project, and a task in it",
            """
            let project = try await clockify.projects.create(in: workspace, .init(name: "Lighthouse", color: "#03A9F4"))
            let task = try await clockify.tasks.create(in: workspace, project: project.id, .init(name: "Lamp room"))
            """)
        let project = try await clockify.projects.create(in: workspace, .init(name: "Lighthouse", color: "#03A9F4"))
        let task = try await clockify.tasks.create(in: workspace, project: project.id, .init(name: "Lamp room"))
        transcript.result(
            "\(type(of: project)): \(project.name), id \(project.id), \(project.color ?? "no colour")",
            "\(type(of: task)): \(task.name), id \(task.id), \(task.status?.rawValue ?? "no status")")
        transcript.expect(task.projectId == project.id && task.status == .active)
        return (project, task)
    }

    private func track(
        _ project: Clockify.Project, _ task: Clockify.Task, in workspace: Clockify.WorkspaceID
    ) async throws -> Clockify.TimeEntry {
        transcript.step(
            "Start a timer, an hour and a half ago",
            """
            let entry = try await clockify.timeEntries.create(
                in: workspace,
                .init(start: .now - 5400, description: "Polish the lens", projectId: project.id, taskId: task.id))
            """)
        let entry = try await clockify.timeEntries.create(
            in: workspace, .init(start: .now - 5400, description: "Polish the lens", projectId: project.id, taskId: task.id))
        transcript.result(
            "\(type(of: entry)): \(entry.description ?? ""), \(entry.type.rawValue)",
            "from \(entry.timeInterval.start) until \(entry.timeInterval.end.map { "\($0)" } ?? "nil: it runs")")
        transcript.expect(entry.timeInterval.end == nil && entry.taskId == task.id)
        return entry
    }

    private func stop(_ entry: Clockify.TimeEntry, _ me: Clockify.User, in workspace: Clockify.WorkspaceID) async throws {
        transcript.step(
            "Stop it",
            """
            let stopped = try await clockify.timeEntries.stopRunning(
                in: workspace, user: me.id, .init(end: entry.timeInterval.start + 5400))
            """)
        let stopped = try await clockify.timeEntries.stopRunning(
            in: workspace, user: me.id, .init(end: entry.timeInterval.start + 5400))
        transcript.result("until \(stopped.timeInterval.end.map { "\($0)" } ?? "nil"), \(stopped.timeInterval.duration ?? "no duration")")
        transcript.expect(stopped.id == entry.id && stopped.timeInterval.duration == "PT1H30M")
    }

    private func listDay(_ entry: Clockify.TimeEntry, _ me: Clockify.User, in workspace: Clockify.WorkspaceID) async throws {
        transcript.step(
            "The entries of yesterday and today, with their projects and tasks",
            """
            let today = CalendarDate.today(in: me.timeZone ?? .gmt)
            let entries = try await clockify.timeEntries.list(
                in: workspace, user: me.id, days: today.advanced(by: -1)...today, hydrated: true)
            """)
        let today = CalendarDate.today(in: me.timeZone ?? .gmt)
        let entries = try await clockify.timeEntries.list(
            in: workspace, user: me.id, days: today.advanced(by: -1)...today, hydrated: true)
        for entry in entries {
            transcript.result(
                "\(entry.timeInterval.duration ?? "running"): \(entry.description ?? ""), \(entry.project?.name ?? "no project"), \(entry.task?.name ?? "no task")"
            )
        }
        transcript.expect(entries.map(\.id) == [entry.id])
    }
}
