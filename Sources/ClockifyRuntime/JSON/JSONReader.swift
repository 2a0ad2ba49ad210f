/// Reads one JSON document from bytes, front to back, exactly by RFC 8259: a text that is not JSON is refused, also
/// in the members nobody asked for.
///
/// It is a small value: a union tries an alternative on a copy.
public struct JSONReader: Sendable {
    let bytes: [UInt8]
    @usableFromInline var position = 0
    /// The member that probably comes next: services write members in the same order every time.
    @usableFromInline var expectedMember = 0
    /// Whether nothing has been read yet in the array or object that was begun last and has not ended.
    var isAtFirst = false
    var depth = 0
    let maximumDepth: Int

    /// A reader at the start of `bytes`. Arrays and objects nested deeper than `maximumDepth` are refused, because
    /// reading recurses: a model of a dozen members takes 2.5 KB of stack for each level in a debug build, and Apple's
    /// secondary threads have 512 KB.
    @_spi(Generated)
    public init(_ bytes: [UInt8], maximumDepth: Int = 128) {
        self.bytes = bytes
        self.maximumDepth = maximumDepth
        // Some servers put a byte order mark before a text; RFC 8259 lets readers ignore it.
        if bytes.first == 0xEF, bytes.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
    }

    /// Reads a whole document; anything but white space after it is refused.
    public static func decode<T: JSONReadable>(_ type: T.Type = T.self, from bytes: [UInt8]) throws(JSONError) -> T {
        var reader = JSONReader(bytes)
        do throws(JSONError) {
            let value = try T(from: &reader)
            try reader.finish()
            return value
        } catch {
            throw error.detached
        }
    }

    /// Makes sure that nothing but white space follows.
    @_spi(Generated)
    public mutating func finish() throws(JSONError) {
        position = bytes.span.skippingWhitespace(from: position)
        guard position == bytes.count else { throw failure("expected the end of the document") }
    }

    /// Reads the value that comes next; nil for `null`.
    @_spi(Generated)
    @inlinable
    public mutating func read<T: JSONReadable>() throws(JSONError) -> T? {
        if !T.acceptsNull, try readNull() { return nil }
        // The value's own members must not disturb the guess about the members around it.
        let expected = expectedMember
        let value = try T(from: &self)
        expectedMember = expected
        return value
    }

    /// Reads the value that comes next into a variable; nil for `null`.
    @_spi(Generated)
    @inlinable
    public mutating func read<T: JSONReadable>(into value: inout T?) throws(JSONError) { value = try read() }

    /// The value of a member that must be there. Asked right after the object has ended.
    @_spi(Generated)
    @inlinable
    public func require<T>(_ value: T?, _ name: StaticString) throws(JSONError) -> T {
        guard let value else { throw missing(name) }
        return value
    }

    /// The value of an array member that must be there: absent and null are empty.
    @_spi(Generated)
    @inlinable
    public func requireArray<T>(_ value: [T]?) -> [T] { value ?? [] }

    /// The value of a map member that must be there: absent and null are empty.
    @_spi(Generated)
    @inlinable
    public func requireMap<T>(_ value: [String: T]?) -> [String: T] { value ?? [:] }

    @usableFromInline
    func missing(_ name: StaticString) -> JSONError {
        JSONError(
            reason: "required member \"\(name)\" is missing or null", offset: position, in: bytes,
            missing: name.description)
    }

    /// An error at the current position, for types that refuse a value.
    @_spi(Generated)
    public func failure(_ reason: String) -> JSONError { failure(reason, at: position) }

    func failure(_ reason: String, at offset: Int) -> JSONError {
        JSONError(reason: reason, offset: offset, in: bytes)
    }

    /// An error about the byte at `offset`, which is not what was expected there.
    func unexpected(at offset: Int, expected: StaticString) -> JSONError {
        guard offset < bytes.count else { return failure("expected \(expected), found the end of the text", at: offset) }
        let found =
            switch bytes[offset] {
            case UInt8(ascii: "n"): "null"
            case UInt8(ascii: "t"), UInt8(ascii: "f"): "a boolean"
            case UInt8(ascii: "\""): "a string"
            case UInt8(ascii: "["): "an array"
            case UInt8(ascii: "{"): "an object"
            case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): "a number"
            case let byte where byte > 0x20 && byte < 0x7F: "`\(Character(Unicode.Scalar(byte)))`"
            case let byte: "byte \(byte)"
            }
        return failure("expected \(expected), found \(found)", at: offset)
    }
}
