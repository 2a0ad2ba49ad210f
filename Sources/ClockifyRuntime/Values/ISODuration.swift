/// An ISO 8601 duration, such as `PT1H30M`.
///
/// A duration keeps its text and sends it back unchanged. It is compared by its length: `PT60M` equals `PT1H`, `P1D` equals `PT24H`, and
/// `P12M` equals `P1Y`. A text that is not a duration, or is too long to measure, equals only the same text.
///
/// Lengths add up and compare with `try`, because not every duration has a fixed length; see ``ArithmeticError``:
///
///     let total = try worked + .minutes(90)
///     if try total > .hours(8) { print("overtime") }
public struct ISODuration: Sendable, LosslessStringConvertible {
    /// The original text.
    public let description: String

    /// The components of the duration; `nil` if the service sent text that is not a duration.
    public var components: Components? { Components(Array(description.utf8).span) }

    /// Creates a duration from text; `nil` if the text is not an ISO 8601 duration.
    public init?(_ text: String) {
        guard Components(Array(text.utf8).span) != nil else { return nil }
        description = text
    }

    init(unchecked text: String) { description = text }

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

    /// The exact length in time, where a day has 24 hours.
    ///
    /// `nil` if the duration has years or months, which have no fixed length, if it does not fit, or if the text is not a duration.
    public var duration: Duration? { components?.duration }

    /// The length in seconds, as the nearest `Double`; `nil` if ``duration`` is `nil`.
    public var timeInterval: Double? { duration?.nearestTimeInterval }
}

extension ISODuration: Hashable {
    /// The value by which durations are compared.
    private enum Measure: Hashable {
        case length(months: Int, Duration)
        case text(String)
    }

    private var measure: Measure {
        guard let components, let months = components.signedMonths, let length = components.lengthWithoutMonths else {
            return .text(description)
        }
        return .length(months: months, length)
    }

    /// `true` if the two have the same length, or the same text.
    public static func == (one: Self, other: Self) -> Bool {
        one.description == other.description || one.measure == other.measure
    }

    /// Hashes what durations are compared by.
    public func hash(into hasher: inout Hasher) { hasher.combine(measure) }
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
    public func write(to json: inout JSONWriter) {
        if !json.storeIfComparing(self) { json.writeString(description) }
    }

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
