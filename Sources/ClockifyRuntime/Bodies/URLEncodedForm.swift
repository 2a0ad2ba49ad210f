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

    /// Adds a pair with JSON text, unless the value is `nil`.
    public mutating func json(_ name: String, _ value: (some JSONWritable)?) {
        guard let value else { return }
        do {
            text(name, String(decoding: try JSONWriter.encode(value), as: UTF8.self))
        } catch {
            problems.append((name, error.reason))
        }
    }

    var body: RequestBody {
        RequestBody(bytes: Array(pairs.joined(separator: "&").utf8), contentType: "application/x-www-form-urlencoded")
    }
}
