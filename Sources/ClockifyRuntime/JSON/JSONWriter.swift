/// Writes one JSON document, compactly.
///
/// Writing never throws: a value that JSON cannot say, such as a Double that is not a number, is remembered together
/// with its path, and ``finish()`` throws it.
public struct JSONWriter: Sendable {
    var bytes: [UInt8] = []
    /// Whether nothing has been written yet in the array or object that was begun last and has not ended.
    var isAtFirst = true
    private var depth = 0
    private var firstFailure: JSONError?
    /// Dates are sent in whole seconds; what is kept, such as a cache, must not lose their fractions.
    let keepsFractions: Bool

    /// An empty document.
    @_spi(Generated)
    public init() { self.init(keepsFractions: false) }

    init(keepsFractions: Bool) { self.keepsFractions = keepsFractions }

    /// The document that says `value`. Throws if JSON cannot say it.
    public static func encode<T: JSONWritable>(_ value: T) throws(JSONError) -> [UInt8] {
        var writer = JSONWriter()
        value.write(to: &writer)
        return try writer.finish()
    }

    /// The bytes of the document. Throws the first value that JSON could not say.
    @_spi(Generated)
    public consuming func finish() throws(JSONError) -> [UInt8] {
        if let firstFailure { throw firstFailure }
        guard depth == 0, !bytes.isEmpty else {
            throw JSONError(reason: "the document is not complete", offset: bytes.count, in: bytes).detached
        }
        return bytes
    }

    /// Opens an object; write ``key(_:)`` before each of its values.
    @_spi(Generated)
    public mutating func beginObject() { begin(UInt8(ascii: "{")) }

    /// Closes the object that was opened last.
    @_spi(Generated)
    public mutating func endObject() { end(UInt8(ascii: "}")) }

    /// Opens an array; write ``element()`` before each of its values.
    @_spi(Generated)
    public mutating func beginArray() { begin(UInt8(ascii: "[")) }

    /// Closes the array that was opened last.
    @_spi(Generated)
    public mutating func endArray() { end(UInt8(ascii: "]")) }

    private mutating func begin(_ opening: UInt8) {
        bytes.append(opening)
        isAtFirst = true
        depth += 1
    }

    private mutating func end(_ closing: UInt8) {
        bytes.append(closing)
        isAtFirst = false
        depth -= 1
    }

    /// Begins an element of an array.
    @_spi(Generated)
    public mutating func element() {
        if !isAtFirst { bytes.append(UInt8(ascii: ",")) }
        isAtFirst = false
    }

    /// Begins a member of an object.
    @_spi(Generated)
    public mutating func key(_ name: StaticString) {
        element()
        name.withUTF8Buffer { writeString($0.span) }
        bytes.append(UInt8(ascii: ":"))
    }

    /// Begins a member of an object.
    @_spi(Generated)
    public mutating func key(_ name: String) {
        element()
        writeString(name)
        bytes.append(UInt8(ascii: ":"))
    }

    /// A member, left out when it has no value.
    @_spi(Generated)
    @inlinable
    public mutating func member<T: JSONWritable>(_ name: StaticString, _ value: T?) {
        guard let value else { return }
        key(name)
        value.write(to: &self)
    }

    /// A member that is `null` when it has no value.
    @_spi(Generated)
    @inlinable
    public mutating func nullableMember<T: JSONWritable>(_ name: StaticString, _ value: T?) {
        key(name)
        if let value { value.write(to: &self) } else { writeNull() }
    }

    /// Remembers that the value to be written next cannot be said in JSON, and writes `null` in its place.
    @_spi(Generated)
    public mutating func refuse(_ reason: String) {
        if firstFailure == nil {
            firstFailure = JSONError(reason: reason, offset: bytes.count, in: bytes).detached
        }
        writeNull()
    }
}
