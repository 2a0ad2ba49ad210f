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

    /// Returns the index of the alternative of a union that best matches the next object. Consumes nothing.
    ///
    /// An alternative is ruled out if a required member is missing, or if a constant has a different value. Of the rest, the one with the most
    /// matching constants wins, then the one with the most members, then the first. Returns `nil` if every alternative is ruled out, or if
    /// some are and the rest share no member with the object.
    @_spi(Generated)
    public mutating func bestMatch(_ alternatives: [JSONAlternative]) throws(JSONError) -> Int? {
        var copy = self
        var matches = alternatives.map { (isPossible: true, missing: $0.required, constants: 0, members: 0) }
        var isEmpty = true
        try copy.beginObject()
        while let name = try copy.nextKey() {
            isEmpty = false
            let bytes = Array(name.utf8)
            var value: String??
            for (index, alternative) in alternatives.enumerated() {
                guard alternative.members.index(of: bytes.span, from: 0, length: bytes.count, guess: 0) != nil else { continue }
                matches[index].members += 1
                matches[index].missing.remove(name)
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
        for index in matches.indices where !matches[index].missing.isEmpty { matches[index].isPossible = false }
        let isAnyRuledOut = matches.contains { !$0.isPossible }
        var best: Int?
        for (index, match) in matches.enumerated() where match.isPossible && !(isAnyRuledOut && match.members == 0 && !isEmpty) {
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

/// One kind of object in a union, and how to recognize it.
@_spi(Generated)
public struct JSONAlternative: Sendable {
    let members: JSONMembers
    let required: Set<String>
    let constants: [(key: String, value: [String])]

    /// Creates an alternative.
    ///
    /// - Parameters:
    ///   - members: The members that such an object may have.
    ///   - required: The members that it must have.
    ///   - constants: The allowed values of its members, as text.
    public init(_ members: JSONMembers, requiring required: Set<String> = [], where constants: KeyValuePairs<String, [String]> = [:]) {
        self.members = members
        self.required = required
        self.constants = constants.map { ($0.key, $0.value) }
    }
}
