import ClockifyAPI
import Foundation
import Testing

@Suite("People and approvals")
struct PeopleTasks {
    let office = Office()
    var clockify: Clockify { office.clockify }
    var workspace: Clockify.WorkspaceID { office.workspace }

    private func invite(_ email: String) async throws -> Clockify.User {
        try await clockify.users.add(in: workspace, .init(email: email), sendEmail: false)
        return try #require(try await clockify.users.list(in: workspace, email: email).first)
    }

    @Test("Someone is invited, joins a team, gets a rate, and manages a project for a while.")
    func roles() async throws {
        let anna = try await invite("anna@example.com")
        let team = try await clockify.groups.create(in: workspace, .init(name: "Team"))
        #expect(try await clockify.groups.addUser(team.id, in: workspace, .init(userId: anna.id)).userIds == [anna.id])
        let after = try await clockify.workspaces.setUserHourlyRate(in: workspace, user: anna.id, .init(amount: 80.00))
        #expect(after.memberships?.first { $0.userId == anna.id }?.hourlyRate?.amount == 80.00)

        let project = try await clockify.projects.create(in: workspace, .init(name: "Website"))
        let role = Clockify.ManagerRoleGrant(entityId: .init(project.id), role: .projectManager)
        let roles = try await clockify.users.giveManagerRole(anna.id, in: workspace, role)
        #expect(roles.map(\.userId) == [anna.id])
        let managers = try await clockify.users.allFiltered(in: workspace, .init(roles: [.projectManager])).collect()
        #expect(managers.map(\.id) == [anna.id])
        try await clockify.users.removeManagerRole(anna.id, in: workspace, role)
        #expect(try await clockify.users.allFiltered(in: workspace, .init(roles: [.projectManager])).collect().isEmpty)
    }

    @Test("A user is deactivated, and a profile changed.")
    func profile() async throws {
        let anna = try await invite("anna@example.com")
        let profile = try await clockify.users.updateProfile(
            anna.id, in: workspace, .init(name: "Anna", weekStart: .sunday, workCapacity: .hours(6)))
        #expect(profile.name == "Anna" && profile.weekStart == .sunday && profile.workCapacity == "PT6H")
        try await clockify.workspaces.updateUserStatus(in: workspace, user: anna.id, .init(status: .inactive))
        #expect(try await clockify.users.list(in: workspace, status: .inactive).map(\.id) == [anna.id])
    }

    @Test("A week is submitted, and rejected with a note, and submitted again and approved.")
    func approval() async throws {
        office.sandbox.clock.set(to: try time("2026-03-06T17:00:00Z"))
        let monday = try time("2026-03-02T09:00:00Z")
        let entry = try await clockify.timeEntries.create(in: workspace, .init(start: monday, end: monday.addingTimeInterval(7200)))
        let week = Clockify.NewApprovalRequest(periodStart: monday, period: .weekly)
        let request = try await clockify.approvals.submit(in: workspace, week)
        #expect(request.status?.state == .pending)
        #expect(try await clockify.timeEntries.get(entry.id, in: workspace).isLocked == true)
        let rejected = try await clockify.approvals.updateStatus(
            request.id, in: workspace, .init(state: .rejected, note: "Tuesday is missing."))
        #expect(rejected.status?.state == .rejected && rejected.status?.note == "Tuesday is missing.")

        let tuesday = monday.addingTimeInterval(86_400)
        try await clockify.timeEntries.create(in: workspace, .init(start: tuesday, end: tuesday.addingTimeInterval(3600)))
        let again = try await clockify.approvals.resubmit(in: workspace, week)
        try await clockify.approvals.updateStatus(again.id, in: workspace, .init(state: .approved))
        let approved = try #require(try await clockify.approvals.all(in: workspace, status: .approved).collect().first)
        #expect(approved.approvedTime == .hours(3) && approved.entries?.count == 2)
    }
}
