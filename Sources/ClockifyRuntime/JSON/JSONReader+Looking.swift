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

    /// For unions of an object and a dictionary, returns `true` if the next object has all of the members. Consumes nothing.
    @_spi(Generated)
    public func hasMembers(_ members: JSONMembers) throws(JSONError) -> Bool {
        var copy = self
        var found: Set<Int> = []
        try copy.beginObject()
        while let index = try copy.nextMember(of: members) {
            found.insert(index)
            try copy.skipValue()
        }
        return found.count == members.entries.count
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

    /// For unions of objects that differ in the values of members, returns the index of the alternative that the next object is.
    ///
    /// An alternative whose constants have other values in the object is not considered. Of the others, the one with the most matching
    /// constants is returned, and of several such ones the first with the most members. Returns `nil` if none is left, or nothing of the
    /// object matches those that are left. Consumes nothing.
    @_spi(Generated)
    public mutating func bestMatch(_ alternatives: [JSONAlternative]) throws(JSONError) -> Int? {
        var copy = self
        var matches = alternatives.map { _ in (isPossible: true, constants: 0, members: 0) }
        try copy.beginObject()
        while let name = try copy.nextKey() {
            let bytes = Array(name.utf8)
            var value: String??
            for (index, alternative) in alternatives.enumerated() {
                guard alternative.members.index(of: bytes.span, from: 0, length: bytes.count, guess: 0) != nil else { continue }
                matches[index].members += 1
                guard let values = alternative.constants.first(where: { $0.key == name })?.value else { continue }
                let text: String?
                if let known = value {
                    text = known
                } else {
                    var look = copy
                    text = try look.discriminatorText()
                    value = .some(text)
                }
                if let text, values.contains(text) { matches[index].constants += 1 } else { matches[index].isPossible = false }
            }
            try copy.skipValue()
        }
        let isAnyOut = matches.contains { !$0.isPossible }
        var best: Int?
        for (index, match) in matches.enumerated() where match.isPossible && !(isAnyOut && match.members == 0) {
            guard let current = best.map({ matches[$0] }) else {
                best = index
                continue
            }
            if (match.constants, match.members) > (current.constants, current.members) { best = index }
        }
        return best
    }

    /// For discriminated unions, returns the value of the member `name` of the next object as text: a string, `1` also for `1.0`, `true`.
    ///
    /// Returns `nil` if the member is absent, null, an object or an array. Consumes nothing.
    @_spi(Generated)
    public mutating func discriminator(_ name: StaticString) throws(JSONError) -> String? {
        var copy = self
        var value: String?
        let members: JSONMembers = [name]
        try copy.beginObject()
        while try copy.nextMember(of: members) != nil {
            value = try copy.discriminatorText()
        }
        return value
    }

    /// Reads a value of a discriminator.
    private mutating func discriminatorText() throws(JSONError) -> String? {
        switch try peekKind() {
        case .string: return try readString()
        case .bool: return try readBool() ? "true" : "false"
        case .number:
            let number = try JSONValue(from: &self)
            return number.wholeNumber.map { String($0) } ?? number.doubleValue.map { "\($0)" }
        case .null, .object, .array:
            try skipValue()
            return nil
        }
    }
}

/// One of the objects that a union allows, and how it is recognized.
@_spi(Generated)
public struct JSONAlternative {
    let members: JSONMembers
    let constants: [(key: String, value: [String])]

    /// Creates an alternative.
    ///
    /// - Parameters:
    ///   - members: The members that the object may have.
    ///   - constants: The values that members of the object have, as text.
    public init(_ members: JSONMembers, where constants: KeyValuePairs<String, [String]> = [:]) {
        self.members = members
        self.constants = constants.map { ($0.key, $0.value) }
    }
}
