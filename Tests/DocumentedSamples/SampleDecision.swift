/// The side of a sample: a request or a response.
package enum SampleSide: String, Sendable, CustomStringConvertible {
    case request, response

    package var description: String { rawValue }
}

/// A decision about samples that contradict their own tables, or that are not sent literally. Tests fail for such a
/// sample without a decision, and for a place in a decision that no longer differs.
package struct SampleDecision: Sendable {
    let operations: [String]
    let side: SampleSide
    /// Places in the sample that contradict the documentation.
    let contradictions: [String]
    /// Places at which the client encodes something other than the sample.
    let writtenOtherwise: [String]
    /// `true` if the client cannot read the sample because of the contradictions.
    let isUnreadable: Bool
    let reason: String

    package init(
        operations: [String], side: SampleSide, contradictions: [String] = [], writtenOtherwise: [String] = [],
        isUnreadable: Bool = false, reason: String
    ) {
        self.operations = operations
        self.side = side
        self.contradictions = contradictions
        self.writtenOtherwise = writtenOtherwise
        self.isUnreadable = isUnreadable
        self.reason = reason
    }
}

extension [SampleDecision] {
    func about(_ operation: String, _ side: SampleSide) -> [SampleDecision] {
        filter { $0.side == side && $0.operations.contains(operation) }
    }

    /// `true` if the documented request contradicts its own documentation, so that the service would reject it.
    package func contradictRequest(of operation: String) -> Bool {
        about(operation, .request).contains { !$0.contradictions.isEmpty }
    }
}
