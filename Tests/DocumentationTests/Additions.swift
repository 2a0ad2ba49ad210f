import GeneratorOpenAPI
import GeneratorYAML

/// Finds what the spec states and the page does not: an operation, a parameter, a field, a constraint, a default value, a deprecation,
/// a status or a sample.
///
/// Anything marked with `x-source` comes from elsewhere and names its source. Formats, enums and descriptions that make a type more
/// precise are harmless and are not compared.
extension ComparedSpecification {
    func additions(to facts: [Fact], in sections: Set<String>) -> [Difference] {
        let known = Dictionary(grouping: facts, by: \.subject).mapValues { facts in
            Dictionary(grouping: facts, by: \.element).mapValues { Set($0.map(\.attribute)) }
        }
        return document.operations.filter { sections.contains($0.tag ?? "") }.flatMap { operation -> [Difference] in
            let subjects = subjects(of: operation)
            guard let subject = subjects.first(where: { known[$0] != nil }), let elements = known[subject] else {
                return [addition(subjects[1], "operation", "path", operation.path, at: operation.location)]
            }
            let values = values(of: operation, isBodyKnown: elements.keys.contains { $0.hasPrefix("body") })
            return values.flatMap { additions(to: elements[$0.element], of: subject, element: $0.element, value: $0.value) }
                + messages(of: operation).filter { elements[$0.element]?.contains($0.attribute) != true }
                .map { addition(subject, $0.element, $0.attribute, $0.says, at: operation.location) }
        }
    }

    /// Statuses and samples.
    private func messages(of operation: GeneratorOpenAPI.Operation) -> [(element: String, attribute: String, says: String)] {
        let statuses = operation.responses.map { ("status \($0.status)", "description", $0.description) }
        let requests = (operation.body?.content ?? []).map { ("request", $0) }
        let responses = operation.responses.flatMap { response in response.content.map { ("response \(response.status)", $0) } }
        let samples = (requests + responses).compactMap { element, media in
            media.example.map { (element, "sample", JSONDifferences.text(of: $0)) }
        }
        return statuses + samples
    }

    private func values(of operation: GeneratorOpenAPI.Operation, isBodyKnown: Bool) -> [(element: String, value: ValueStatements)] {
        var values = operation.parameters.map { parameter in
            (element: "\(parameter.position.rawValue) \(parameter.name)", value: ValueStatements(parameter, in: document))
        }
        // The older page has no body tables. Its schema definitions describe the bodies.
        if isBodyKnown, let place = operation.body?.content.first?.schema {
            let schema = ResolvedSchema(place, in: document.schemas)
            let owner = schema.items ?? schema
            values += owner.properties.map { ("body \($0.name)", ValueStatements($0, of: owner)) }
        }
        return values
    }

    func additions(to known: Set<String>?, of subject: String, element: String, value: ValueStatements) -> [Difference] {
        guard value.schema.source == nil else { return [] }
        guard let known else { return [addition(subject, element, "type", value.schema.type, at: value.location)] }
        return (ValueStatements.constraints + ["default", "deprecated"]).compactMap { attribute in
            guard !known.contains(attribute), let says = value[attribute] else { return nil }
            return addition(subject, element, attribute, says, at: value.location)
        }
    }

    func addition(_ subject: String, _ element: String, _ attribute: String, _ says: String, at location: SourceLocation)
        -> Difference
    {
        Difference(
            fact: Fact(subject: subject, element: element, attribute: attribute, value: Difference.nothing), page: Difference.nothing,
            specification: says, location: location.description)
    }
}
