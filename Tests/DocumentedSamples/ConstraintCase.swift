@_spi(Generated) import ClockifyRuntime

/// A documented constraint, with a value that violates it and a boundary value that satisfies it.
package struct ConstraintCase: Sendable, CustomStringConvertible {
    package let description: String
    let pointer: String
    let rule: RequestProblem.Rule
    /// The problems of the value that satisfies the constraint.
    package let met: [RequestProblem]
    /// The problems of the value that violates it.
    package let broken: [RequestProblem]

    package init<Model: Validated>(_ name: String, _ pointer: String, _ rule: RequestProblem.Rule, met: Model, broken: Model) {
        description = "\(name): \(rule)"
        self.pointer = pointer
        self.rule = rule
        self.met = ConstraintCase.problems(of: met)
        self.broken = ConstraintCase.problems(of: broken)
    }

    /// `true` if the problem is a violation of this constraint.
    package func isBroken(by problem: RequestProblem) -> Bool {
        // A bound may have another notation: `at most 1e3` is `at most 1000`.
        problem.pointer == pointer && "\(problem.rule)".hasPrefix("\(rule)".prefix { !$0.isNumber })
    }

    private static func problems(of model: some Validated) -> [RequestProblem] {
        var rules = Rules()
        rules.model(model, at: nil)
        return rules.problems
    }
}
