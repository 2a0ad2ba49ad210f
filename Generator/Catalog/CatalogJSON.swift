import GeneratorYAML

/// JSON that preserves the order of members and the notation of numbers.
indirect enum CatalogJSON {
    case null
    case bool(Bool)
    case number(String)
    case string(String)
    case array([CatalogJSON])
    case object([(name: String, value: CatalogJSON)])

    static func integer(_ value: Int) -> CatalogJSON { .number(String(value)) }
    static func strings(_ values: [String]) -> CatalogJSON { .array(values.map { .string($0) }) }

    /// Creates the JSON for a value of the spec without changes.
    init(_ node: Node) {
        switch node.content {
        case .sequence(let elements): self = .array(elements.map { CatalogJSON($0) })
        case .mapping(let mapping): self = .object(mapping.entries.map { ($0.key, CatalogJSON($0.value)) })
        case .scalar(let scalar):
            self =
                switch scalar.value {
                case .null: .null
                case .bool(let value): .bool(value)
                case .integer(let value): .number(CatalogJSON.isNumber(scalar.text) ? scalar.text : String(value))
                // YAML has more notations for numbers than JSON, and also has infinities.
                case .decimal(let canonical):
                    CatalogJSON.isNumber(scalar.text)
                        ? .number(scalar.text) : CatalogJSON.isNumber(canonical) ? .number(canonical) : .string(canonical)
                case .string(let text): .string(text)
                }
        }
    }

    /// Returns `true` if a text is a valid JSON number.
    private static func isNumber(_ text: String) -> Bool {
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

    /// Compact JSON text.
    var text: String {
        var text = ""
        write(to: &text)
        return text
    }

    private func write(to text: inout String) {
        switch self {
        case .null: text += "null"
        case .bool(let value): text += value ? "true" : "false"
        case .number(let number): text += number
        case .string(let value): text += value.doubleQuoted
        case .array(let elements):
            text += "["
            for (index, element) in elements.enumerated() {
                if index > 0 { text += "," }
                element.write(to: &text)
            }
            text += "]"
        case .object(let members):
            text += "{"
            for (index, member) in members.enumerated() {
                if index > 0 { text += "," }
                text += member.name.doubleQuoted
                text += ":"
                member.value.write(to: &text)
            }
            text += "}"
        }
    }
}

/// The members of an object. Members without a value are left out.
struct CatalogMembers {
    private(set) var members: [(name: String, value: CatalogJSON)] = []

    mutating func add(_ name: String, _ value: CatalogJSON?) {
        if let value { members.append((name, value)) }
    }

    mutating func add(_ name: String, _ value: String?) { add(name, value.map { CatalogJSON.string($0) }) }
    mutating func add(_ name: String, _ value: Int?) { add(name, value.map { CatalogJSON.integer($0) }) }

    /// Adds a flag if it is set.
    mutating func flag(_ name: String, _ value: Bool) { if value { add(name, .bool(true)) } }

    /// Adds a list if it is not empty.
    mutating func list(_ name: String, _ values: [CatalogJSON]) { if !values.isEmpty { add(name, .array(values)) } }

    var json: CatalogJSON { .object(members) }
}
