#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

extension Date: JSONReadable, JSONWritable, ParameterValue {
    /// Reads an RFC 3339 timestamp with any fraction and offset; also one without an offset, which is UTC, and a date
    /// alone, which is its midnight in UTC.
    public init(from json: inout JSONReader) throws(JSONError) {
        self = try json.readDate()
    }

    /// Writes `yyyy-MM-ddTHH:mm:ssZ`: whole seconds, rounded down, because the service refuses fractions in places.
    public func write(to json: inout JSONWriter) {
        let seconds = timeIntervalSince1970
        guard seconds >= Double(Timestamp.range.lowerBound), seconds < Double(Timestamp.range.upperBound + 1) else {
            return json.refuse("a timestamp has four digits for the year")
        }
        let text = Timestamp(clamping: self).text(withFraction: json.keepsFractions)
        json.writeString(text.span)
    }

    /// `yyyy-MM-ddTHH:mm:ssZ`: whole seconds, rounded down.
    public var parameterText: String {
        String(decoding: Timestamp(clamping: self).text(withFraction: false), as: UTF8.self)
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
