import GeneratorOpenAPI
import GeneratorYAML

extension TypeBuilder {
    /// Returns the enumeration with one member for each distinct value.
    func enumeration(_ choices: Shape.Choices) -> Enumeration {
        var seen: Set<String> = []
        let values = choices.values.enumerated().compactMap { index, node -> (text: String, node: Node, name: String?)? in
            guard let text = node.scalar?.text, seen.insert(text).inserted else { return nil }
            return (text, node, index < choices.names.count ? choices.names[index] : nil)
        }
        let derived = values.map { memberName($0.text, isInteger: choices.areIntegers) }
        let counts = Dictionary(derived.map { ($0, 1) }, uniquingKeysWith: +)
        var table = NameTable(reserved: [Enumeration.knownValuesName])
        // Explicit names are claimed first, so that derived names yield to them.
        let explicit = values.map { value in value.name.flatMap { claim($0, at: value.node.location, in: &table) } }
        let members = values.indices.map { index in
            let value = values[index]
            var name = derived[index]
            if counts[name, default: 0] > 1, Names.isEnumerationMember(value.text), !Names.keywords.contains(value.text) {
                // Names that collide, such as `RTL` and `rtl`, keep their original spelling.
                name = value.text
            }
            var literal = Literal.string(value.text)
            if choices.areIntegers, case .integer(let number) = value.node.scalar?.value { literal = .integer(number) }
            return Enumeration.Member(name: explicit[index] ?? table.unique(name), value: literal, location: value.node.location)
        }
        return Enumeration(rawType: choices.areIntegers ? .int : .string, members: members, isClosed: false)
    }

    private func claim(_ name: String, at location: SourceLocation, in table: inout NameTable) -> String? {
        if !Names.isEnumerationMember(name) {
            diagnostics.error(at: location, "\"\(name)\" in x-enum-varnames is not a valid Swift name", about: .name)
        } else if !table.claim(name) {
            diagnostics.error(at: location, "\"\(name)\" is twice in x-enum-varnames", about: .name)
        } else {
            return name
        }
        return nil
    }

    private func memberName(_ text: String, isInteger: Bool) -> String {
        guard isInteger else { return Names.enumerationMember(text) }
        let digits = text.filter { $0.isASCII && ($0.isNumber || $0.isLetter) }
        return text.hasPrefix("-") ? "minus" + digits : "_" + digits
    }
}
