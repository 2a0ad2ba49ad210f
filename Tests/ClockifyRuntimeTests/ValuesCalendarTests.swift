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
