/// Whether a sample is what is sent or what is answered.
package enum SampleSide: String, Sendable, CustomStringConvertible {
    case request, response

    package var description: String { rawValue }
}

/// Samples that contradict their own tables, or that are not sent letter for letter, and what was decided. Tests fail on
/// such a sample that has no decision, and on a place of a decision that differs no longer.
package struct SampleDecision: Sendable {
    let operations: [String]
    let side: SampleSide
    /// Places in the sample that are not what the documentation says about them.
    let contradictions: [String]
    /// Places at which the client writes something else than the sample.
    let writtenOtherwise: [String]
    let reason: String

    package init(
        operations: [String], side: SampleSide, contradictions: [String] = [], writtenOtherwise: [String] = [], reason: String
    ) {
        self.operations = operations
        self.side = side
        self.contradictions = contradictions
        self.writtenOtherwise = writtenOtherwise
        self.reason = reason
    }
}

extension [SampleDecision] {
    func about(_ operation: String, _ side: SampleSide) -> [SampleDecision] {
        filter { $0.side == side && $0.operations.contains(operation) }
    }

    /// Whether the documented request breaks what the documentation itself says about it, so that the service would refuse it.
    package func contradictRequest(of operation: String) -> Bool {
        about(operation, .request).contains { !$0.contradictions.isEmpty }
    }
}
