import ClockifyRuntime
import ClockifySandbox

/// Compares samples with the types that decode and encode them, and with the spec that contains them.
package struct SampleCheck: Sendable {
    let catalog: Catalog
    let schemas: SchemaCheck
    let decisions: [SampleDecision]

    package init(catalog: Catalog, decisions: [SampleDecision]) {
        self.catalog = catalog
        self.schemas = SchemaCheck(schemas: catalog.schemas)
        self.decisions = decisions
    }

    /// Returns the losses in a round trip of the sample, except for the recorded ones.
    package func problems(of sample: Sample) -> [String] {
        let decisions = decisions.about(sample.operation, sample.side)
        let decided = Set(decisions.flatMap(\.writtenOtherwise))
        let outcome: Sample.Outcome
        do {
            outcome = try sample.outcome(sample.json)
        } catch let error as JSONError {
            let places = decisions.filter(\.isUnreadable).flatMap(\.contradictions)
            return places.contains { error.path == "$.\($0)" } ? [] : ["\(error)"]
        } catch {
            return ["\(error)"]
        }
        guard isReadable(sample) else { return ["can be read, against a decision"] }
        switch outcome {
        case .refused(let problems): return ["breaks rules: \(problems)"]
        case .unwritable:
            let isDecided = decisions.contains { !$0.contradictions.isEmpty }
            return isDecided && decided.isEmpty ? [] : ["is of another kind than its type, and nothing was decided"]
        case .written(let written):
            let lenient = Set(values(in: sample).filter(\.isLenient).map(\.place))
            // A value that the spec allows as a string is encoded with its real type.
            let differences = JSONDifference.between(sample.json, written).filter { !($0.isPrinted && lenient.contains($0.place)) }
            let stale = decided.subtracting(differences.map(\.place)).sorted()
            return differences.filter { !decided.contains($0.place) }.map(\.description) + stale.map { "\($0) no longer differs" }
        }
    }

    /// Returns `false` if it is recorded that the client cannot read the sample.
    package func isReadable(_ sample: Sample) -> Bool { !decisions.about(sample.operation, sample.side).contains(where: \.isUnreadable) }

    /// Returns the contradictions of samples to the documentation, except for the recorded ones.
    package func contradictions() -> [String] {
        samples.flatMap { operation, side, value, schema -> [String] in
            let problems = schemas.problems(of: value, by: schema)
            let decided = Set(decisions.about(operation, side).flatMap(\.contradictions))
            let stale = decided.subtracting(problems.map(\.field)).sorted()
            return problems.filter { !decided.contains($0.field) }.map { "\(operation) \(side): \($0.field) \($0.reason)" }
                + stale.map { "\(operation) \(side): \($0) contradicts nothing any more" }
        }
    }

    /// Returns decisions about samples that do not exist, or without any content.
    package func idleDecisions() -> [String] {
        let known = Set(samples.map { "\($0.operation) \($0.side)" })
        return decisions.flatMap { decision in
            decision.operations.map { "\($0) \(decision.side)" }.filter { !known.contains($0) }
                + (decision.contradictions.isEmpty && decision.writtenOtherwise.isEmpty ? ["decides nothing: \(decision.reason)"] : [])
        }
    }

    private var samples: [(operation: String, side: SampleSide, value: JSONValue, schema: JSONValue)] {
        var samples: [(operation: String, side: SampleSide, value: JSONValue, schema: JSONValue)] = []
        for operation in catalog.operations {
            let answers = operation.responses.flatMap(\.content)
            for (side, media) in operation.body.map({ (SampleSide.request, $0) }) + answers.map({ (SampleSide.response, $0) }) {
                guard media.isJSON, let example = media.example, let schema = media.schema,
                    let value = try? JSONReader.decode(JSONValue.self, from: Array(example.utf8))
                else { continue }
                samples.append((operation.id, side, value, schema))
            }
        }
        return samples
    }
}
