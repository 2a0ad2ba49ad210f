import ClockifyAPI
import ClockifySandbox
import Foundation
import Testing

@Suite("Days in a time zone")
struct DayTasks {
    let office = Office()
    var clockify: Clockify { office.clockify }
    var workspace: Clockify.WorkspaceID { office.workspace }

    @Test("A day has 23, 24 or 25 hours, and a night in which clocks change has the hours that were worked.")
    func lengths() throws {
        func hours(_ day: CalendarDate) -> Double { day.end(in: berlin).timeIntervalSince(day.start(in: berlin)) / 3600 }
        #expect(hours("2026-03-28") == 24 && hours("2026-03-29") == 23 && hours("2026-10-25") == 25)

        for (evening, worked) in [("2026-03-27", 8), ("2026-03-28", 7), ("2026-10-24", 9)] as [(CalendarDate, Int)] {
            let night = Clockify.TimeInterval(
                start: evening.at(22, in: berlin), end: evening.advanced(by: 1).at(6, in: berlin))
            #expect(Clockify.TimeEntry(id: "e1", timeInterval: night, type: .regular).duration() == .seconds(worked * 3600))
            #expect(CalendarDate(night.start, in: berlin) == evening)
        }
    }

    @Test("The entries of a day are those of the user's clock, also when it changes.", arguments: ["2026-03-29", "2026-10-25"])
    func entries(text: String) async throws {
        let day = try #require(CalendarDate(text))
        office.sandbox.timeZone = berlin
        let (start, end) = (day.start(in: berlin), day.end(in: berlin))
        for (id, moment) in [("before", start - 1), ("first", start), ("last", end - 1), ("after", end)] {
            try office.sandbox.add(
                Clockify.TimeEntry(
                    id: .init(id), timeInterval: .init(start: moment, end: moment + 1), type: .regular, userId: office.sandbox.user))
        }
        let entries = try await clockify.timeEntries.list(in: workspace, user: office.sandbox.user, days: day...day)
        #expect(Set(entries.map(\.id)) == ["first", "last"])
    }
}
