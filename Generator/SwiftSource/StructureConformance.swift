import GeneratorSwiftAPI

/// Prints the code that decodes, encodes and checks a model.
struct StructureConformance {
    let rootName: String
    let structure: Structure

    func print(to writer: inout SourceWriter) {
        if structure.isModel {
            printReader(to: &writer)
            writer.line()
            printWriter(to: &writer)
            if !structure.rules.isEmpty { writer.line() }
        }
        if !structure.rules.isEmpty { printRules(to: &writer) }
    }

    // MARK: Reading

    private func printReader(to writer: inout SourceWriter) {
        printMemberNames(to: &writer)
        writer.line()
        let locals = structure.readerVariables
        writer.block("public init(from json: inout JSONReader) throws(JSONError) {") { writer in
            if structure.additionalProperties != nil {
                writer.line("self.additionalProperties = try json.additionalMembers(besides: Self.members)")
            }
            for (property, local) in zip(structure.properties, locals) where !isReadInPlace(property) {
                writer.line("var \(local): \(property.readType.source(in: rootName))?")
            }
            printMembers(locals, to: &writer)
            for (property, local) in zip(structure.properties, locals) where !isReadInPlace(property) {
                writer.line("self.\(Names.quoted(property.storedName)) = \(value(of: property, local))")
            }
        }
    }

    /// Returns `true` if the property is `nil` initially, so that the reader needs no local variable for it.
    private func isReadInPlace(_ property: Property) -> Bool {
        if case .optional = property.type { structure.isSent } else { false }
    }

    /// Prints the member names as a single string if all are plain words, because a list of strings compiles several times slower.
    private func printMemberNames(to writer: inout SourceWriter) {
        // Alternative names come last, so that the index of a property is the index of its primary name.
        let names = structure.properties.map(\.wireName) + structure.properties.flatMap(\.otherWireNames)
        guard names.allSatisfy(Source.isPlainWord) else {
            let literals = names.map(Source.string)
            return writer.fill("static let members: JSONMembers = [", literals, closing: "]", endsWithComma: true)
        }
        writer.words("static let members = JSONMembers(", names, closing: ")")
    }

    private func printMembers(_ locals: [String], to writer: inout SourceWriter) {
        writer.line("try json.beginObject()")
        guard !structure.properties.isEmpty else {
            writer.line("while try json.nextMember(of: Self.members) != nil { try json.skipValue() }")
            return
        }
        writer.block("while let \(structure.readerMember) = try json.nextMember(of: Self.members) {") { writer in
            writer.line("switch \(structure.readerMember) {")
            var nextOther = structure.properties.count
            for (index, property) in structure.properties.enumerated() {
                let variable = isReadInPlace(property) ? "self." + Names.quoted(property.storedName) : locals[index]
                // JSON cannot contain a file.
                let reading = property.type.isFile ? "json.skipMember()" : "json.\(function(for: property))(into: &\(variable))"
                let others = property.otherWireNames.indices.map { nextOther + $0 }
                nextOther += others.count
                guard !others.isEmpty else {
                    writer.line("case \(index): \(reading)")
                    continue
                }
                // A value read under one name is not overwritten by a value under another name.
                let cases = ([index] + others).map(String.init).joined(separator: ", ")
                writer.line("case \(cases): if \(variable) == nil { \(reading) } else { json.skipMember() }")
            }
            writer.line("default: break")
            writer.line("}")
        }
    }

    private func function(for property: Property) -> String {
        if property.isLenient { return "readLeniently" }
        // What is never received is skipped in responses, and read in bodies that were stored to be sent later.
        return structure.isReceived && !property.isRead ? "readOwn" : "read"
    }

    private func value(of property: Property, _ local: String) -> String {
        switch (property.presence, property.type) {
        case (.required, .array): "json.requireArray(\(local))"
        case (.required, .dictionary): "json.requireMap(\(local))"
        case (.required, _): "try json.require(\(local), \(Source.string(property.wireName)))"
        case (.requiredNullable, _), (.optional, _): local
        }
    }

    // MARK: Writing

    private func printWriter(to writer: inout SourceWriter) {
        writer.block("public func write(to json: inout JSONWriter) {") { writer in
            writer.line("json.beginObject()")
            for property in structure.properties where !property.type.isFile {
                let function =
                    if structure.isSent, !property.isWritten { "ownMember" } else {
                        property.presence == .requiredNullable ? "nullableMember" : "member"
                    }
                writer.line("json.\(function)(\(Source.string(property.wireName)), \(property.type.sent(property.storedExpression)))")
            }
            if structure.additionalProperties != nil { writer.line("json.members(additionalProperties)") }
            writer.line("json.endObject()")
        }
    }

    private func printRules(to writer: inout SourceWriter) {
        writer.block("public func validate(_ rules: inout Rules) {") { writer in
            let properties = Dictionary(structure.properties.map { ($0.storedName, $0) }) { first, _ in first }
            for rule in structure.rules {
                rule.print(subject: properties[rule.subject]?.storedExpression ?? rule.subject, rules: "rules", to: &writer)
            }
        }
    }
}
