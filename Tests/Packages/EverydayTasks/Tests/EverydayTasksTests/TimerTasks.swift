import ClockifyAPI
import Foundation
import Testing

@Suite("Tracking time")
struct TimerTasks {
    let office = Office()
    var clockify: Clockify { office.clockify }
    var workspace: Clockify.WorkspaceID { office.workspace }

    @Test("A timer is started, read while it runs, and stopped.")
    func timer() async throws {
        let start = try time("2026-03-02T09:00:00Z")
        office.sandbox.clock.set(to: start)
        let me = try await clockify.users.me()
        try await clockify.timeEntries.create(in: me.activeWorkspace, .init(start: start, description: "Write the docs"))

        let running = try #require(try await clockify.timeEntries.list(in: workspace, user: me.id, inProgress: true).first)
        office.sandbox.clock.advance(by: .seconds(25 * 60))
        #expect(running.isRunning && ISODuration(running.duration(until: office.sandbox.clock.now)) == .minutes(25))

        let stopped = try await clockify.timeEntries.stopRunning(in: workspace, user: me.id, .init(end: start.addingTimeInterval(5400)))
        #expect(stopped.id == running.id && stopped.timeInterval.duration == "PT1H30M" && !stopped.isRunning)
        #expect(try await clockify.timeEntries.listInProgress(in: workspace).isEmpty)
    }

    @Test("Hours are summed for each project.")
    func hoursPerProject() async throws {
        let website = try await clockify.projects.create(in: workspace, .init(name: "Website"))
        let app = try await clockify.projects.create(in: workspace, .init(name: "App"))
        let morning = try time("2026-03-02T08:00:00Z")
        for (project, minutes) in [(website, 90), (app, 60), (website, 45)] {
            let end = morning.addingTimeInterval(Double(minutes) * 60)
            try await clockify.timeEntries.create(in: workspace, .init(start: morning, end: end, projectId: project.id))
        }

        let entries = try await clockify.timeEntries.all(in: workspace, user: office.me).collect()
        let hours = try Dictionary(grouping: entries, by: \.projectId).mapValues { entries in
            try entries.compactMap(\.timeInterval.duration).sum()
        }
        #expect(hours == [website.id: "PT2H15M", app.id: .hours(1)])
        #expect(ISODuration(entries.totalDuration()) == "PT3H15M")
    }

    @Test("A timesheet is imported from CSV, and the lines that are refused are told.")
    func timesheet() async throws {
        try office.sandbox.add(Clockify.Project(id: "p1", name: "Website"))
        let csv = """
            2026-03-02T09:00:00Z,2026-03-02T10:00:00Z,p1,Plan
            2026-03-02T10:00:00Z,2026-03-02T12:30:00Z,nobody,Build
            2026-03-02T13:00:00Z,2026-03-02T12:00:00Z,p1,Backwards
            2026-03-02T13:00:00Z,2026-03-02T14:00:00Z,p1,Test
            """
        var refused: [Int: APIFailure] = [:]
        for (line, text) in csv.split(separator: "\n").enumerated() {
            let fields = text.split(separator: ",").map(String.init)
            let entry = Clockify.NewTimeEntry(
                start: try time(fields[0]), end: try time(fields[1]), description: fields[3], projectId: .init(fields[2]))
            do throws(APIFailure) {
                try await clockify.timeEntries.create(in: workspace, entry)
            } catch {
                if error.mayHaveHappened { throw error }
                refused[line + 1] = error
            }
        }
        let imported = try await clockify.timeEntries.all(in: workspace, user: office.me).collect()
        #expect(Set(imported.map(\.description)) == ["Plan", "Test"])
        #expect(Set(refused.keys) == [2, 3] && refused[2]?.isNotFound == true)
    }
}
