import ClockifyRuntime
import Foundation
import Testing

@Suite("Dates and times")
struct ValuesDateTests {
    @Test(
        "RFC 3339 is accepted in all its forms, and in the shorter ones that the service sends",
        arguments: [
            ("1970-01-01T00:00:00Z", 0), ("2001-01-01T00:00:00Z", 978_307_200), ("2018-11-29T13:00:46Z", 1_543_496_446),
            ("2018-11-29t13:00:46z", 1_543_496_446),
            ("2018-11-29 13:00:46Z", 1_543_496_446), ("2018-11-29T13:00:46", 1_543_496_446), ("2018-11-29", 1_543_449_600),
            ("2018-11-29T14:00:46+01:00", 1_543_496_446),
            ("2018-11-29T07:30:46-05:30", 1_543_496_446), ("2018-11-29T14:00:46+0100", 1_543_496_446),
            ("2018-11-29T14:00:46+01", 1_543_496_446),
            ("2018-11-29T13:00:46-00:00", 1_543_496_446), ("2018-11-30T12:59:46+23:59", 1_543_496_446),
            ("1969-12-31T23:59:59Z", -1), ("0001-01-01T00:00:00Z", -62_135_596_800), ("0000-01-01T00:00:00Z", -62_167_219_200),
            ("9999-12-31T23:59:59Z", 253_402_300_799),
            ("2000-02-29T00:00:00Z", 951_782_400), ("2024-02-29T12:00:00Z", 1_709_208_000), ("1900-03-01T00:00:00Z", -2_203_891_200),
            ("2016-12-31T23:59:60Z", 1_483_228_800), ("2017-01-01T05:29:60+05:30", 1_483_228_800),
            ("2016-12-31T15:59:60.5-08:00", 1_483_228_800.5),
            ("2018-11-29T13:00:46.5Z", 1_543_496_446.5), ("2018-11-29T13:00:46.25+00:00", 1_543_496_446.25),
            ("2018-11-29T13:00:46.000Z", 1_543_496_446),
            ("1969-12-31T23:59:59.75Z", -0.25), ("2018-11-29T13:00:46.5", 1_543_496_446.5),
        ])
    func reading(text: String, seconds: Double) throws {
        #expect(try read(Date.self, "\"\(text)\"") == Date(timeIntervalSince1970: seconds))
        #expect(
            try read(Date.self, "\"\\u003\(text.first == "0" ? "0" : text.prefix(1))\(text.dropFirst())\"")
                == Date(timeIntervalSince1970: seconds))
    }

    @Test("Any number of fraction digits is accepted, up to the precision of a Date", arguments: 0...20)
    func fractions(digits: Int) throws {
        let all = "16026915009876543210"
        let fraction = String(all.prefix(digits))
        let date = try read(Date.self, "\"2026-05-17T23:51:17\(digits == 0 ? "" : ".\(fraction)")Z\"")
        let expected = 1_779_061_877 + (Double("0.\(fraction)0") ?? 0)
        #expect(abs(date.timeIntervalSince1970 - expected) < 1e-6)
    }

    @Test(
        "An invalid date is rejected",
        arguments: [
            "", "x", "2018", "2018-11", "2018-1-1", "2018-11-2", "20181129", "2018-13-01", "2018-00-01", "2018-01-00", "2018-01-32",
            "2018-02-29", "1900-02-29",
            "2018-04-31", "2018-11-29T", "2018-11-29T1", "2018-11-29T13", "2018-11-29T13:00", "2018-11-29T13:00:4", "2018-11-29T24:00:00Z",
            "2018-11-29T13:60:00Z",
            "2018-11-29T13:00:61Z", "2018-11-29T13:00:60Z", "2018-11-29T23:59:60+01:00", "2018-11-29T13:00:46.Z", "2018-11-29T13:00:46,5Z",
            "2018-11-29T13:00:46ZZ", "2018-11-29T13:00:46Z ",
            " 2018-11-29T13:00:46Z", "2018-11-29T13:00:46+1", "2018-11-29T13:00:46+1:00", "2018-11-29T13:00:46+24:00",
            "2018-11-29T13:00:46+01:60", "2018-11-29T13:00:46+01:0",
            "2018-11-29T13:00:46+01-00", "2018-11-29T13:00:46+", "2018-11-29X13:00:46Z", "2018/11/29", "-018-11-29", "+2018-11-29",
            "12018-11-29", "2018-11-29T13-00-46Z",
            "2018-11-29T13:00:46GMT", "２０１８-11-29", "2018-11-29T1a:00:00Z",
        ])
    func refused(text: String) {
        #expect(refusal(Date.self, "\"\(text)\"") != nil)
        #expect(refusal(Date.self, "[\"\(text)\"]") != nil)
    }

    @Test("Every day from 0000 to 9999 survives a round trip and is one day after the previous one")
    func everyDay() throws {
        var expected = -62_167_219_200.0
        for year in 0...9999 where year < 5 || year > 9995 || year % 100 < 2 || year % 97 == 0 || (1890...2110).contains(year) {
            var written = 0
            expected = try read(Date.self, "\"\(padded(year, 4))-01-01\"").timeIntervalSince1970
            for month in 1...12 {
                for day in 1...31 {
                    let text = "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
                    guard let date = CalendarDate(text) else { continue }
                    #expect(date.description == text)
                    let moment = try read(Date.self, "\"\(text)\"")
                    #expect(moment.timeIntervalSince1970 == expected)
                    #expect(moment.parameterText == "\(text)T00:00:00Z")
                    expected += 86_400
                    written += 1
                }
            }
            let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
            #expect(written == (isLeap ? 366 : 365))
        }
    }

    @Test("Dates are sent in whole seconds, rounded down, in UTC")
    func writing() throws {
        for (seconds, text) in [
            (0, "1970-01-01T00:00:00Z"), (0.999, "1970-01-01T00:00:00Z"), (-0.001, "1969-12-31T23:59:59Z"),
            (1_543_496_446.5, "2018-11-29T13:00:46Z"),
            (-62_167_219_200, "0000-01-01T00:00:00Z"), (253_402_300_799, "9999-12-31T23:59:59Z"),
            (253_402_300_799.9, "9999-12-31T23:59:59Z"),
        ] {
            let date = Date(timeIntervalSince1970: seconds)
            #expect(try written(date) == "\"\(text)\"")
            #expect(date.parameterText == text)
        }
    }

    @Test("A date beyond four-digit years cannot be sent, and a parameter is limited to them")
    func limits() {
        for seconds in [-62_167_219_201, 253_402_300_800, 1e300, -1e300, .infinity, -.infinity, .nan] {
            let date = Date(timeIntervalSince1970: seconds)
            #expect(throws: JSONError.self) { try written(date) }
            #expect(date.parameterText.utf8.count == 20)
        }
        // Foundation's first day of the year 1 is in the Julian calendar, which RFC 3339 does not use.
        #expect(Date.distantPast.parameterText == "0000-12-30T00:00:00Z")
        #expect(Date.distantFuture.parameterText == "4001-01-01T00:00:00Z")
    }

    @Test("A stored date has as many fraction digits as necessary")
    func keeping() throws {
        for fraction in ["", ".500", ".123", ".123456", ".000001", ".999999"] {
            let interval = try read(SampleInterval.self, "{\"start\":\"2026-05-17T23:51:17\(fraction)Z\"}")
            let value = try JSONDecoder().decode(JSONValue.self, from: JSONEncoder().encode(interval))
            #expect(value["start"]?.stringValue?.hasPrefix("2026-05-17T23:51:17\(fraction.prefix(4))") == true)
            #expect(try JSONDecoder().decode(SampleInterval.self, from: JSONEncoder().encode(interval)) == interval)
        }
    }

    @Test("Random dates agree with Foundation and survive storage")
    func random() throws {
        var generator = SeededGenerator(seed: 3)
        let formatter = ISO8601DateFormatter()
        for _ in 0..<2000 {
            // Foundation uses the Julian calendar before 1582.
            let seconds = Double(Int.random(in: -12_000_000_000...253_402_300_799, using: &generator))
            let date = Date(timeIntervalSince1970: seconds)
            #expect(date.parameterText == formatter.string(from: date))
            #expect(try read(Date.self, written(date)) == date)
        }
    }

    private func padded(_ number: Int, _ digits: Int) -> String {
        String(String(number + 10_000).suffix(digits))
    }
}
