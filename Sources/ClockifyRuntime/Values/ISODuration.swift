/// An ISO 8601 duration, such as `PT1H30M`.
///
/// It keeps its original text. Two durations are equal if their texts are equal.
public struct ISODuration: Sendable, Hashable, LosslessStringConvertible {
    /// The original text.
    public let description: String

    /// The components of the duration; `nil` if the service sent text that is not a duration.
    public var components: Components? { Components(Array(description.utf8).span) }

    /// Creates a duration from text; `nil` if the text is not an ISO 8601 duration.
    public init?(_ text: String) {
        guard Components(Array(text.utf8).span) != nil else { return nil }
        description = text
    }

    /// Creates a duration in hours, minutes and seconds. For example, 5400 seconds become `PT1H30M`.
    public init(seconds: Int) {
        self.init(seconds: Int64(seconds), nanoseconds: 0)
    }

    /// Creates a duration in hours, minutes and seconds, with nanosecond precision.
    public init(_ duration: Duration) {
        self.init(
            seconds: duration.components.seconds,
            nanoseconds: Int(duration.components.attoseconds / 1_000_000_000))
    }

    fileprivate init(unchecked text: String) { description = text }

    private init(seconds: Int64, nanoseconds: Int) {
        let total = seconds.magnitude
        let (hours, minutes, rest) = (total / 3600, total / 60 % 60, total % 60)
        var text = seconds < 0 || nanoseconds < 0 ? "-PT" : "PT"
        if hours > 0 { text += "\(hours)H" }
        if minutes > 0 { text += "\(minutes)M" }
        if nanoseconds != 0 {
            var fraction = String(1_000_000_000 + nanoseconds.magnitude).dropFirst()
            while fraction.last == "0" { fraction.removeLast() }
            text += "\(rest).\(fraction)S"
        } else if rest > 0 || total == 0 {
            text += "\(rest)S"
        }
        description = text
    }

    /// The number of years, or `nil` if the text is not a duration.
    public var years: Int? { components?.years }
    /// The number of months, or `nil` if the text is not a duration.
    public var months: Int? { components?.months }
    /// The number of weeks, or `nil` if the text is not a duration.
    public var weeks: Int? { components?.weeks }
    /// The number of days, or `nil` if the text is not a duration.
    public var days: Int? { components?.days }
    /// The number of hours, or `nil` if the text is not a duration.
    public var hours: Int? { components?.hours }
    /// The number of minutes, or `nil` if the text is not a duration.
    public var minutes: Int? { components?.minutes }
    /// The number of whole seconds in addition to the hours and minutes, or `nil` if the text is not a duration.
    public var seconds: Int? { components?.seconds }

    /// The length in time, where a day has 24 hours.
    ///
    /// `nil` if the duration has years or months, which have no fixed length, if it does not fit, or if the text is not a duration.
    public var duration: Duration? { components?.duration }

    /// The length in seconds; `nil` if ``duration`` is `nil`.
    public var timeInterval: Double? {
        duration.map { Double($0.components.seconds) + Double($0.components.attoseconds) / 1e18 }
    }
}

extension ISODuration: CustomReflectable {
    /// An empty mirror, because ``description`` says everything.
    public var customMirror: Mirror { Mirror(self, children: []) }
}

extension ISODuration: JSONReadable, JSONWritable, ParameterValue, Codable {
    /// Keeps any string the service sends.
    @_spi(Generated)
    public init(from json: inout JSONReader) throws(JSONError) {
        self.init(unchecked: try json.readString())
    }

    /// Writes the original text.
    @_spi(Generated)
    public func write(to json: inout JSONWriter) { json.writeString(description) }

    /// The original text.
    @_spi(Generated)
    public var parameterText: String { description }

    /// Decodes any string, as the service may send text that is not a duration.
    public init(from decoder: any Decoder) throws {
        self.init(unchecked: try decoder.singleValueContainer().decode(String.self))
    }

    /// Encodes the original text.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}
