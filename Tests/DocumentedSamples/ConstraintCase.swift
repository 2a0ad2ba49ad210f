@_spi(Generated) import ClockifyRuntime

/// A documented constraint, with a value that breaks it and one that meets it at its edge.
package struct ConstraintCase: Sendable, CustomStringConvertible {
    package let description: String
    let pointer: String
    let rule: RequestProblem.Rule
    /// What is found wrong with the one that meets the constraint.
    package let met: [RequestProblem]
    /// What is found wrong with the one that breaks it.
    package let broken: [RequestProblem]

    package init<Model: Validated>(_ name: String, _ pointer: String, _ rule: RequestProblem.Rule, met: Model, broken: Model) {
        description = "\(name): \(rule)"
        self.pointer = pointer
        self.rule = rule
        self.met = ConstraintCase.problems(of: met)
        self.broken = ConstraintCase.problems(of: broken)
    }

    /// Whether a problem is that this constraint is broken.
    package func isBroken(by problem: RequestProblem) -> Bool {
        // A bound may be written in another way: `at most 1e3` is `at most 1000`.
        problem.pointer == pointer && "\(problem.rule)".hasPrefix("\(rule)".prefix { !$0.isNumber })
    }

    private static func problems(of model: some Validated) -> [RequestProblem] {
        var rules = Rules()
        rules.model(model, at: nil)
        return rules.problems
    }
}
