/// A form whose fields are texts. The forms of both media types write values in the same styles.
@_spi(Generated)
public protocol FormFields {
    /// The fields that JSON cannot represent, with the reasons.
    var problems: [(name: String, reason: String)] { get set }

    /// Adds one field with several texts, joined by a separator.
    mutating func field(_ name: String, _ texts: [String], joinedBy separator: String)
}

@_spi(Generated)
extension FormFields {
    /// Adds a list, with one field for each value.
    public mutating func texts<Value: ParameterValue>(_ name: String, _ values: [Value]?) {
        for value in values ?? [] { field(name, [text(of: value, at: name)], joinedBy: "") }
    }

    /// Adds a list as one field.
    public mutating func texts<Value: ParameterValue>(_ name: String, _ values: [Value]?, joinedBy separator: String) {
        guard let values, !values.isEmpty else { return }
        field(name, values.map { text(of: $0, at: name) }, joinedBy: separator)
    }

    /// Adds a value of any kind in the style `form`: a field for a plain value, for each element of a list, or for each member of an object.
    ///
    /// - Parameter separator: What joins the values to one field; `nil` for a field for each.
    public mutating func value(_ name: String, _ value: (some JSONWritable)?, joinedBy separator: String? = nil) {
        guard let json = json(of: value, at: name) else { return }
        add(ParameterText.items(name, json, joinedBy: separator))
    }
}

extension FormFields {
    /// Returns the text of a value. A value that has none becomes a problem.
    mutating func text(of value: some ParameterValue, at name: String) -> String {
        if !value.hasParameterText { problems.append((name, "a finite number")) }
        return value.parameterText
    }

    /// Adds the problem that a text contains what separates the texts of the field.
    mutating func refuse(_ name: String, separatedBy separator: String) {
        problems.append((name, RequestProblem.Rule.separated(by: separator).description))
    }

    mutating func add(_ items: [ParameterText.Item]) {
        for item in items { field(item.name, item.parts, joinedBy: item.separator) }
    }

    /// Returns a value as JSON; `nil` for no value, and for one that JSON cannot represent, which becomes a problem.
    mutating func json(of value: (some JSONWritable)?, at name: String) -> JSONValue? {
        guard let value else { return nil }
        do {
            return try JSONReader.decode(from: JSONWriter.encode(value))
        } catch {
            problems.append((name, error.reason))
            return nil
        }
    }
}
