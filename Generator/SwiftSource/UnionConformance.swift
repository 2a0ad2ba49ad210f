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
        guard !models.isEmpty else {
            if let anyObject { writer.line("case .object: \(reading(anyObject))") }
            return
        }
        guard let discriminator = union.discriminator else {
            printChoice("case .object:", among: models, otherwise: anyObject, to: &writer)
            return
        }
        writer.line("case .object:")
        writer.nested { writer in
            writer.line("switch try json.discriminator(\(Source.string(discriminator))) {")
            for (values, models) in selections(of: models) {
                printChoice("case \(values.map(Source.string).joined(separator: ", ")):", among: models, otherwise: nil, to: &writer)
            }
            let rest = models.filter(\.discriminatorValues.isEmpty)
            if rest.isEmpty {
                writer.line("default: \(reading(anyObject))")
            } else {
                printChoice("default:", among: rest, otherwise: anyObject, to: &writer)
            }
            writer.line("}")
        }
    }

    /// Returns the values of the discriminator with the models that each of them may be. Values with the same models are together.
    private func selections(of models: [Union.Alternative]) -> [(values: [String], models: [Union.Alternative])] {
        var indicesOfValue: [String: [Int]] = [:]
        for (index, model) in models.enumerated() {
            for value in Set(model.discriminatorValues) { indicesOfValue[value, default: []].append(index) }
        }
        var selections: [(values: [String], indices: [Int])] = []
        var positions: [[Int]: Int] = [:]
        var seen: Set<String> = []
        for value in models.flatMap(\.discriminatorValues) where seen.insert(value).inserted {
            let indices = indicesOfValue[value] ?? []
            if let position = positions[indices] {
                selections[position].values.append(value)
            } else {
                positions[indices] = selections.count
                selections.append(([value], indices))
            }
        }
        return selections.map { ($0.values, $0.indices.map { models[$0] }) }
    }

    /// Prints how one of several models is chosen: by the members of the object, and by their constants.
    private func printChoice(
        _ label: String, among models: [Union.Alternative], otherwise anyObject: Union.Alternative?, to writer: inout SourceWriter
    ) {
        let isCertain = models.count == 1 && (anyObject == nil || models[0].requiredMembers.isEmpty)
        if models.isEmpty || isCertain {
            writer.line("\(label) \(reading(models.first ?? anyObject))")
            return
        }
        writer.line(label)
        writer.nested { writer in
            guess(to: &writer) { writer in
                writer.list("switch try json.bestMatch([", models.map(description), closing: "]) {", endsWithComma: true)
                for (index, model) in models.enumerated() { writer.line("case \(index): \(reading(model))") }
                writer.line("default: \(reading(anyObject))")
                writer.line("}")
            }
        }
    }

    /// Prints how a model is read that was chosen by its members. If it cannot be read, the choice was wrong.
    private func guess(to writer: inout SourceWriter, _ choice: (inout SourceWriter) -> Void) {
        writer.line("let start = json")
        writer.line("do throws(JSONError) {")
        writer.nested(choice)
        writer.line("} catch {")
        writer.nested { writer in
            writer.line("json = start")
            writer.line(reading(nil))
        }
        writer.line("}")
    }

    /// Returns an expression that describes how a model is recognized.
    private func description(of model: Union.Alternative) -> String {
        var arguments = ["\(model.type.source(in: rootName)).members"]
        if !model.requiredMembers.isEmpty {
            arguments.append("requiring: [\(model.requiredMembers.map(Source.string).joined(separator: ", "))]")
        }
        let constants = model.constants.filter { $0.name != union.discriminator }.map {
            "\(Source.string($0.name)): [\($0.values.map(Source.string).joined(separator: ", "))]"
        }
        if !constants.isEmpty { arguments.append("where: [\(constants.joined(separator: ", "))]") }
        return ".init(\(arguments.joined(separator: ", ")))"
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
