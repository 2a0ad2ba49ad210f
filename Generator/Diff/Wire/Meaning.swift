import GeneratorOpenAPI
import GeneratorYAML

/// The constraints that a schema puts on its values, independent of how it is written: references are resolved, and `allOf` is
/// merged.
struct Meaning {
    struct Member {
        var location: SourceLocation
        /// The schemas that the value must all satisfy.
        var schemas: [Place]
    }

    enum Additional: Equatable {
        /// Any additional properties, whether declared or not.
        case open
        case forbidden
        case values([Place])
    }

    struct Alternative {
        /// The preferred discriminator value that selects the alternative.
        var value: String?
        /// All discriminator values that select the alternative.
        var values: Set<String> = []
        let schemas: [Place]
        let location: SourceLocation
    }

    /// The aspects of a meaning that a schema can declare.
    enum Aspect { case type, enumeration, limits, object, alternatives, defaultValue }

    /// The schema that declares an aspect of the meaning.
    struct Origin {
        /// The name of the component, if the schema is one.
        let name: String?
        let location: SourceLocation
        /// `true` if this is the schema itself rather than one that it builds on.
        let isOwn: Bool
    }

    /// The name of the component, if the schema is one.
    var name: String?
    let location: SourceLocation
    var origins: [Aspect: Origin] = [:]
    /// The types of the value; empty if it may be of any type.
    var types: Set<Schema.ValueType> = []
    var isNullable = false
    var format: String?
    var contentMediaType: String?
    var enumeration: [String]?
    var members: [String: Member] = [:]
    var required: Set<String> = []
    var additional = Additional.open
    var items: [Place] = []
    var alternatives: [Alternative] = []
    /// `true` if a value may match several alternatives.
    var isAnyOf = false
    var discriminator: String?
    var limits = Limits()
    var defaultValue: String?
    var isDeprecated = false
    var isReadOnly = false
    var isWriteOnly = false
    /// The value of `x-lenient`.
    var isLenient = false
    /// The names in `x-also-read-as`.
    var otherNames: Set<String> = []
    /// The value of `x-fraction-digits`.
    var fractionDigits: Int?
    /// The value of `x-wall-clock`.
    var wallClock: String?
    /// The unit that `x-unit` names.
    var unit: NumberUnit?

    var isArray: Bool { types == [.array] }
}

/// The meanings of a document's schemas, each computed once.
final class Meanings {
    let document: Document
    private var identifiers: [[Place]: Int] = [:]
    private var places: [[Place]] = []
    private var known: [Int: Meaning] = [:]
    private var aliases = ChainEnds()
    private var references = ChainEnds()
    private var plainReferences = ChainEnds()
    private var signatures: [SignatureKey: Int] = [:]

    private struct SignatureKey: Hashable {
        let id: Int
        let depth: Int
    }

    init(_ document: Document) { self.document = document }

    /// Returns an identifier for a combination of schemas that a value must satisfy. It is the same for every way to reference
    /// them.
    func identifier(of schemas: [Place]) -> Int {
        let key = schemas.count == 1 ? [alias(of: schemas[0])] : Set(schemas.map(alias(of:))).sorted()
        if let known = identifiers[key] { return known }
        let identifier = places.count
        places.append(key)
        identifiers[key] = identifier
        return identifier
    }

    subscript(identifier: Int) -> Meaning {
        if let meaning = known[identifier] { return meaning }
        let meaning = MeaningReader(meanings: self).meaning(of: places[identifier])
        known[identifier] = meaning
        return meaning
    }

    func places(of identifier: Int) -> [Place] { places[identifier] }

    func meaning(of schemas: [Place]) -> Meaning { self[identifier(of: schemas)] }

    /// Returns the place of the schema that an alias ultimately leads to.
    private func alias(of place: Place) -> Place { aliases.end(of: place) { document.schema($0).target } }

    /// Returns the schema at the end of a chain of references.
    func target(of place: Place) -> Schema { references.target(of: place, in: document) }

    /// Returns the schema at the end of a chain of references that do not add null.
    func plainTarget(of place: Place) -> Schema {
        document.schema(
            plainReferences.end(of: place) { place in
                let schema = document.schema(place)
                return schema.isNullable ? nil : schema.reference
            })
    }

    /// Returns a number that is equal for schemas with the same meaning, compared down to a limited depth.
    func signature(of schemas: [Place], depth: Int = 3) -> Int {
        let key = SignatureKey(id: identifier(of: schemas), depth: depth)
        if let known = signatures[key] { return known }
        let meaning = self[key.id]
        var hasher = Hasher()
        hasher.combine(meaning.types)
        hasher.combine(meaning.isNullable)
        hasher.combine(meaning.format)
        hasher.combine(meaning.contentMediaType)
        hasher.combine(meaning.unit?.measure)
        hasher.combine(meaning.unit?.digits)
        hasher.combine(meaning.enumeration.map(Set.init))
        hasher.combine(meaning.required)
        hasher.combine(meaning.limits)
        hasher.combine(meaning.discriminator)
        hasher.combine(meaning.defaultValue)
        hasher.combine(Set(meaning.members.keys))
        hasher.combine(meaning.alternatives.count)
        if depth > 0 {
            for (name, member) in meaning.members.sorted(by: { $0.key < $1.key }) {
                hasher.combine(name)
                hasher.combine(signature(of: member.schemas, depth: depth - 1))
            }
            if !meaning.items.isEmpty { hasher.combine(signature(of: meaning.items, depth: depth - 1)) }
            if case .values(let values) = meaning.additional { hasher.combine(signature(of: values, depth: depth - 1)) }
            hasher.combine(Set(meaning.alternatives.map { signature(of: $0.schemas, depth: depth - 1) }))
        }
        let result = hasher.finalize()
        signatures[key] = result
        return result
    }
}

extension Schema {
    /// The target of a schema that only refers to another one, by a reference or as its only part; `nil` if the schema adds anything.
    fileprivate var target: Place? {
        guard !isNullable, !isDeprecated, !isReadOnly, !isWriteOnly, otherNames.isEmpty, defaultValue == nil,
            Limits(constraints) == Limits()
        else { return nil }
        if let reference { return reference }
        let parts = allOf + alternatives
        guard parts.count == 1, types.isEmpty, format == nil, contentMediaType == nil, enumeration.isEmpty, properties.isEmpty,
            required.isEmpty, items == nil, additionalProperties == .unspecified, discriminator == nil
        else { return nil }
        return parts[0]
    }
}
