import GeneratorYAML

extension QueryParser {
    /// Parses an index or a bound of a slice. Returns `nil` if there is no number.
    mutating func parseInteger() throws(JSONPathError) -> Int? {
        let start = position
        let isNegative = take("-")
        guard let digits = try takeInteger(at: start) else {
            guard !isNegative else { throw unexpected("digits") }
            return nil
        }
        if isNegative, digits == "0" { throw JSONPathError(at: start, "-0 is not an index; write 0") }
        // The integers that are exact in every implementation of JSON (RFC 7493).
        guard let value = Int(digits), value < 1 << 53 else {
            throw JSONPathError(at: start, "an index is at most 9007199254740991")
        }
        return isNegative ? -value : value
    }

    /// Takes digits without leading zeros.
    private mutating func takeInteger(at start: Int) throws(JSONPathError) -> String? {
        guard let digits = takeDigits() else { return nil }
        guard digits == "0" || !digits.hasPrefix("0") else { throw JSONPathError(at: start, "a number has no leading zeros") }
        return digits
    }

    private mutating func takeDigits() -> String? {
        var digits = ""
        while let scalar = peek, ("0"..."9").contains(scalar) {
            digits.unicodeScalars.append(scalar)
            position += 1
        }
        return digits.isEmpty ? nil : digits
    }

    /// Parses a number in the notation of JSON, exactly.
    mutating func parseNumber() throws(JSONPathError) -> Scalar.Value {
        let start = position
        var text = take("-") ? "-" : ""
        guard let whole = try takeInteger(at: start) else { throw unexpected("digits") }
        text += whole
        var isInteger = true
        if take(".") {
            guard let fraction = takeDigits() else { throw unexpected("digits after the decimal point") }
            text += "." + fraction
            isInteger = false
        }
        if take("e") || take("E") {
            text += "e"
            if take("-") { text += "-" } else { _ = take("+") }
            guard let exponent = takeDigits() else { throw unexpected("the digits of the exponent") }
            text += exponent
            isInteger = false
        }
        if isInteger, let value = Int64(text) { return .integer(value) }
        guard ExactNumber(text) != nil else { throw JSONPathError(at: start, "the exponent of this number is too large") }
        return .decimal(text)
    }

    /// Parses a string in single or double quotes.
    mutating func parseString() throws(JSONPathError) -> String {
        let start = position
        guard let quote = peek else { throw unexpected("a string") }
        position += 1
        var text = String.UnicodeScalarView()
        while let scalar = peek {
            switch scalar {
            case quote:
                position += 1
                return String(text)
            case "\\": text.append(try parseEscape(in: quote))
            case _ where scalar.value < 0x20:
                throw error("a string cannot contain a control character; write it as \\u and four hexadecimal digits")
            default:
                text.append(scalar)
                position += 1
            }
        }
        throw JSONPathError(at: start, "the string is not closed")
    }

    private mutating func parseEscape(in quote: Unicode.Scalar) throws(JSONPathError) -> Unicode.Scalar {
        let start = position
        position += 1
        guard let scalar = peek else { throw JSONPathError(at: start, "the string is not closed") }
        position += 1
        switch scalar {
        case quote, "\\", "/": return scalar
        case "b": return "\u{8}"
        case "f": return "\u{C}"
        case "n": return "\n"
        case "r": return "\r"
        case "t": return "\t"
        case "u": return try parseUnicodeEscape(at: start)
        default:
            throw JSONPathError(
                at: start,
                "\\\(scalar) is not an escape in a string in \(quote) quotes; there are \\\(quote) \\\\ \\/ \\b \\f \\n \\r \\t \\u")
        }
    }

    private mutating func parseUnicodeEscape(at start: Int) throws(JSONPathError) -> Unicode.Scalar {
        let first = try parseHexadecimal(at: start)
        if let scalar = Unicode.Scalar(first) { return scalar }
        let isPair = first < 0xDC00 && take("\\u")
        let second = isPair ? try parseHexadecimal(at: start) : 0
        guard isPair, second & 0xFC00 == 0xDC00, let scalar = Unicode.Scalar(0x10000 + (first & 0x3FF) << 10 + (second & 0x3FF)) else {
            throw JSONPathError(at: start, "this escape is half of a surrogate pair; write both halves, high then low")
        }
        return scalar
    }

    private mutating func parseHexadecimal(at start: Int) throws(JSONPathError) -> UInt32 {
        var value: UInt32 = 0
        for _ in 0..<4 {
            guard let scalar = peek, scalar.isASCII, let digit = Character(scalar).hexDigitValue else {
                throw JSONPathError(at: start, "\\u needs four hexadecimal digits")
            }
            value = value << 4 | UInt32(digit)
            position += 1
        }
        return value
    }
}
