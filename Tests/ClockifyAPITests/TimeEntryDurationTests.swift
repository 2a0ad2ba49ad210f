import ClockifyAPI
import Foundation
import SandboxTestSupport
import Testing

@Suite("Time entries have durations")
struct TimeEntryDurationTests {
    private func entry(from start: String, to end: String? = nil) throws -> Clockify.TimeEntry {
        .init(
            id: "64c777ddd3fcab07cfbb210c", timeInterval: .init(start: try date(start), end: try end.map(date)), type: .regular)
    }

    @Test("An entry lasts from its start to its end, and a running one until now")
    func duration() throws {
        let now = try date("2026-03-29T02:30:00Z")
        let done = try entry(from: "2026-03-29T00:30:00Z", to: "2026-03-29T02:00:00Z")
        #expect(done.duration(until: now) == .seconds(5400) && !done.isRunning)
        let running = try entry(from: "2026-03-29T02:00:00Z")
        #expect(running.duration(until: now) == .seconds(1800) && running.isRunning)
        #expect(try entry(from: "2026-03-29T02:31:00Z").duration(until: now) == .seconds(-60))
        #expect([done, running].totalDuration(until: now) == .seconds(7200))
        #expect([Clockify.TimeEntry]().totalDuration() == .zero)
    }

    @Test("The service's duration is a duration, whatever its text is")
    func textOfService() throws {
        let interval = { (duration: String) in
            try JSONDecoder().decode(
                Clockify.TimeInterval.self, from: Data(#"{"start": "2026-03-29T00:30:00Z", "duration": "\#(duration)"}"#.utf8))
        }
        #expect(try interval("PT60M").duration == .hours(1))
        #expect(try interval("8000").duration?.description == "8000")
        #expect(try interval("8000").duration?.duration == nil)
    }
}
