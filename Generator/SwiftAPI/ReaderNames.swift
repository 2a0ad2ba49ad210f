// Names inside the code that reads and writes a model. That code has names of its own, which properties may have too.

extension Structure {
    /// The variables that hold what was read, one for each property.
    package var readerVariables: [String] {
        properties.map { $0.name == "json" ? unusedName("json_") : Names.quoted($0.name) }
    }

    /// The variable that holds the index of the member that comes next.
    package var readerMember: String { unusedName("member") }

    /// `name`, or one like it that is no property's.
    private func unusedName(_ name: String) -> String {
        properties.contains { $0.name == name } ? unusedName(name + "_") : name
    }
}

extension Property {
    /// The stored property as the type's own functions say it: with `self` where one of their arguments has its name.
    package var storedExpression: String {
        ["json", "rules"].contains(storedName) ? "self." + storedName : Names.quoted(storedName)
    }

    /// The type that is read: without its optionality.
    package var readType: TypeReference {
        if case .optional(let type) = type { type } else { type }
    }
}

extension Method {
    /// The group's client as the method says it: with `self` where an argument has its name.
    package var client: String { arguments.contains { $0.name == "client" } ? "self.client" : "client" }
}
