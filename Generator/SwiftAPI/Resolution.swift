import GeneratorOpenAPI
import GeneratorYAML

/// Where a schema leads in the end.
struct Resolution {
    /// The schema that says what the values are. For an `allOf` that joins values, what its parts say together.
    let schema: Schema
    /// Where the schema only leads on: a reference, or a part of an `allOf` to whose type nothing is added.
    var target: Place?
    /// Whether null is allowed on the way.
    var isNullable: Bool
    var isReadOnly: Bool
    var isWriteOnly: Bool
    /// What stands nearest to the use.
    var description: String?
    /// What stands nearest to the use, and is no description of ``schema`` itself.
    var descriptionOfUse: String?
    /// What stands nearest to the use.
    var defaultValue: Node?
    /// What values must satisfy beyond their type, by all that is said on the way.
    var constraints: JoinedConstraints

    /// A schema that leads nowhere else.
    init(_ schema: Schema) {
        self.schema = schema
        isNullable = schema.isNullable
        isReadOnly = schema.isReadOnly
        isWriteOnly = schema.isWriteOnly
        description = schema.description
        defaultValue = schema.defaultValue
        constraints = JoinedConstraints(schema.constraints)
    }

    /// A schema whose values are what others say they are.
    ///
    /// - Parameters:
    ///   - schema: What says something about the use.
    ///   - parts: What it leads to, the nearest first.
    ///   - target: The one of them that says what the values are.
    init(_ schema: Schema, joining parts: [Resolution], as target: Resolution) {
        self = target
        isNullable = schema.isNullable || parts.contains(where: \.isNullable)
        isReadOnly = schema.isReadOnly || parts.contains(where: \.isReadOnly)
        isWriteOnly = schema.isWriteOnly || parts.contains(where: \.isWriteOnly)
        description = schema.description ?? parts.lazy.compactMap(\.description).first
        descriptionOfUse =
            schema.place == target.schema.place
            ? nil
            : schema.description
                ?? parts.lazy.compactMap { $0.schema.place == target.schema.place ? $0.descriptionOfUse : $0.description }.first
        defaultValue = schema.defaultValue ?? parts.lazy.compactMap(\.defaultValue).first
        constraints = JoinedConstraints(schema.constraints)
        for part in parts { constraints.join(part.constraints) }
    }
}

extension Shapes {
    /// Follows references, `allOf`s of values, and unions that come to one alternative.
    func resolved(_ place: Place) -> Resolution {
        if let known = resolutions[place] { return known }
        var resolution = followed(place)
        if isUnion(resolution.schema) {
            let alternatives = alternatives(of: resolution.schema)
            let isNullable = resolution.isNullable || alternatives.contains { followed($0).isNullable }
            if alternatives.count == 1 {
                let target = followed(alternatives[0])
                let constraints = resolution.constraints
                resolution = Resolution(resolution.schema, joining: [target], as: target)
                resolution.constraints.join(constraints)
            }
            resolution.isNullable = isNullable
        }
        resolutions[place] = resolution
        return resolution
    }

    /// Follows references and `allOf`s of values. Not recursive, so that no chain is too long.
    func followed(_ place: Place) -> Resolution {
        if let known = followings[place] { return known }
        let schema = schema(place)
        if schema.reference == nil, schema.allOf.isEmpty { return Resolution(schema) }
        var way = [Step(place, self)]
        var open: Set<Place> = [place]
        while let step = way.last {
            if step.next < step.parts.count {
                let part = step.parts[step.next]
                way[way.count - 1].next += 1
                guard followings[part] == nil, open.insert(part).inserted else { continue }
                way.append(Step(part, self))
            } else {
                followings[step.schema.place] = resolution(of: step.schema)
                open.remove(step.schema.place)
                way.removeLast()
            }
        }
        return followings[place] ?? Resolution(schema)
    }

    /// A schema of which it is to be known first what it leads to.
    private struct Step {
        let schema: Schema
        let parts: [Place]
        var next = 0

        init(_ place: Place, _ shapes: Shapes) {
            schema = shapes.schema(place)
            parts = schema.reference.map { [$0] } ?? (schema.describesMembers ? [] : schema.allOf)
        }
    }

    /// What a schema comes to when all that it leads to is known; what is not is the schema itself.
    private func resolution(of schema: Schema) -> Resolution {
        if let reference = schema.reference { return resolution(of: schema, leadingTo: reference, with: [reference]) }
        guard !schema.allOf.isEmpty, !schema.describesMembers else { return Resolution(schema) }
        let parts = schema.allOf.filter { !self.schema($0).isAnnotation }
        if parts.count != 1 || schema.isValue, let joined = joined(schema) { return joined }
        if parts.count == 1, schema.enumeration.isEmpty, schema.items == nil {
            // A component made of a base and nothing else is one more kind of the base, not the base itself.
            let only = self.schema(parts[0])
            if schema.componentName != nil, isBase(self.schema(only.reference ?? only.place)) { return Resolution(schema) }
            return resolution(of: schema, leadingTo: parts[0], with: schema.allOf)
        }
        return Resolution(schema)
    }

    private func resolution(of schema: Schema, leadingTo target: Place, with parts: [Place]) -> Resolution {
        guard let end = followings[target] else {
            diagnostics.error(at: schema.location, "this schema only refers to itself; say what its values are")
            return Resolution(schema)
        }
        var resolution = Resolution(schema, joining: nearestFirst(parts, target), as: end)
        resolution.target = target
        check(resolution, of: schema, parts)
        return resolution
    }

    /// What stands beside the schema that says the type is nearer to the use than what that schema says.
    func nearestFirst(_ parts: [Place], _ target: Place?) -> [Resolution] {
        let others = parts.filter { $0 != target }.compactMap { followings[$0] }
        return others + [target.flatMap { followings[$0] }].compactMap { $0 }
    }

    /// Constraints that no value satisfies together, though one would satisfy each.
    func check(_ resolution: Resolution, of schema: Schema, _ parts: [Place]) {
        guard let problem = resolution.constraints.problem, JoinedConstraints(schema.constraints).problem == nil,
            !parts.contains(where: { followings[$0]?.constraints.problem != nil })
        else { return }
        diagnostics.error(at: schema.location, "\(problem), by all that is said about it, so that no value fits", about: .constraint)
    }

    /// Where the schema only leads on, as far as its type is concerned.
    func forward(_ schema: Schema) -> Place? { followed(schema.place).target }
}

extension Schema {
    /// Whether it says nothing about the type: a description, constraints, nullability at the most.
    var isAnnotation: Bool {
        reference == nil && (types.isEmpty || types == [.object]) && enumeration.isEmpty && items == nil && oneOf.isEmpty && anyOf.isEmpty
            && !hasOwnMembers
            && required.isEmpty && additionalProperties == .unspecified
    }

    /// Whether it says itself which members an object has, or of which kinds values are.
    fileprivate var describesMembers: Bool {
        !properties.isEmpty || !required.isEmpty || !oneOf.isEmpty || !anyOf.isEmpty
            || additionalProperties != .unspecified && additionalProperties != .forbidden
    }
}
