import GeneratorSwiftAPI

/// Prints how a reader selects the alternative of a union, and how the union is encoded and checked.
struct UnionConformance {
    let rootName: String
    let union: Union

    func print(to writer: inout SourceWriter) {
        printReader(to: &writer)
        writer.line()
        printWriter(to: &writer)
        printRules(to: &writer)
    }

    // MARK: Reading

    private func printReader(to writer: inout SourceWriter) {
        writer.block("public init(from json: inout JSONReader) throws(JSONError) {") { writer in
            writer.line("switch try json.peekKind() {")
            for (kind, name) in [(Union.Kind.bool, "bool"), (.number, "number"), (.string, "string"), (.array, "array")] {
                if let alternative = union.alternatives.first(where: { $0.kind == kind }) {
                    writer.line("case .\(name): \(reading(alternative))")
                }
            }
            printObjects(to: &writer)
            writer.line("default: self = .other(try .init(from: &json))")
            writer.line("}")
        }
    }

    private func reading(_ alternative: Union.Alternative?) -> String {
        "self = .\(alternative.map { Names.quoted($0.name) } ?? "other")(try .init(from: &json))"
    }

    private func printObjects(to writer: inout SourceWriter) {
        let models = union.alternatives.filter { $0.kind == .model }
        let anyObject = union.alternatives.first { $0.kind == .anyObject }
        guard let first = models.first else {
            if let anyObject { writer.line("case .object: \(reading(anyObject))") }
            return
        }
        if let discriminator = union.discriminator {
            writer.line("case .object:")
            writer.nested { writer in
                writer.line("switch try json.discriminator(\(Source.string(discriminator))) {")
                var seen: Set<String> = []
                for model in models {
                    let values = model.discriminatorValues.filter { seen.insert($0).inserted }.map(Source.string)
                    if !values.isEmpty { writer.line("case \(values.joined(separator: ", ")): \(reading(model))") }
                }
                writer.line("default: \(reading(anyObject))")
                writer.line("}")
            }
        } else if models.count == 1 {
            writer.line("case .object: \(reading(first))")
        } else {
            writer.line("case .object:")
            writer.nested { writer in
                let members = models.map { "\($0.type.source(in: rootName)).members" }
                writer.list("switch try json.bestMatch([", members, closing: "]) {")
                for (index, model) in models.enumerated().dropFirst() { writer.line("case \(index): \(reading(model))") }
                writer.line("default: \(reading(first))")
                writer.line("}")
            }
        }
    }

    // MARK: Writing

    private func printWriter(to writer: inout SourceWriter) {
        writer.block("public func write(to json: inout JSONWriter) {") { writer in
            writer.line("switch self {")
            for alternative in union.alternatives {
                writer.line("case .\(Names.quoted(alternative.name))(let value): value.write(to: &json)")
            }
            writer.line("case .other(let value): value.write(to: &json)")
            writer.line("}")
        }
    }

    private func printRules(to writer: inout SourceWriter) {
        let checked = union.alternatives.filter(\.isChecked)
        guard !checked.isEmpty else { return }
        writer.line()
        writer.block("public func validate(_ rules: inout Rules) {") { writer in
            writer.line("switch self {")
            for alternative in checked {
                writer.line("case .\(Names.quoted(alternative.name))(let value): rules.model(value, at: nil)")
            }
            writer.line("default: break")
            writer.line("}")
        }
    }
}
