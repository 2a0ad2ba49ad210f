package import GeneratorOpenAPI
import GeneratorYAML

/// Facts about schemas that checking values needs repeatedly, cached for each schema.
package final class SchemaFacts {
    private let document: Document
    private var propertiesOfSchema: [Use: [String: Place]] = [:]
    private var requiredOfSchema: [Place: Set<String>] = [:]
    private var enumerations: [Place: Set<String>] = [:]
    private var knownOfSchema: [Use: Set<String>] = [:]
    private var openness: [Place: Bool] = [:]

    /// A schema and the direction of its values. Responses may have other names for properties.
    private struct Use: Hashable {
        let place: Place
        let direction: ValueFit.Direction?
    }

    package init(_ document: Document) { self.document = document }

    func properties(of schema: Schema, _ direction: ValueFit.Direction?) -> [String: Place] {
        fact(&propertiesOfSchema[Use(place: schema.place, direction: direction)]) {
            Dictionary(
                schema.properties.flatMap { property in names(of: property, direction).map { ($0, property.schema) } },
                uniquingKeysWith: { first, _ in first })
        }
    }

    func required(of schema: Schema) -> Set<String> { fact(&requiredOfSchema[schema.place]) { Set(schema.required) } }

    /// Returns the keys of the values in an enum.
    func enumeration(of schema: Schema) -> Set<String> {
        fact(&enumerations[schema.place]) { Set(schema.enumeration.map(ValueFit.key)) }
    }

    /// Returns the names of the properties that a schema and its `allOf` parts describe.
    func known(_ place: Place, _ direction: ValueFit.Direction?) -> Set<String> {
        fact(&knownOfSchema[Use(place: place, direction: direction)]) {
            Set(document.joined(place).flatMap { $0.properties.flatMap { names(of: $0, direction) } })
        }
    }

    /// Returns `true` if a schema permits undescribed members, or leaves the description to a referenced schema or to alternatives.
    func isOpen(_ place: Place) -> Bool {
        fact(&openness[place]) {
            guard document.schemas[place]?.reference == nil else { return true }
            let parts = document.joined(place)
            if parts.contains(where: { $0.additionalProperties == .forbidden }) { return false }
            return parts.allSatisfy(\.properties.isEmpty) || parts.contains { !$0.oneOf.isEmpty || !$0.anyOf.isEmpty || $0.takesOthers }
        }
    }

    /// Returns the names that the property may have in a value. Responses may use further names (`x-also-read-as`).
    private func names(of property: Schema.Property, _ direction: ValueFit.Direction?) -> [String] {
        [property.name] + (direction == .received ? document.schemas[property.schema]?.otherNames ?? [] : [])
    }

    private func fact<Fact>(_ known: inout Fact?, _ find: () -> Fact) -> Fact {
        if let known { return known }
        let found = find()
        known = found
        return found
    }
}

extension Schema {
    /// `true` if members that the schema does not describe are permitted.
    fileprivate var takesOthers: Bool {
        switch additionalProperties {
        case .anything, .schema: true
        case .unspecified, .forbidden: false
        }
    }
}
