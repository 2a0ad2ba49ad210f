extension JSONReader {
    /// The kind of the value that comes next; consumes nothing but white space.
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

    /// Reads any value, checks that it is JSON, and forgets it.
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

    /// For unions of objects: the index of the alternative that knows most members of the object that comes next, the
    /// first of those that know equally many. Consumes nothing.
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

    /// For discriminated unions: the string that member `name` of the object that comes next has, nil if it is absent
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
