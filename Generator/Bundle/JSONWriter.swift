import GeneratorYAML

/// Writes JSON with an indentation of two spaces.
package struct JSONWriter {
    private var text = ""

    package static func text(of value: Value) -> String? {
        var writer = JSONWriter()
        guard writer.write(value, indent: 0) else { return nil }
        return writer.text + "\n"
    }

    /// Returns `false` if a number cannot be represented in JSON.
    private mutating func write(_ value: Value, indent: Int) -> Bool {
        switch value {
        case .scalar(let scalar):
            switch scalar {
            case .null: text += "null"
            case .bool(let bool): text += bool ? "true" : "false"
            case .integer(let number): text += String(number)
            case .decimal(let number):
                guard number.utf8.allSatisfy({ "0123456789+-.eE".utf8.contains($0) }) else { return false }
                text += number
            case .string(let string): text += string.doubleQuoted
            }
        case .list(let elements):
            if elements.isEmpty {
                text += "[]"
            } else {
                text += "["
                for (index, element) in elements.enumerated() {
                    text += (index == 0 ? "\n" : ",\n") + spaces(indent + 2)
                    guard write(element, indent: indent + 2) else { return false }
                }
                text += "\n" + spaces(indent) + "]"
            }
        case .object(let members):
            if members.isEmpty {
                text += "{}"
            } else {
                text += "{"
                for (index, member) in members.enumerated() {
                    text += (index == 0 ? "\n" : ",\n") + spaces(indent + 2) + member.key.doubleQuoted + ": "
                    guard write(member.value, indent: indent + 2) else { return false }
                }
                text += "\n" + spaces(indent) + "}"
            }
        }
        return true
    }

    private func spaces(_ count: Int) -> String { String(repeating: " ", count: count) }
}
