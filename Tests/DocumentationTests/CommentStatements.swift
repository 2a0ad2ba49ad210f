import Foundation
import GeneratorOpenAPI
import GeneratorYAML

/// Compares the spec with comments in samples of the older page: `estimate: number in hours`, `type: Type: AUTO, MANUAL`.
extension ComparedSpecification {
    /// Compares the comment with the description or the enum of the field.
    func commentDifference(from fact: Fact, in media: MediaType) -> [Difference] {
        guard let separator = fact.value.range(of: ": "), let example = media.example, let schema = media.schema else {
            return [missing(fact, at: media.location)]
        }
        let name = String(fact.value[..<separator.lowerBound])
        let comment = String(fact.value[separator.upperBound...])
        let fields = fields(named: name, of: example, with: ResolvedSchema(schema, in: document.schemas))
        guard !fields.isEmpty else { return [missing(fact, at: media.location)] }
        // A fact does not distinguish fields of the same name in one sample, so all of them must match.
        let silent = fields.first { field in
            if Prose.contains(comment, in: [field["description"] ?? ""]) { return false }
            // Most comments and most fields have no enum, which does not count as a match.
            guard let values = values(in: comment), let says = field["enum"] else { return true }
            return says != values
        }
        return [silent].compactMap(\.self).map { field in
            Difference(
                fact: fact, page: fact.value, specification: field["enum"] ?? field["description"] ?? Difference.nothing,
                location: field.location.description)
        }
    }

    /// Returns `Status: ACTIVE, DONE` in the notation of an enum.
    private func values(in comment: String) -> String? {
        guard let colon = comment.range(of: ": ") else { return nil }
        return "[" + comment[colon.upperBound...].split(separator: ", ").map { "\"\($0)\"" }.joined(separator: ",") + "]"
    }

    /// Returns all fields of a sample with this name, except objects, because comments are only attached to values.
    private func fields(named name: String, of sample: Node, with schema: ResolvedSchema) -> [ValueStatements] {
        switch sample.content {
        case .mapping(let mapping):
            mapping.entries.flatMap { entry -> [ValueStatements] in
                guard let property = schema.properties.first(where: { $0.name == entry.key }) else { return [] }
                let value = ValueStatements(property, of: schema)
                let isNamed = entry.key == name && value.schema.type != "object"
                return (isNamed ? [value] : []) + fields(named: name, of: entry.value, with: value.schema)
            }
        case .sequence(let elements):
            // Every element has the same fields as the first one.
            elements.prefix(1).flatMap { element in schema.items.map { fields(named: name, of: element, with: $0) } ?? [] }
        case .scalar: []
        }
    }
}
