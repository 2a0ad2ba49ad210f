import Foundation
import Testing

@_spi(Generated) @testable import ClockifyRuntime

@Suite("Date formats by field")
struct ValuesDateFormTests {
    private let base = 1_543_496_446.0

    @Test(
        "A fraction has its own digits, three or six, and is truncated",
        arguments: [
            (0, "", ""), (0.5, ".500", ".500"), (0.999, ".999", ".999"), (0.3, ".300", ".300"), (0.001, ".001", ".001"),
            (0.123456, ".123", ".123456"), (0.000001, "", ".000001"), (0.999999, ".999", ".999999"),
            (0.0000004, "", ""),
        ])
    func fractions(seconds: Double, three: String, six: String) throws {
        let date = Date(timeIntervalSince1970: base + seconds)
        for (digits, fraction) in [(0, ""), (3, three), (6, six)] {
            let text = "2018-11-29T13:00:46\(fraction)Z"
            #expect(date.withFraction(digits: digits).parameterText == text)
            #expect(try JSONWriter.encode(date.withFraction(digits: digits)) == Array("\"\(text)\"".utf8))
        }
        #expect(date.parameterText == "2018-11-29T13:00:46Z")
    }

    @Test("Rounding errors of Double arithmetic do not lose a second, millisecond or microsecond")
    func arithmetic() {
        let almost = Date(timeIntervalSince1970: base + 0.999_999_8)
        for digits in [0, 3, 6] { #expect(almost.withFraction(digits: digits).parameterText == "2018-11-29T13:00:47Z") }
        var sum = Date(timeIntervalSince1970: base)
        for _ in 0..<10 { sum.addTimeInterval(0.1) }
        #expect(sum.parameterText == "2018-11-29T13:00:47Z")
    }

    @Test(
        "Every fraction with three or five digits survives a round trip",
        arguments: [1_543_496_446.0, -1.0, 4_000_000_000.0])
    func roundTrips(base: Double) throws {
        for thousandth in 0..<1000 {
            let text = String(String(1000 + thousandth).suffix(3))
            let date = try read("2018-11-29T13:00:46.\(text)Z")
            #expect(date.withFraction(digits: 3).parameterText == "2018-11-29T13:00:46\(thousandth == 0 ? "" : "." + text)Z")
            let fine = try read("2018-11-29T13:00:46.\(text)17Z")
            #expect(fine.withFraction(digits: 6).parameterText == "2018-11-29T13:00:46.\(text)170Z")
            // The same values as a result of arithmetic, in which a Double is slightly inexact.
            let computed = Date(timeIntervalSince1970: base).addingTimeInterval(Double(thousandth) / 1000)
            let third = computed.withFraction(digits: 3).parameterText
            #expect(thousandth == 0 ? third.hasSuffix("Z") : third.hasSuffix(".\(text)Z"), "\(third)")
        }
    }

    @Test("An end never precedes its start, in any combination of formats")
    func order() throws {
        var random = SeededGenerator(seed: 11)
        for _ in 0..<5_000 {
            let start = Date(timeIntervalSince1970: Double.random(in: -3_000_000_000...6_000_000_000, using: &random))
            let length = pow(10, Double.random(in: -9...4, using: &random))
            let end = start.addingTimeInterval(length)
            for digits in [0, 3, 6] {
                let (first, last) = (
                    try read(start.withFraction(digits: digits).parameterText), try read(end.withFraction(digits: digits).parameterText)
                )
                #expect(first <= last)
                #expect(first <= start.addingTimeInterval(1e-6))
                #expect(start.timeIntervalSince(first) < pow(10, -Double(digits)) + 1e-6)
            }
        }
    }

    @Test("The last second of a four-digit year stays the last")
    func limits() throws {
        let last = Date(timeIntervalSince1970: 253_402_300_799.99997)
        for digits in [0, 3, 6] { #expect(last.withFraction(digits: digits).parameterText.hasPrefix("9999-12-31T23:59:59")) }
        for seconds in [253_402_300_800, -62_167_219_201, Double.nan, .infinity] {
            let date = Date(timeIntervalSince1970: seconds)
            #expect(throws: JSONError.self) { try JSONWriter.encode(date.withFraction(digits: 6)) }
        }
    }

    @Test("Null stays null, and a stored date keeps its whole fraction")
    func nullable() throws {
        let date = try read("2018-11-29T13:00:46.123456Z")
        #expect(try JSONWriter.encode(Nullable.value(date).withFraction(digits: 3)) == Array(#""2018-11-29T13:00:46.123Z""#.utf8))
        #expect(try JSONWriter.encode(Nullable<Date>.null.withFraction(digits: 3)) == Array("null".utf8))
        var kept = JSONWriter(for: .storing)
        date.withFraction(digits: 3).write(to: &kept)
        let again: Date = try JSONReader.decode(from: kept.finish())
        #expect(abs(again.timeIntervalSince(date)) < 1e-7)
    }

    @Test("A day and a date with a time keep their kind in a field that accepts both")
    func dayOrTime() throws {
        let day: CalendarDate = "2021-12-23"
        let time = try read("2021-12-23T08:00:00Z")
        for (value, text) in [(DayOrTime.day(day), "2021-12-23"), (.time(time), "2021-12-23T08:00:00Z")] {
            #expect(try JSONWriter.encode(value) == Array("\"\(text)\"".utf8))
            #expect(try JSONReader.decode(DayOrTime.self, from: Array(" \"\(text)\" ".utf8)) == value)
            #expect(value.parameterText == text)
            #expect(try JSONDecoder().decode([DayOrTime].self, from: JSONEncoder().encode([value])) == [value])
        }
        #expect(try JSONWriter.encode(DayOrTime.time(time.addingTimeInterval(0.75))) == Array(#""2021-12-23T08:00:00Z""#.utf8))
        for text in ["\"2021-13-23\"", "\"\"", "7", "\"2021-12-23T24:00:00Z\"", "null", "\"2021-12-23"] {
            #expect(throws: JSONError.self) { try JSONReader.decode(DayOrTime.self, from: Array(text.utf8)) }
        }
    }

    private func read(_ text: String) throws -> Date { try JSONReader.decode(from: Array("\"\(text)\"".utf8)) }
}
