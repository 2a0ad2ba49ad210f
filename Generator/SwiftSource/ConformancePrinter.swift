import GeneratorSwiftAPI

/// Prints the conformances that the runtime requires: how a type's values are compared, decoded, encoded and checked.
struct ConformancePrinter {
    let rootName: String
    let declaration: TypeDeclaration

    func print(to writer: inout SourceWriter) {
        let protocols = declaration.generatedConformances
        guard declaration.hasExtension else { return }
        writer.line()
        writer.line("@_spi(Generated)")
        let conformances = protocols.isEmpty ? "" : ": \(protocols.joined(separator: ", "))"
        let head = "extension \(rootName).\(Names.quoted(declaration.name))\(conformances) {"
        writer.block(head) { writer in
            switch declaration.kind {
            case .structure(let structure): StructureConformance(rootName: rootName, structure: structure).print(to: &writer)
            case .union(let union): UnionConformance(rootName: rootName, union: union).print(to: &writer)
            case .answers(let answers): printReader(of: answers, to: &writer)
            case .enumeration, .identifier: break
            }
        }
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
