import GeneratorSwiftAPI

/// Prints the conformances that the runtime requires: how a type's values are compared, decoded, encoded and checked.
struct ConformancePrinter {
    let rootName: String
    let declaration: TypeDeclaration

    func print(to writer: inout SourceWriter) {
        let protocols = declaration.generatedConformances
        guard !protocols.isEmpty else { return }
        writer.line()
        writer.line("@_spi(Generated)")
        let head = "extension \(rootName).\(Names.quoted(declaration.name)): \(protocols.joined(separator: ", ")) {"
        writer.block(head) { writer in
            switch declaration.kind {
            case .structure(let structure): StructureConformance(rootName: rootName, structure: structure).print(to: &writer)
            case .union(let union): UnionConformance(rootName: rootName, union: union).print(to: &writer)
            case .answers(let answers): printReader(of: answers, to: &writer)
            case .enumeration, .identifier, .unit: break
            }
        }
    }

    private func printReader(of answers: Answers, to writer: inout SourceWriter) {
        writer.block("public init?(status: Int, from json: inout JSONReader) throws(JSONError) {") { writer in
            writer.line("switch status {")
            for answer in answers.cases {
                let status = answer.status == "2XX" ? "200...299" : answer.status
                let value = answer.type == nil ? "" : "(try .init(from: &json))"
                writer.line("case \(status): self = .\(Names.quoted(answer.name))\(value)")
            }
            writer.line("default: return nil")
            writer.line("}")
        }
    }
}
