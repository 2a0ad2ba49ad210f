extension Bool: JSONReadable, JSONWritable {
    /// Reads `true` or `false`.
    @_spi(Generated)
    public init(from json: inout JSONReader) throws(JSONError) { self = try json.readBool() }
    /// Writes `true` or `false`.
    @_spi(Generated)
    public func write(to json: inout JSONWriter) { json.writeBool(self) }
}

extension String: JSONReadable, JSONWritable {
    /// Reads a string.
    @_spi(Generated)
    public init(from json: inout JSONReader) throws(JSONError) { self = try json.readString() }
    /// Writes a string, and escapes what JSON requires.
    @_spi(Generated)
    public func write(to json: inout JSONWriter) { json.writeString(self) }
}

extension Int: JSONReadable, JSONWritable {
    /// Reads a whole number that fits.
    @_spi(Generated)
    public init(from json: inout JSONReader) throws(JSONError) { self = try json.readInteger() }
    /// Writes a whole number.
    @_spi(Generated)
    public func write(to json: inout JSONWriter) { json.writeInt64(Int64(self)) }
}

extension Int32: JSONReadable, JSONWritable {
    /// Reads a whole number that fits into 32 bits.
    @_spi(Generated)
    public init(from json: inout JSONReader) throws(JSONError) { self = try json.readInteger() }
    /// Writes a whole number.
    @_spi(Generated)
    public func write(to json: inout JSONWriter) { json.writeInt64(Int64(self)) }
}

extension Int64: JSONReadable, JSONWritable {
    /// Reads a whole number that fits into 64 bits.
    @_spi(Generated)
    public init(from json: inout JSONReader) throws(JSONError) { self = try json.readInt64() }
    /// Writes a whole number.
    @_spi(Generated)
    public func write(to json: inout JSONWriter) { json.writeInt64(self) }
}

extension Double: JSONReadable, JSONWritable {
    /// Reads a number as the nearest `Double`.
    @_spi(Generated)
    public init(from json: inout JSONReader) throws(JSONError) { self = try json.readDouble() }
    /// Writes a number.
    @_spi(Generated)
    public func write(to json: inout JSONWriter) { json.writeDouble(self) }
}

extension Float: JSONReadable, JSONWritable {
    /// Reads a number as the nearest `Float`.
    @_spi(Generated)
    public init(from json: inout JSONReader) throws(JSONError) { self = try json.readFloat() }
    /// Writes a number.
    @_spi(Generated)
    public func write(to json: inout JSONWriter) { json.writeFloat(self) }
}

extension JSONReader {
    fileprivate mutating func readInteger<T: FixedWidthInteger>() throws(JSONError) -> T {
        let start = bytes.span.skippingWhitespace(from: position)
        guard let value = T(exactly: try readInt64()) else {
            throw failure("number does not fit into \(T.bitWidth) bits", at: start)
        }
        return value
    }

    fileprivate mutating func readFloat() throws(JSONError) -> Float {
        let start = bytes.span.skippingWhitespace(from: position)
        let value = Float(try readDouble())
        guard value.isFinite else { throw failure("number does not fit into a Float", at: start) }
        return value
    }
}

extension JSONWriter {
    /// Writes the digits of a Float, which are fewer than those of the same number as a Double.
    fileprivate mutating func writeFloat(_ value: Float) {
        if let text = value.isFinite ? Double(value.description) : nil {
            writeDouble(text)
        } else {
            writeDouble(Double(value))
        }
    }
}
