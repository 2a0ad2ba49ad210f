import ClockifySandbox
import DocumentedSamples
import Testing

@Suite("Every documented sample")
struct SampleTests {
    let check: SampleCheck

    init() throws { check = SampleCheck(catalog: try Catalog.shared.get(), decisions: currentSampleDecisions) }

    @Test("is read, or written, without loss; what differs was decided on", arguments: documentedSamples)
    func sample(_ sample: Sample) {
        #expect(check.problems(of: sample) == [])
    }

    @Test("fits what the documentation says about it; what contradicts it was decided on")
    func contradictions() {
        #expect(check.contradictions() == [])
    }

    @Test("is read with null at any of its places, or the error says which place cannot be null")
    func nulls() throws {
        let results = try documentedSamples.map(NullCheck.init)
        #expect(results.flatMap(\.problems) == [])
        #expect(results.map(\.read).reduce(0, +) > 3000)
        #expect(results.map(\.refused).reduce(0, +) > 0)
    }

    @Test("that a decision is about exists")
    func knownSamples() {
        #expect(check.idleDecisions() == [])
    }

    @Test("is refused with a boolean or a number printed as a string, since no property of this page may be")
    func lenience() {
        let results = documentedSamples.map(check.lenience)
        #expect(results.flatMap(\.problems) == [])
        #expect(results.map(\.lenient).reduce(0, +) == 0)
        #expect(results.map(\.strict).reduce(0, +) > 500)
    }

    @Test("is a test case")
    func count() {
        #expect(documentedSamples.count > 200)
    }
}
