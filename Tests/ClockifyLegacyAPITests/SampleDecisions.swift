import DocumentedSamples

/// The samples of the older page with a recorded decision.
///
/// A value that a response prints as a string needs no decision if the spec marks it with `x-lenient`: it is encoded with its real type.
let sampleDecisions: [SampleDecision] = [
    .init(
        operations: ["createProject"], side: .request, contradictions: ["billable", "estimate.estimate", "isPublic"],
        writtenOtherwise: ["billable", "estimate.estimate", "isPublic"], reason: printed),
    .init(
        operations: ["createTimeEntry", "createTimeEntryForUser", "updateTimeEntry"], side: .request, contradictions: ["billable"],
        writtenOtherwise: ["billable"], reason: printed),
    .init(
        operations: ["getCurrentUser"], side: .response, contradictions: ["settings.projectListCollapse"], reason: absent),
    .init(operations: ["getUsers"], side: .response, contradictions: ["[0].settings.projectListCollapse"], reason: absent),
    .init(
        operations: ["getProjects"], side: .response, writtenOtherwise: ["[0].memberships[0].target"],
        reason: "a slip: targetId in the definition and in every other sample, so that it is no member of the type"),
]

private let absent = "null stands for no number; an answer need not have what the definition does not call mandatory"

private let printed =
    "booleans and numbers are printed as strings; the schema definition has what they are, and that is what is sent"
