import ClockifyAPI
import Foundation
import Testing

@Suite("Time off and scheduling")
struct AbsenceTasks {
    let office = Office()
    var clockify: Clockify { office.clockify }
    var workspace: Clockify.WorkspaceID { office.workspace }

    @Test("Days off are requested, approved, and taken from the balance.")
    func timeOff() async throws {
        let policy = try await clockify.policies.create(
            in: workspace, .init(name: "Vacation", approve: .init(requiresApproval: true), everyoneIncludingNew: true, timeUnit: .days))
        try await clockify.balances.update(in: workspace, policy: policy.id, .init(userIds: [office.me], value: 25, note: "2026"))

        let request = try await clockify.timeOff.create(
            in: workspace, policy: policy.id, .init(timeOffPeriod: .init(period: .init(days: 5, start: .day("2026-08-03"))), note: "Sea"))
        #expect(request.status?.statusType == .pending && request.note == "Sea")
        let approved = try await clockify.timeOff.updateStatus(
            request.id, in: workspace, policy: policy.id, .init(note: "Enjoy", status: .approved))
        #expect(approved.status?.statusType == .approved)

        let balance = try #require(try await clockify.balances.allForUser(in: workspace, user: office.me).collect().first)
        #expect(balance.policyId == policy.id && balance.balance == 20 && balance.used == 5)
        let found = try await clockify.timeOff.all(in: workspace, .init(statuses: [.approved], users: [office.me])).collect()
        #expect(found.map(\.id) == [request.id])
    }

    @Test("A policy is archived before it is deleted.")
    func policy() async throws {
        let policy = try await clockify.policies.create(in: workspace, .init(name: "Moving", approve: .init(requiresApproval: false)))
        let archived = try await clockify.policies.updateStatus(policy.id, in: workspace, .init(status: .archived))
        #expect(archived.archived == true && archived.name == "Moving")
        try await clockify.policies.delete(policy.id, in: workspace)
        #expect(try await clockify.policies.list(in: workspace, name: "Moving", status: .archived).isEmpty)
    }

    @Test("Holidays of a year are listed for a user.")
    func holidays() async throws {
        try await clockify.holidays.create(
            in: workspace,
            .init(name: "New Year", datePeriod: .init(startDate: "2026-01-01", endDate: "2026-01-01"), everyoneIncludingNew: true))
        let year = try await clockify.holidays.listInPeriod(
            in: workspace, assignedTo: office.me, start: "2026-01-01", end: "2026-12-31")
        #expect(year.map(\.name) == ["New Year"] && year.first?.datePeriod?.startDate == "2026-01-01")
    }

    @Test("Work is planned, moved and published.")
    func scheduling() async throws {
        let project = try await clockify.projects.create(in: workspace, .init(name: "Website"))
        let week: ClosedRange<CalendarDate> = "2026-03-02"..."2026-03-06"
        let days = week.interval(in: .gmt)
        let planned = try await clockify.scheduling.create(
            in: workspace,
            .init(start: days.lowerBound, end: days.upperBound, hoursPerDay: 6, projectId: project.id, userId: office.me, note: "Build"))
        let assignment = try #require(planned.first)
        let moved = try await clockify.scheduling.update(
            assignment.id, in: workspace, .init(start: days.lowerBound, end: days.upperBound, hoursPerDay: 4))
        #expect(moved.first?.hoursPerDay == 4 && moved.first?.note == "Build" && moved.first?.published == false)

        try await clockify.scheduling.publish(in: workspace, .init(start: days.lowerBound, end: days.upperBound))
        let totals = try #require(
            try await clockify.scheduling.getProjectTotals(
                in: workspace, project: project.id, start: days.lowerBound, end: days.upperBound))
        #expect(totals.projectName == "Website" && (totals.totalHours ?? 0) >= 20)
        let listed = try await clockify.scheduling.all(in: workspace, start: days.lowerBound, end: days.upperBound).collect()
        #expect(listed.map(\.projectName) == ["Website"])
    }
}
