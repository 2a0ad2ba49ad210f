/// An `application/x-www-form-urlencoded` body.
@_spi(Generated)
public struct URLEncodedForm: Sendable, FormFields {
    /// The pairs that JSON cannot represent, with the reasons.
    public var problems: [(name: String, reason: String)] = []
    private var pairs: [String] = []

    /// Creates a form without pairs.
    public init() {}

    /// Adds a pair with a plain value, unless the value is `nil`.
    public mutating func text(_ name: String, _ value: (some ParameterValue)?) {
        if let value { add([.init(name, text(of: value, at: name))]) }
    }

    /// Adds one pair with several texts, joined by a separator. Commas inside a text are percent-encoded; commas between texts are not.
    public mutating func field(_ name: String, _ texts: [String], joinedBy separator: String) {
        let item = ParameterText.Item(name, texts, joinedBy: separator)
        if item.isAmbiguous { refuse(name, separatedBy: separator) }
        pairs.append(item.encoded)
    }

    /// Adds an object, with a pair for each of its members under the member's name, or under `name[member]`, at any depth.
    public mutating func members(of value: (some JSONWritable)?, in name: String? = nil) {
        guard let json = json(of: value, at: name ?? "") else { return }
        add(name.map { ParameterText.deepItems($0, json) } ?? ParameterText.items("", json))
    }

    /// Adds a plain value as text, each element of a list as a pair of its own, and an object as JSON text.
    public mutating func anything(_ name: String, _ value: (some JSONWritable)?) {
        guard let json = json(of: value, at: name) else { return }
        add(json.objectValue == nil ? ParameterText.items(name, json) : [.init(name, json.description)])
    }

    /// Adds a pair with JSON text, unless the value is `nil`.
    public mutating func json(_ name: String, _ value: (some JSONWritable)?) {
        if let json = json(of: value, at: name) { add([.init(name, json.description)]) }
    }

    var body: RequestBody {
        RequestBody(bytes: Array(pairs.joined(separator: "&").utf8), contentType: "application/x-www-form-urlencoded")
    }
}
