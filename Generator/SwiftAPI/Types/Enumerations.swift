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
        var table = NameTable()
        // Explicit names are claimed first, so that derived names yield to them.
        let explicit = values.map { value in value.name.flatMap { claim($0, at: value.node.location, in: &table) } }
        let members = values.indices.map { index in
            let value = values[index]
            var name = derived[index]
            if counts[name, default: 0] > 1 {
                // Names that collide, such as `RTL` and `rtl`, keep their original spelling. Others, such as `1.0` and `10`, spell their signs.
                let isName = Names.isEnumerationMember(value.text) && !Names.keywords.contains(value.text)
                name = isName ? value.text : choices.areIntegers ? name : Names.spelledEnumerationMember(value.text)
            }
            var literal = Literal.string(value.text)
            if choices.areIntegers, case .integer(let number) = value.node.scalar?.value { literal = .integer(number) }
            return Enumeration.Member(name: explicit[index] ?? table.unique(name), value: literal, location: value.node.location)
        }
        return Enumeration(rawType: choices.areIntegers ? .int : .string, members: members, isClosed: false)
    }

    private func claim(_ name: String, at location: SourceLocation, in table: inout NameTable) -> String? {
        if !Names.isEnumerationMember(name) {
            diagnostics.flaw(
                at: location, "\"\(name)\" in x-enum-varnames is not a valid Swift name", otherwise: "the name is made of the value",
                remedy: "use letters and digits, beginning with a letter", about: .name)
        } else if !table.claim(name) {
            diagnostics.flaw(
                at: location, "\"\(name)\" is twice in x-enum-varnames", otherwise: "the second name is made of the value",
                remedy: "give each value a name of its own", about: .name)
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
