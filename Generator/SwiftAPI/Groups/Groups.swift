import GeneratorOpenAPI

/// The groups of operations, derived from the document's tags.
package struct Groups {
    private var names: [String: String] = [:]
    private var tags: [String: Tag] = [:]

    init(of document: Document, diagnostics: Diagnostics) {
        for tag in document.tags {
            if tags.updateValue(tag, forKey: tag.name) != nil {
                diagnostics.error(at: tag.location, "the tag \"\(tag.name)\" is listed twice", about: .name)
            }
            if let swiftName = tag.swiftName {
                if Names.isMember(swiftName), !Groups.reserved.contains(swiftName) {
                    names[tag.name] = swiftName
                } else {
                    diagnostics.error(at: tag.location, "x-swift-name \"\(swiftName)\" is not a valid name for a group", about: .name)
                }
            }
        }
    }

    /// Names of members that the API's type already has.
    private static let reserved: Set<String> = ["client", "init", "self"]

    func name(for operation: Operation) -> String {
        let tag = operation.tag ?? "operations"
        return names[tag] ?? Groups.derived(tag)
    }

    /// Returns the groups that have an operation, in the order of the document's tags, then of their operations.
    func used(by document: Document) -> [API.Group] {
        let order = document.tags.map(\.name) + document.operations.map { $0.tag ?? "operations" }
        let used = Set(document.operations.map { name(for: $0) })
        let tagged = Set(document.operations.compactMap(\.tag))
        let firsts = Dictionary(document.operations.map { (name(for: $0), $0) }) { first, _ in first }
        var seen: Set<String> = []
        var types = NameTable()
        return order.compactMap { tagName in
            let name = names[tagName] ?? Groups.derived(tagName)
            guard used.contains(name), seen.insert(name).inserted else { return nil }
            let tag = tags[tagName]
            let members = order.filter { (names[$0] ?? Groups.derived($0)) == name && tagged.contains($0) }
            return API.Group(
                name: name, typeName: types.unique(Groups.typeName(name)), documentation: documentation(of: members),
                location: tag?.location ?? firsts[name]?.location ?? document.location)
        }
    }

    /// Returns the documentation of a group with the operations of some tags; of none, if its operations have no tag.
    private func documentation(of members: [String]) -> [String] {
        var seen: Set<String> = []
        let members = members.filter { seen.insert($0).inserted }
        let described = members.compactMap { name in tags[name].flatMap { $0.description == nil ? nil : $0 } }
        let others = members.filter { name in !described.contains { $0.name == name } }
        var lines: [String] = []
        for tag in described {
            lines += (lines.isEmpty ? [] : [""]) + Documentation.linked(Documentation.lines(tag.description ?? ""), to: tag.documentation)
        }
        if !others.isEmpty {
            let list = others.dropLast().joined(separator: ", ") + (others.count > 1 ? " and " : "") + (others.last ?? "")
            lines += (lines.isEmpty ? [] : [""]) + ["The operations of the tag\(others.count > 1 ? "s" : "") \(list)."]
        } else if members.isEmpty {
            lines = ["The operations without a tag."]
        }
        let links = members.compactMap { name in tags[name]?.documentation.map { (name, $0) } }
        if links.count == 1 {
            lines += ["", "[Documentation](\(links[0].1))"]
        } else if !links.isEmpty {
            lines += ["", "Documentation: " + links.map { "[\($0.0)](\($0.1))" }.joined(separator: ", ")]
        }
        return lines
    }

    package static func derived(_ tag: String) -> String {
        let name = Names.member(tag)
        return reserved.contains(name) ? name + "Group" : name
    }

    private static func typeName(_ group: String) -> String {
        let name = group.prefix(1).uppercased() + group.dropFirst()
        return Names.reservedTypes.contains(name) || Names.keywords.contains(name) ? name + "Group" : name
    }
}
