import ClockifyAPI
import Testing

@testable import ClockifySandbox

@Suite("Every documented sample")
struct SampleTests {
    @Test("is read, or written, without loss; what differs was decided on", arguments: documentedSamples)
    func sample(_ sample: Sample) {
        let decisions = SampleDecision.all(for: sample.operation, sample.side)
        let decided = Set(decisions.flatMap(\.writtenOtherwise))
        switch sample.comparison() {
        case .differences(let differences):
            let undecided = differences.filter { !decided.contains($0.place) }
            #expect(undecided.isEmpty, "\(sample.operation) at \(sample.place)")
            let stale = decided.subtracting(differences.map(\.place))
            #expect(stale.isEmpty, "\(sample.operation) at \(sample.place) no longer differs here")
        case .unwritable:
            let isDecided = decisions.contains { !$0.contradictions.isEmpty }
            #expect(isDecided, "\(sample.operation) at \(sample.place) is of another kind than its type")
            #expect(decided.isEmpty, "\(sample.operation) at \(sample.place) is not written at all")
        case .failure(let reason):
            Issue.record("\(sample.operation) at \(sample.place): \(reason)")
        }
    }

    @Test("fits what the documentation says about it; what contradicts it was decided on")
    func contradictions() throws {
        let catalog = try Catalog.shared.get()
        let check = SchemaCheck(schemas: catalog.schemas)
        for operation in catalog.operations {
            for (side, media) in operation.body.map({ (SampleSide.request, $0) })
                + operation.responses.flatMap(\.content).map({ (SampleSide.response, $0) }) where media.isJSON
            {
                guard let example = media.example, let schema = media.schema else { continue }
                let value = try JSONReader.decode(JSONValue.self, from: Array(example.utf8))
                let problems = check.problems(of: value, by: schema)
                let decided = Set(SampleDecision.all(for: operation.id, side).flatMap(\.contradictions))
                let undecided = problems.filter { !decided.contains($0.field) }.map { "\($0.field) \($0.reason)" }
                #expect(undecided.isEmpty, "\(operation.id) \(side)")
                #expect(decided.subtracting(problems.map(\.field)).isEmpty, "\(operation.id) \(side): no longer differs here")
            }
        }
    }

    @Test("that a decision is about exists")
    func knownSamples() throws {
        let samples = Set(
            try Catalog.shared.get().operations.flatMap { operation in
                operation.body.filter { $0.example != nil }.map { _ in "\(operation.id) \(SampleSide.request)" }
                    + operation.responses.flatMap(\.content).filter { $0.example != nil }.map { _ in
                        "\(operation.id) \(SampleSide.response)"
                    }
            })
        for decision in SampleDecision.all {
            for operation in decision.operations { #expect(samples.contains("\(operation) \(decision.side)")) }
            #expect(!decision.contradictions.isEmpty || !decision.writtenOtherwise.isEmpty)
        }
    }

    @Test("is a test case")
    func count() {
        #expect(documentedSamples.count > 200)
    }
}
