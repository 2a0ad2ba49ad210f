/// A decimal number without rounding: digits × 10^exponent.
struct ExactNumber: Equatable {
    private let isNegative: Bool
    /// The digits from the first to the last that is not zero, as ASCII; empty for zero.
    private let digits: ArraySlice<UInt8>
    /// The number of digits before the decimal point, if the digits are written without an exponent. Zero if there are no digits.
    private let point: Int

    /// Parses a number in the notation of JSON, or the canonical text of a number in YAML. Returns `nil` for infinity, for what is not a
    /// number, and for an exponent of more than 17 digits.
    init?(_ text: String) {
        var bytes = Array(text.utf8)[...]
        var isNegative = false
        if bytes.first == UInt8(ascii: "-") {
            isNegative = true
            bytes = bytes.dropFirst()
        }
        var digits: [UInt8] = []
        var point: Int?
        var exponent = 0
        for (offset, byte) in zip(bytes.indices, bytes) {
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"): digits.append(byte)
            case UInt8(ascii: ".") where point == nil && !digits.isEmpty: point = digits.count
            case UInt8(ascii: "e"), UInt8(ascii: "E"):
                guard let value = Self.exponent(bytes[(offset + 1)...]) else { return nil }
                exponent = value
            default: return nil
            }
            if byte == UInt8(ascii: "e") || byte == UInt8(ascii: "E") { break }
        }
        guard !digits.isEmpty else { return nil }
        let significant = digits.drop { $0 == UInt8(ascii: "0") }
        let zeros = digits.count - significant.count
        let end = significant.lastIndex { $0 != UInt8(ascii: "0") }
        self.digits = end.map { significant[significant.startIndex...$0] } ?? []
        self.point = self.digits.isEmpty ? 0 : (point ?? digits.count) - zeros + exponent
        self.isNegative = isNegative && !self.digits.isEmpty
    }

    private static func exponent(_ bytes: ArraySlice<UInt8>) -> Int? {
        let isNegative = bytes.first == UInt8(ascii: "-")
        let isSigned = isNegative || bytes.first == UInt8(ascii: "+")
        let digits = bytes.dropFirst(isSigned ? 1 : 0)
        let significant = digits.drop { $0 == UInt8(ascii: "0") }
        guard !digits.isEmpty, significant.count <= 17 else { return nil }
        guard !significant.isEmpty else { return 0 }
        guard let value = Int(String(decoding: significant, as: UTF8.self)) else { return nil }
        return isNegative ? -value : value
    }

    static func == (left: ExactNumber, right: ExactNumber) -> Bool {
        left.isNegative == right.isNegative && left.point == right.point && left.digits.elementsEqual(right.digits)
    }

    static func < (left: ExactNumber, right: ExactNumber) -> Bool {
        if left.isNegative != right.isNegative { return left.isNegative }
        return left.isNegative ? right.isCloserToZero(than: left) : left.isCloserToZero(than: right)
    }

    private func isCloserToZero(than other: ExactNumber) -> Bool {
        if digits.isEmpty || other.digits.isEmpty { return digits.isEmpty && !other.digits.isEmpty }
        if point != other.point { return point < other.point }
        return digits.lexicographicallyPrecedes(other.digits)
    }
}
