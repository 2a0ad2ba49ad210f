import ClockifyRuntime
import Foundation
import Testing

@Suite("Days")
struct ValuesCalendarTests {
    @Test("A day is created from an existing year, month and day")
    func making() throws {
        let day = try #require(CalendarDate(year: 2024, month: 2, day: 29))
        #expect((day.year, day.month, day.day) == (2024, 2, 29))
        #expect(day.description == "2024-02-29")
        #expect(day.parameterText == "2024-02-29")
        #expect(CalendarDate("2024-02-29") == day)
        #expect(CalendarDate(year: 7, month: 1, day: 2)?.description == "0007-01-02")
        for (year, month, dayOfMonth) in [
            (2023, 2, 29), (2024, 0, 1), (2024, 13, 1), (2024, 4, 31), (2024, 1, 0), (10_000, 1, 1), (-1, 1, 1), (.max, .max, .max),
            (.min, .min, .min),
        ] {
            #expect(CalendarDate(year: year, month: month, day: dayOfMonth) == nil)
        }
        for text in ["", "2024-2-29", "2024-02-30", "2024-02-29T00:00:00Z", "2024-02-29 ", "20240229", "abcd-ef-gh"] {
            #expect(CalendarDate(text) == nil)
        }
    }

    @Test("Days are ordered by date")
    func order() throws {
        let texts = ["0000-01-01", "1999-12-31", "2000-01-01", "2000-01-02", "2000-02-01", "9999-12-31"]
        #expect(texts.reversed().compactMap { CalendarDate($0) }.sorted().map(\.description) == texts)
    }

    @Test("The day of a date depends on the time zone")
    func timeZones() throws {
        let moment = try read(Date.self, #""2020-03-01T00:30:00Z""#)
        let zones = try [
            ("GMT", "2020-03-01"), ("America/New_York", "2020-02-29"), ("Asia/Tokyo", "2020-03-01"), ("Pacific/Kiritimati", "2020-03-01"),
        ]
        .map { (try #require(TimeZone(identifier: $0.0)), $0.1) }
        for (zone, text) in zones {
            #expect(CalendarDate(moment, in: zone).description == text)
        }
        #expect(CalendarDate(.distantFuture, in: .gmt).description == "4001-01-01")
        #expect(CalendarDate(Date(timeIntervalSince1970: -.infinity), in: .gmt).description == "0000-01-01")
        #expect(CalendarDate(Date(timeIntervalSince1970: -1), in: .gmt).description == "1969-12-31")
    }

    @Test("A day is decoded from a day or a date with a time, and encoded as a day")
    func json() throws {
        #expect(try read(CalendarDate.self, #""2024-02-29""#).description == "2024-02-29")
        #expect(try read(CalendarDate.self, #""2024-02-29T23:59:59-10:00""#).description == "2024-02-29")
        #expect(try written(CalendarDate(year: 2024, month: 2, day: 29)) == #""2024-02-29""#)
        for text in [#""""#, #""2024-02-30""#, #""2024-02-29T""#, #""2024-02-29 and more""#, "20240229", "null"] {
            #expect(refusal(CalendarDate.self, text) != nil)
        }
        let days = [CalendarDate(year: 2024, month: 2, day: 29), CalendarDate(year: 1, month: 1, day: 1)]
        #expect(try JSONDecoder().decode([CalendarDate?].self, from: JSONEncoder().encode(days)) == days)
        #expect(throws: DecodingError.self) { try JSONDecoder().decode([CalendarDate].self, from: Data(#"["x"]"#.utf8)) }
    }
}

@Suite("Durations")
struct ValuesDurationTests {
    @Test(
        "The parts of a duration are decoded from its text",
        arguments: [
            ("PT1H30M", 5400.0), ("PT0S", 0), ("PT90M", 5400), ("PT1.5S", 1.5), ("P1D", 86_400), ("P1W", 604_800), ("P1DT1H1M1S", 90_061),
            ("-PT1H", -3600), ("+PT1H", 3600),
            ("PT8H0M0S", 28_800), ("PT0.000000001S", 1e-9), ("PT10000H", 36_000_000), ("P1W1DT1S", 691_201), ("-PT0.5S", -0.5),
            ("PT1.1234567899S", 1.123456789),
        ])
    func reading(text: String, seconds: Double) throws {
        let duration = try read(ISODuration.self, "\"\(text)\"")
        #expect(duration.timeInterval == seconds)
        #expect(duration.description == text)
        #expect(try written(duration) == "\"\(text)\"")
        #expect(ISODuration(text) == duration)
    }

    @Test("The parts of a duration are accessible")
    func parts() throws {
        let duration = try #require(ISODuration("P1Y2M3W4DT5H6M7.89S"))
        #expect(duration.years == 1 && duration.months == 2 && duration.weeks == 3 && duration.days == 4)
        #expect(duration.hours == 5 && duration.minutes == 6 && duration.seconds == 7)
        #expect(duration.components?.nanoseconds == 890_000_000)
        #expect(duration.duration == nil && duration.timeInterval == nil)
        #expect(ISODuration("-PT1H")?.components?.isNegative == true)
        #expect(ISODuration("PT1H30M")?.duration == .seconds(5400))
    }

    @Test(
        "An invalid duration from the service is kept as it is, and cannot be created otherwise",
        arguments: [
            "", "P", "PT", "P1", "1H", "PT1", "T1H", "PTH", "P1H", "PT1D", "PT1M1H", "P1D1Y", "PT1H1H", "P1DT", "PT1.5H", "PT1.S", "PT.5S",
            "PT1S ", " PT1S", "pt1h", "PT-1H", "--PT1H",
            "P1TT1H", "PT1HT1M", "PT99999999999999999999H", "1:30", "soon", "PT1H😀", "PT1,5S",
        ])
    func invalid(text: String) throws {
        #expect(ISODuration(text) == nil)
        let duration = try read(ISODuration.self, "\"\(text)\"")
        #expect(duration.components == nil && duration.hours == nil && duration.duration == nil)
        #expect(try written(duration) == "\"\(text)\"")
        #expect(duration.parameterText == text)
        #expect(try JSONDecoder().decode([ISODuration].self, from: JSONEncoder().encode([duration])) == [duration])
    }

    @Test("A number of seconds becomes hours, minutes and seconds")
    func making() {
        for (seconds, text) in [
            (0, "PT0S"), (1, "PT1S"), (60, "PT1M"), (3600, "PT1H"), (5400, "PT1H30M"), (90_061, "PT25H1M1S"), (-5400, "-PT1H30M"),
            (3601, "PT1H1S"),
        ] {
            #expect(ISODuration(seconds: seconds).description == text)
            #expect(ISODuration(seconds: seconds).timeInterval == Double(seconds))
        }
        #expect(ISODuration(.milliseconds(1500)).description == "PT1.5S")
        #expect(ISODuration(.milliseconds(-500)).description == "-PT0.5S")
        #expect(ISODuration(.seconds(3600) + .nanoseconds(1)).description == "PT1H0.000000001S")
        for seconds in [Int.max, Int.min, Int.min + 1] {
            #expect(ISODuration(ISODuration(seconds: seconds).description) != nil)
        }
        // The value is too large for a duration, but not for the text.
        #expect(ISODuration("P9223372036854775807W")?.duration == nil)
        #expect(ISODuration("PT9223372036854775807S")?.duration != nil)
    }
}
