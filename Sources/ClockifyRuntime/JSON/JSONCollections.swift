extension Array: JSONReadable where Element: JSONReadable {
    /// Null in place of a list is an empty one. Null in a list says nothing, unless its elements may be null: it is left out.
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
    /// Null in place of a map is an empty one. A name with null has no value, unless the values may be null: it is left out.
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
    /// In the order of the names, so that equal values have equal texts.
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
    @_spi(Generated)
    @inlinable public static var acceptsNull: Bool { true }

    @_spi(Generated)
    @inlinable
    public init(from json: inout JSONReader) throws(JSONError) { self = try json.read() }
}

extension Optional: JSONWritable where Wrapped: JSONWritable {
    @_spi(Generated)
    @inlinable
    public func write(to json: inout JSONWriter) {
        if let self { self.write(to: &json) } else { json.writeNull() }
    }
}
