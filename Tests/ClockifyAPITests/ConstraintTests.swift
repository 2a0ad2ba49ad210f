import DocumentedSamples
import Testing

@Suite("Documented constraints")
struct ConstraintTests {
    @Test("Each constraint accepts its boundary value and reports a violation with its JSON pointer", arguments: documentedConstraints)
    func constraint(_ constraint: ConstraintCase) {
        #expect(!constraint.met.contains(where: constraint.isBroken), "\(constraint.met)")
        #expect(constraint.broken.contains(where: constraint.isBroken), "\(constraint.broken)")
    }

    @Test("Every documented constraint has a test case")
    func count() {
        #expect(documentedConstraints.count > 100)
    }
}
