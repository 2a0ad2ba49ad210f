import DocumentedSamples
import Testing

@Suite("Every documented constraint")
struct ConstraintTests {
    @Test("is met at its edge, and told with its JSON pointer when it is broken", arguments: documentedConstraints)
    func constraint(_ constraint: ConstraintCase) {
        #expect(!constraint.met.contains(where: constraint.isBroken), "\(constraint.met)")
        #expect(constraint.broken.contains(where: constraint.isBroken), "\(constraint.broken)")
    }

    @Test("is a test case")
    func count() {
        #expect(documentedConstraints.count > 100)
    }
}
