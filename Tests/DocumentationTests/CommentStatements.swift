import Foundation
import GeneratorOpenAPI
import GeneratorYAML

/// What the spec says where the older page has a comment in a sample: `estimate: number in hours`, `type: Type: AUTO, MANUAL`.
extension Specification {
    /// The field says it in its description, or with its enum, or not.
    func commentDifference(from fact: Fact, in media: MediaType) -> [Difference] {
        guard let separator = fact.value.range(of: ": "), let example = media.example, let schema = media.schema else {
            return [missing(fact, at: media.location)]
        }
        let name = String(fact.value[..<separator.lowerBound])
        let comment = String(fact.value[separator.upperBound...])
        let fields = fields(named: name, of: example, with: ResolvedSchema(schema, in: document.schemas))
        guard !fields.isEmpty else { return [missing(fact, at: media.location)] }
        // A fact does not tell apart two fields of one name in one sample: all of them must say it.
        let silent = fields.first { field in
            if Prose.contains(comment, in: [field["description"] ?? ""]) { return false }
            // Most comments and most fields have no enum, which is no agreement.
            guard let values = values(in: comment), let says = field["enum"] else { return true }
            return says != values
        }
        return [silent].compactMap(\.self).map { field in
            Difference(
                fact: fact, page: fact.value, specification: field["enum"] ?? field["description"] ?? Difference.nothing,
                location: field.location.description)
        }
    }

    /// `Status: ACTIVE, DONE` as an enum is written.
    private func values(in comment: String) -> String? {
        guard let colon = comment.range(of: ": ") else { return nil }
        return "[" + comment[colon.upperBound...].split(separator: ", ").map { "\"\($0)\"" }.joined(separator: ",") + "]"
    }

    /// The fields of a sample that have a name, wherever they are in it, but for those that are objects: comments stand at values.
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
            // Every element has the fields of the first.
            elements.prefix(1).flatMap { element in schema.items.map { fields(named: name, of: element, with: $0) } ?? [] }
        case .scalar: []
        }
    }
}
