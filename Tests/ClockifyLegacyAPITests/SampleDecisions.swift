import DocumentedSamples

/// The samples of the older page about which something was decided.
///
/// What an answer prints as a string and the spec marks with `x-lenient` needs no decision: it is read, and written as what it is.
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
