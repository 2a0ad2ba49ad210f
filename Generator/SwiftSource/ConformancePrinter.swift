import GeneratorSwiftAPI

/// Prints the conformances that the runtime requires: how a type's values are compared, decoded, encoded and checked.
struct ConformancePrinter {
    let rootName: String
    let declaration: TypeDeclaration

    func print(to writer: inout SourceWriter) {
        if case .enumeration(let enumeration) = declaration.kind, !enumeration.isClosed { print(enumeration, to: &writer) }
        let protocols = declaration.generatedConformances
        guard declaration.hasExtension else { return }
        writer.line()
        writer.line("@_spi(Generated)")
        let conformances = protocols.isEmpty ? "" : ": \(protocols.joined(separator: ", "))"
        let head = "extension \(rootName).\(Names.quoted(declaration.name))\(conformances) {"
        if case .structure(let structure) = declaration.kind, !structure.isModel, structure.rules.isEmpty {
            return writer.line(head + "}")
        }
        writer.block(head) { writer in
            switch declaration.kind {
            case .structure(let structure): StructureConformance(rootName: rootName, structure: structure).print(to: &writer)
            case .union(let union): UnionConformance(rootName: rootName, union: union).print(to: &writer)
            case .answers(let answers): printReader(of: answers, to: &writer)
            case .enumeration, .identifier, .unit: break
            }
        }
    }

    private func print(_ enumeration: Enumeration, to writer: inout SourceWriter) {
        writer.line()
        writer.block("extension \(rootName).\(Names.quoted(declaration.name)) {") { writer in
            for member in enumeration.members {
                writer.documentation([member.documentation])
                writer.line("public \(member.constant(of: "Self")) { .init(rawValue: \(Source.literal(member.value))) }")
            }
            if !enumeration.members.isEmpty { writer.line() }
            writer.line("/// The values that the spec lists, in its order.")
            print(knownValuesOf: enumeration, to: &writer)
        }
    }

    /// Prints the values as one string if all are plain words, because a list of strings compiles several times slower.
    private func print(knownValuesOf enumeration: Enumeration, to writer: inout SourceWriter) {
        let head = "public \(enumeration.knownValues(of: "Self")) {"
        let texts = enumeration.members.compactMap { if case .string(let text) = $0.value { text } else { nil } }
        if !texts.isEmpty, texts.allSatisfy(Source.isPlainWord) {
            if writer.fits("\(head) KnownValues.words(", ["\"\(texts.joined(separator: " "))\""], ") }") { return }
            return writer.block(head) { $0.words("KnownValues.words(", texts, closing: ")") }
        }
        let list = enumeration.rawType == .int ? "numbers" : "texts"
        let literals = enumeration.members.map { Source.literal($0.value) }
        if writer.fits("\(head) KnownValues.\(list)([", literals, "]) }") { return }
        writer.block(head) { $0.fill("KnownValues.\(list)([", literals, closing: "])", endsWithComma: true) }
    }

    private func printReader(of answers: Answers, to writer: inout SourceWriter) {
        writer.block("public init?(status: Int, from json: inout JSONReader) throws(JSONError) {") { writer in
            writer.line("switch status {")
            for answer in answers.cases {
                let value = answer.type == nil ? "" : "(try .init(from: &json))"
                writer.line("\(pattern(of: answer.status)): self = .\(Names.quoted(answer.name))\(value)")
            }
            if !answers.cases.contains(where: { $0.status == "DEFAULT" }) { writer.line("default: return nil") }
            writer.line("}")
        }
    }

    private func pattern(of status: String) -> String {
        if status == "DEFAULT" { return "default" }
        let digit = status.prefix(1)
        return "case " + (status.hasSuffix("XX") ? "\(digit)00...\(digit)99" : status)
    }
}
