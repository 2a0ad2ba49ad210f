extension Array: JSONReadable where Element: JSONReadable {
    @inlinable
    public init(from json: inout JSONReader) throws(JSONError) {
        var elements: [Element] = []
        try json.beginArray()
        let start = json.position
        while try json.nextElement() {
            if elements.count == elements.capacity, !elements.isEmpty {
                elements.reserveCapacity(json.likelyCount(of: elements.count, since: start))
            }
            elements.append(try Element(from: &json))
        }
        self = elements
    }
}

extension Array: JSONWritable where Element: JSONWritable {
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
    @inlinable
    public init(from json: inout JSONReader) throws(JSONError) {
        var values: [String: Value] = [:]
        try json.beginObject()
        while let name = try json.nextKey() {
            values[name] = try Value(from: &json)
        }
        self = values
    }
}

extension Dictionary: JSONWritable where Key == String, Value: JSONWritable {
    /// In the order of the names, so that equal values have equal texts.
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
    @inlinable public static var acceptsNull: Bool { true }

    @inlinable
    public init(from json: inout JSONReader) throws(JSONError) { self = try json.read() }
}

extension Optional: JSONWritable where Wrapped: JSONWritable {
    @inlinable
    public func write(to json: inout JSONWriter) {
        if let self { self.write(to: &json) } else { json.writeNull() }
    }
}
