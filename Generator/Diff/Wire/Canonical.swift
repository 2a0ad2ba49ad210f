import GeneratorOpenAPI
import GeneratorYAML

/// Values of a spec as JSON text that is the same for equal values.
enum Canonical {
    /// - Parameter isString: Whether a scalar is a string, whatever its text looks like.
    static func text(of node: Node, isString: Bool = false) -> String {
        switch node.content {
        case .scalar(let scalar): text(of: scalar, isString: isString)
        case .sequence(let elements): "[" + elements.map { text(of: $0) }.joined(separator: ",") + "]"
        case .mapping(let mapping):
            "{" + mapping.entries.map { quoted($0.key) + ":" + text(of: $0.value) }.sorted().joined(separator: ",") + "}"
        }
    }

    private static func text(of scalar: Scalar, isString: Bool) -> String {
        switch scalar.value {
        case .string(let text): return quoted(text)
        case .null: return "null"
        case _ where isString: return quoted(scalar.text)
        case .bool(let value): return value ? "true" : "false"
        case .integer(let value): return String(value)
        case .decimal(let text):
            // 1.0 is 1.
            if let value = Double(text), let integer = Int64(exactly: value) { return String(integer) }
            return text
        }
    }

    /// The type of a value in canonical text.
    static func type(of text: String) -> Schema.ValueType? {
        switch text.utf8.first {
        case UInt8(ascii: "\""): .string
        case UInt8(ascii: "["): .array
        case UInt8(ascii: "{"): .object
        case UInt8(ascii: "t"), UInt8(ascii: "f"): .boolean
        case UInt8(ascii: "n"), nil: nil
        default: Int64(text) == nil ? .number : .integer
        }
    }

    static func quoted(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case "\n": result += "\\n"
            case "\r": result += "\\r"
            case "\t": result += "\\t"
            case _ where scalar.value < 0x20 || scalar.value == 0x7F:
                let hex = String(scalar.value, radix: 16)
                result += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }
}
