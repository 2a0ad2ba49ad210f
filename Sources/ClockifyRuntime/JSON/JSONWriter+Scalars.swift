extension JSONWriter {
    /// Writes `null`.
    @_spi(Generated)
    public mutating func writeNull() { write(literal: "null") }

    /// Writes `true` or `false`.
    @_spi(Generated)
    public mutating func writeBool(_ value: Bool) { write(literal: value ? "true" : "false") }

    /// Writes a whole number.
    @_spi(Generated)
    public mutating func writeInt64(_ value: Int64) {
        bytes.append(contentsOf: value.description.utf8)
    }

    /// Writes a number with the fewest digits that read back as the same number. Whole numbers have no fraction.
    @_spi(Generated)
    public mutating func writeDouble(_ value: Double) {
        guard value.isFinite else { return refuse(value) }
        // Zero equals minus zero.
        let value = value == 0 && purpose == .comparing ? 0 : value
        if let whole = Int64(exactly: value), whole.magnitude < 1 << 53, whole != 0 || value.sign == .plus {
            writeInt64(whole)
        } else {
            bytes.append(contentsOf: value.description.utf8)
        }
    }

    private mutating func refuse(_ value: Double) {
        if !storeIfComparing(value) { refuse("JSON has no number for \(value)") }
    }

    /// Writes a string.
    @_spi(Generated)
    public mutating func writeString(_ value: String) {
        // Equal strings may consist of different bytes, unless they are ASCII.
        if purpose == .comparing, !value.utf8.allSatisfy({ $0 < 0x80 }), storeIfComparing(value) { return }
        var value = value
        value.withUTF8 { writeString($0.span) }
    }

    /// Writes a string, given as UTF-8.
    mutating func writeString(_ text: Span<UInt8>) {
        bytes.append(UInt8(ascii: "\""))
        var start = 0
        while true {
            let end = text.plainRun(from: start).end
            text.extracting(start..<end).withUnsafeBufferPointer { bytes.append(contentsOf: $0) }
            guard end < text.count else { break }
            writeEscape(of: text[end])
            start = end + 1
        }
        bytes.append(UInt8(ascii: "\""))
    }

    private mutating func writeEscape(of byte: UInt8) {
        switch byte {
        case UInt8(ascii: "\""): write(literal: "\\\"")
        case UInt8(ascii: "\\"): write(literal: "\\\\")
        case 0x08: write(literal: "\\b")
        case 0x0C: write(literal: "\\f")
        case 0x0A: write(literal: "\\n")
        case 0x0D: write(literal: "\\r")
        case 0x09: write(literal: "\\t")
        default:
            write(literal: byte < 0x10 ? "\\u000" : "\\u00")
            bytes.append(contentsOf: String(byte, radix: 16).utf8)
        }
    }

    private mutating func write(literal: StaticString) {
        literal.withUTF8Buffer { bytes.append(contentsOf: $0) }
    }
}
