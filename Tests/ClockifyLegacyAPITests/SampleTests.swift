import ClockifySandbox
import DocumentedSamples
import Testing

@Suite("Every sample of the older page")
struct SampleTests {
    let check: SampleCheck

    init() throws { check = SampleCheck(catalog: try Catalog.legacy.get(), decisions: sampleDecisions) }

    @Test("is read, or written, without loss; what differs was decided on", arguments: documentedSamples)
    func sample(_ sample: Sample) {
        #expect(check.problems(of: sample) == [])
    }

    @Test("fits what the definitions say about it; what contradicts them was decided on")
    func contradictions() {
        #expect(check.contradictions() == [])
    }

    @Test("is read with null at any of its places, or the error says which place cannot be null")
    func nulls() throws {
        let results = try documentedSamples.map(NullCheck.init)
        #expect(results.flatMap(\.problems) == [])
        #expect(results.map(\.read).reduce(0, +) > 300)
        #expect(results.map(\.refused).reduce(0, +) > 0)
    }

    @Test("that a decision is about exists")
    func knownSamples() {
        #expect(check.idleDecisions() == [])
    }

    @Test("is read with a boolean or a number printed as a string where the spec says so, and nowhere else")
    func lenience() {
        let results = documentedSamples.map(check.lenience)
        #expect(results.flatMap(\.problems) == [])
        #expect(results.map(\.lenient).reduce(0, +) == 83)
        // `projectListCollapse` of a user's settings, which the samples print as null.
        #expect(results.map(\.strict).reduce(0, +) == 2)
    }

    @Test("is a test case")
    func count() {
        #expect(documentedSamples.count == 35)
    }
}

@Suite("Every constraint of the older page")
struct ConstraintTests {
    @Test("is met at its edge, and told with its JSON pointer when it is broken", arguments: documentedConstraints)
    func constraint(_ constraint: ConstraintCase) {
        #expect(!constraint.met.contains(where: constraint.isBroken), "\(constraint.met)")
        #expect(constraint.broken.contains(where: constraint.isBroken), "\(constraint.broken)")
    }

    @Test("There is none: the definitions know types and enums only, and the one mandatory field is an argument without default")
    func none() throws {
        let catalog = try Catalog.legacy.get()
        let keywords = ["minLength", "maxLength", "pattern", "minimum", "maximum", "minItems", "maxItems", "uniqueItems", "multipleOf"]
        let schemas = catalog.schemas.values.map(\.description) + catalog.operations.flatMap(\.parameters).map(\.schema.description)
        #expect(keywords.filter { keyword in schemas.contains { $0.contains("\"\(keyword)\":") } } == [])
        #expect(documentedConstraints.isEmpty)
    }
}
