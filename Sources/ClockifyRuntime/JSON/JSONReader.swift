/// Reads one JSON document from bytes, front to back, strictly according to RFC 8259.
///
/// Invalid JSON is rejected, even in members that are skipped. A reader is a small value, so a union can try an alternative on a copy.
public struct JSONReader: Sendable {
    let bytes: [UInt8]
    @usableFromInline var position = 0
    /// The index of the member that probably comes next. Services write members in the same order every time.
    @usableFromInline var expectedMember = 0
    /// `true` if nothing has been read yet from the innermost open array or object.
    var isAtFirst = false
    var depth = 0
    let maximumDepth: Int
    /// `true` if the document was written by this program rather than received. Members that are never received are read then.
    private var isOwn = false
    /// The error of a member that could not be read. The next call of ``nextMember(of:)`` throws it.
    @usableFromInline var memberFailure: JSONError?

    /// Creates a reader at the start of `bytes`.
    ///
    /// Arrays and objects nested deeper than `maximumDepth` are rejected, because reading is recursive. In a debug build, a model with
    /// a dozen members takes 2.5 KB of stack for each level, and Apple's secondary threads have 512 KB.
    @_spi(Generated)
    public init(_ bytes: [UInt8], maximumDepth: Int = 128) {
        self.bytes = bytes
        self.maximumDepth = maximumDepth
        // Some servers put a byte order mark before the text. RFC 8259 allows readers to ignore it.
        if bytes.first == 0xEF, bytes.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
    }

    /// Reads a whole document. Throws if anything but white space follows it.
    public static func decode<T: JSONReadable>(_ type: T.Type = T.self, from bytes: [UInt8]) throws(JSONError) -> T {
        try decode(from: bytes, isOwn: false)
    }

    /// Reads a whole document.
    ///
    /// - Parameter isOwn: `true` if this program wrote it, so that it may have members that the service never sends.
    static func decode<T: JSONReadable>(from bytes: [UInt8], isOwn: Bool) throws(JSONError) -> T {
        var reader = JSONReader(bytes)
        reader.isOwn = isOwn
        do throws(JSONError) {
            let value = try T(from: &reader)
            try reader.finish()
            return value
        } catch {
            throw error.detached
        }
    }

    /// Checks that nothing but white space follows.
    @_spi(Generated)
    public mutating func finish() throws(JSONError) {
        if let memberFailure { throw memberFailure }
        position = bytes.span.skippingWhitespace(from: position)
        guard position == bytes.count else { throw failure("expected the end of the document") }
    }

    /// Reads the next value; `nil` for `null`.
    @_spi(Generated)
    @inlinable
    public mutating func read<T: JSONReadable>() throws(JSONError) -> T? {
        if !T.acceptsNull, try readNull() { return nil }
        // The members of the value must not change the guess for the members of the enclosing object.
        let expected = expectedMember
        let value = try T(from: &self)
        expectedMember = expected
        return value
    }

    /// Reads the value of a member into a variable; `nil` for `null`.
    ///
    /// If reading fails, the next call of ``nextMember(of:)`` throws the error. A single place that throws compiles faster than one for each
    /// member.
    ///
    /// The method is not inlined, so that a release build compiles it once for each type, and not for each member.
    @_spi(Generated)
    @inlinable
    @inline(never)
    public mutating func read<T: JSONReadable>(into value: inout T?) {
        do throws(JSONError) { value = try read() } catch { memberFailure = error }
    }

    /// Reads the value of a member into a variable if this program wrote it. Skips it if it was received, because the service does not
    /// send it.
    @_spi(Generated)
    public mutating func readOwn<T: JSONReadable>(into value: inout T?) {
        if isOwn { read(into: &value) } else { skipMember() }
    }

    /// Skips the value of a member.
    @_spi(Generated)
    public mutating func skipMember() {
        do throws(JSONError) { try skipValue() } catch { memberFailure = error }
    }

    /// Returns the value of a required member, or throws if it is missing. Call it directly after the end of the object.
    @_spi(Generated)
    @inlinable
    @inline(never)
    public func require<T>(_ value: T?, _ name: StaticString) throws(JSONError) -> T {
        guard let value else { throw missing(name) }
        return value
    }

    /// Returns the value of a required array member. If it is absent or null, returns an empty array.
    @_spi(Generated)
    @inlinable
    public func requireArray<T>(_ value: [T]?) -> [T] { value ?? [] }

    /// Returns the value of a required map member. If it is absent or null, returns an empty map.
    @_spi(Generated)
    @inlinable
    public func requireMap<T>(_ value: [String: T]?) -> [String: T] { value ?? [:] }

    @usableFromInline
    func missing(_ name: StaticString) -> JSONError {
        JSONError(
            reason: "required member \"\(name)\" is missing or null", offset: position, in: bytes,
            missing: name.description)
    }

    /// Returns an error at the current position, for types that reject a value.
    @_spi(Generated)
    public func failure(_ reason: String) -> JSONError { failure(reason, at: position) }

    func failure(_ reason: String, at offset: Int) -> JSONError {
        JSONError(reason: reason, offset: offset, in: bytes)
    }

    /// Returns an error for an unexpected byte at `offset`.
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
