#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// The digits of an exact decimal number, before and after its point.
struct DecimalDigits {
    private let isNegative: Bool
    /// The digits before the point, at least one.
    private let whole: [UInt8]
    /// The digits after the point, without zeros at the end.
    private let fraction: [UInt8]

    /// - Parameter decimal: A number.
    init(_ decimal: Decimal) {
        let text = decimal.magnitude.description.utf8
        let digits = text.split(separator: UInt8(ascii: "."), maxSplits: 1).map { $0.map { $0 - UInt8(ascii: "0") } }
        self.init(isNegative: decimal < 0, whole: digits.first ?? [0], fraction: digits.dropFirst().first ?? [])
    }

    /// The number `magnitude` × 10^`exponent`, with a sign.
    init(magnitude: UInt64, isNegative: Bool, exponent: Int) {
        var digits = String(magnitude).utf8.map { $0 - UInt8(ascii: "0") }
        if exponent >= 0 { digits += [UInt8](repeating: 0, count: exponent) }
        let count = Swift.max(0, -exponent)
        if digits.count <= count { digits = [UInt8](repeating: 0, count: count + 1 - digits.count) + digits }
        self.init(isNegative: isNegative, whole: Array(digits.dropLast(count)), fraction: Array(digits.suffix(count)))
    }

    private init(isNegative: Bool, whole: [UInt8], fraction: [UInt8]) {
        self.isNegative = isNegative
        self.whole = whole
        self.fraction = Array(fraction.reversed().drop { $0 == 0 }.reversed())
    }

    /// The number of digits after the point.
    var fractionLength: Int { fraction.count }

    /// Returns the number as text, with at least that many digits after the point.
    func text(minimum: Int) -> String {
        let fraction = fraction + [UInt8](repeating: 0, count: Swift.max(0, minimum - fraction.count))
        var text = isNegative && (whole + fraction).contains { $0 != 0 } ? "-" : ""
        for digit in whole { text += String(digit) }
        if !fraction.isEmpty { text += "." }
        for digit in fraction { text += String(digit) }
        return text
    }

    /// Returns the number × 10^`digits`, rounded to a whole number; `nil` if it does not fit.
    func rounded(after digits: Int, _ rule: FloatingPointRoundingRule) -> Int64? {
        let kept = whole + fraction.prefix(digits) + [UInt8](repeating: 0, count: Swift.max(0, digits - fraction.count))
        let rest = fraction.dropFirst(digits)
        var magnitude: UInt64 = 0
        for digit in kept {
            let (product, tooLarge) = magnitude.multipliedReportingOverflow(by: 10)
            let (sum, overflow) = product.addingReportingOverflow(UInt64(digit))
            if tooLarge || overflow { return nil }
            magnitude = sum
        }
        if isAwayFromZero(rest, isOdd: magnitude % 2 == 1, rule) {
            let (sum, overflow) = magnitude.addingReportingOverflow(1)
            if overflow { return nil }
            magnitude = sum
        }
        if isNegative, magnitude == Int64.min.magnitude { return .min }
        return Int64(exactly: magnitude).map { isNegative ? -$0 : $0 }
    }

    /// Returns `true` if the digits after the last one that is kept round away from zero. They do not end with a zero.
    private func isAwayFromZero(_ rest: ArraySlice<UInt8>, isOdd: Bool, _ rule: FloatingPointRoundingRule) -> Bool {
        guard let first = rest.first else { return false }
        let isHalf = first == 5 && rest.count == 1
        switch rule {
        case .toNearestOrEven: return isHalf ? isOdd : first >= 5
        case .toNearestOrAwayFromZero: return first >= 5
        case .up: return !isNegative
        case .down: return isNegative
        case .towardZero: return false
        case .awayFromZero: return true
        @unknown default: return isHalf ? isOdd : first >= 5
        }
    }
}

extension JSONNumber {
    /// The number; `nil` if the decimal is not a number.
    init?(_ decimal: Decimal) {
        guard !decimal.isNaN else { return nil }
        self.init(text: decimal.description)
    }

    /// The shortest decimal number that is read as the same `Double`; `nil` if that is not finite.
    init?(shortestTextOf value: Double) {
        guard value.isFinite else { return nil }
        self.init(text: value.description)
    }

    private init?(text: String) {
        var reader = JSONReader(Array(text.utf8))
        guard let number = try? reader.readNumber() else { return nil }
        self = number
    }

    /// Returns the number × 10^`digits`.
    func shifted(by digits: Int) -> JSONNumber {
        JSONNumber(
            range: range, isNegative: isNegative, significand: significand, exponent: significand == 0 ? 0 : exponent + digits,
            isTruncated: isTruncated, isPlainInteger: false)
    }
}

extension Decimal {
    /// The number of digits of a literal that a `Double` always keeps.
    private static let literalDigits = 15

    /// The number that a literal states.
    ///
    /// - Throws: ``ScaledValueError`` if the literal may have had more digits than the `Double` keeps.
    init(literal value: Double, digits: Int) throws(ScaledValueError) {
        guard let number = JSONNumber(shortestTextOf: value) else { throw ScaledValueError(.notANumber, .nan, digits: digits) }
        let count = number.significand == 0 ? 0 : String(number.significand).utf8.count
        // The number of digits that matter: all before the point, and those of the unit after it.
        let span = Swift.max(count, count + number.exponent + digits)
        let decimal = Decimal(string: value.description) ?? .nan
        guard span <= Decimal.literalDigits else {
            throw ScaledValueError(count > Decimal.literalDigits ? .tooManyDigits : .tooLarge, decimal, digits: digits)
        }
        self = decimal
    }

    /// Returns the number × 10^`power`, which moves the point and keeps all digits.
    func multiplied(byPowerOfTen power: Int) -> Decimal {
        let magnitude = Decimal(sign: .plus, exponent: power, significand: magnitude)
        return self < 0 ? -magnitude : magnitude
    }
}
