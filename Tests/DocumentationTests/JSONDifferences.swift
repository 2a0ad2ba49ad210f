import Foundation
import GeneratorYAML

/// Compares two JSON values, keys including their order and numbers by value.
enum JSONDifferences {
    typealias Pair = (path: String, page: String, specification: String)

    /// Returns every place where the two values differ.
    static func between(_ page: Node, _ specification: Node, at path: String = "") -> [Pair] {
        switch (page.content, specification.content) {
        case (.mapping(let left), .mapping(let right)):
            let names = (left.entries.map(\.key), right.entries.map(\.key))
            var pairs: [Pair] = []
            for entry in left.entries {
                let place = "\(path)/\(entry.key)"
                if let other = right[entry.key] {
                    pairs += between(entry.value, other, at: place)
                } else {
                    pairs.append((place, text(of: entry.value), Difference.nothing))
                }
            }
            for entry in right.entries where left[entry.key] == nil {
                pairs.append(("\(path)/\(entry.key)", Difference.nothing, text(of: entry.value)))
            }
            if pairs.isEmpty, names.0 != names.1 {
                pairs.append((path, names.0.joined(separator: " "), names.1.joined(separator: " ")))
            }
            return pairs
        case (.sequence(let left), .sequence(let right)) where left.count == right.count:
            return zip(left, right).enumerated().flatMap { between($1.0, $1.1, at: "\(path)/\($0)") }
        case (.scalar(let left), .scalar(let right)) where left.value == right.value:
            return []
        default:
            return [(path, text(of: page), text(of: specification))]
        }
    }

    /// Compact JSON.
    static func text(of node: Node) -> String {
        switch node.content {
        case .scalar(let scalar):
            switch scalar.value {
            case .null: "null"
            case .bool(let value): value ? "true" : "false"
            case .integer(let value): String(value)
            case .decimal(let text): text
            case .string(let text): quoted(text)
            }
        case .sequence(let items): "[" + items.map(text).joined(separator: ",") + "]"
        case .mapping(let mapping):
            "{" + mapping.entries.map { "\(quoted($0.key)):\(text(of: $0.value))" }.joined(separator: ",") + "}"
        }
    }

    private static func quoted(_ text: String) -> String {
        let inner = text.replacingOccurrences(of: "\\", with: "\\\\").replacingOccurrences(of: "\"", with: "\\\"")
        return "\"\(inner.replacingOccurrences(of: "\n", with: "\\n"))\""
    }
}
