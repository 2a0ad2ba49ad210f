/// An `application/x-www-form-urlencoded` body.
@_spi(Generated)
public struct URLEncodedForm: Sendable {
    /// The pairs that JSON cannot represent, with the reasons.
    private(set) var problems: [(name: String, reason: String)] = []
    private var pairs: [String] = []

    /// Creates a form without pairs.
    public init() {}

    /// Adds a pair with a plain value, unless the value is `nil`.
    public mutating func text(_ name: String, _ value: (some ParameterValue)?) {
        guard let value else { return }
        pairs.append(PercentEncoding.queryValue(name) + "=" + PercentEncoding.queryValue(value.parameterText))
    }

    /// Adds a list, with one pair for each value.
    public mutating func texts<Value: ParameterValue>(_ name: String, _ values: [Value]?) {
        for value in values ?? [] { text(name, value) }
    }

    /// Adds a list as one pair.
    public mutating func texts<Value: ParameterValue>(_ name: String, _ values: [Value]?, joinedBy separator: String) {
        guard let values, !values.isEmpty else { return }
        text(name, values.map(\.parameterText).joined(separator: separator))
    }

    /// Adds a value of any kind in the style `form`: a pair for a plain value, for each element of a list, or for each member of an object.
    ///
    /// - Parameter separator: What joins the parts to one pair; `nil` for a pair for each part.
    public mutating func value(_ name: String, _ value: (some JSONWritable)?, joinedBy separator: String? = nil) {
        guard let json = json(of: value, at: name) else { return }
        for item in ParameterText.items(name, json, joinedBy: separator) { text(item.name, item.value) }
    }

    /// Adds an object, with a pair for each of its members under the member's name, or under `name[member]`, at any depth.
    public mutating func members(of value: (some JSONWritable)?, in name: String? = nil) {
        guard let json = json(of: value, at: name ?? "") else { return }
        let items: [ParameterText.Item]
        if let name { items = ParameterText.deepItems(name, json) } else { items = ParameterText.items("", json) }
        for item in items { text(item.name, item.value) }
    }

    /// Adds a plain value as text, each element of a list as a pair of its own, and an object as JSON text.
    public mutating func anything(_ name: String, _ value: (some JSONWritable)?) {
        guard let json = json(of: value, at: name) else { return }
        let items = json.objectValue == nil ? ParameterText.items(name, json) : [(name, json.description)]
        for item in items { text(item.name, item.value) }
    }

    /// Adds a pair with JSON text, unless the value is `nil`.
    public mutating func json(_ name: String, _ value: (some JSONWritable)?) {
        if let json = json(of: value, at: name) { text(name, json.description) }
    }

    private mutating func json(of value: (some JSONWritable)?, at name: String) -> JSONValue? {
        guard let value else { return nil }
        do {
            return try JSONReader.decode(from: JSONWriter.encode(value))
        } catch {
            problems.append((name, error.reason))
            return nil
        }
    }

    var body: RequestBody {
        RequestBody(bytes: Array(pairs.joined(separator: "&").utf8), contentType: "application/x-www-form-urlencoded")
    }
}
