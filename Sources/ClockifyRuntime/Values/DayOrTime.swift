#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

/// A day or a point in time, for places where the service accepts both: `2018-11-29` or `2018-11-29T13:00:46Z`.
public enum DayOrTime: Sendable, Hashable {
    /// A day.
    case day(CalendarDate)
    /// A point in time. It is sent in whole seconds, like every `Date`.
    case time(Date)
}

extension DayOrTime: CustomStringConvertible {
    /// The day as `yyyy-MM-dd`, or the point in time as a date and time in UTC, with its fraction of a second.
    public var description: String {
        switch self {
        case .day(let day): day.description
        case .time(let date): date.wireText(fractionDigits: 6)
        }
    }
}

extension DayOrTime: JSONReadable, JSONWritable, ParameterValue, Codable {
    /// Reads `yyyy-MM-dd` as a day, and any other date and time as a point in time.
    @_spi(Generated)
    public init(from json: inout JSONReader) throws(JSONError) {
        var ahead = json
        let text = try ahead.readString()
        if let day = CalendarDate(text) {
            self = .day(day)
            json = ahead
        } else {
            self = .time(try Date(from: &json))
        }
    }

    /// Writes a day as `yyyy-MM-dd`, and a point in time as a date and time in UTC.
    @_spi(Generated)
    public func write(to json: inout JSONWriter) {
        switch self {
        case .day(let day): day.write(to: &json)
        case .time(let date): date.write(to: &json)
        }
    }

    /// A day as `yyyy-MM-dd`, or a point in time as a date and time in UTC.
    @_spi(Generated)
    public var parameterText: String {
        switch self {
        case .day(let day): day.parameterText
        case .time(let date): date.parameterText
        }
    }

    /// Decodes the same text as in JSON: a day, or a date and time.
    public init(from decoder: any Decoder) throws { self = try Self(decoding: decoder) }
    /// Encodes the same text as in JSON: a day, or a date and time.
    public func encode(to encoder: any Encoder) throws { try encoder.encodeJSON(of: self) }
}
