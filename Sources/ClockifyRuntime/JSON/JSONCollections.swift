extension Array: JSONReadable where Element: JSONReadable {
    /// Reads a list. `null` in place of the list is read as an empty list. `null` elements are skipped unless the elements may be null.
    @_spi(Generated)
    @inlinable
    public init(from json: inout JSONReader) throws(JSONError) {
        var elements: [Element] = []
        guard try json.beginArrayUnlessNull() else {
            self = elements
            return
        }
        let start = json.position
        while try json.nextElement() {
            if !Element.keepsNull, try json.readNull() { continue }
            if elements.count == elements.capacity, !elements.isEmpty {
                elements.reserveCapacity(json.likelyCount(of: elements.count, since: start))
            }
            elements.append(try Element(from: &json))
        }
        self = elements
    }
}

extension Array: JSONWritable where Element: JSONWritable {
    /// Writes the elements in their order.
    @_spi(Generated)
    @inlinable
    public func write(to json: inout JSONWriter) {
        json.beginArray()
        for element in self {
            json.element()
            element.write(to: &json)
        }
        json.endArray()
    }
}

extension Dictionary: JSONReadable where Key == String, Value: JSONReadable {
    /// Reads a map. `null` in place of the map is read as an empty map. Members with `null` are skipped unless the values may be null.
    @_spi(Generated)
    @inlinable
    public init(from json: inout JSONReader) throws(JSONError) {
        var values: [String: Value] = [:]
        guard try json.beginObjectUnlessNull() else {
            self = values
            return
        }
        while let name = try json.nextKey() {
            if !Value.keepsNull, try json.readNull() { continue }
            values[name] = try Value(from: &json)
        }
        self = values
    }
}

extension Dictionary: JSONWritable where Key == String, Value: JSONWritable {
    /// Writes the members in the order of their names, so that equal maps produce equal text.
    @_spi(Generated)
    @inlinable
    public func write(to json: inout JSONWriter) {
        json.beginObject()
        for (name, value) in sorted(by: { $0.key < $1.key }) {
            json.key(name)
            value.write(to: &json)
        }
        json.endObject()
    }
}

extension Optional: JSONReadable where Wrapped: JSONReadable {
    /// `true`: `null` is read as `nil`.
    @_spi(Generated)
    @inlinable public static var acceptsNull: Bool { true }

    /// Reads a value; `nil` for `null`.
    @_spi(Generated)
    @inlinable
    public init(from json: inout JSONReader) throws(JSONError) { self = try json.read() }
}

extension Optional: JSONWritable where Wrapped: JSONWritable {
    /// Writes the value; `null` for `nil`.
    @_spi(Generated)
    @inlinable
    public func write(to json: inout JSONWriter) {
        if let self { self.write(to: &json) } else { json.writeNull() }
    }
}
