import GeneratorSwiftAPI

/// Prints a declared type.
struct TypePrinter {
    let declaration: TypeDeclaration
    private var name: String { Names.quoted(declaration.name) }

    func print(to writer: inout SourceWriter) {
        writer.documentation(declaration.documentation)
        switch declaration.kind {
        case .identifier:
            writer.line("public typealias \(name) = Identifier<IdentifierKinds.\(name)>")
        case .enumeration(let enumeration): print(enumeration, to: &writer)
        case .union(let union): UnionPrinter(name: name, union: union).print(to: &writer)
        case .structure(let structure): StructurePrinter(name: name, structure: structure).print(to: &writer)
        case .answers(let answers): print(answers, to: &writer)
        }
    }

    private func print(_ enumeration: Enumeration, to writer: inout SourceWriter) {
        let rawType = enumeration.rawType.source
        guard !enumeration.isClosed else {
            writer.block("public enum \(name): \(rawType), FileForm {") { writer in
                for member in enumeration.members { writer.line("case \(Names.quoted(member.name)) = \(Source.literal(member.value))") }
            }
            return
        }
        writer.block("public struct \(name): OpenEnum {") { writer in
            writer.line("public let rawValue: \(rawType)")
            writer.line("public init(rawValue: \(rawType)) { self.rawValue = rawValue }")
            if !enumeration.members.isEmpty { writer.line() }
            for member in enumeration.members {
                writer.line("public static var \(Names.quoted(member.name)): Self { .init(rawValue: \(Source.literal(member.value))) }")
            }
        }
    }

    private func print(_ answers: Answers, to writer: inout SourceWriter) {
        writer.block("public enum \(name): AnswerModel {") { writer in
            for answer in answers.cases {
                writer.documentation(answer.documentation)
                writer.line("case \(Names.quoted(answer.name))\(answer.type.map { "(\($0.source))" } ?? "")")
            }
            writer.line()
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
}
