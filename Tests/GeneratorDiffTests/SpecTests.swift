import GeneratorDiff
import Testing

@Suite struct SpecTests {
    @Test func `a spec does not differ from itself`() throws {
        for folder in ["Spec/Clockify", "Spec/ClockifyLegacy"] {
            let spec = try document(texts(in: folder))
            #expect(changes(from: spec, to: spec).map(\.brief) == [])
        }
    }
}
