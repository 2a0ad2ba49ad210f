extension WallClockTime: JSONReadable, JSONWritable, ParameterValue, Codable {
    /// Reads the day and the time as they are written, and ignores the offset or `Z` after them.
    @_spi(Generated)
    public init(from json: inout JSONReader) throws(JSONError) {
        let start = json.bytes.span.skippingWhitespace(from: json.position)
        let text = Array(try json.readString().utf8)
        // The whole text must be a timestamp, but its offset is ignored.
        let end = text.dropFirst(19).firstIndex { !($0 == UInt8(ascii: ".") || UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0) }
        let clock = Array(text[..<(end ?? text.count)])
        guard Timestamp(text.span) != nil, let timestamp = Timestamp(withoutOffset: clock.span), timestamp.isInRange else {
            throw json.failure("expected a date and time such as 2018-11-29T13:00:46Z", at: start)
        }
        self.init(timestamp)
    }

    /// Writes `yyyy-MM-ddTHH:mm:ssZ` in whole seconds.
    @_spi(Generated)
    public func write(to json: inout JSONWriter) { write(to: &json, fractionDigits: 0) }

    /// The time as `yyyy-MM-ddTHH:mm:ssZ`, truncated to whole seconds.
    @_spi(Generated)
    public var parameterText: String { wireText(fractionDigits: 0) }

    /// Decodes the same text as in JSON, with any offset or none.
    public init(from decoder: any Decoder) throws { self = try Self(decoding: decoder) }
    /// Encodes the same text as in JSON: `yyyy-MM-ddTHH:mm:ssZ`, with a fraction if there is one.
    public func encode(to encoder: any Encoder) throws { try encoder.encodeJSON(of: self) }
}

@_spi(Generated)
extension WallClockTime: FractionWritable {
    /// Writes the day and the time, with the fraction truncated to the given number of digits.
    @_spi(Generated)
    public func write(to json: inout JSONWriter, fractionDigits: Int) {
        json.writeTimestamp(json.isComplete ? timestamp : timestamp.truncated(toDigits: fractionDigits))
    }

    /// The day and the time, with the fraction truncated to the given number of digits.
    @_spi(Generated)
    public func wireText(fractionDigits: Int) -> String {
        String(decoding: timestamp.truncated(toDigits: fractionDigits).text(), as: UTF8.self)
    }
}
