extension Span where Element == UInt8 {
    /// Returns the index of the first byte in `range` that is not part of well-formed UTF-8 (Unicode, table 3-7); `nil` if there is no
    /// such byte. Overlong forms, surrogates, values above U+10FFFF and truncated sequences are not well formed.
    func firstInvalidUTF8(in range: Range<Int>) -> Int? {
        var index = range.lowerBound
        while index < range.upperBound {
            let lead = self[index]
            if lead < 0x80 {
                index += 1
                continue
            }
            // The range of the first continuation byte excludes overlong forms, surrogates and values that are too large.
            let length: Int
            let second: ClosedRange<UInt8>
            switch lead {
            case 0xC2...0xDF: (length, second) = (2, 0x80...0xBF)
            case 0xE0: (length, second) = (3, 0xA0...0xBF)
            case 0xE1...0xEC, 0xEE...0xEF: (length, second) = (3, 0x80...0xBF)
            case 0xED: (length, second) = (3, 0x80...0x9F)
            case 0xF0: (length, second) = (4, 0x90...0xBF)
            case 0xF1...0xF3: (length, second) = (4, 0x80...0xBF)
            case 0xF4: (length, second) = (4, 0x80...0x8F)
            default: return index
            }
            guard length <= range.upperBound - index, second.contains(self[index + 1]) else { return index }
            for offset in 2..<max(2, length) where self[index + offset] & 0xC0 != 0x80 { return index }
            index += length
        }
        return nil
    }
}
