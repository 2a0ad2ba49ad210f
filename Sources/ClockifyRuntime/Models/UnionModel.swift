/// One of several kinds of value: a generated enum with a case for each kind, and one for values that the spec does not describe.
public protocol UnionModel: JSONModel {}

extension JSONReader {
    /// Returns the members of the next object that are not in `known`. Consumes nothing.
    @_spi(Generated)
    public func additionalMembers<Value: JSONReadable>(besides known: JSONMembers) throws(JSONError) -> [String: Value] {
        var copy = self
        var members: [String: Value] = [:]
        let names = Set(known.names)
        try copy.beginObject()
        while let key = try copy.nextKey() {
            if names.contains(key) {
                try copy.skipValue()
            } else if !Value.keepsNull, try copy.readNull() {
                continue
            } else {
                members[key] = try Value(from: &copy)
            }
        }
        return members
    }
}

extension JSONWriter {
    /// Writes members that the type does not name, in the order of their names.
    @_spi(Generated)
    public mutating func members<Value: JSONWritable>(_ members: [String: Value]) {
        for key in members.keys.sorted() {
            self.key(key)
            members[key]?.write(to: &self)
        }
    }
}
