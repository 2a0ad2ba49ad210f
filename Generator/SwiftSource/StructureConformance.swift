import GeneratorSwiftAPI

/// Prints the code that compares, decodes, encodes and checks a model.
struct StructureConformance {
    let rootName: String
    let structure: Structure

    func print(to writer: inout SourceWriter) {
        printEquality(to: &writer)
        if structure.isReadable { printReader(to: &writer) }
        if structure.isSent, !structure.isForm { printWriter(to: &writer) }
        if !structure.rules.isEmpty { printRules(to: &writer) }
    }

    private func printEquality(to writer: inout SourceWriter) {
        var names = structure.properties.map { Names.quoted($0.storedName) }
        if structure.additionalProperties != nil { names.append("additionalProperties") }
        writer.block("public func isEqual(to other: Self) -> Bool {") { writer in
            for name in names { writer.line("guard Equality.holds(self.\(name), other.\(name)) else { return false }") }
            writer.line("return true")
        }
    }

    // MARK: Reading

    private func printReader(to writer: inout SourceWriter) {
        writer.line()
        printMemberNames(to: &writer)
        writer.line()
        let locals = structure.readerVariables
        writer.block("public init(from json: inout JSONReader) throws(JSONError) {") { writer in
            if let additional = structure.additionalProperties {
                let type = TypeReference.dictionary(additional).source(in: rootName)
                writer.line("let additionalProperties: \(type) = try json.additionalMembers(besides: Self.members)")
            }
            for (property, local) in zip(structure.properties, locals) {
                writer.line("var \(local): \(property.readType.source(in: rootName))?")
            }
            printMembers(locals, to: &writer)
            printConstruction(locals, to: &writer)
        }
    }

    /// Prints the call of the memberwise initializer.
    ///
    /// An initializer that throws between setting properties would copy the whole value at its end.
    private func printConstruction(_ locals: [String], to writer: inout SourceWriter) {
        var values = ["additionalProperties": "additionalProperties"]
        for (property, local) in zip(structure.properties, locals) {
            values[property.name] = value(of: property, local)
        }
        let arguments = structure.parameters.compactMap { parameter in
            values[parameter.name].map { "\(Names.quotedCallLabel(parameter.name)): \($0)" }
        }
        writer.list("self.init(", arguments, closing: ")")
    }

    /// Prints the member names as a single string if all are plain words, because a list of strings compiles several times slower.
    private func printMemberNames(to writer: inout SourceWriter) {
        // Alternative names come last, so that the index of a property is the index of its primary name.
        let names = structure.properties.map(\.wireName) + structure.properties.flatMap(\.otherWireNames)
        guard names.allSatisfy(Source.isPlainWord) else {
            let literals = names.map(Source.string)
            return writer.fill("public static let members: JSONMembers = [", literals, closing: "]", endsWithComma: true)
        }
        writer.words("public static let members = JSONMembers(", names, closing: ")")
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
                let reading = "try json.\(function(for: property))(into: &\(locals[index]))"
                let others = property.otherWireNames.indices.map { nextOther + $0 }
                nextOther += others.count
                guard !others.isEmpty else {
                    writer.line("case \(index): \(reading)")
                    continue
                }
                // A value read under one name is not overwritten by a value under another name.
                let cases = ([index] + others).map(String.init).joined(separator: ", ")
                writer.line("case \(cases): if \(locals[index]) == nil { \(reading) } else { try json.skipValue() }")
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
        writer.line()
        writer.block("public func write(to json: inout JSONWriter) {") { writer in
            writer.line("json.beginObject()")
            for property in structure.properties where property.isWritten && !property.type.isFile {
                let function = property.presence == .requiredNullable ? "nullableMember" : "member"
                writer.line("json.\(function)(\(Source.string(property.wireName)), \(property.type.sent(property.storedExpression)))")
            }
            if structure.additionalProperties != nil { writer.line("json.members(additionalProperties)") }
            writer.line("json.endObject()")
        }
    }

    private func printRules(to writer: inout SourceWriter) {
        writer.line()
        writer.block("public func validate(_ rules: inout Rules) {") { writer in
            let properties = Dictionary(structure.properties.map { ($0.storedName, $0) }) { first, _ in first }
            for rule in structure.rules {
                rule.print(subject: properties[rule.subject]?.storedExpression ?? rule.subject, rules: "rules", to: &writer)
            }
        }
    }
}
