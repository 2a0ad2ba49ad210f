@_spi(Generated) import ClockifyRuntime
import Foundation
import Testing

@Suite("Wall-clock times")
struct ValuesWallClockTests {
    private static let march: CalendarDate = "2026-03-29"

    private func zone(_ name: String) throws -> TimeZone { try #require(TimeZone(identifier: name)) }

    private func date(_ text: String) throws -> Date { try read(Date.self, "\"\(text)\"") }

    @Test("A time is made from a day, from text and from parts")
    func making() throws {
        let time = Self.march.at(6, 30)
        #expect(time.description == "2026-03-29T06:30:00")
        #expect((time.day, time.hour, time.minute, time.second, time.nanosecond) == (Self.march, 6, 30, 0, 0))
        #expect(time == "2026-03-29T06:30:00")
        #expect(WallClockTime(time.description) == time)
        let late = try #require(WallClockTime(Self.march, hour: 23, minute: 59, second: 59, nanosecond: 999_000_000))
        #expect(late.description == "2026-03-29T23:59:59.999")
        #expect(WallClockTime(late.description) == late)
        #expect(late.nanosecond == 999_000_000)
        #expect(Self.march.at(0) < time && time < late && late < CalendarDate("2026-03-30").at(0))
        #expect(CalendarDate("0000-01-01").at(1).day == "0000-01-01")
        for (hour, minute, second, nanosecond) in [(24, 0, 0, 0), (-1, 0, 0, 0), (1, 60, 0, 0), (1, 0, 60, 0), (1, 0, 0, 1_000_000_000)] {
            #expect(WallClockTime(Self.march, hour: hour, minute: minute, second: second, nanosecond: nanosecond) == nil)
        }
        // With an offset it would be a point in time.
        for text in ["2026-03-29", "2026-03-29T06:30:00Z", "2026-03-29T06:30:00+02:00", "2026-02-30T00:00:00", "2026-03-29T24:00:00", ""] {
            #expect(WallClockTime(text) == nil)
        }
    }

    @Test("A moment is another time in each time zone, and the same moment again")
    func zones() throws {
        let moment = try date("2025-12-31T23:30:00Z")
        for (name, text) in [
            ("Europe/Berlin", "2026-01-01T00:30:00"), ("America/New_York", "2025-12-31T18:30:00"), ("Asia/Tokyo", "2026-01-01T08:30:00"),
            ("Australia/Lord_Howe", "2026-01-01T10:30:00"), ("GMT", "2025-12-31T23:30:00"),
        ] {
            let zone = try zone(name)
            let time = WallClockTime(moment, in: zone)
            #expect(time.description == text)
            #expect(time.date(in: zone) == moment)
        }
        #expect(CalendarDate("2026-01-01").at(0, 30, in: try zone("Europe/Berlin")) == moment)
        let fine = moment.addingTimeInterval(0.083)
        #expect(WallClockTime(fine, in: .gmt).description == "2025-12-31T23:30:00.083")
        #expect(WallClockTime(.distantFuture.addingTimeInterval(1e12), in: .gmt).description == "9999-12-31T23:59:59")
    }

    @Test(
        "A time that clocks skip is as much later as they are set forward; of a time that they show twice, it is the first",
        arguments: [
            ("Europe/Berlin", "2026-03-29T01:59:59", "2026-03-29T00:59:59Z"),
            ("Europe/Berlin", "2026-03-29T02:30:00", "2026-03-29T01:30:00Z"),
            ("Europe/Berlin", "2026-03-29T03:00:00", "2026-03-29T01:00:00Z"),
            ("Europe/Berlin", "2026-10-25T02:30:00", "2026-10-25T00:30:00Z"),
            ("Europe/Berlin", "2026-10-25T03:00:00", "2026-10-25T02:00:00Z"),
            ("America/New_York", "2026-03-08T02:30:00", "2026-03-08T07:30:00Z"),
            ("America/New_York", "2026-11-01T01:30:00", "2026-11-01T05:30:00Z"),
            ("America/New_York", "2026-11-01T02:00:00", "2026-11-01T07:00:00Z"),
            ("Australia/Sydney", "2026-04-05T02:30:00", "2026-04-04T15:30:00Z"),
            ("Australia/Sydney", "2026-10-04T02:30:00", "2026-10-03T16:30:00Z"),
            // Half an hour.
            ("Australia/Lord_Howe", "2026-10-04T02:15:00", "2026-10-03T15:45:00Z"),
            // Midnight is skipped.
            ("Asia/Beirut", "2024-03-31T00:00:00", "2024-03-30T22:00:00Z"),
            // The whole of 30 December 2011 is skipped.
            ("Pacific/Apia", "2011-12-30T12:00:00", "2011-12-30T22:00:00Z"),
        ])
    func changes(name: String, time: String, moment: String) throws {
        let clock = try #require(WallClockTime(time))
        #expect(clock.date(in: try zone(name)) == (try date(moment)))
    }

    @Test("Every quarter of an hour of a year is found again")
    func everyTime() throws {
        for name in ["Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Asia/Tokyo", "America/St_Johns"] {
            let zone = try zone(name)
            let start = try date("2026-01-01T00:00:00Z")
            for quarter in 0..<(365 * 96) {
                let moment = start.addingTimeInterval(900 * Double(quarter))
                let found = WallClockTime(moment, in: zone).date(in: zone)
                // The second of two moments with the same time is found as the first one.
                if found != moment { #expect(found < moment && WallClockTime(found, in: zone) == WallClockTime(moment, in: zone)) }
            }
        }
    }

    @Test("It is written with a Z, in whole seconds or with a fraction, and read as it stands")
    func json() throws {
        let time: WallClockTime = "2026-03-29T23:59:59.987654321"
        #expect(try written(time) == #""2026-03-29T23:59:59Z""#)
        #expect(time.parameterText == "2026-03-29T23:59:59Z")
        #expect(time.withFraction(digits: 3).parameterText == "2026-03-29T23:59:59.987Z")
        #expect(try written(time.withFraction(digits: 6)) == #""2026-03-29T23:59:59.987654Z""#)
        #expect(try written(Nullable.value(time).withFraction(digits: 3)) == #""2026-03-29T23:59:59.987Z""#)
        // A fraction of nearly a second does not become a second of the next day.
        let last: WallClockTime = "2026-03-29T23:59:59.999999999"
        #expect(last.withFraction(digits: 6).parameterText == "2026-03-29T23:59:59.999999Z")
        for text in ["", "Z", "+02:00", "-1130", "+09"] {
            #expect(try read(WallClockTime.self, "\"2026-03-29T06:30:00.5\(text)\"").description == "2026-03-29T06:30:00.500")
        }
        for text in [#""""#, #""2026-03-29T25:00:00Z""#, #""2026-03-29T06:30:00Y""#, "1", "null"] {
            #expect(refusal(WallClockTime.self, text) != nil)
        }
        let times: [WallClockTime] = ["2026-03-29T06:30:00", "2026-03-29T06:30:00.123456789"]
        let encoded = try JSONEncoder().encode(times)
        #expect(String(decoding: encoded, as: UTF8.self) == #"["2026-03-29T06:30:00Z","2026-03-29T06:30:00.123456789Z"]"#)
        #expect(try JSONDecoder().decode([WallClockTime].self, from: encoded) == times)
        #expect(throws: DecodingError.self) { try JSONDecoder().decode([WallClockTime].self, from: Data(#"["x"]"#.utf8)) }
    }

    @Test("A range of days reaches from the start of the first to the end of the last")
    func days() {
        let quarter: ClosedRange<CalendarDate> = "2026-01-01"..."2026-03-31"
        #expect(quarter.firstWallClockTime == "2026-01-01T00:00:00")
        #expect(quarter.lastWallClockTime(fractionDigits: 0) == "2026-03-31T23:59:59")
        #expect(quarter.lastWallClockTime(fractionDigits: 6) == "2026-03-31T23:59:59.999")
    }
}
