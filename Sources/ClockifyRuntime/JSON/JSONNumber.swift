/// A number as written in JSON text: an exact decimal.
struct JSONNumber {
    /// The range of the number in the text.
    let range: Range<Int>
    let isNegative: Bool
    /// The significant digits, without zeros at either end. The magnitude is `significand` × 10^`exponent`. If `isTruncated`,
    /// only the first nineteen digits.
    let significand: UInt64
    let exponent: Int
    let isTruncated: Bool
    /// `true` if the number is written without a fraction and without an exponent.
    let isPlainInteger: Bool

    enum Conversion<Value> {
        case value(Value)
        case refused(StaticString)
    }

    /// The number as an Int64, if it is a whole number that fits.
    var int64: Conversion<Int64> {
        if significand == 0 { return .value(0) }
        // More than nineteen significant digits are either a fraction or too large.
        if exponent < 0 { return .refused("is not a whole number") }
        var magnitude = significand
        var isTooLarge = isTruncated || exponent > 19
        if !isTooLarge {
            for _ in 0..<exponent {
                let (product, overflow) = magnitude.multipliedReportingOverflow(by: 10)
                magnitude = product
                isTooLarge = isTooLarge || overflow
            }
        }
        if isTooLarge { return .refused("does not fit into 64 bits") }
        if isNegative, magnitude == Int64.min.magnitude { return .value(.min) }
        guard let value = Int64(exactly: magnitude) else { return .refused("does not fit into 64 bits") }
        return .value(isNegative ? -value : value)
    }

    /// The number as a Double, if a single rounding suffices: about fifteen digits, and a power of ten that a Double represents exactly.
    /// Otherwise `nil`.
    var exactDouble: Double? {
        guard !isTruncated, significand <= 1 << 53 else { return nil }
        let magnitude: Double
        switch exponent {
        case 0: magnitude = Double(significand)
        case 1...22: magnitude = Double(significand) * Self.powersOfTen[exponent]
        case -22 ... -1: magnitude = Double(significand) / Self.powersOfTen[-exponent]
        default:
            guard significand == 0 else { return nil }
            magnitude = 0
        }
        return isNegative ? -magnitude : magnitude
    }

    private static let powersOfTen: [Double] = [
        1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19,
        1e20, 1e21, 1e22,
    ]
}

/// Collects the significant digits of a number: as many as exact arithmetic needs, without zeros at either end.
struct JSONDigits {
    private(set) var significand: UInt64 = 0
    /// `true` if there were more digits than fit.
    private(set) var isTruncated = false
    /// The index of the last collected digit in the text.
    private(set) var last = 0
    private var count = 0
    private var pendingZeros = 0

    @inline(__always)
    mutating func append(_ digit: UInt8, at index: Int) {
        if digit == 0 {
            if count > 0 { pendingZeros += 1 }
        } else if count + pendingZeros < 19 {
            for _ in 0...pendingZeros { significand *= 10 }
            significand += UInt64(digit)
            count += pendingZeros + 1
            pendingZeros = 0
            last = index
        } else {
            isTruncated = true
            count = 19
        }
    }
}
