/// Writes one compact JSON document.
///
/// The write methods never throw. If JSON cannot represent a value, such as a Double that is not a number, the writer records an error
/// with the value's path, and `finish()` throws it.
public struct JSONWriter: Sendable {
    var bytes: [UInt8] = []
    /// `true` if nothing has been written yet to the innermost open array or object.
    var isAtFirst = true
    private var depth = 0
    private var firstFailure: JSONError?
    let purpose: Purpose
    /// The values that are compared with `==` instead of by their text. Each has a placeholder in ``bytes``.
    private(set) var comparedValues: [any Hashable & Sendable] = []
    /// The enum values that have been written, or `nil` if nobody asked for them.
    private(set) var enumValues: Set<String>?

    /// Creates an empty document.
    @_spi(Generated)
    public init() { self.init(for: .sending) }

    init(for purpose: Purpose, collectsEnumValues: Bool = false) {
        self.purpose = purpose
        enumValues = collectsEnumValues ? [] : nil
    }

    /// What a document is written for.
    enum Purpose: Sendable {
        /// A request. Dates have the precision that the service accepts, and members that it does not accept are omitted.
        case sending
        /// A copy, such as a cache or the response of a fake. Nothing is omitted.
        case storing
        /// A comparison. Equal values have equal documents, even if their texts differ.
        case comparing
    }

    /// `true` if the document keeps everything: fractions of seconds, and members that are never sent.
    var isComplete: Bool { purpose != .sending }

    /// Returns `value` as a JSON document. Throws if JSON cannot represent it.
    public static func encode<T: JSONWritable>(_ value: T) throws(JSONError) -> [UInt8] {
        var writer = JSONWriter()
        value.write(to: &writer)
        return try writer.finish()
    }

    /// Returns a JSON document with everything in `value`. Throws if JSON cannot represent it.
    static func copy(of value: some JSONWritable) throws(JSONError) -> [UInt8] {
        var writer = JSONWriter(for: .storing)
        value.write(to: &writer)
        return try writer.finish()
    }

    /// Returns the bytes of the document. Throws the error for the first value that JSON could not represent.
    @_spi(Generated)
    public consuming func finish() throws(JSONError) -> [UInt8] {
        if let firstFailure { throw firstFailure }
        guard depth == 0, !bytes.isEmpty else {
            throw JSONError(reason: "the document is not complete", offset: bytes.count, in: bytes).detached
        }
        return bytes
    }

    /// Opens an object. Call `key(_:)` before each of its values.
    @_spi(Generated)
    public mutating func beginObject() { begin(UInt8(ascii: "{")) }

    /// Closes the innermost open object.
    @_spi(Generated)
    public mutating func endObject() { end(UInt8(ascii: "}")) }

    /// Opens an array. Call `element()` before each of its values.
    @_spi(Generated)
    public mutating func beginArray() { begin(UInt8(ascii: "[")) }

    /// Closes the innermost open array.
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

    /// Writes a member, or omits it if the value is `nil`.
    ///
    /// The method is not inlined, so that a release build compiles it once for each type, and not for each member.
    @_spi(Generated)
    @inlinable
    @inline(never)
    public mutating func member<T: JSONWritable>(_ name: StaticString, _ value: T?) {
        guard let value else { return }
        key(name)
        value.write(to: &self)
    }

    /// Writes a member, with `null` if the value is `nil`.
    @_spi(Generated)
    @inlinable
    @inline(never)
    public mutating func nullableMember<T: JSONWritable>(_ name: StaticString, _ value: T?) {
        key(name)
        if let value { value.write(to: &self) } else { writeNull() }
    }

    /// Writes a member that the service does not accept in requests, unless the document is sent.
    @_spi(Generated)
    public mutating func ownMember<T: JSONWritable>(_ name: StaticString, _ value: T?) {
        if isComplete { member(name, value) }
    }

    /// In a document for comparison, stores a value that has its own `==` in ``comparedValues``, and returns `true`. In any other document,
    /// does nothing and returns `false`, so that the caller writes the value.
    mutating func storeIfComparing(_ value: some Hashable & Sendable) -> Bool {
        guard purpose == .comparing else { return false }
        comparedValues.append(value)
        // No JSON text has this byte.
        bytes.append(0xFF)
        return true
    }

    /// Writes a value of an enum: a word that the spec has, rather than one that the caller has made up.
    @_spi(Generated)
    @inlinable
    public mutating func writeEnumValue<Value: JSONWritable & CustomStringConvertible>(_ value: Value) {
        if collectsEnumValues { collect(enumValue: value.description) }
        value.write(to: &self)
    }

    @usableFromInline var collectsEnumValues: Bool { enumValues != nil }

    @usableFromInline
    mutating func collect(enumValue: String) { enumValues?.insert(enumValue) }

    /// Records that JSON cannot represent the next value, and writes `null` in its place.
    @_spi(Generated)
    public mutating func refuse(_ reason: String) {
        if firstFailure == nil {
            firstFailure = JSONError(reason: reason, offset: bytes.count, in: bytes).detached
        }
        writeNull()
    }
}
