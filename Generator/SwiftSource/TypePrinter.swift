import GeneratorSwiftAPI

/// Prints a declared type as users see it. ``ConformancePrinter`` prints the code that decodes and encodes its values.
struct TypePrinter {
    let declaration: TypeDeclaration

    func print(to writer: inout SourceWriter) {
        writer.documentation(declaration.documentation)
        let head = "public " + declaration.head(in: nil)
        switch declaration.kind {
        case .identifier, .unit: writer.line(head)
        case .enumeration(let enumeration) where enumeration.isClosed:
            writer.block(head + " {") { writer in
                for member in enumeration.members {
                    writer.documentation([member.documentation])
                    writer.line("\(member.closedCase) = \(Source.literal(member.value))")
                }
            }
        case .enumeration: writer.line(head)
        case .structure(let structure): writer.block(head + " {") { print(structure, to: &$0) }
        case .union(let union):
            writer.block(head + " {") { writer in
                for alternative in union.alternatives {
                    writer.documentation([alternative.documentation])
                    writer.line(alternative.declaration(in: nil))
                }
                writer.line("/// A value that the spec does not describe.")
                writer.line(Union.otherCase)
            }
        case .answers(let answers):
            writer.block(head + " {") { writer in
                for answer in answers.cases {
                    writer.documentation(answer.documentation)
                    writer.line(answer.declaration(in: nil))
                }
            }
        }
    }

    // MARK: Structures

    private func print(_ structure: Structure, to writer: inout SourceWriter) {
        for property in structure.properties { print(property, of: structure, to: &writer) }
        if let additional = structure.additionalProperties(in: nil) {
            writer.line("/// Members that have no property of their own.")
            writer.line("public \(structure.binding) \(additional)")
        }
        if !structure.parameters.isEmpty { writer.line() }
        printInitializer(of: structure, to: &writer)
        for window in structure.windows {
            writer.line()
            window.print(initializerOf: structure, to: &writer)
        }
        for replacement in structure.replacements {
            writer.line()
            replacement.print(to: &writer)
        }
    }

    private func print(_ property: Property, of structure: Structure, to writer: inout SourceWriter) {
        let declaration = property.declaration(in: nil)
        writer.documentation(property.documentation)
        guard property.deprecation != nil else {
            writer.line("public \(structure.binding) \(declaration)")
            return
        }
        // Even the type's own code must not use the deprecated property.
        writer.deprecation(property.deprecation)
        let stored = Names.quoted(property.storedName)
        if structure.isSent {
            writer.block("public var \(declaration) {") { writer in
                writer.line("get { \(stored) }")
                writer.line("set { \(stored) = newValue }")
            }
        } else {
            writer.line("public var \(declaration) { \(stored) }")
        }
        writer.line("\(structure.binding) \(stored): \(property.type.source(in: nil))")
    }

    private func printInitializer(of structure: Structure, to writer: inout SourceWriter) {
        writer.line("/// Creates a value from its properties.")
        if !structure.replacements.isEmpty {
            writer.line("///")
            writer.documentation([
                "The body replaces the whole entity, so omitted values may be reset. `init(replacing:)` keeps the current ones."
            ])
        }
        guard !structure.parameters.isEmpty else {
            writer.line("public init() {}")
            return
        }
        writer.signature(structure.initializer(in: nil), access: "public")
        writer.nested { writer in
            for property in structure.properties {
                writer.line("self.\(Names.quoted(property.storedName)) = \(Names.quoted(property.name))")
            }
            if structure.additionalProperties != nil { writer.line("self.additionalProperties = additionalProperties") }
        }
        writer.line("}")
    }
}
