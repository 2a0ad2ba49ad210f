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
        var table = NameTable(reserved: [EnumerationNames.list])
        let explicit = values.map { value in value.name.flatMap { claim($0, at: value.node.location, in: &table) } }
        let names = EnumerationNames(values.map(\.text), explicit: explicit, areIntegers: choices.areIntegers).names
        let members = zip(values, names).map { value, name in
            var literal = Literal.string(value.text)
            if choices.areIntegers, case .integer(let number) = value.node.scalar?.value { literal = .integer(number) }
            return Enumeration.Member(name: name, value: literal, location: value.node.location)
        }
        return Enumeration(rawType: choices.areIntegers ? .int : .string, members: members)
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
}
