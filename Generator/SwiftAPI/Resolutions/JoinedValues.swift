import GeneratorOpenAPI
import GeneratorYAML

/// Joins the parts of an `allOf` that describe values other than objects: strings, numbers, booleans, lists.
extension Resolutions {
    /// Returns the combination of the parts of an `allOf`; `nil` if one of them describes an object or a choice.
    func joined(_ schema: Schema) -> Resolution? {
        let parts = schema.allOf.filter { !self.schema($0).isAnnotation }
        let ends = parts.compactMap { followings[$0] }
        let own = schema.isValue ? [schema] : []
        guard ends.count == parts.count, ends.allSatisfy({ isValue($0.schema) }), !schema.types.contains(.object) else { return nil }
        guard !ends.isEmpty || !own.isEmpty else { return nil }
        let result = join(own + ends.map(\.schema), in: schema)
        // A part that already describes the whole result keeps its Swift name.
        let target = parts.indices.first { says(ends[$0].schema, all: result) }.map { parts[$0] }
        let end = target.flatMap { followings[$0] } ?? Resolution(result)
        let resolution = Resolution(schema, joining: nearestFirst(schema.allOf, target), as: end, at: target)
        check(resolution, of: schema, schema.allOf)
        return resolution
    }

    /// Returns the schema of a property that an object inherits and redefines.
    ///
    /// If both describe an object, the redefinition is used, because a narrower object repeats the members of the inherited one.
    func refined(_ inherited: Place, by place: Place) -> Place {
        let (before, after) = (followed(inherited).schema, followed(place).schema)
        let addsRequired = !after.required.isEmpty && !after.hasOwnMembers && !isUnion(after)
        let saysNoType = (after.isAnnotation || addsRequired) && (after.types.isEmpty || !isValue(before))
        guard inherited != place, saysNoType || isValue(before) && isValue(after) else { return place }
        let refinement = place.appending("refines", inherited.description)
        if refinements[refinement] == nil {
            var schema = Schema(place: refinement, location: self.schema(place).location)
            let (before, after) = (self.schema(inherited), self.schema(place))
            schema.swiftName = after.swiftName ?? before.swiftName
            schema.isDeprecated = after.isDeprecated || before.isDeprecated
            schema.replacement = after.replacement ?? before.replacement
            schema.isLenient = after.isLenient || before.isLenient
            schema.allOf = [place, inherited]
            refinements[refinement] = schema
        }
        return refinement
    }

    /// Returns the schema of a property that two alternatives of a union describe. Each of its values satisfies one of them.
    func widened(_ first: Place, by second: Place) -> Place {
        let (left, right) = (resolved(first), resolved(second))
        guard left.schema.place != right.schema.place else { return first }
        let place = second.appending("or", first.description)
        guard refinements[place] == nil else { return place }
        var schema = Schema(place: place, location: self.schema(second).location)
        let (before, after) = (self.schema(first), self.schema(second))
        schema.swiftName = after.swiftName == before.swiftName ? before.swiftName : nil
        schema.isDeprecated = after.isDeprecated && before.isDeprecated
        schema.isLenient = after.isLenient && before.isLenient
        if isValue(left.schema), isValue(right.schema), left.schema.isSameKind(as: right.schema) {
            schema.types = left.schema.types
            schema.format = left.schema.format
            schema.items = left.schema.items
            schema.isNullable = left.isNullable || right.isNullable
            schema.isReadOnly = left.isReadOnly && right.isReadOnly
            schema.isWriteOnly = left.isWriteOnly && right.isWriteOnly
            schema.description = left.description == right.description ? left.description : nil
            if !left.schema.enumeration.isEmpty, !right.schema.enumeration.isEmpty {
                let texts = Set(left.schema.enumeration.map(Schema.text))
                schema.enumeration = left.schema.enumeration + right.schema.enumeration.filter { !texts.contains(Schema.text(of: $0)) }
            }
            if left.constraints == right.constraints { schema.constraints = left.schema.constraints }
        } else {
            schema.anyOf = [first, second]
        }
        refinements[place] = schema
        return place
    }

    /// Returns the places where the spec describes a schema. A schema joined from several others has several.
    func origins(of place: Place) -> [Place] {
        guard let refinement = refinements[place] else { return [place] }
        return (refinement.allOf + refinement.anyOf).flatMap(origins)
    }

    private func isValue(_ schema: Schema) -> Bool {
        !schema.hasOwnMembers && !isUnion(schema) && schema.required.isEmpty && !schema.types.contains(.object)
            && (schema.additionalProperties == .unspecified || schema.additionalProperties == .forbidden)
    }

    /// The reason why no value can satisfy all parts of an `allOf`.
    private struct Contradiction: Error {
        let reason: String
    }

    private func join(_ parts: [Schema], in schema: Schema) -> Schema {
        do throws(Contradiction) {
            var result = schema
            result.allOf = []
            result.types = try types(parts)
            result.format = try format(parts)
            result.unit = try unit(parts)
            result.fractionDigits = parts.lazy.compactMap(\.fractionDigits).first
            result.wallClock = parts.lazy.compactMap(\.wallClock).first
            (result.enumeration, result.enumerationNames) = try enumeration(parts)
            result.items = joinedItems(parts.reversed().compactMap(\.items))
            return result
        } catch {
            diagnostics.flaw(
                at: schema.location, "this allOf \(error.reason), so that no value satisfies it", otherwise: "any value is taken",
                remedy: "correct one of its parts", about: .constraint)
            return Schema(place: schema.place, location: schema.location)
        }
    }

    /// Returns the place of a schema that combines several descriptions of a list's items. The last description is nearest to the use.
    ///
    /// ``joinItems(_:at:)`` combines them when the schema is first looked up, because the items of a recursive list lead back to the list.
    private func joinedItems(_ items: [Place]) -> Place? {
        var seen: Set<Place> = []
        let ends = items.flatMap(descriptions(ofItemsAt:)).filter { seen.insert($0).inserted }
        guard ends.count > 1 else { return items.last }
        // The place depends only on the set of descriptions, so that recursive lists do not create new places forever.
        let sorted = ends.sorted()
        let place = sorted[0].appending("joins", sorted.dropFirst().map(\.description).joined(separator: " "))
        itemsToJoin[place] = itemsToJoin[place] ?? ends
        return place
    }

    /// Returns the schemas that describe the items at a place: several if the place combines them, otherwise the target of its references.
    private func descriptions(ofItemsAt place: Place) -> [Place] {
        if let known = itemsToJoin[place] { return known }
        return refinements[place] == nil ? [references.target(of: place, in: document).place] : [place]
    }

    /// Creates the schema that combines several descriptions of a list's items.
    func joinItems(_ items: [Place], at place: Place) {
        guard let first = items.first else { return }
        let last = items.dropFirst().reduce(first) { refined($0, by: $1) }
        var schema = Schema(place: place, location: self.schema(last).location)
        schema.allOf = [last]
        refinements[place] = schema
    }

    private func types(_ parts: [Schema]) throws(Contradiction) -> [Schema.ValueType] {
        var types: [Schema.ValueType] = []
        for part in parts {
            guard let common = Schema.common(types, part.types) else {
                throw Contradiction(reason: "requires types that exclude each other: " + words(parts.flatMap(\.types).map(\.rawValue)))
            }
            types = common
        }
        return types
    }

    private func format(_ parts: [Schema]) throws(Contradiction) -> String? {
        let formats = parts.compactMap(\.format)
        let deciding = Set(formats).intersection(["date", "date-time", "duration", "binary", "byte"])
        if deciding.count > 1 { throw Contradiction(reason: "requires formats that exclude each other: " + words(deciding.sorted())) }
        return deciding.first ?? (formats.contains("int32") ? "int32" : formats.first)
    }

    private func unit(_ parts: [Schema]) throws(Contradiction) -> NumberUnit? {
        let units = parts.compactMap(\.unit)
        if Set(units.map(\.name)).count > 1 {
            throw Contradiction(reason: "requires units that exclude each other: " + words(units.map(\.name)))
        }
        return units.first
    }

    /// Returns the values that every enum contains, with the first names that are given for them.
    private func enumeration(_ parts: [Schema]) throws(Contradiction) -> (values: [Node], names: [String]) {
        let lists = parts.map(\.enumeration).filter { !$0.isEmpty }
        guard var values = lists.first else { return ([], []) }
        for list in lists.dropFirst() {
            let texts = Set(list.map(Schema.text))
            values.removeAll { !texts.contains(Schema.text(of: $0)) }
        }
        if values.isEmpty { throw Contradiction(reason: "joins enums that have no value in common") }
        var names: [String: String] = [:]
        for part in parts {
            names.merge(zip(part.enumeration.map(Schema.text), part.enumerationNames)) { first, _ in first }
        }
        let found = values.compactMap { names[Schema.text(of: $0)] }
        return (values, found.count == values.count ? found : [])
    }

    private func says(_ part: Schema, all result: Schema) -> Bool {
        Set(part.types) == Set(result.types) && part.format == result.format && part.fractionDigits == result.fractionDigits
            && part.wallClock == result.wallClock
            && part.unit?.name == result.unit?.name
            && part.items.map(descriptions(ofItemsAt:)) == result.items.map(descriptions(ofItemsAt:))
            && part.enumeration.map(Schema.text) == result.enumeration.map(Schema.text)
    }

    private func words(_ words: [String]) -> String {
        var seen: Set<String> = []
        return words.filter { seen.insert($0).inserted }.joined(separator: " and ")
    }
}

extension Schema {
    /// `true` if the schema describes its values in addition to its `allOf`.
    var isValue: Bool { !types.isEmpty && types != [.object] || format != nil || !enumeration.isEmpty || items != nil }

    /// Returns the types that both lists contain; `nil` if no type is in both. An empty list means any type.
    fileprivate static func common(_ left: [ValueType], _ right: [ValueType]) -> [ValueType]? {
        guard !left.isEmpty, !right.isEmpty else { return left.isEmpty ? right : left }
        let common = left.compactMap { type -> ValueType? in
            if right.contains(type) { return type }
            // Every whole number is a number.
            let isWhole = type == .integer && right.contains(.number) || type == .number && right.contains(.integer)
            return isWhole ? .integer : nil
        }
        return common.isEmpty ? nil : common
    }

    /// Returns `true` if the values of both schemas have the same Swift type, apart from the names of listed values.
    fileprivate func isSameKind(as other: Schema) -> Bool {
        types == other.types && format == other.format && fractionDigits == other.fractionDigits && items == other.items
            && (enumeration.isEmpty == other.enumeration.isEmpty || types == [.string])
            && enumeration.allSatisfy { $0.scalar != nil } && other.enumeration.allSatisfy { $0.scalar != nil }
    }

    /// Returns the text that distinguishes a value of an enum from the others.
    fileprivate static func text(of value: Node) -> String { value.scalar?.text ?? "\(value.location)" }
}
