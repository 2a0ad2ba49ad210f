/// Parses numbers in the notation of the core schema of YAML 1.2.
enum CoreNumber {
    /// Returns the number that a text represents, or `nil` if it represents none.
    static func value(of text: String, at location: SourceLocation) throws(YAMLError) -> Scalar.Value? {
        guard let first = text.utf8.first, first >= 0x30 && first <= 0x39 || first >= 0x2B && first <= 0x2E else {
            return nil  // neither a digit nor one of + , - .
        }
        if let integer = Int64(text) { return .integer(integer) }
        if first == 0x30 {
            if text.hasPrefix("0x") { return try integer(text, radix: 16, at: location) }
            if text.hasPrefix("0o") { return try integer(text, radix: 8, at: location) }
        }
        if let special = special(text) { return special }
        guard let parts = Parts(text) else { return nil }
        guard parts.isInteger else { return .decimal(try parts.float(at: location)) }
        return .decimal((parts.isNegative ? "-" : "") + digits(parts.whole.drop { $0 == 0x30 }))
    }

    /// Returns the float that a text represents. The text may also be an integer in decimal digits.
    static func float(_ text: String, at location: SourceLocation) throws(YAMLError) -> Scalar.Value? {
        if let special = special(text) { return special }
        guard let parts = Parts(text) else { return nil }
        return .decimal(try parts.float(at: location))
    }

    /// Returns `true` if a canonical text is that of a float and not that of an integer beyond `Int64`.
    static func isFloat(_ canonical: String) -> Bool { canonical.utf8.contains(0x2E) }

    private static func special(_ text: String) -> Scalar.Value? {
        guard text.utf8.count <= 5, let first = text.utf8.first, first < 0x30 else { return nil }
        switch text {
        case ".inf", ".Inf", ".INF", "+.inf", "+.Inf", "+.INF": return .decimal(".inf")
        case "-.inf", "-.Inf", "-.INF": return .decimal("-.inf")
        case ".nan", ".NaN", ".NAN": return .decimal(".nan")
        default: return nil
        }
    }

    /// Parses an unsigned integer after `0x` or `0o`.
    private static func integer(
        _ text: String, radix: Int, at location: SourceLocation
    ) throws(YAMLError) -> Scalar.Value? {
        let digits = text.dropFirst(2)
        let isNumber =
            !digits.isEmpty
            && digits.utf8.allSatisfy { byte in
                switch byte {
                case 0x30...0x37: true
                case 0x38...0x39, 0x41...0x46, 0x61...0x66: radix == 16
                default: false
                }
            }
        guard isNumber else { return nil }
        guard let value = UInt64(digits, radix: radix) else {
            throw YAMLError(
                location,
                "the number \(quoted(text)) does not fit in 64 bits; write it in decimal digits, or quote it if it is a text"
            )
        }
        return Int64(exactly: value).map { .integer($0) } ?? .decimal(String(value))
    }

    fileprivate static func digits(_ bytes: ArraySlice<UInt8>) -> String { String(decoding: bytes, as: UTF8.self) }
}

/// The parts of a decimal number: `[-+]? ( \. [0-9]+ | [0-9]+ ( \. [0-9]* )? ) ( [eE] [-+]? [0-9]+ )?`.
private struct Parts {
    var isNegative = false
    var whole: ArraySlice<UInt8>
    var fraction: ArraySlice<UInt8> = []
    var exponent: ArraySlice<UInt8> = []
    var isExponentNegative = false
    /// `true` if the number has neither a decimal point nor an exponent.
    var isInteger = true

    /// Returns `nil` if the text is not a number. Stops at the first byte that cannot be part of a number.
    init?(_ text: String) {
        let bytes = Array(text.utf8)
        var position = 0

        func take(_ first: UInt8, _ second: UInt8) -> UInt8? {
            guard position < bytes.count, bytes[position] == first || bytes[position] == second else { return nil }
            position += 1
            return bytes[position - 1]
        }
        func takeDigits() -> ArraySlice<UInt8> {
            let start = position
            while position < bytes.count, bytes[position] >= 0x30, bytes[position] <= 0x39 { position += 1 }
            return bytes[start..<position]
        }

        isNegative = take(0x2B, 0x2D) == 0x2D
        whole = takeDigits()
        if take(0x2E, 0x2E) != nil {
            isInteger = false
            fraction = takeDigits()
        }
        guard !whole.isEmpty || !fraction.isEmpty else { return nil }
        if take(0x65, 0x45) != nil {
            isInteger = false
            isExponentNegative = take(0x2B, 0x2D) == 0x2D
            exponent = takeDigits()
            guard !exponent.isEmpty else { return nil }
        }
        guard position == bytes.count else { return nil }
    }

    /// Returns the canonical text: no redundant zeros, always a fraction, an exponent only to avoid long runs of zeros.
    func float(at location: SourceLocation) throws(YAMLError) -> String {
        let sign = isNegative ? "-" : ""
        var digits = whole + fraction
        while digits.last == 0x30 { digits.removeLast() }
        let count = digits.count
        while digits.first == 0x30 { digits.removeFirst() }
        let leadingZeros = count - digits.count
        guard !digits.isEmpty else { return sign + "0.0" }
        // The value is 0.digits × 10^point.
        let point = whole.count - leadingZeros + (try exponentValue(at: location))
        let scientific = point - 1
        guard (-6...20).contains(scientific) else {
            let rest = digits.count > 1 ? CoreNumber.digits(digits.dropFirst()) : "0"
            return sign + CoreNumber.digits(digits.prefix(1)) + ".\(rest)e\(scientific)"
        }
        if point <= 0 { return sign + "0." + zeros(-point) + CoreNumber.digits(digits) }
        if point >= digits.count { return sign + CoreNumber.digits(digits) + zeros(point - digits.count) + ".0" }
        return sign + CoreNumber.digits(digits.prefix(point)) + "." + CoreNumber.digits(digits.dropFirst(point))
    }

    private func exponentValue(at location: SourceLocation) throws(YAMLError) -> Int {
        let significant = exponent.drop { $0 == 0x30 }
        if significant.isEmpty { return 0 }
        guard significant.count <= 9, let value = Int(CoreNumber.digits(significant)) else {
            throw YAMLError(
                location,
                "the exponent of this number is too large to be meant; correct it, or quote it if it is a text")
        }
        return isExponentNegative ? -value : value
    }

    private func zeros(_ count: Int) -> String { String(repeating: "0", count: count) }
}
