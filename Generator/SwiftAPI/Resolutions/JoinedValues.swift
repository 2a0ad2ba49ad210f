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

    private func join(_ parts: [Schema], in schema: Schema) -> Schema {
        if let reason = contradiction(of: parts) {
            diagnostics.flaw(
                at: schema.location, "this allOf \(reason), so that no value satisfies it", otherwise: "any value is taken",
                remedy: "correct one of its parts", about: .constraint)
            return Schema(place: schema.place, location: schema.location)
        }
        var result = schema
        result.allOf = []
        result.types = parts.reduce([]) { Schema.common($0, $1.types) ?? $0 }
        result.format = parts.compactMap(\.format).first { Self.decidingFormats.contains($0) } ?? integerFormat(parts)
        result.unit = parts.lazy.compactMap(\.unit).first
        result.fractionDigits = parts.lazy.compactMap(\.fractionDigits).first
        result.wallClock = parts.lazy.compactMap(\.wallClock).first
        (result.enumeration, result.enumerationNames) = enumeration(parts)
        result.items = joinedItems(parts.reversed().compactMap(\.items))
        return result
    }

    /// Returns the schema of a list's items that several schemas describe. The last schema is nearest to the use.
    ///
    /// It is combined later, when it is first needed, because the items of a recursive list lead back to the list.
    private func joinedItems(_ items: [Place]) -> Place? {
        var seen: Set<Place> = []
        let ends = items.flatMap(itemsDescribed).filter { seen.insert($0).inserted }
        guard ends.count > 1 else { return items.last }
        // Lists that lead back to each other with the same items have one combination.
        let sorted = ends.sorted()
        let place = sorted[0].appending("joins", sorted.dropFirst().map(\.description).joined(separator: " "))
        joinedItems[place] = joinedItems[place] ?? ends
        return place
    }

    /// Returns the schemas that describe a list's items: several if `allOf` joins lists, and else the one that the references lead to.
    private func itemsDescribed(by place: Place) -> [Place] {
        if let known = joinedItems[place] { return known }
        return refinements[place] == nil ? [references.target(of: place, in: document).place] : [place]
    }

    /// Combines the schemas of a list's items.
    func joinItems(_ items: [Place], at place: Place) {
        guard let first = items.first else { return }
        let last = items.dropFirst().reduce(first) { refined($0, by: $1) }
        var schema = Schema(place: place, location: self.schema(last).location)
        schema.allOf = [last]
        refinements[place] = schema
    }

    /// Returns the reason why no value satisfies all parts; `nil` if some may.
    private func contradiction(of parts: [Schema]) -> String? {
        var types: [Schema.ValueType] = []
        for part in parts {
            guard let common = Schema.common(types, part.types) else {
                return "requires types that exclude each other: " + words(parts.flatMap(\.types).map(\.rawValue))
            }
            types = common
        }
        let formats = Set(parts.compactMap(\.format)).intersection(Self.decidingFormats)
        if formats.count > 1 { return "requires formats that exclude each other: " + words(formats.sorted()) }
        let units = parts.compactMap(\.unit).map(\.name)
        if Set(units).count > 1 { return "requires units that exclude each other: " + words(units) }
        if parts.contains(where: { !$0.enumeration.isEmpty }), enumeration(parts).values.isEmpty {
            return "joins enums that have no value in common"
        }
        return nil
    }

    /// The formats that determine the Swift type. A value has one of them at most.
    private static let decidingFormats: Set = ["date", "date-time", "duration", "binary", "byte"]

    private func integerFormat(_ parts: [Schema]) -> String? {
        let formats = parts.compactMap(\.format)
        return formats.contains("int32") ? "int32" : formats.first
    }

    /// Returns the values that every enum contains, with the first names that are given for them.
    private func enumeration(_ parts: [Schema]) -> (values: [Node], names: [String]) {
        let lists = parts.map(\.enumeration).filter { !$0.isEmpty }
        guard var values = lists.first else { return ([], []) }
        for list in lists.dropFirst() {
            let texts = Set(list.map(Schema.text))
            values.removeAll { !texts.contains(Schema.text(of: $0)) }
        }
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
            && part.items.map(itemsDescribed) == result.items.map(itemsDescribed)
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
