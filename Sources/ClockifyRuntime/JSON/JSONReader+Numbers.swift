extension JSONReader {
    /// Reads a whole number that fits into 64 bits, in any notation (`10`, `10.0`, `1e1`).
    @_spi(Generated)
    public mutating func readInt64() throws(JSONError) -> Int64 {
        let number = try readNumber()
        switch number.int64 {
        case .value(let value): return value
        case .refused(let reason): throw failure("number \(reason)", at: number.range.lowerBound)
        }
    }

    /// Reads a number. Throws if it is too large for a Double.
    @_spi(Generated)
    public mutating func readDouble() throws(JSONError) -> Double {
        try double(readNumber())
    }

    func double(_ number: JSONNumber) throws(JSONError) -> Double {
        if let exact = number.exactDouble { return exact }
        guard let value = Double(bytes.span.string(in: number.range)), value.isFinite else {
            throw failure("number does not fit into a Double", at: number.range.lowerBound)
        }
        return value
    }

    /// Reads `true` or `false`.
    @_spi(Generated)
    public mutating func readBool() throws(JSONError) -> Bool {
        let start = bytes.span.skippingWhitespace(from: position)
        if bytes.span.word(at: start, length: 4) == Word.true {
            position = start + 4
            return true
        }
        if bytes.span.word(at: start, length: 5) == Word.false {
            position = start + 5
            return false
        }
        throw unexpected(at: start, expected: "`true` or `false`")
    }

    /// Reads `null` and returns `true` if it comes next. Otherwise consumes only white space.
    @_spi(Generated)
    public mutating func readNull() throws(JSONError) -> Bool {
        let start = bytes.span.skippingWhitespace(from: position)
        position = start
        guard start < bytes.count, bytes[start] == UInt8(ascii: "n") else { return false }
        guard bytes.span.word(at: start, length: 4) == Word.null else { throw failure("expected `null`", at: start) }
        position = start + 4
        return true
    }

    /// Reads a number according to the grammar of RFC 8259.
    mutating func readNumber() throws(JSONError) -> JSONNumber {
        let start = bytes.span.skippingWhitespace(from: position)
        var index = start
        let isNegative = start < bytes.count && bytes[start] == UInt8(ascii: "-")
        if isNegative { index += 1 }

        var digits = JSONDigits()
        let integerStart = index
        while index < bytes.count, let digit = bytes[index].digit {
            digits.append(digit, at: index)
            index += 1
        }
        let integerEnd = index
        guard integerEnd > integerStart else {
            throw unexpected(at: isNegative ? index : start, expected: isNegative ? "a digit" : "a number")
        }
        guard bytes[integerStart] != UInt8(ascii: "0") || integerEnd == integerStart + 1 else {
            throw failure("number with a leading zero", at: start)
        }

        if index < bytes.count, bytes[index] == UInt8(ascii: ".") {
            index += 1
            let fractionStart = index
            while index < bytes.count, let digit = bytes[index].digit {
                digits.append(digit, at: index)
                index += 1
            }
            guard index > fractionStart else { throw unexpected(at: index, expected: "a digit") }
        }
        // The decimal place of the last significant digit: 0 for ones, -1 for tenths.
        var exponent = digits.last < integerEnd ? integerEnd - 1 - digits.last : integerEnd - digits.last
        if index < bytes.count, bytes[index] | 0x20 == UInt8(ascii: "e") {
            exponent += try readExponent(at: &index)
        }
        position = index
        return JSONNumber(
            range: start..<index, isNegative: isNegative, significand: digits.significand, exponent: exponent,
            isTruncated: digits.isTruncated, isPlainInteger: index == integerEnd)
    }

    private func readExponent(at index: inout Int) throws(JSONError) -> Int {
        index += 1
        var isNegative = false
        if index < bytes.count, bytes[index] == UInt8(ascii: "-") || bytes[index] == UInt8(ascii: "+") {
            isNegative = bytes[index] == UInt8(ascii: "-")
            index += 1
        }
        let start = index
        var value = 0
        while index < bytes.count, let digit = bytes[index].digit {
            // The limit is far above the number of zeros with which any text could offset the exponent.
            value = min(value * 10 + Int(digit), 1 << 48)
            index += 1
        }
        guard index > start else { throw unexpected(at: index, expected: "a digit") }
        return isNegative ? -value : value
    }
}

extension UInt8 {
    /// The value of an ASCII digit.
    @inline(__always)
    var digit: UInt8? {
        let value = self &- UInt8(ascii: "0")
        return value < 10 ? value : nil
    }
}
