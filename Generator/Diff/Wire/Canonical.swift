import GeneratorOpenAPI
import GeneratorYAML

/// Values of a spec as canonical JSON text, which is the same for equal values.
enum Canonical {
    /// - Parameter isString: `true` to treat a scalar as a string, regardless of its text.
    static func text(of node: Node, isString: Bool = false) -> String {
        switch node.content {
        case .scalar(let scalar): text(of: scalar, isString: isString)
        case .sequence(let elements): "[" + elements.map { text(of: $0) }.joined(separator: ",") + "]"
        case .mapping(let mapping):
            "{" + mapping.entries.map { $0.key.doubleQuoted + ":" + text(of: $0.value) }.sorted().joined(separator: ",") + "}"
        }
    }

    private static func text(of scalar: Scalar, isString: Bool) -> String {
        switch scalar.value {
        case .string(let text): return text.doubleQuoted
        case .null: return "null"
        case _ where isString: return scalar.text.doubleQuoted
        case .bool(let value): return value ? "true" : "false"
        case .integer(let value): return String(value)
        // 1.0 equals 1.
        case .decimal(let text): return Number(text: text)?.canonicalText ?? text
        }
    }

    /// Returns the type of a value in canonical text.
    static func type(of text: String) -> Schema.ValueType? {
        switch text.utf8.first {
        case UInt8(ascii: "\""): .string
        case UInt8(ascii: "["): .array
        case UInt8(ascii: "{"): .object
        case UInt8(ascii: "t"), UInt8(ascii: "f"): .boolean
        case UInt8(ascii: "n"), nil: nil
        default: text.utf8.allSatisfy { "-0123456789".utf8.contains($0) } ? .integer : .number
        }
    }
}
