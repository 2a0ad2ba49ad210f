import GeneratorYAML

/// Compares schemas of one document: do they describe the same values, wherever they are used?
///
/// Descriptions, examples, the order of members and extensions do not matter, nor does what the two schemas say about their own use,
/// such as a default.
package struct SchemaLikeness {
    private let schema: (Place) -> Schema?
    /// Pairs that are known to be alike.
    private var alike: Set<Pair> = []

    private struct Pair: Hashable {
        let left: Place
        let right: Place
    }

    private struct Step {
        let pair: Pair
        /// The names of the members that lead here; empty for the two schemas themselves.
        let path: [String]
    }

    package init(_ schema: @escaping (Place) -> Schema?) { self.schema = schema }

    /// Returns how the values of two schemas differ, as the end of a sentence; `nil` if they are the same.
    package mutating func difference(_ left: Place, _ right: Place) -> String? {
        var seen: Set<Pair> = []
        var pending = [Step(pair: Pair(left: left, right: right), path: [])]
        // A stack instead of recursion, so that deep nesting does not overflow.
        while let step = pending.popLast() {
            let (left, right) = (use(of: step.pair.left), use(of: step.pair.right))
            let pair = Pair(left: left.target, right: right.target)
            if !step.path.isEmpty, let difference = left.difference(from: right) { return SchemaLikeness.text(difference, at: step.path) }
            guard pair.left != pair.right, !alike.contains(pair), seen.insert(pair).inserted,
                let left = schema(pair.left), let right = schema(pair.right)
            else { continue }
            if let difference = left.difference(from: right) { return SchemaLikeness.text(difference, at: step.path) }
            for (name, left, right) in left.children(alongside: right) {
                pending.append(Step(pair: Pair(left: left, right: right), path: step.path + [name]))
            }
        }
        alike.formUnion(seen)
        return nil
    }

    private static func text(_ difference: String, at path: [String]) -> String {
        path.isEmpty ? "its \(difference) differs" : "the \(difference) of \"\(path.joined(separator: "."))\" differs"
    }

    /// Follows a chain of references.
    private func use(of place: Place) -> Use {
        var use = Use(target: place)
        var seen: Set<Place> = []
        while seen.insert(use.target).inserted, let schema = schema(use.target) {
            use.add(schema)
            guard let next = schema.reference else { break }
            use.target = next
        }
        return use
    }
}

/// What the schemas on the way to a type say about one use of it.
private struct Use {
    var target: Place
    private var isNullable = false
    private var isReadOnly = false
    private var isWriteOnly = false
    private var isDeprecated = false
    private var defaultValue: String?

    init(target: Place) { self.target = target }

    mutating func add(_ schema: Schema) {
        isNullable = isNullable || schema.isNullable
        isReadOnly = isReadOnly || schema.isReadOnly
        isWriteOnly = isWriteOnly || schema.isWriteOnly
        isDeprecated = isDeprecated || schema.isDeprecated
        defaultValue = defaultValue ?? schema.defaultValue?.scalar?.text
    }

    func difference(from other: Use) -> String? {
        if isNullable != other.isNullable { return "nullability" }
        if isReadOnly != other.isReadOnly { return "readOnly" }
        if isWriteOnly != other.isWriteOnly { return "writeOnly" }
        if isDeprecated != other.isDeprecated { return "deprecation" }
        return defaultValue == other.defaultValue ? nil : "default"
    }
}

extension Schema {
    /// Returns what differs between two schemas themselves, without their children.
    fileprivate func difference(from other: Schema) -> String? {
        if Set(types) != Set(other.types) { return "type" }
        if format != other.format || contentMediaType != other.contentMediaType { return "format" }
        if unit?.name != other.unit?.name { return "unit" }
        if Set(enumeration.map { $0.scalar?.text }) != Set(other.enumeration.map { $0.scalar?.text }) { return "enum" }
        if Set(properties.map(\.name)) != Set(other.properties.map(\.name)) { return "list of properties" }
        if Set(required) != Set(other.required) { return "list of required properties" }
        if additionalProperties.kind != other.additionalProperties.kind { return "additionalProperties" }
        if (items == nil) != (other.items == nil) { return "items" }
        if [allOf, oneOf, anyOf].map(\.count) != [other.allOf, other.oneOf, other.anyOf].map(\.count) { return "composition" }
        if discriminator?.propertyName != other.discriminator?.propertyName { return "discriminator" }
        return constraints == other.constraints ? nil : "range of values"
    }

    /// Pairs the children of two schemas whose own declarations are the same.
    fileprivate func children(alongside other: Schema) -> [(name: String, left: Place, right: Place)] {
        let others = Dictionary(other.properties.map { ($0.name, $0.schema) }) { first, _ in first }
        var children = properties.compactMap { property in others[property.name].map { (property.name, property.schema, $0) } }
        if let items, let other = other.items { children.append(("items", items, other)) }
        if case .schema(let value) = additionalProperties, case .schema(let other) = other.additionalProperties {
            children.append(("additionalProperties", value, other))
        }
        for (name, left, right) in [("allOf", allOf, other.allOf), ("oneOf", oneOf, other.oneOf), ("anyOf", anyOf, other.anyOf)] {
            children += zip(left, right).map { (name, $0, $1) }
        }
        return children
    }
}

extension Schema.AdditionalProperties {
    /// The kind of rule, without the schema.
    fileprivate var kind: Int {
        switch self {
        // A schema that allows anything else is the default.
        case .unspecified: 0
        case .anything: 1
        case .forbidden: 2
        case .schema: 3
        }
    }
}
