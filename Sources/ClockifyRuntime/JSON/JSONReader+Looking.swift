extension JSONReader {
    /// Returns the kind of the next value. Consumes only white space.
    @_spi(Generated)
    public mutating func peekKind() throws(JSONError) -> JSONKind {
        position = bytes.span.skippingWhitespace(from: position)
        guard position < bytes.count else { throw unexpected(at: position, expected: "a value") }
        switch bytes[position] {
        case UInt8(ascii: "{"): return .object
        case UInt8(ascii: "["): return .array
        case UInt8(ascii: "\""): return .string
        case UInt8(ascii: "t"), UInt8(ascii: "f"): return .bool
        case UInt8(ascii: "n"): return .null
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return .number
        default: throw unexpected(at: position, expected: "a value")
        }
    }

    /// Reads any value, checks that it is valid JSON, and discards it.
    @_spi(Generated)
    public mutating func skipValue() throws(JSONError) {
        switch try peekKind() {
        case .null: _ = try readNull()
        case .bool: _ = try readBool()
        case .number: _ = try readNumber()
        case .string: try skipString()
        case .array:
            try beginArray()
            while try nextElement() { try skipValue() }
        case .object:
            let expected = expectedMember
            try beginObject()
            while try skipName() { try skipValue() }
            expectedMember = expected
        }
    }

    /// For unions of objects, returns the index of the alternative that contains the most members of the next object.
    ///
    /// If several alternatives contain equally many, returns the first one. Consumes nothing.
    @_spi(Generated)
    public mutating func bestMatch(_ alternatives: [JSONMembers]) throws(JSONError) -> Int {
        var copy = self
        var counts = alternatives.map { _ in 0 }
        try copy.beginObject()
        while let name = try copy.nextKey() {
            let name = Array(name.utf8)
            for index in alternatives.indices
            where alternatives[index].index(of: name.span, from: 0, length: name.count, guess: 0) != nil {
                counts[index] += 1
            }
            try copy.skipValue()
        }
        return counts.firstIndex { $0 == counts.max() } ?? 0
    }

    /// For discriminated unions, returns the string value of the member `name` of the next object; `nil` if the member is absent
    /// or null. Consumes nothing.
    @_spi(Generated)
    public mutating func discriminator(_ name: StaticString) throws(JSONError) -> String? {
        var copy = self
        var value: String?
        let members: JSONMembers = [name]
        try copy.beginObject()
        while try copy.nextMember(of: members) != nil {
            value = try copy.read()
        }
        return value
    }
}
