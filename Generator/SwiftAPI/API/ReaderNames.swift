// Names inside the code that reads and writes a model. That code has its own names, which properties may also have.

extension Structure {
    /// The variables that hold the decoded values, one for each property.
    package var readerVariables: [String] {
        properties.map { $0.name == "json" ? unusedName("json_") : Names.quoted($0.name) }
    }

    /// The variable that holds the index of the next member.
    package var readerMember: String { unusedName("member") }

    /// Returns `name`, or `name` followed by underscores if a property has that name.
    private func unusedName(_ name: String) -> String {
        properties.contains { $0.name == name } ? unusedName(name + "_") : name
    }
}

extension Property {
    /// The stored property as written in the type's own functions, with `self` if one of their arguments has the same name.
    package var storedExpression: String {
        ["json", "rules"].contains(storedName) ? "self." + storedName : Names.quoted(storedName)
    }

    /// The type that is decoded, without optionality.
    package var readType: TypeReference {
        if case .optional(let type) = type { type } else { type }
    }
}

extension Method {
    /// The group's client as written in the method, with `self` if an argument has the same name.
    package var client: String { arguments.contains { $0.name == "client" } ? "self.client" : "client" }
}
