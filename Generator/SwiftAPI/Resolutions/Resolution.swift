package import GeneratorOpenAPI
import GeneratorYAML

/// The result of following a schema's references and joins.
///
/// A class, because it is large and looked up often.
package final class Resolution {
    /// The schema that describes the values. For an `allOf` that joins values, the combination of its parts.
    package let schema: Schema
    /// The schema that this one only forwards to: a reference, or a part of an `allOf` that adds nothing to the part's type.
    let target: Place?
    /// `true` if any schema on the path allows null.
    package let isNullable: Bool
    let isReadOnly: Bool
    let isWriteOnly: Bool
    /// The one nearest to the use.
    let description: String?
    /// The description nearest to the use that is not the description of ``schema`` itself.
    let descriptionOfUse: String?
    /// The one nearest to the use.
    let defaultValue: Node?
    /// The constraints of all schemas on the path; none if they exclude each other.
    fileprivate(set) var constraints: JoinedConstraints

    /// Creates the resolution of a schema that refers to no other.
    init(_ schema: Schema) {
        self.schema = schema
        target = nil
        isNullable = schema.isNullable
        isReadOnly = schema.isReadOnly
        isWriteOnly = schema.isWriteOnly
        description = schema.description
        descriptionOfUse = nil
        defaultValue = schema.defaultValue
        constraints = JoinedConstraints(schema.constraints)
    }

    /// Creates the resolution of a schema whose values are described by other schemas.
    ///
    /// - Parameters:
    ///   - schema: The schema at the use.
    ///   - parts: The resolutions that it leads to, nearest first.
    ///   - target: The part that describes the values.
    ///   - place: The place of the target; `nil` if the schema does not forward to it.
    init(_ schema: Schema, joining parts: [Resolution], as target: Resolution, at place: Place?) {
        self.schema = target.schema
        self.target = place
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
        var constraints = JoinedConstraints(schema.constraints)
        for part in parts { constraints.join(part.constraints) }
        self.constraints = constraints
    }

    /// Creates the resolution of a union.
    ///
    /// - Parameters:
    ///   - union: The resolution of the schema that lists the alternatives.
    ///   - alternative: The alternative that describes the values if there is only one; `nil` if there are several.
    fileprivate init(_ union: Resolution, reducedTo alternative: Resolution?, isNullable: Bool) {
        let result = alternative.map { Resolution(union.schema, joining: [$0], as: $0, at: $0.target) } ?? union
        schema = result.schema
        target = result.target
        self.isNullable = isNullable
        isReadOnly = result.isReadOnly
        isWriteOnly = result.isWriteOnly
        description = result.description
        descriptionOfUse = result.descriptionOfUse
        defaultValue = result.defaultValue
        var constraints = result.constraints
        if alternative != nil { constraints.join(union.constraints) }
        self.constraints = constraints
    }
}

extension Resolutions {
    /// Follows references, `allOf`s of values, and unions that are reduced to one alternative.
    package func resolved(_ place: Place) -> Resolution {
        if let known = results[place] { return known }
        var resolution = followed(place)
        if isUnion(resolution.schema) {
            let choice = choice(of: resolution.schema)
            // A base class with one child has values that are not of this child.
            let only = choice.alternatives.count == 1 && !isBase(resolution.schema) ? choice.alternatives.first : nil
            resolution = Resolution(
                resolution, reducedTo: only.map(followed), isNullable: resolution.isNullable || choice.isNullable)
        }
        results[place] = resolution
        return resolution
    }

    /// Follows references and `allOf`s of values. Uses no recursion, so that chains can be arbitrarily long.
    ///
    /// Other readers visit a schema before its parts (`Document.joined(_:)`). Here the parts come first, because a
    /// resolution is made from the resolutions of the parts, and a schema may forward to one of them.
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

    /// A schema whose parts must be resolved first.
    private struct Step {
        let schema: Schema
        let parts: [Place]
        var next = 0

        init(_ place: Place, _ resolutions: Resolutions) {
            schema = resolutions.schema(place)
            // An object is joined by its members, not by its values: ``Members``.
            parts = schema.describesMembers ? [] : schema.parts
        }
    }

    /// Returns the resolution of a schema whose parts are resolved. A schema without parts resolves to itself.
    private func resolution(of schema: Schema) -> Resolution {
        if let reference = schema.reference { return resolution(of: schema, leadingTo: reference, with: [reference]) }
        guard !schema.allOf.isEmpty, !schema.describesMembers else { return Resolution(schema) }
        let parts = schema.allOf.filter { !self.schema($0).isAnnotation }
        if parts.count != 1 || schema.isValue, let joined = joined(schema) { return joined }
        reportType(of: schema, parts)
        if parts.count == 1, schema.enumeration.isEmpty, schema.items == nil {
            // A component that consists only of a base is another subtype of the base, not the base itself.
            if schema.componentName != nil, isBase(references.target(of: parts[0], in: document)) { return Resolution(schema) }
            return resolution(of: schema, leadingTo: parts[0], with: schema.allOf)
        }
        return Resolution(schema)
    }

    /// Reports a schema that joins objects but has another type.
    private func reportType(of schema: Schema, _ parts: [Place]) {
        guard let type = schema.types.first, !schema.types.contains(.object) else { return }
        let joinsObject = parts.contains { followings[$0].map { $0.schema.types == [.object] || !$0.schema.properties.isEmpty } ?? false }
        guard joinsObject else { return }
        diagnostics.flaw(
            at: schema.location, "allOf joins objects, but the type is \(type.rawValue)", otherwise: "the result is an object",
            remedy: "correct the type, or the parts")
    }

    private func resolution(of schema: Schema, leadingTo target: Place, with parts: [Place]) -> Resolution {
        guard let end = followings[target] else {
            diagnostics.error(at: schema.location, "this schema only refers to itself; describe its values")
            return Resolution(schema)
        }
        let resolution = Resolution(schema, joining: nearestFirst(parts, target), as: end, at: target)
        check(resolution, of: schema, parts)
        return resolution
    }

    /// Returns the resolved parts with the target last, because the other parts are nearer to the use.
    func nearestFirst(_ parts: [Place], _ target: Place?) -> [Resolution] {
        let others = parts.filter { $0 != target }.compactMap { followings[$0] }
        return others + [target.flatMap { followings[$0] }].compactMap { $0 }
    }

    /// Reports constraints that exclude each other, although each can be satisfied alone. Values are then not checked at all.
    func check(_ resolution: Resolution, of schema: Schema, _ parts: [Place]) {
        guard let problem = resolution.constraints.problem, JoinedConstraints(schema.constraints).problem == nil,
            !parts.contains(where: { followings[$0]?.constraints.problem != nil })
        else { return }
        diagnostics.flaw(
            at: schema.location, "\(problem), according to all its constraints, so that no value is valid",
            otherwise: "none of them is checked", remedy: "correct one of them", about: .constraint)
        resolution.constraints = JoinedConstraints(Schema(place: schema.place, location: schema.location).constraints)
    }

    /// Returns the schema that this one forwards to for its type; `nil` if it has its own.
    package func forward(_ schema: Schema) -> Place? { followed(schema.place).target }
}

extension Schema {
    /// `true` if the schema says nothing about the type. It has at most a description, constraints or nullability.
    var isAnnotation: Bool {
        reference == nil && (types.isEmpty || types == [.object]) && enumeration.isEmpty && items == nil && alternatives.isEmpty
            && !hasOwnMembers
            && required.isEmpty && additionalProperties == .unspecified
    }

    /// `true` if the schema itself specifies the members of an object or the kinds of values.
    fileprivate var describesMembers: Bool {
        !properties.isEmpty || !required.isEmpty || !alternatives.isEmpty
            || additionalProperties != .unspecified && additionalProperties != .forbidden
    }
}
