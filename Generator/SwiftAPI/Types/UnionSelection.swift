import GeneratorOpenAPI

/// How a reader of a union knows which of several kinds of objects it has before it.
struct UnionSelection {
    /// The member whose value decides: that of the spec's discriminator, or one that each object requires with values of its own.
    private(set) var discriminator: String?
    /// The values of the discriminator that select each object.
    private(set) var values: [Place: [String]] = [:]
    /// The constants that distinguish each object from the others.
    private(set) var constants: [Place: [Constant]] = [:]

    /// - Parameters:
    ///   - places: The alternatives that are objects.
    ///   - schema: The union.
    init(of places: [Place], in schema: Schema, resolutions: Resolutions, diagnostics: Diagnostics) {
        let known = places.map(resolutions.constants(of:))
        constants = Dictionary(zip(places, resolutions.distinguishingConstants(of: places)), uniquingKeysWith: { first, _ in first })
        guard let declared = schema.discriminator else {
            discriminator = UnionSelection.discriminator(in: known)
            for (place, constants) in zip(places, known) {
                values[place] = constants.first { $0.name == discriminator }?.values
            }
            return
        }
        discriminator = declared.propertyName
        let mapped = Dictionary(grouping: declared.mapping) { resolutions.resolved($0.schema).schema.place }
            .mapValues { $0.map(\.value) }
        for (place, constants) in zip(places, known) {
            let object = resolutions.resolved(place).schema
            let listed = constants.first { $0.name == discriminator }?.values
            // Values that several objects share are those of the member, and not of the object.
            let isOwn = listed.map { $0.count == 1 || !known.contains(others: listed, named: declared.propertyName) } ?? false
            if !declared.isImplied, let values = mapped[object.place] {
                self.values[place] = values
            } else if isOwn, let listed {
                values[place] = listed
            } else if let values = mapped[object.place] ?? object.componentName.map({ [$0] }) {
                self.values[place] = values
            } else {
                diagnostics.flaw(
                    at: object.location, "an alternative of a union with a discriminator needs a value",
                    otherwise: "objects with the value of no other alternative are read as this one",
                    remedy: "make it a component, or add it to the discriminator's mapping")
            }
        }
    }

    /// Returns the first member that every object requires, and whose values are different ones in each.
    private static func discriminator(in constants: [[Constant]]) -> String? {
        guard constants.count > 1, let first = constants.first else { return nil }
        return first.map(\.name).first { name in
            var seen: Set<String> = []
            return constants.allSatisfy { constants in
                guard let constant = constants.first(where: { $0.name == name }), constant.isRequired else { return false }
                return Set(constant.values).allSatisfy { seen.insert($0).inserted }
            }
        }
    }
}

extension [[Constant]] {
    /// Returns `true` if several objects list exactly these values for the member.
    fileprivate func contains(others values: [String]?, named name: String) -> Bool {
        count { constants in constants.contains { $0.name == name && Set($0.values) == Set(values ?? []) } } > 1
    }
}
