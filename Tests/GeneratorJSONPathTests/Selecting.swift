import GeneratorJSONPath
import GeneratorYAML

/// Returns what a query selects from a document: each node as its normalized path and, on one line, its value.
func select(_ query: String, from document: String, limits: JSONPathLimits = .default) throws -> [String] {
    let root = try YAML.parse(Array(document.utf8), file: "d.yaml")
    return try JSONPath(query, limits: limits).nodes(in: root).map { "\($0.normalizedPath): \(outline($0.node))" }
}

/// Returns the values that a query selects, each on one line.
func values(_ query: String, from document: String) throws -> [String] {
    let root = try YAML.parse(Array(document.utf8), file: "d.yaml")
    return try JSONPath(query).nodes(in: root).map { outline($0.node) }
}

/// Returns the error for an invalid query, or a description of the unexpected result.
func refusal(_ query: String, limits: JSONPathLimits = .default) -> String {
    do {
        _ = try JSONPath(query, limits: limits)
        return "accepted"
    } catch {
        return "\(error.offset): \(error.message)"
    }
}

/// Returns a tree on one line.
func outline(_ node: Node) -> String {
    switch node.content {
    case .scalar(let scalar): scalar.text
    case .sequence(let items): "[" + items.map(outline).joined(separator: ",") + "]"
    case .mapping(let mapping): "{" + mapping.entries.map { "\($0.key):\(outline($0.value))" }.joined(separator: ",") + "}"
    }
}
