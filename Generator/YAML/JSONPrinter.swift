/// Prints values as JSON: compact, or with an indentation of two spaces.
package struct JSONPrinter {
    private let isIndented: Bool
    private var text = ""

    private init(isIndented: Bool) { self.isIndented = isIndented }

    /// Returns the JSON text of a value.
    ///
    /// A number that JSON cannot represent is written as a string. ``DocumentValue/isJSON`` tells whether there is one.
    ///
    /// - Parameter isIndented: `true` to write every element and member on its own line, and a line break at the end.
    package static func text(of value: DocumentValue, isIndented: Bool) -> String {
        var printer = JSONPrinter(isIndented: isIndented)
        printer.write(value, indent: 0)
        return printer.text + (isIndented ? "\n" : "")
    }

    private mutating func write(_ value: DocumentValue, indent: Int) {
        switch value {
        case .scalar(let scalar): write(scalar)
        case .list(let elements):
            text += "["
            for (index, element) in elements.enumerated() {
                separate(isFirst: index == 0, indent: indent + 2)
                write(element, indent: indent + 2)
            }
            if !elements.isEmpty { breakLine(indent: indent) }
            text += "]"
        case .object(let members):
            text += "{"
            for (index, member) in members.enumerated() {
                separate(isFirst: index == 0, indent: indent + 2)
                text += member.key.doubleQuoted
                text += isIndented ? ": " : ":"
                write(member.value, indent: indent + 2)
            }
            if !members.isEmpty { breakLine(indent: indent) }
            text += "}"
        }
    }

    private mutating func write(_ scalar: Scalar.Value) {
        switch scalar {
        case .null: text += "null"
        case .bool(let bool): text += bool ? "true" : "false"
        case .integer(let number): text += String(number)
        case .decimal(let number): text += JSONPrinter.isNumber(number) ? number : number.doubleQuoted
        case .string(let string): text += string.doubleQuoted
        }
    }

    private mutating func separate(isFirst: Bool, indent: Int) {
        if !isFirst { text += "," }
        breakLine(indent: indent)
    }

    private mutating func breakLine(indent: Int) {
        guard isIndented else { return }
        text += "\n"
        text += String(repeating: " ", count: indent)
    }

    /// Returns `true` if a text is a valid JSON number.
    static func isNumber(_ text: String) -> Bool {
        var rest = Substring(text)
        func digits() -> Substring {
            let digits = rest.prefix { ("0"..."9").contains($0) }
            rest = rest.dropFirst(digits.count)
            return digits
        }
        if rest.first == "-" { rest.removeFirst() }
        let whole = digits()
        guard !whole.isEmpty, whole == "0" || whole.first != "0" else { return false }
        if rest.first == "." {
            rest.removeFirst()
            guard !digits().isEmpty else { return false }
        }
        if rest.first == "e" || rest.first == "E" {
            rest.removeFirst()
            if rest.first == "+" || rest.first == "-" { rest.removeFirst() }
            guard !digits().isEmpty else { return false }
        }
        return rest.isEmpty
    }
}
