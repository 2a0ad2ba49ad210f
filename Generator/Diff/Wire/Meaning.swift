import GeneratorOpenAPI
import GeneratorYAML

/// What a schema says about its values, however it is written: references followed, `allOf` put together.
struct Meaning {
    struct Member {
        var location: SourceLocation
        /// What the value must fit, all of them.
        var schemas: [Place]
    }

    enum Additional: Equatable {
        /// Anything, said or not.
        case open
        case forbidden
        case values([Place])
    }

    struct Alternative {
        /// The value of the discriminator that means it.
        var value: String?
        /// All such values.
        var values: Set<String> = []
        let schemas: [Place]
        let location: SourceLocation
    }

    /// What of a meaning a schema may say.
    enum Aspect { case type, enumeration, limits, object, alternatives, defaultValue }

    /// The schema that says a part of the meaning.
    struct Origin {
        /// The name of the component, when it is one.
        let name: String?
        let location: SourceLocation
        /// Whether that is the schema itself rather than one that it builds on.
        let isOwn: Bool
    }

    /// The name of the component, when it is one.
    var name: String?
    let location: SourceLocation
    var origins: [Aspect: Origin] = [:]
    /// Empty when a value may be of any type.
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
    /// Whether a value may fit several alternatives.
    var isAnyOf = false
    var discriminator: String?
    var limits = Limits()
    var defaultValue: String?
    var isDeprecated = false
    var isReadOnly = false
    var isWriteOnly = false
    /// `x-lenient`
    var isLenient = false
    /// `x-also-read-as`
    var otherNames: Set<String> = []
    /// `x-fraction-digits`
    var fractionDigits: Int?

    var isArray: Bool { types == [.array] }
}

/// The meanings of a document's schemas, each worked out once.
final class Meanings {
    let document: Document
    private var identifiers: [[Place]: Int] = [:]
    private var places: [[Place]] = []
    private var known: [Int: Meaning] = [:]
    private var aliases: [Place: Place] = [:]
    private var signatures: [SignatureKey: Int] = [:]

    private struct SignatureKey: Hashable {
        let id: Int
        let depth: Int
    }

    init(_ document: Document) { self.document = document }

    /// A number for what must fit all of these schemas; the same for every way to refer to them.
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
        let meaning = MeaningReader(document: document).meaning(of: places[identifier])
        known[identifier] = meaning
        return meaning
    }

    func places(of identifier: Int) -> [Place] { places[identifier] }

    func meaning(of schemas: [Place]) -> Meaning { self[identifier(of: schemas)] }

    /// Where a schema leads that says nothing of its own.
    private func alias(of place: Place) -> Place {
        if let known = aliases[place] { return known }
        var way = [place]
        var seen: Set<Place> = [place]
        var result = place
        while let next = document.schema(result).target, seen.insert(next).inserted {
            result = aliases[next] ?? next
            way.append(next)
            if aliases[next] != nil { break }
        }
        for place in way { aliases[place] = result }
        return result
    }

    /// A number that is the same for schemas that mean the same, as far as one can see from here.
    func signature(of schemas: [Place], depth: Int = 3) -> Int {
        let key = SignatureKey(id: identifier(of: schemas), depth: depth)
        if let known = signatures[key] { return known }
        let meaning = self[key.id]
        var hasher = Hasher()
        hasher.combine(meaning.types)
        hasher.combine(meaning.isNullable)
        hasher.combine(meaning.format)
        hasher.combine(meaning.contentMediaType)
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
    /// The schema that stands behind this one, when this one only leads there.
    fileprivate var target: Place? {
        guard !isNullable, !isDeprecated, !isReadOnly, !isWriteOnly, otherNames.isEmpty, defaultValue == nil,
            Limits(constraints) == Limits()
        else { return nil }
        if let reference { return reference }
        let parts = allOf + oneOf + anyOf
        guard parts.count == 1, types.isEmpty, format == nil, contentMediaType == nil, enumeration.isEmpty, properties.isEmpty,
            required.isEmpty, items == nil, additionalProperties == .unspecified, discriminator == nil
        else { return nil }
        return parts[0]
    }

    /// The name under which other schemas refer to it.
    var componentName: String? {
        let isComponent = place.path.count == 3 && place.path[0] == "components" && place.path[1] == "schemas"
        return isComponent ? place.path[2] : nil
    }
}
