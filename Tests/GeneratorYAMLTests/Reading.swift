import GeneratorYAML
import Testing

/// The module's location, because `Testing` has a type of the same name.
typealias Place = GeneratorYAML.SourceLocation

/// Parses a text as the file `f.yaml`.
func read(_ text: String, limits: YAMLLimits = .default) throws(YAMLError) -> Node {
    try YAML.parse(Array(text.utf8), file: "f.yaml", limits: limits)
}

/// Returns the value of an unquoted text as the value of a key.
func value(_ text: String) throws -> Scalar.Value {
    try #require(read("key: \(text)\n")["key"]?.scalar).value
}

/// Returns the error for a rejected text, or a description of the unexpected result.
func refusal(_ text: String, limits: YAMLLimits = .default) -> String {
    refusal(Array(text.utf8), limits: limits)
}

func refusal(_ bytes: [UInt8], limits: YAMLLimits = .default) -> String {
    do {
        return "accepted: \(outline(try YAML.parse(bytes, file: "f.yaml", limits: limits)))"
    } catch {
        return error.description
    }
}

/// `true` if the error is at the place, contains all the words, and is a single line.
func refuses(_ text: String, at place: String, _ words: String..., limits: YAMLLimits = .default) -> Bool {
    let message = refusal(text, limits: limits)
    let isRight =
        message.hasPrefix("f.yaml:\(place): error: ") && words.allSatisfy(message.contains) && !message.contains("\n")
    if !isRight { print("refused as:", message) }
    return isRight
}

/// Returns a tree on one line, with texts unchanged.
func outline(_ node: Node) -> String {
    switch node.content {
    case .scalar(let scalar): scalar.text
    case .sequence(let items): "[" + items.map(outline).joined(separator: ", ") + "]"
    case .mapping(let mapping):
        "{" + mapping.entries.map { "\($0.key): \(outline($0.value))" }.joined(separator: ", ") + "}"
    }
}
