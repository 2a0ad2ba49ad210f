#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

extension Date: JSONReadable, JSONWritable, ParameterValue {
    /// Reads an RFC 3339 timestamp with any fraction and offset.
    ///
    /// A timestamp without an offset is read as UTC, and a date alone as midnight UTC.
    ///
    /// Values that RFC 3339 does not allow are rejected: 24:00 (it is 00:00 of the next day), a leap second other than at midnight UTC,
    /// an offset of a day or more, a day that the calendar does not have, and a comma before the fraction.
    @_spi(Generated)
    public init(from json: inout JSONReader) throws(JSONError) {
        self = try json.readDate()
    }

    /// Writes `yyyy-MM-ddTHH:mm:ssZ` in whole seconds, because some endpoints of the service reject fractions.
    ///
    /// The fraction of every date is truncated, so that an end never precedes its start. The error of less than half a microsecond that
    /// comes from storing the date as a `Double` is ignored.
    @_spi(Generated)
    public func write(to json: inout JSONWriter) { write(to: &json, fractionDigits: 0) }

    /// The date as `yyyy-MM-ddTHH:mm:ssZ`, truncated to whole seconds.
    @_spi(Generated)
    public var parameterText: String { wireText(fractionDigits: 0) }
}

@_spi(Generated)
extension Date: FractionWritable {
    /// Writes the date and time in UTC, with the fraction truncated to the given number of digits.
    @_spi(Generated)
    public func write(to json: inout JSONWriter, fractionDigits: Int) {
        if json.storeIfComparing(self) { return }
        let seconds = timeIntervalSince1970
        guard seconds >= Double(Timestamp.range.lowerBound), seconds < Double(Timestamp.range.upperBound + 1) else {
            return json.refuse("a timestamp has four digits for the year")
        }
        let timestamp = Timestamp(clamping: self)
        guard json.isComplete else { return json.writeTimestamp(timestamp.cut(toDigits: fractionDigits)) }
        // A `Date` stores .123 seconds as .123000026. The shorter text is preferred if it reads back as the same date.
        let rounded = timestamp.roundedToMicroseconds
        json.writeTimestamp(rounded.date == self ? rounded : timestamp)
    }

    /// The date and time in UTC, with the fraction truncated to the given number of digits.
    @_spi(Generated)
    public func wireText(fractionDigits: Int) -> String {
        String(decoding: Timestamp(clamping: self).cut(toDigits: fractionDigits).text(), as: UTF8.self)
    }
}

extension JSONWriter {
    mutating func writeTimestamp(_ timestamp: Timestamp) {
        let text = timestamp.text()
        writeString(text.span)
    }
}

extension JSONReader {
    fileprivate mutating func readDate() throws(JSONError) -> Date {
        let start = bytes.span.skippingWhitespace(from: position)
        var timestamp: Timestamp?
        if let range = try readPlainString() {
            timestamp = Timestamp(bytes.span.extracting(range))
        } else {
            let text = try readEscapedString()
            timestamp = Timestamp(text.span)
        }
        guard let timestamp else { throw failure("expected a date and time such as 2018-11-29T13:00:46Z", at: start) }
        return timestamp.date
    }
}
