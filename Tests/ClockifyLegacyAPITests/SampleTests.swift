import ClockifySandbox
import DocumentedSamples
import Testing

@Suite("Samples of the older page")
struct SampleTests {
    let check: SampleCheck

    init() throws { check = SampleCheck(catalog: try Catalog.legacy.get(), decisions: sampleDecisions) }

    @Test("Every sample survives a round trip without loss, except for the recorded differences", arguments: documentedSamples)
    func sample(_ sample: Sample) {
        #expect(check.problems(of: sample) == [])
    }

    @Test("Every sample fits its definition, except for the recorded contradictions")
    func contradictions() {
        #expect(check.contradictions() == [])
    }

    @Test("A null at any place is decoded, or the error names the place that cannot be null")
    func nulls() throws {
        let results = try documentedSamples.map(NullCheck.init)
        #expect(results.flatMap(\.problems) == [])
        #expect(results.map(\.read).reduce(0, +) > 300)
        #expect(results.map(\.refused).reduce(0, +) > 0)
    }

    @Test("Every recorded decision belongs to a sample that exists")
    func knownSamples() {
        #expect(check.idleDecisions() == [])
    }

    @Test("A Boolean or a number printed as a string is accepted only where the spec allows it")
    func lenience() {
        let results = documentedSamples.map(check.lenience)
        #expect(results.flatMap(\.problems) == [])
        #expect(results.map(\.lenient).reduce(0, +) == 83)
        // `projectListCollapse` in a user's settings, which is null in the samples.
        #expect(results.map(\.strict).reduce(0, +) == 2)
    }

    @Test("Every sample has a test case")
    func count() {
        #expect(documentedSamples.count == 35)
    }
}

@Suite("Constraints of the older page")
struct ConstraintTests {
    @Test("Each constraint accepts its boundary value and reports a violation with its JSON pointer", arguments: documentedConstraints)
    func constraint(_ constraint: ConstraintCase) {
        #expect(!constraint.met.contains(where: constraint.isBroken), "\(constraint.met)")
        #expect(constraint.broken.contains(where: constraint.isBroken), "\(constraint.broken)")
    }

    @Test("The page has no constraints, and its only mandatory field is an argument without a default value")
    func none() throws {
        let catalog = try Catalog.legacy.get()
        let keywords = ["minLength", "maxLength", "pattern", "minimum", "maximum", "minItems", "maxItems", "uniqueItems", "multipleOf"]
        let schemas = catalog.schemas.values.map(\.description) + catalog.operations.flatMap(\.parameters).map(\.schema.description)
        #expect(keywords.filter { keyword in schemas.contains { $0.contains("\"\(keyword)\":") } } == [])
        #expect(documentedConstraints.isEmpty)
    }
}
