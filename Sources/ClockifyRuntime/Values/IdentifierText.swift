/// The text of an identifier.
///
/// Nearly all identifiers of the service consist of 24 hexadecimal digits. They are stored inline, without allocating memory: each time
/// entry has seven, and reading a list of entries would otherwise spend a quarter of its time on them. Other texts are kept as strings.
@usableFromInline
struct IdentifierText: Sendable, Hashable, Comparable, CustomStringConvertible {
    private enum Form: Hashable {
        /// 24 hexadecimal digits with lowercase letters.
        case digits(UInt64, UInt32)
        /// Any other text. Equal texts therefore always have the same form.
        case text(String)
    }

    private let form: Form

    static let digitCount = 24

    @usableFromInline
    init(_ text: String) {
        var text = text
        self = text.withUTF8 { $0.count == Self.digitCount ? Self(digitsIn: $0.span, at: 0) : nil } ?? Self(form: .text(text))
    }

    /// Creates a text from the 24 bytes at `start`; `nil` if they are not lowercase hexadecimal digits.
    init?(digitsIn text: Span<UInt8>, at start: Int) {
        guard let first = Word.hexadecimal(text.word(at: start)), let second = Word.hexadecimal(text.word(at: start + Word.length)),
            let third = Word.hexadecimal(text.word(at: start + 2 * Word.length))
        else { return nil }
        form = .digits(UInt64(first) << 32 | UInt64(second), third)
    }

    private init(form: Form) { self.form = form }

    @usableFromInline var description: String {
        switch form {
        case .text(let text): text
        case .digits(let high, let low):
            String(unsafeUninitializedCapacity: Self.digitCount) { buffer in
                Self.words(high, low) { words in UnsafeMutableRawBufferPointer(buffer).copyMemory(from: words) }
                return Self.digitCount
            }
        }
    }

    /// The order of the texts. Digits have the same order as their numbers.
    @usableFromInline
    static func < (one: Self, other: Self) -> Bool {
        if case .digits(let high, let low) = one.form, case .digits(let otherHigh, let otherLow) = other.form {
            return (high, low) < (otherHigh, otherLow)
        }
        return one.description < other.description
    }

    /// Calls `digits` with the bytes of the 24 digits, or `other` with any other text.
    func utf8<Result>(digits: (UnsafeRawBufferPointer) -> Result, other: (String) -> Result) -> Result {
        switch form {
        case .text(let text): other(text)
        case .digits(let high, let low): Self.words(high, low, digits)
        }
    }

    private static func words<Result>(_ high: UInt64, _ low: UInt32, _ body: (UnsafeRawBufferPointer) -> Result) -> Result {
        let words = (
            Word.digits(of: UInt32(truncatingIfNeeded: high >> 32)), Word.digits(of: UInt32(truncatingIfNeeded: high)), Word.digits(of: low)
        )
        return withUnsafeBytes(of: words, body)
    }
}

extension Word {
    /// Parses eight hexadecimal digits, the first being the highest. Returns `nil` for any other byte, including capital letters.
    @inline(__always)
    static func hexadecimal(_ word: UInt64) -> UInt32? {
        let ones: UInt64 = 0x0101_0101_0101_0101
        let isLetter = (word >> 6) & ones
        var values = (word & (0x0F * ones)) &+ isLetter &* 9
        // The values must encode back to the same word, and the letters must be exactly the values above nine.
        guard values &+ 0x30 * ones &+ isLetter &* 0x27 == word, values & (0xF0 * ones) == 0,
            ((values &+ 6 * ones) >> 4) & ones == isLetter
        else { return nil }
        values = values.byteSwapped
        values = (values | values >> 4) & 0x00FF_00FF_00FF_00FF
        values = (values | values >> 8) & 0x0000_FFFF_0000_FFFF
        return UInt32(truncatingIfNeeded: values | values >> 16)
    }

    /// Returns the eight hexadecimal digits of a number in memory order.
    @inline(__always)
    static func digits(of number: UInt32) -> UInt64 {
        let ones: UInt64 = 0x0101_0101_0101_0101
        var values = UInt64(number)
        values = (values | values << 16) & 0x0000_FFFF_0000_FFFF
        values = (values | values << 8) & 0x00FF_00FF_00FF_00FF
        values = (values | values << 4) & (0x0F * ones)
        values = values.byteSwapped
        let isLetter = ((values &+ 6 * ones) >> 4) & ones
        return (values &+ 0x30 * ones &+ isLetter &* 0x27).littleEndian
    }
}

extension JSONReader {
    /// Reads a string that identifies something.
    @usableFromInline
    mutating func readIdentifier() throws(JSONError) -> IdentifierText {
        let start = bytes.span.skippingWhitespace(from: position) + 1
        let end = start + IdentifierText.digitCount
        if end < bytes.count, bytes[start - 1] == UInt8(ascii: "\""), bytes[end] == UInt8(ascii: "\""),
            let identifier = IdentifierText(digitsIn: bytes.span, at: start)
        {
            position = end + 1
            return identifier
        }
        return IdentifierText(try readString())
    }
}

extension JSONWriter {
    /// Writes a string that identifies something.
    @usableFromInline
    mutating func writeIdentifier(_ identifier: IdentifierText) {
        identifier.utf8 { digits in
            bytes.append(UInt8(ascii: "\""))
            bytes.append(contentsOf: digits)
            bytes.append(UInt8(ascii: "\""))
        } other: { text in
            writeString(text)
        }
    }
}
