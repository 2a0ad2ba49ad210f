import ClockifyAPI
import ClockifySandbox
import Foundation
import SandboxTestSupport
import Testing

@Suite("Entity changes and detailed reports of the sandbox")
struct SandboxEntityChangesTests {
    let sandbox = ClockifySandbox()
    let clock: TestClock
    var clockify: Clockify { sandbox.client }

    init() throws {
        let clock = try TestClock("2025-05-20T12:00:00Z")
        self.clock = clock
        sandbox.now = { clock.date }
    }

    private func create(_ description: String, hours: Double = 1, billable: Bool = false) async throws -> Clockify.TimeEntry {
        let start = try date("2025-05-20T08:00:00Z")
        return try await clockify.timeEntries.create(
            in: sandbox.workspace, .init(start: start, end: start + hours * 3600, description: description, billable: billable))
    }

    private func updated(_ types: [Clockify.EntityDocumentType] = [.timeEntry], start: Date? = nil, end: Date? = nil) async throws
        -> [Clockify.UpdatedEntity]
    {
        try await clockify.entityChanges.allUpdated(in: sandbox.workspace, types: types, start: start, end: end).collect()
    }

    @Test("A change has the entry's times of creation and last change, and appears only within the range")
    func updates() async throws {
        let entry = try await create("first")
        let made = clock.date
        clock.date += 3600
        _ = try await clockify.timeEntries.update(
            entry.id, in: sandbox.workspace, .init(start: entry.timeInterval.start, description: "second"))
        let told = try #require(try await updated().first)
        #expect(told.id.rawValue == entry.id.rawValue && told.description == "second" && told.documentType == .timeEntry)
        #expect(told.auditMetadata == .init(createdAt: made, updatedAt: clock.date))
        #expect(try await updated(start: made, end: made).isEmpty)
        #expect(try await updated(start: clock.date, end: clock.date).count == 1)
        #expect(try await updated([.timeEntryRate]).isEmpty)
        // The limit of thirty days counts from the given end, and back from now.
        #expect(try await updated(start: clock.date - 31 * 86_400).isEmpty)
        clock.date += 31 * 86_400
        #expect(try await updated().isEmpty)
    }

    @Test("A deleted entry is reported a minute later in its last state, and no longer among the changed ones")
    func deletions() async throws {
        let entry = try await create("gone")
        _ = try await create("kept")
        clock.date += 10
        try await clockify.timeEntries.delete(entry.id, in: sandbox.workspace)
        let deletedAt = clock.date
        let deletions = clockify.entityChanges.allDeleted(in: sandbox.workspace, types: [.timeEntry])
        #expect(try await updated().map(\.description) == ["kept"])
        clock.date += 59
        #expect(try await deletions.collect().isEmpty)
        clock.date += 1
        let told = try await deletions.collect()
        #expect(told.map(\.id.rawValue) == [entry.id.rawValue] && told.map(\.deletedAt) == [deletedAt])
        #expect(told.first?.document?["description"] == "gone")
    }

    @Test("A custom field value is reported when it is set, changed and removed")
    func values() async throws {
        let start = try date("2025-05-20T08:00:00Z")
        let types: [Clockify.EntityDocumentType] = [.timeEntryCustomFieldValue]
        let entry = try await clockify.timeEntries.create(
            in: sandbox.workspace,
            .init(start: start, customFields: [.init(customFieldId: "a", value: 1), .init(customFieldId: "b", value: 2)]))
        clock.date += 100
        _ = try await clockify.timeEntries.update(
            entry.id, in: sandbox.workspace, .init(start: start, customFields: [.init(customFieldId: "a", value: 1)]))
        clock.date += 100
        // Setting the same value again is not a change.
        #expect(try await updated(types, start: clock.date - 150).isEmpty)
        let told = try #require(try await updated(types).first)
        #expect(told.value == 1 && told.customFieldId == "a" && told.timeEntryId == entry.id)
        let gone = try await clockify.entityChanges.allDeleted(in: sandbox.workspace, types: types).collect()
        #expect(gone.map { $0.document?["customFieldId"] } == ["b"])
    }

    @Test("A detailed report has the entries that start within its range, page by page, and the totals of all pages")
    func report() async throws {
        for index in 0..<5 { _ = try await create("entry \(index)", hours: 2, billable: index < 2) }
        let day: CalendarDate = "2025-05-20"
        let query = Clockify.DetailedReportQuery(days: day...day, in: .gmt, detailedFilter: .init(page: 2, pageSize: 2))
        let report = try await clockify.reports.detailed(in: sandbox.workspace, query)
        #expect(report.timeEntries?.count == 2)
        #expect(report.timeEntries?.allSatisfy { $0.timeInterval?.duration == 7200 && $0.userName == "John Doe" } == true)
        #expect(report.totals?.first?.entriesCount == 5 && report.totals?.first?.totalTime == 36_000)
        #expect(report.totals?.first?.totalBillableTime == 14_400)
        #expect(try await clockify.reports.allDetailed(in: sandbox.workspace, query).collect().count == 5)
        var other = query
        other.billable = true
        #expect(try await clockify.reports.allDetailed(in: sandbox.workspace, other).collect().count == 2)
        other.description = "ENTRY 1"
        #expect(try await clockify.reports.allDetailed(in: sandbox.workspace, other).collect().map(\.description) == ["entry 1"])
        // Midnight in Tokyo is nine hours earlier.
        other = query
        other.timeZone = "Asia/Tokyo"
        other.dateRangeEnd = "2025-05-20T16:59:59"
        #expect(try await clockify.reports.allDetailed(in: sandbox.workspace, other).collect().isEmpty)
        other.dateRangeEnd = "2025-05-20T17:00:00"
        #expect(try await clockify.reports.allDetailed(in: sandbox.workspace, other).collect().count == 5)
    }
}
