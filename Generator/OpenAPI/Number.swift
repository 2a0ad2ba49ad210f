/// A number in the spec, stored without loss of precision.
package struct Number: Hashable, Sendable {
    package let text: String
    package let integer: Int64?

    package init(text: String, integer: Int64?) {
        self.text = text
        self.integer = integer
    }

    package init(_ integer: Int64) { self.init(text: String(integer), integer: integer) }

    package static let zero = Number(0)

    /// Parses a number in JSON or YAML notation. Returns `nil` for any other text.
    package init?(text: String) {
        guard Decimal(text) != nil else { return nil }
        self.init(text: text, integer: Int64(text))
    }
}

extension Number: Comparable {
    /// Compares the exact values. `2e2` and `200` are equal.
    package static func < (left: Number, right: Number) -> Bool {
        if let left = left.integer, let right = right.integer { return left < right }
        return left.decimal < right.decimal
    }

    /// Returns `true` if both have the same value, regardless of notation.
    package static func == (left: Number, right: Number) -> Bool {
        if let left = left.integer, let right = right.integer { return left == right }
        return left.decimal == right.decimal
    }

    package func hash(into hasher: inout Hasher) { hasher.combine(decimal) }

    /// Returns `true` if the number is a multiple of the factor, which must not be zero.
    package func isMultiple(of factor: Number) -> Bool {
        if let integer, let factor = factor.integer, factor != 0 { return integer.isMultiple(of: factor) }
        return decimal.isMultiple(of: factor.decimal)
    }

    /// The smallest whole number that is not less; `nil` if it has too many digits to write out.
    package var roundedUp: Number? { integer == nil ? decimal.whole(up: true) : self }

    /// The largest whole number that is not greater; `nil` if it has too many digits to write out.
    package var roundedDown: Number? { integer == nil ? decimal.whole(up: false) : self }

    /// The next whole number after this number, which must be whole; `nil` if it has too many digits to write out.
    package var successor: Number? { step(1) }

    /// The whole number before this number, which must be whole; `nil` if it has too many digits to write out.
    package var predecessor: Number? { step(-1) }

    private func step(_ step: Int64) -> Number? {
        if let (value, overflows) = integer?.addingReportingOverflow(step), !overflows {
            return Number(text: String(value), integer: value)
        }
        return decimal.step(up: step > 0)
    }

    /// The canonical text of the value, regardless of notation: `1` for `1.0` and `10e-1`.
    package var canonicalText: String {
        if let integer { return String(integer) }
        return roundedDown.map { $0 == self ? $0.text : decimal.text } ?? decimal.text
    }

    private var decimal: Decimal { Decimal(text) ?? .zero }

    /// Returns the number × 10^`power`.
    package func multiplied(byPowerOfTen power: Int) -> Number { decimal.multiplied(byPowerOfTen: power).number }

    /// The number with a point and at least that many digits after it; `nil` if it has more digits in all than a `Double` keeps.
    package func literal(fractionLength minimum: Int) -> String? { decimal.literal(fractionLength: minimum) }
}

/// An exact decimal number: `0.digits × 10^exponent`.
private struct Decimal: Hashable {
    let isNegative: Bool
    /// Values from 0 to 9 without leading and trailing zeros; empty for zero.
    let digits: [UInt8]
    let exponent: Int

    static let zero = Decimal()

    private init() {
        isNegative = false
        digits = []
        exponent = 0
    }

    init?(_ text: String) {
        var rest = text.utf8[...]
        func take(_ bytes: UInt8...) -> UInt8? {
            guard let first = rest.first, bytes.contains(first) else { return nil }
            return rest.removeFirst()
        }
        func takeDigits() -> [UInt8] {
            let digits = rest.prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
            rest = rest.dropFirst(digits.count)
            return digits.map { $0 - UInt8(ascii: "0") }
        }
        let sign = take(UInt8(ascii: "-"), UInt8(ascii: "+"))
        let whole = takeDigits()
        let fraction = take(UInt8(ascii: ".")) == nil ? [] : takeDigits()
        guard !whole.isEmpty || !fraction.isEmpty else { return nil }
        var power = 0
        if take(UInt8(ascii: "e"), UInt8(ascii: "E")) != nil {
            let isDown = take(UInt8(ascii: "-"), UInt8(ascii: "+")) == UInt8(ascii: "-")
            let written = takeDigits()
            // The limit is safe: no text has enough digits to compensate for such an exponent.
            guard !written.isEmpty else { return nil }
            power = written.reduce(0) { min($0 * 10 + Int($1), 1_000_000_000_000) } * (isDown ? -1 : 1)
        }
        guard rest.isEmpty else { return nil }
        let leading = (whole + fraction).drop { $0 == 0 }
        let trailing = leading.reversed().prefix { $0 == 0 }.count
        digits = Array(leading.dropLast(trailing))
        isNegative = sign == UInt8(ascii: "-") && !digits.isEmpty
        exponent = digits.isEmpty ? 0 : whole.count - (whole.count + fraction.count - leading.count) + power
    }

    static func < (left: Decimal, right: Decimal) -> Bool {
        switch (left.sign, right.sign) {
        case (1, 1): isCloserToZero(left, right)
        case (-1, -1): isCloserToZero(right, left)
        default: left.sign < right.sign
        }
    }

    private var sign: Int { digits.isEmpty ? 0 : isNegative ? -1 : 1 }

    private static func isCloserToZero(_ left: Decimal, _ right: Decimal) -> Bool {
        left.exponent == right.exponent ? left.digits.lexicographicallyPrecedes(right.digits) : left.exponent < right.exponent
    }

    func isMultiple(of factor: Decimal) -> Bool {
        guard !digits.isEmpty, !factor.digits.isEmpty else { return digits.isEmpty }
        // The difference of the numbers of trailing zeros when both are written as whole numbers.
        let zeros = (exponent - digits.count) - (factor.exponent - factor.digits.count)
        guard zeros >= 0 else { return false }
        // Each digit of the factor accounts for fewer than four factors of 2 or 5, so more zeros do not affect divisibility.
        let dividend = digits + [UInt8](repeating: 0, count: min(zeros, 4 * factor.digits.count))
        // Long division of numbers with thousands of digits would be slow, and such numbers do not occur in practice.
        guard dividend.count * factor.digits.count <= 1_000_000 else { return false }
        var remainder: [UInt8] = []
        for digit in dividend {
            if !remainder.isEmpty || digit != 0 { remainder.append(digit) }
            while !Decimal.isLess(remainder, factor.digits) { remainder = Decimal.difference(remainder, factor.digits) }
        }
        return remainder.isEmpty
    }

    /// Compares whole numbers without leading zeros.
    private static func isLess(_ left: [UInt8], _ right: [UInt8]) -> Bool {
        left.count == right.count ? left.lexicographicallyPrecedes(right) : left.count < right.count
    }

    private static func difference(_ left: [UInt8], _ right: [UInt8]) -> [UInt8] {
        var result = left
        var borrowed: UInt8 = 0
        for place in 0..<left.count {
            let (index, subtracted) = (left.count - 1 - place, (place < right.count ? right[right.count - 1 - place] : 0) + borrowed)
            borrowed = result[index] < subtracted ? 1 : 0
            result[index] = result[index] + 10 * borrowed - subtracted
        }
        return Array(result.drop { $0 == 0 })
    }

    func whole(up: Bool) -> Number? {
        guard let whole = wholeDigits else { return nil }
        let isFurther = exponent < digits.count && up != isNegative
        return number(isFurther ? Decimal.successor(whole) : whole)
    }

    func step(up: Bool) -> Number? {
        guard let whole = wholeDigits else { return nil }
        return number(up == isNegative ? Decimal.difference(whole, [1]) : Decimal.successor(whole))
    }

    /// The digits before the decimal point.
    private var wholeDigits: [UInt8]? {
        guard exponent <= 1000 else { return nil }
        let whole = digits.prefix(max(0, exponent))
        return whole + [UInt8](repeating: 0, count: max(0, exponent - whole.count))
    }

    private func number(_ whole: [UInt8]) -> Number? {
        let text = whole.map(String.init).joined()
        return text.isEmpty ? .zero : Number(text: (isNegative ? "-" : "") + text)
    }

    private static func successor(_ digits: [UInt8]) -> [UInt8] {
        var result = digits
        var place = result.count - 1
        while place >= 0, result[place] == 9 {
            result[place] = 0
            place -= 1
        }
        if place >= 0 { result[place] += 1 } else { result.insert(1, at: 0) }
        return result
    }

    private init(isNegative: Bool, digits: [UInt8], exponent: Int) {
        self.isNegative = isNegative
        self.digits = digits
        self.exponent = exponent
    }

    func multiplied(byPowerOfTen power: Int) -> Decimal {
        digits.isEmpty ? self : Decimal(isNegative: isNegative, digits: digits, exponent: exponent + power)
    }

    var number: Number {
        let text = (0...18).contains(exponent) && exponent >= digits.count ? whole(up: true)?.text ?? text : text
        return Number(text: text, integer: Int64(text))
    }

    func literal(fractionLength minimum: Int) -> String? {
        let length = max(1, minimum, digits.count - exponent)
        let shifted = multiplied(byPowerOfTen: length)
        guard shifted.exponent <= 15, let whole = shifted.whole(up: true)?.text else { return nil }
        let figures = whole.drop { $0 == "-" }
        let padded = String(repeating: "0", count: max(0, length + 1 - figures.count)) + figures
        return (isNegative ? "-" : "") + padded.dropLast(length) + "." + padded.suffix(length)
    }

    /// `1.25e-7`
    var text: String {
        guard let first = digits.first else { return "0" }
        func written(_ digits: some Sequence<UInt8>) -> String { digits.map(String.init).joined() }
        let fraction = digits.count > 1 ? "." + written(digits.dropFirst()) : ""
        let sign = isNegative ? "-" : ""
        if (-5...0).contains(exponent) { return sign + "0." + String(repeating: "0", count: -exponent) + written(digits) }
        if exponent > 0, exponent < digits.count {
            return sign + written(digits.prefix(exponent)) + "." + written(digits.dropFirst(exponent))
        }
        return sign + String(first) + fraction + "e\(exponent - 1)"
    }
}
