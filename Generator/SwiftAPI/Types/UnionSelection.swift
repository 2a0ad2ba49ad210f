import GeneratorOpenAPI

/// How the reader of a union decides which of several objects it reads.
struct UnionSelection {
    /// The member whose value decides: that of the spec's discriminator, or one that each object requires with values of its own.
    private(set) var discriminator: String?
    /// The values of the discriminator that select each object.
    private(set) var values: [Place: [String]] = [:]
    /// The constants that distinguish each object from the others.
    private(set) var constants: [Place: [Constant]] = [:]

    private let resolutions: Resolutions
    private let places: [Place]
    /// The constants of each object.
    private var known: [[Constant]]

    /// - Parameters:
    ///   - places: The alternatives that are objects, with those of nested unions.
    ///   - schema: The union.
    init(of places: [Place], in schema: Schema, resolutions: Resolutions, diagnostics: Diagnostics) {
        self.resolutions = resolutions
        self.places = places
        known = places.map(resolutions.constants(of:))
        let nested = resolutions.choice(of: schema).nested.map { (union: $0, alternatives: Set(resolutions.alternatives(of: $0))) }
        for (union, alternatives) in nested { addConstants(of: union, to: alternatives) }
        constants = Dictionary(
            zip(places, resolutions.distinguishingConstants(of: places, among: known)), uniquingKeysWith: { first, _ in first })
        guard let declared = schema.discriminator else {
            discriminator = commonConstant()
            for (place, constants) in zip(places, known) { values[place] = constants.first { $0.name == discriminator }?.values }
            return
        }
        discriminator = declared.propertyName
        values = values(of: declared, nested: nested)
        if let fallback = declared.fallback.map({ resolutions.resolved($0).schema.place }) {
            values[fallback] = []
            constants[fallback]?.removeAll { $0.name == declared.propertyName }
        }
        for place in places where values[place] == nil {
            diagnostics.flaw(
                at: resolutions.resolved(place).schema.location, "an alternative of a union with a discriminator needs a value",
                otherwise: "objects with the value of no other alternative are read as this one",
                remedy: "make it a component, or add it to the discriminator's mapping")
        }
    }

    /// Adds the values of a nested union's discriminator to the constants of its alternatives.
    private mutating func addConstants(of union: Schema, to alternatives: Set<Place>) {
        guard let discriminator = union.discriminator else { return }
        let values = values(of: discriminator, nested: [])
        for (index, place) in places.enumerated() where alternatives.contains(place) {
            guard let own = values[place], !known[index].contains(where: { $0.name == discriminator.propertyName }) else { continue }
            known[index].append(Constant(name: discriminator.propertyName, values: own, isRequired: true))
        }
    }

    /// Returns the discriminator values that select each object: from the mapping, or from the object's constants, or else its name.
    private func values(of discriminator: Schema.Discriminator, nested: [(union: Schema, alternatives: Set<Place>)]) -> [Place: [String]] {
        let listed = discriminator.mapping.dropLast(discriminator.impliedCount)
        var mapped = Dictionary(grouping: listed) { resolutions.resolved($0.schema).schema.place }
            .mapValues { $0.map(\.value) }
        for (union, alternatives) in nested {
            guard let values = mapped[union.place] else { continue }
            for alternative in alternatives { mapped[alternative, default: []] += values }
        }
        let constants = known.map { constants in constants.first { $0.name == discriminator.propertyName }?.values }
        let counts = Dictionary(constants.compactMap { $0.map { (Set($0), 1) } }, uniquingKeysWith: +)
        var values: [Place: [String]] = [:]
        for (place, constants) in zip(places, constants) {
            let object = resolutions.resolved(place).schema
            // A list of values that several objects share describes the member. It does not identify an object.
            let own = constants.flatMap { Set($0).count == 1 || counts[Set($0)] == 1 ? $0 : nil }
            values[place] = mapped[object.place] ?? own ?? object.componentName.map { [$0] }
        }
        return values
    }

    /// Returns the first member that every object requires, and whose values are different ones in each.
    private func commonConstant() -> String? {
        guard known.count > 1, let first = known.first else { return nil }
        return first.map(\.name).first { name in
            var seen: Set<String> = []
            return known.allSatisfy { constants in
                guard let constant = constants.first(where: { $0.name == name }), constant.isRequired else { return false }
                return Set(constant.values).allSatisfy { seen.insert($0).inserted }
            }
        }
    }
}
