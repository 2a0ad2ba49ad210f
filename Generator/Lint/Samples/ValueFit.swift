package import GeneratorOpenAPI
package import GeneratorYAML

/// Checks values in the spec against its schemas.
package struct ValueFit {
    package enum Direction { case sent, received }

    let document: Document
    let matches: (String, String) -> Bool?
    /// The direction of the value. Required read-only members may be missing from sent values, and required write-only members from
    /// received ones.
    var direction: Direction?
    private let facts: SchemaFacts

    /// - Parameter facts: Previously cached facts about the document's schemas.
    package init(
        document: Document, matches: @escaping (String, String) -> Bool?, direction: Direction? = nil, facts: SchemaFacts? = nil
    ) {
        self.document = document
        self.matches = matches
        self.direction = direction
        self.facts = facts ?? SchemaFacts(document)
    }

    package func misfits(of value: Node, with place: Place) -> [Misfit] {
        // Nested alternatives can multiply beyond what can be tried.
        var steps = 200_000
        let found = misfits(of: value, with: place, at: [], depth: 0, &steps)
        guard steps <= 0 else { return found }
        return [
            Misfit(
                kind: .value, location: value.location, path: [],
                message: "its schema has more alternatives than can be tried; nest fewer")
        ]
    }

    // MARK: Schemas

    private func misfits(of value: Node, with place: Place, at path: [String], depth: Int, _ steps: inout Int) -> [Misfit] {
        steps -= 1
        guard depth < 200, steps > 0, let schema = document.schemas[place] else { return [] }
        if value.scalar?.value == .null, document.allowsNull(place) { return [] }
        var found: [Misfit] = []
        if let reference = schema.reference { found += misfits(of: value, with: reference, at: path, depth: depth + 1, &steps) }
        found += typeMisfits(of: value, schema, at: path)
        guard found.isEmpty else { return found }
        found += ConstraintFit(schema: schema, matches: matches).misfits(of: value, at: path)
        found += enumerationMisfits(of: value, schema, at: path)
        // Only all parts together determine which members are known.
        let own = facts.known(place, direction)
        func isForeign(_ misfit: Misfit) -> Bool {
            misfit.kind != .unknownMember || misfit.path.count > path.count + 1 || !own.contains(misfit.path[path.count])
        }
        for part in schema.allOf {
            found += misfits(of: value, with: part, at: path, depth: depth + 1, &steps)
                .filter { $0.kind != .unknownMember || $0.path.count > path.count + 1 }
        }
        for alternatives in [schema.oneOf, schema.anyOf] where !alternatives.isEmpty {
            // If no alternative matches, the closest one is the most informative: one of the same type, with the fewest problems
            // inside.
            func distance(_ misfits: [Misfit]) -> Int { misfits.count + (misfits.contains { $0.path.count == path.count } ? 1000 : 0) }
            let results = chosen(by: value, among: alternatives, of: schema)
                .map { misfits(of: value, with: $0, at: path, depth: depth + 1, &steps).filter(isForeign) }
            if let best = results.min(by: { distance($0) < distance($1) }) { found += best }
        }
        switch value.content {
        case .mapping(let mapping): found += memberMisfits(of: mapping, at: value.location, place, schema, path, depth, &steps)
        case .sequence(let elements):
            guard let items = schema.items else { break }
            for (index, element) in elements.enumerated() {
                found += misfits(of: element, with: items, at: path + [String(index)], depth: depth + 1, &steps)
            }
        case .scalar: break
        }
        return found
    }

    /// Returns the alternatives that the discriminator value permits.
    private func chosen(by value: Node, among alternatives: [Place], of schema: Schema) -> [Place] {
        guard let discriminator = schema.discriminator, let name = value[discriminator.propertyName]?.string else { return alternatives }
        if let mapped = discriminator.mapping.first(where: { $0.value == name }) { return [mapped.schema] }
        let named = alternatives.filter { place in
            let schema = document.schema(place)
            return (schema.reference.map { document.schema($0) } ?? schema).componentName == name
        }
        return named.isEmpty ? alternatives : named
    }

    // MARK: Types

    private func typeMisfits(of value: Node, _ schema: Schema, at path: [String]) -> [Misfit] {
        guard !schema.types.isEmpty, !schema.types.contains(where: { ValueFit.fits(value, $0) }), !isPrinted(value, schema) else {
            return []
        }
        let types = schema.types.map(\.rawValue).joined(separator: " or ")
        return [
            Misfit(
                kind: .value, location: value.location, path: path,
                message: "\(ValueFit.described(value)) is not of type \(types), as the schema at \(schema.location) requires")
        ]
    }

    /// Returns `true` if a response contains the value as a string, or a single value in place of a list, and the spec permits that
    /// (`x-lenient`).
    private func isPrinted(_ value: Node, _ schema: Schema) -> Bool {
        guard schema.isLenient, direction == .received else { return false }
        if schema.types == [.array] { return value.sequence == nil }
        guard let text = value.string else { return false }
        return schema.types.contains { type in
            switch type {
            case .boolean: text == "true" || text == "false"
            case .integer: Int64(text) != nil
            case .number: Double(text)?.isFinite == true
            case .string, .array, .object: false
            }
        }
    }

    static func fits(_ value: Node, _ type: Schema.ValueType) -> Bool {
        switch value.content {
        case .mapping: return type == .object
        case .sequence: return type == .array
        case .scalar(let scalar):
            switch scalar.value {
            case .null: return false
            case .bool: return type == .boolean
            case .integer: return type == .integer || type == .number
            case .decimal(let text): return type == .number || type == .integer && Double(text).map { $0 == $0.rounded() } == true
            // A string stands for the bytes of a file.
            case .string: return type == .string
            }
        }
    }

    /// Returns a key that is the same for equal values: the kind and the text.
    static func key(of value: Node) -> String {
        switch value.scalar?.value {
        case .string(let text): "s" + text
        case .integer(let number): "n\(number)"
        case .decimal(let text): "n" + (Number(text: text)?.canonicalText ?? text)
        case .bool(let value): "b\(value)"
        case .null: "0"
        case nil: ""
        }
    }

    static func described(_ value: Node) -> String {
        switch value.content {
        case .mapping: return "an object"
        case .sequence: return "a list"
        case .scalar(let scalar):
            if case .string(let text) = scalar.value {
                return text.unicodeScalars.count > 40
                    ? String(String.UnicodeScalarView(text.unicodeScalars.prefix(40))).debugDescription + "…" : text.debugDescription
            }
            return scalar.value == .null ? "null" : scalar.text
        }
    }

    private func enumerationMisfits(of value: Node, _ schema: Schema, at path: [String]) -> [Misfit] {
        guard !schema.enumeration.isEmpty, !facts.enumeration(of: schema).contains(ValueFit.key(of: value)) else { return [] }
        let values = schema.enumeration.prefix(8).map(ValueFit.described).joined(separator: ", ")
        let more = schema.enumeration.count > 8 ? ", …" : ""
        return [
            Misfit(
                kind: .value, location: value.location, path: path,
                message: "\(ValueFit.described(value)) is not in the enum at \(schema.location): \(values)\(more)")
        ]
    }

    // MARK: Members

    private func memberMisfits(
        of mapping: Mapping, at location: SourceLocation, _ place: Place, _ schema: Schema, _ path: [String], _ depth: Int,
        _ steps: inout Int
    ) -> [Misfit] {
        var found: [Misfit] = []
        let properties = facts.properties(of: schema, direction)
        let required = facts.required(of: schema)
        let present = Set(mapping.entries.compactMap { properties[$0.key] })
        for name in schema.required where mapping[name] == nil {
            if let property = properties[name], isLeftOut(property) || present.contains(property) { continue }
            found.append(
                Misfit(
                    kind: .missingMember, location: location, path: path + [name],
                    message: "\"\(name)\" is missing, which the schema at \(schema.location) requires"))
        }
        for entry in mapping.entries {
            let child = path + [entry.key]
            if let property = properties[entry.key] {
                // An optional member may also be null, because the service does not distinguish the two.
                if entry.value.scalar?.value == .null, !required.contains(entry.key) { continue }
                found += misfits(of: entry.value, with: property, at: child, depth: depth + 1, &steps)
            } else if case .schema(let other) = schema.additionalProperties {
                found += misfits(of: entry.value, with: other, at: child, depth: depth + 1, &steps)
            } else if schema.additionalProperties != .anything, !facts.isOpen(place), !facts.known(place, direction).contains(entry.key) {
                found.append(
                    Misfit(
                        kind: .unknownMember, location: entry.keyLocation, path: child,
                        message: "\"\(entry.key)\" is not a property of the schema at \(schema.location)"))
            }
        }
        return found
    }

    private func isLeftOut(_ place: Place) -> Bool {
        guard let schema = document.schemas[place] else { return false }
        return direction == .sent && schema.isReadOnly || direction == .received && schema.isWriteOnly
    }
}
