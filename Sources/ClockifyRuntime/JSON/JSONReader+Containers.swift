extension JSONReader {
    /// Enters an object. Read its members with ``nextMember(of:)`` or ``nextKey()`` until they return `nil`.
    @_spi(Generated)
    public mutating func beginObject() throws(JSONError) {
        try begin(UInt8(ascii: "{"), "an object")
        expectedMember = 0
    }

    /// Enters an array. Read an element each time ``nextElement()`` returns `true`.
    @_spi(Generated)
    public mutating func beginArray() throws(JSONError) {
        try begin(UInt8(ascii: "["), "an array")
    }

    /// Enters an array. If `null` comes in its place, consumes it and returns `false`.
    @usableFromInline
    mutating func beginArrayUnlessNull() throws(JSONError) -> Bool {
        if try readNull() { return false }
        try beginArray()
        return true
    }

    /// Enters an object. If `null` comes in its place, consumes it and returns `false`.
    @usableFromInline
    mutating func beginObjectUnlessNull() throws(JSONError) -> Bool {
        if try readNull() { return false }
        try beginObject()
        return true
    }

    @inline(__always)
    private mutating func begin(_ opening: UInt8, _ what: StaticString) throws(JSONError) {
        let start = bytes.span.skippingWhitespace(from: position)
        guard start < bytes.count, bytes[start] == opening else { throw unexpected(at: start, expected: what) }
        guard depth < maximumDepth else { throw failure("nested deeper than \(maximumDepth) levels", at: start) }
        depth += 1
        isAtFirst = true
        position = start + 1
    }

    /// Moves to the value of the next member that `members` contains, and returns the member's index.
    ///
    /// Returns `nil` at the end of the object. Other members are skipped. If several members have the same name, each is returned,
    /// so that the last one wins. If the previous member could not be read, throws its error.
    @_spi(Generated)
    public mutating func nextMember(of members: JSONMembers) throws(JSONError) -> Int? {
        if let memberFailure { throw memberFailure }
        while try goToName() {
            let expected = expectedMember
            if members.isNext(expected, in: bytes.span, at: position) {
                try goToValue(after: position + members.entries[expected].length)
                expectedMember = expected + 1
                return expected
            }
            if let found = try findMember(of: members) {
                expectedMember = found + 1
                return found
            }
            try skipValue()
        }
        return nil
    }

    /// Moves to the value of the next member of a map, and returns the member's name; `nil` at the end of the object.
    @_spi(Generated)
    public mutating func nextKey() throws(JSONError) -> String? {
        guard try goToName() else { return nil }
        position -= 1
        let name = try readString()
        try goToValue(after: position - 1)
        return name
    }

    /// Moves to the value of the next member and ignores its name. Returns `false` at the end of the object.
    mutating func skipName() throws(JSONError) -> Bool {
        guard try goToName() else { return false }
        position -= 1
        try skipString()
        try goToValue(after: position - 1)
        return true
    }

    /// Moves to the next element and returns `true`; returns `false` at the end of the array.
    @_spi(Generated)
    public mutating func nextElement() throws(JSONError) -> Bool {
        var index = bytes.span.skippingWhitespace(from: position)
        guard index < bytes.count else { throw unexpected(at: index, expected: "`,` or `]`") }
        if bytes[index] == UInt8(ascii: "]") {
            isAtFirst = false
            depth -= 1
            position = index + 1
            return false
        }
        if isAtFirst {
            isAtFirst = false
        } else {
            guard bytes[index] == UInt8(ascii: ",") else { throw unexpected(at: index, expected: "`,` or `]`") }
            index = bytes.span.skippingWhitespace(from: index + 1)
            if index < bytes.count, bytes[index] == UInt8(ascii: "]") {
                throw unexpected(at: index, expected: "a value")
            }
        }
        position = index
        return true
    }

    /// Estimates the size of an array of which `count` elements have been read since `start`.
    ///
    /// The estimate is the number of elements that fit into the rest of the text, so that large values are rarely moved. It is at most
    /// 16 times `count`, because the rest of the text may contain something else.
    @usableFromInline
    func likelyCount(of count: Int, since start: Int) -> Int {
        let average = max(1, (position - start) / count)
        return min(max(2 * count, count + (bytes.count - position) / average + 1), 16 * count)
    }

    /// Moves to the first byte of the next member's name. Returns `false` at the end of the object.
    @inline(__always)
    private mutating func goToName() throws(JSONError) -> Bool {
        var index = bytes.span.skippingWhitespace(from: position)
        guard index < bytes.count else { throw unexpected(at: index, expected: "`,` or `}`") }
        if bytes[index] == UInt8(ascii: "}") {
            isAtFirst = false
            depth -= 1
            position = index + 1
            return false
        }
        if isAtFirst {
            isAtFirst = false
        } else {
            guard bytes[index] == UInt8(ascii: ",") else { throw unexpected(at: index, expected: "`,` or `}`") }
            index = bytes.span.skippingWhitespace(from: index + 1)
        }
        guard index < bytes.count, bytes[index] == UInt8(ascii: "\"") else {
            throw unexpected(at: index, expected: "a member name")
        }
        position = index + 1
        return true
    }

    /// Moves to the value of the member whose name ends with the quotation mark at `end`.
    @inline(__always)
    private mutating func goToValue(after end: Int) throws(JSONError) {
        let colon = bytes.span.skippingWhitespace(from: end + 1)
        guard colon < bytes.count, bytes[colon] == UInt8(ascii: ":") else {
            throw unexpected(at: colon, expected: "`:`")
        }
        position = bytes.span.skippingWhitespace(from: colon + 1)
    }

    /// Reads the name at `position`, moves to its value, and returns the member's index, or `nil` if `members` does not contain it.
    private mutating func findMember(of members: JSONMembers) throws(JSONError) -> Int? {
        let start = position
        position = start - 1
        if let range = try readPlainString() {
            try goToValue(after: range.upperBound)
            return members.index(
                of: bytes.span, from: range.lowerBound, length: range.count, guess: expectedMember)
        }
        let name = try readEscapedString()
        try goToValue(after: position - 1)
        return members.index(of: name.span, from: 0, length: name.count, guess: expectedMember)
    }
}
