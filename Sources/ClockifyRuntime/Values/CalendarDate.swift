#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

/// A day without a time or a time zone, `yyyy-MM-dd` on the wire. It is the same day in every time zone.
///
///     let quarter: ClosedRange<CalendarDate> = "2026-01-01"..."2026-03-31"
///     for day in quarter where day.weekday == .monday { print(day) }
///     let interval = quarter.interval(in: berlin)    // Range<Date>
public struct CalendarDate: Sendable, Hashable, Comparable, LosslessStringConvertible {
    private let civil: CivilDate

    /// The year, 0 to 9999.
    public var year: Int { civil.year }
    /// The month, 1 to 12.
    public var month: Int { civil.month }
    /// The day of the month, 1 to 31.
    public var day: Int { civil.day }

    /// Creates a date; `nil` if the calendar has no such day.
    public init?(year: Int, month: Int, day: Int) {
        guard let civil = CivilDate(year: year, month: month, day: day) else { return nil }
        self.civil = civil
    }

    /// Creates a date from text; `nil` if the text is not `yyyy-MM-dd`, or the calendar has no such day.
    public init?(_ text: String) {
        let bytes = Array(text.utf8)
        guard bytes.count == 10, let civil = CivilDate(bytes.span) else { return nil }
        self.civil = civil
    }

    /// Creates the calendar date in `timeZone` at the moment `date`. Dates outside the years 0000 to 9999 are clamped to that range.
    public init(_ date: Date, in timeZone: TimeZone) {
        let local = date.addingTimeInterval(Double(timeZone.secondsFromGMT(for: date)))
        let seconds = Timestamp(clamping: local).seconds
        civil = CivilDate(daysSince1970: seconds >= 0 ? seconds / 86_400 : (seconds - 86_399) / 86_400)
    }

    /// Returns the current day in a time zone.
    ///
    /// - Parameters:
    ///   - timeZone: The time zone that determines the day.
    ///   - now: The current time. Tests pass a fixed one.
    public static func today(in timeZone: TimeZone, now: Date = Date()) -> Self { Self(now, in: timeZone) }

    init(_ civil: CivilDate) { self.civil = civil }

    /// The number of days since 1970-01-01.
    var daysSince1970: Int { civil.daysSince1970 }

    /// Returns `true` if both are the same day.
    public static func == (left: Self, right: Self) -> Bool { left.civil == right.civil }

    /// Returns `true` if the first date is earlier.
    public static func < (left: Self, right: Self) -> Bool {
        (left.year, left.month, left.day) < (right.year, right.month, right.day)
    }

    /// The date as `yyyy-MM-dd`.
    public var description: String {
        var text: [UInt8] = []
        civil.append(to: &text)
        return String(decoding: text, as: UTF8.self)
    }
}

extension CalendarDate: CustomReflectable {
    /// An empty mirror, because ``description`` says everything.
    public var customMirror: Mirror { Mirror(self, children: []) }
}

extension CalendarDate: JSONReadable, JSONWritable, ParameterValue {
    /// Reads `yyyy-MM-dd`. From a date with a time, reads the day as written and ignores the time and offset.
    @_spi(Generated)
    public init(from json: inout JSONReader) throws(JSONError) {
        self = try json.readCalendarDate()
    }

    /// Writes `yyyy-MM-dd`.
    @_spi(Generated)
    public func write(to json: inout JSONWriter) { json.writeString(description) }

    /// The date as `yyyy-MM-dd`.
    @_spi(Generated)
    public var parameterText: String { description }
}

extension CalendarDate: Codable {
    /// Decodes `yyyy-MM-dd`, and throws if the text is anything else.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let date = Self(try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "expected a date yyyy-MM-dd")
        }
        self = date
    }

    /// Encodes `yyyy-MM-dd`.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}

extension CalendarDate: ExpressibleByStringLiteral {
    /// Creates a date from a literal: `"2026-03-31"`.
    ///
    /// - Precondition: The literal is `yyyy-MM-dd`, and the calendar has that day. For any other text, use ``init(_:)`` with a variable.
    public init(stringLiteral text: String) {
        guard let date = Self(text) else { preconditionFailure("\"\(text)\" is not a day of the calendar such as \"2026-03-31\"") }
        self = date
    }
}

extension JSONReader {
    fileprivate mutating func readCalendarDate() throws(JSONError) -> CalendarDate {
        let start = bytes.span.skippingWhitespace(from: position)
        let text = Array(try readString().utf8)
        guard Timestamp(text.span) != nil, let civil = CivilDate(text.span) else {
            throw failure("expected a date such as 2018-11-29", at: start)
        }
        return CalendarDate(civil)
    }
}
