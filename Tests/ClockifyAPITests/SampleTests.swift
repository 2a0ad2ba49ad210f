import ClockifySandbox
import DocumentedSamples
import Testing

@Suite("Documented samples")
struct SampleTests {
    let check: SampleCheck

    init() throws { check = SampleCheck(catalog: try Catalog.shared.get(), decisions: currentSampleDecisions) }

    @Test("Every sample survives a round trip without loss, except for the recorded differences", arguments: documentedSamples)
    func sample(_ sample: Sample) {
        #expect(check.problems(of: sample) == [])
    }

    @Test("Every sample fits its documentation, except for the recorded contradictions")
    func contradictions() {
        #expect(check.contradictions() == [])
    }

    @Test("A null at any place is decoded, or the error names the place that cannot be null")
    func nulls() throws {
        let results = try documentedSamples.filter(check.isReadable).map(NullCheck.init)
        #expect(results.flatMap(\.problems) == [])
        #expect(results.map(\.read).reduce(0, +) > 3000)
        #expect(results.map(\.refused).reduce(0, +) > 0)
    }

    @Test("Every recorded decision belongs to a sample that exists")
    func knownSamples() {
        #expect(check.idleDecisions() == [])
    }

    @Test("A Boolean or a number printed as a string is rejected, because no property of this page is lenient")
    func lenience() {
        let results = documentedSamples.map(check.lenience)
        #expect(results.flatMap(\.problems) == [])
        #expect(results.map(\.lenient).reduce(0, +) == 0)
        #expect(results.map(\.strict).reduce(0, +) > 500)
    }

    @Test("Every documented sample has a test case")
    func count() {
        #expect(documentedSamples.count > 200)
    }
}
