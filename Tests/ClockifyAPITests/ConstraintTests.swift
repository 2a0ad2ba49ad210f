import ClockifyAPI
import Testing

/// A documented constraint, with a value that breaks it and one that meets it at its edge.
struct ConstraintCase: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let pointer: String
    let rule: Problem.Rule
    let met: [Problem]
    let broken: [Problem]

    init<Model: Validated>(_ name: String, _ pointer: String, _ rule: Problem.Rule, met: Model, broken: Model) {
        testDescription = "\(name): \(rule)"
        self.pointer = pointer
        self.rule = rule
        self.met = ConstraintCase.problems(of: met)
        self.broken = ConstraintCase.problems(of: broken)
    }

    private static func problems(of model: some Validated) -> [Problem] {
        var rules = Rules()
        rules.model(model, at: nil)
        return rules.problems
    }
}

@Suite("Every documented constraint")
struct ConstraintTests {
    @Test("is met at its edge, and told with its JSON pointer when it is broken", arguments: documentedConstraints)
    func constraint(_ constraint: ConstraintCase) {
        let sameRule = { (problem: Problem) in
            // A bound may be written in another way: `at most 1e3` is `at most 1000`.
            problem.pointer == constraint.pointer && "\(problem.rule)".hasPrefix("\(constraint.rule)".prefix { !$0.isNumber })
        }
        #expect(!constraint.met.contains(where: sameRule), "\(constraint.met)")
        #expect(constraint.broken.contains(where: sameRule), "\(constraint.broken)")
    }

    @Test("is a test case")
    func count() {
        #expect(documentedConstraints.count > 100)
    }
}
