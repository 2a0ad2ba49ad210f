import GeneratorOpenAPI
import GeneratorSwiftAPI
import GeneratorYAML

/// The names of types, their enumeration members and the order of their properties.
extension Carry {
    /// An old type, and the schemas of the new document that describe its values.
    private struct Candidate {
        let type: TypeDeclaration
        let schema: Schema
        var places: [Place] = []
        var uses: [Place: Int] = [:]
    }

    mutating func carryTypes() {
        let candidates = withoutContest(candidates())
        var owners: [Place: Int] = [:]
        for (index, candidate) in candidates.enumerated() { for place in candidate.places { owners[place] = index } }
        // From the outside in: what stands inside a repetition of a type follows from the type.
        let places = owners.keys.sorted(by: SharedTypes.isNamedFirst)
        var firsts: [Int: Place] = [:]
        var sharers: [Int: [Place]] = [:]
        var likeness = SchemaLikeness { [schemas = new.document.schemas] in schemas[$0] }
        for place in places {
            guard let index = owners[place], !isRepeated(place) else { continue }
            guard let first = firsts[index] else {
                firsts[index] = place
                continue
            }
            if let difference = likeness.difference(first, place) {
                let type = candidates[index].type
                decisions.contradict(
                    "\(old.api.name).\(type.name) of \(type.location) would be this schema too, but \(difference) from that at \(new.resolutions.schema(first).location)",
                    at: new.resolutions.schema(place).location)
            } else {
                repeated.insert(place)
                sharers[index, default: []].append(place)
            }
        }
        for (index, candidate) in candidates.enumerated() {
            guard let first = firsts[index] else { continue }
            name(candidate.type, candidate.schema, first, alsoAt: sharers[index] ?? [])
        }
    }

    private func candidates() -> [Candidate] {
        var candidates: [Candidate] = []
        var positions: [String: Int] = [:]
        for use in correspondence.uses {
            let (before, after) = (old.resolutions.resolved(use.old).schema, new.resolutions.resolved(use.new).schema)
            guard let type = old.type(of: before), canBe(type, after, at: use.new) else { continue }
            let position = positions[type.name] ?? candidates.count
            if position == candidates.count {
                positions[type.name] = position
                candidates.append(Candidate(type: type, schema: before))
            }
            let place = after.place
            if candidates[position].uses[place] == nil { candidates[position].places.append(place) }
            candidates[position].uses[place, default: 0] += 1
        }
        return candidates
    }

    /// Returns `true` if a schema of the new document can become a type of the same kind.
    private func canBe(_ type: TypeDeclaration, _ schema: Schema, at place: Place) -> Bool {
        switch (type.kind, new.shapes.shape(of: place)) {
        case (.structure, .structure), (.enumeration, .enumeration), (.union, .union), (.identifier, .identifier): true
        case (.identifier, .value(.string)): schema.types == [.string] && (schema.format == nil || schema.format == "uuid")
        default: false
        }
    }

    /// Gives each schema to one type: the one that has no other, then the one that uses it most.
    private mutating func withoutContest(_ candidates: [Candidate]) -> [Candidate] {
        var claims: [Place: [Int]] = [:]
        for (index, candidate) in candidates.enumerated() { for place in candidate.places { claims[place, default: []].append(index) } }
        var result = candidates
        for (place, claimants) in claims.sorted(by: { $0.key < $1.key }) where claimants.count > 1 {
            let ranked = claimants.sorted { left, right in
                func rank(_ index: Int) -> (Int, Int, String) {
                    (candidates[index].places.count == 1 ? 0 : 1, -(candidates[index].uses[place] ?? 0), candidates[index].type.name)
                }
                return rank(left) < rank(right)
            }
            let names = ranked.map { "\(old.api.name).\(candidates[$0].type.name)" }
            for index in ranked.dropFirst() { result[index].places.removeAll { $0 == place } }
            decisions.contradict(
                "\(names.joined(separator: ", ")) were several types; this one schema is \(names[0]) now",
                at: new.resolutions.schema(place).location)
        }
        return result
    }

    /// Returns `true` if a place is inside a schema that repeats a type of another place.
    func isRepeated(_ place: Place) -> Bool {
        guard !repeated.isEmpty else { return false }
        return place.path.indices.contains { repeated.contains(Place(file: place.file, path: Array(place.path[..<$0]))) }
    }

    private mutating func name(_ type: TypeDeclaration, _ before: Schema, _ first: Place, alsoAt others: [Place]) {
        named.formUnion([first] + others)
        let schema = new.resolutions.schema(first)
        let isDerived = others.isEmpty && first.isComponent && Names.type(schema.componentName ?? "") == type.name
        if !isDerived, schema.typeName != type.name {
            let key = others.isEmpty && first.isComponent ? "x-swift-name" : "x-swift-type"
            for place in [first] + others { decisions.set(key, to: .text(type.name), at: place, from: type.location) }
        }
        carryMemberNames(of: type, before, schema)
        carryOrder(of: type, before, schema)
        if case .structure = type.kind { carryWindow(before, schema) }
    }

    /// Carries the windows of an object. A window belongs to the part of the object that has its members, in the new document too.
    private mutating func carryWindow(_ before: Schema, _ after: Schema) {
        for window in old.resolutions.members(of: before.place).windows {
            let names = [window.start, window.end, window.zone].compactMap(\.self)
            let members = Set(new.resolutions.members(of: after.place).all.map(\.name))
            guard let missing = names.first(where: { !members.contains($0) }) else {
                let members = zip(["start", "end", "zone"], names).map { DocumentValue.Member(key: $0, value: .text($1)) }
                decisions.set("x-window", to: .object(members), at: part(of: after, with: names).place, from: window.location)
                continue
            }
            decisions.contradict(
                "there is no property \"\(missing)\", which x-window at \(window.location) names", at: after.location)
        }
    }

    /// Returns the innermost part of an object that has all the members: a schema of its `allOf`, or the object itself.
    private func part(of schema: Schema, with names: [String]) -> Schema {
        var (schema, seen) = (schema, Set<Place>())
        while seen.insert(schema.place).inserted {
            let parts = schema.allOf.map { new.resolutions.resolved($0).schema }
            let holder = parts.first { part in
                Set(new.resolutions.members(of: part.place).all.map(\.name)).isSuperset(of: names)
            }
            guard let holder else { break }
            schema = holder
        }
        return schema
    }

    /// Names the members of an enumeration as before. New values get the names that they would have anyway.
    private mutating func carryMemberNames(of type: TypeDeclaration, _ before: Schema, _ after: Schema) {
        guard !before.enumerationNames.isEmpty, case .enumeration(let enumeration) = type.kind else { return }
        let names = Dictionary(enumeration.members.map { ($0.value, $0.name) }) { first, _ in first }
        let values = after.enumeration.map { node -> DocumentValue in
            let literal: Literal
            if case .integer(let number) = node.scalar?.value, enumeration.rawType == .int {
                literal = .integer(number)
            } else {
                literal = .string(node.scalar?.text ?? "")
            }
            return .text(names[literal] ?? Names.enumerationMember(node.scalar?.text ?? ""))
        }
        decisions.set("x-enum-varnames", to: .list(values), at: after.place, from: before.location)
    }

    private mutating func carryOrder(of type: TypeDeclaration, _ before: Schema, _ after: Schema) {
        guard case .structure = type.kind else { return }
        let (old, new) = (
            old.resolutions.members(of: before.place).all.map(\.name), new.resolutions.members(of: after.place).all.map(\.name)
        )
        let order = old.filter(Set(new).contains)
        // New properties come last, where they change the least.
        guard order != Array(new.prefix(order.count)) else { return }
        decisions.set("x-swift-order", to: .list(order.map { .text($0) }), at: after.place, from: before.location)
    }
}
