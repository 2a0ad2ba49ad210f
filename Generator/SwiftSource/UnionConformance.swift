import GeneratorSwiftAPI

/// Prints how a reader selects the alternative of a union, and how the union is encoded and checked.
struct UnionConformance {
    let rootName: String
    let union: Union

    func print(to writer: inout SourceWriter) {
        printAlternatives(to: &writer)
        printReader(to: &writer)
        writer.line()
        printWriter(to: &writer)
        printRules(to: &writer)
    }

    // MARK: Reading

    /// Prints the alternatives of each choice that depends on the members of an object, as a constant, so that they are made only once.
    private func printAlternatives(to writer: inout SourceWriter) {
        let guesses = union.choices.filter(\.isGuess)
        guard !guesses.isEmpty else { return }
        writer.block("static let alternatives: [[JSONAlternative]] = [", closing: "]") { writer in
            // The formatter wants no comma after a single element.
            let end = guesses.count > 1 ? "]," : "]"
            for guess in guesses { writer.list("[", guess.models.map(description), closing: end, endsWithComma: true) }
        }
        writer.line()
    }

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
        let choices = union.choices
        guard let discriminator = union.discriminator, choices.count > 1 else {
            for choice in choices { print(choice, after: "case .object:", index: 0, to: &writer) }
            return
        }
        writer.line("case .object:")
        writer.nested { writer in
            writer.line("switch try json.discriminator(\(Source.string(discriminator))) {")
            var guesses = 0
            for choice in choices {
                let values = choice.values.map(Source.string).joined(separator: ", ")
                print(choice, after: values.isEmpty ? "default:" : "case \(values):", index: guesses, to: &writer)
                if choice.isGuess { guesses += 1 }
            }
            writer.line("}")
        }
    }

    /// - Parameter index: The index of the choice in the type's list of alternatives.
    private func print(_ choice: Union.Choice, after label: String, index: Int, to writer: inout SourceWriter) {
        guard choice.isGuess else { return writer.line("\(label) \(reading(choice.models.first ?? choice.anyObject))") }
        writer.line(label)
        writer.nested { writer in
            writer.line("let start = json")
            writer.line("do throws(JSONError) {")
            writer.nested { writer in
                writer.line("switch try json.bestMatch(Self.alternatives[\(index)]) {")
                for (index, model) in choice.models.enumerated() { writer.line("case \(index): \(reading(model))") }
                writer.line("default: \(reading(choice.anyObject))")
                writer.line("}")
            }
            // If reading fails, the guess was wrong.
            writer.line("} catch {")
            writer.nested { writer in
                writer.line("json = start")
                writer.line(reading(nil))
            }
            writer.line("}")
        }
    }

    /// Returns an expression that describes how a model is recognized.
    private func description(of model: Union.Alternative) -> String {
        var arguments = ["\(model.type.source(in: rootName)).members"]
        if !model.requiredMembers.isEmpty {
            arguments.append("requiring: [\(model.requiredMembers.map(Source.string).joined(separator: ", "))]")
        }
        let constants = union.decidingConstants(of: model).map {
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
