extension Union {
    /// The alternatives that an object may be of, once its discriminator is known.
    package struct Choice: Sendable {
        /// The values of the discriminator that lead to this choice; none without a discriminator, and for any other value.
        package var values: [String] = []
        package var models: [Alternative] = []
        /// The alternative of an object that is none of the models.
        package var anyObject: Alternative?

        /// `true` if the members of the object decide between the alternatives.
        package var isGuess: Bool { models.count > 1 || models.count == 1 && anyObject != nil && !models[0].requiredMembers.isEmpty }
    }

    /// The choices in the order in which a reader tries them; none if no alternative is an object. The last choice is for an unknown
    /// discriminator, or the only one if the union has none.
    package var choices: [Choice] {
        let models = alternatives.filter { $0.kind == .model }
        let anyObject = alternatives.first { $0.kind == .anyObject }
        guard !models.isEmpty || anyObject != nil else { return [] }
        guard discriminator != nil else { return [Choice(models: models, anyObject: anyObject)] }
        return discriminated(models) + [Choice(models: models.filter(\.discriminatorValues.isEmpty), anyObject: anyObject)]
    }

    /// Returns the constants that help to recognize an object of an alternative, once its discriminator is known.
    package func decidingConstants(of alternative: Alternative) -> [Constant] { alternative.constants.filter { $0.name != discriminator } }

    /// Returns a choice for each value of the discriminator. Values that lead to the same models share a choice.
    private func discriminated(_ models: [Alternative]) -> [Choice] {
        var indicesOfValue: [String: [Int]] = [:]
        for (index, model) in models.enumerated() {
            for value in Set(model.discriminatorValues) { indicesOfValue[value, default: []].append(index) }
        }
        var choices: [Choice] = []
        var positions: [[Int]: Int] = [:]
        var seen: Set<String> = []
        for value in models.flatMap(\.discriminatorValues) where seen.insert(value).inserted {
            let indices = indicesOfValue[value] ?? []
            if let position = positions[indices] {
                choices[position].values.append(value)
            } else {
                positions[indices] = choices.count
                choices.append(Choice(values: [value], models: indices.map { models[$0] }))
            }
        }
        return choices
    }
}
