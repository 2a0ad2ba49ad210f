/// The samples of the current page with a recorded decision.
package let currentSampleDecisions: [SampleDecision] =
    CurrentSamples.placeholders + CurrentSamples.durations + CurrentSamples.days + CurrentSamples.brokenLists + CurrentSamples.identifiers

private enum CurrentSamples {
    // MARK: Responses

    private static let placeholder = "a placeholder where the table has an enum: the enum stays, and being open reads the word"

    static let placeholders: [SampleDecision] = [
        .init(
            operations: ["createPolicy", "getPolicy", "updatePolicyStatus", "updatePolicy"], side: .response,
            contradictions: ["negativeBalance.period", "negativeBalance.timeUnit"], reason: placeholder),
        .init(
            operations: ["findPoliciesForWorkspace"], side: .response,
            contradictions: ["[0].negativeBalance.period", "[0].negativeBalance.timeUnit"], reason: placeholder),
        .init(
            operations: [
                "createTimeOffRequest", "deleteTimeOffRequest", "changeTimeOffRequestStatus", "createTimeOffRequestForOther",
                "createPtoTimeOffRequest", "deletePtoTimeOffRequest", "changePtoTimeOffRequestStatus", "createPtoTimeOffRequestForOther",
            ], side: .response, contradictions: ["timeOffPeriod.halfDayPeriod"], reason: placeholder),
        .init(
            operations: ["getTimeOffRequest", "getPtoTimeOffRequests"], side: .response,
            contradictions: ["requests[0].timeOffPeriod.halfDayPeriod"], reason: placeholder),
    ]

    private static let seconds = "a number without a unit; the running service sends PT…, and the older page describes that"

    static let durations: [SampleDecision] = [
        .init(
            operations: [
                "createTimeEntry", "getTimeEntry", "updateTimeEntry", "stopRunningTimeEntry", "createForOthers", "duplicateTimeEntry",
            ], side: .response, contradictions: ["timeInterval.duration"], reason: seconds),
        .init(
            operations: ["deleteMany", "getTimeEntries", "replaceMany"], side: .response, contradictions: ["[0].timeInterval.duration"],
            reason: seconds),
    ]

    static let days: [SampleDecision] = [
        .init(
            operations: ["getExpenses"], side: .response, contradictions: ["expenses.expenses[0].date"], isUnreadable: true,
            reason: "a slip: the identifier of the user; the other samples of expenses have a day")
    ]

    // MARK: Requests

    private static let report = ["generateAttendanceReport", "generateDetailedReport", "generateSummaryReport", "generateWeeklyReport"]

    static let brokenLists: [SampleDecision] = [
        .init(
            operations: report, side: .request, contradictions: ["amounts[0]"],
            reason: "a slip: two values of the enum that became one string, \"[EARNED, COST]\"; it is a list of values"),
        .init(
            operations: ["saveSharedReportV1"], side: .request, contradictions: ["filter.amounts[0]"],
            reason: "a slip: two values of the enum that became one string, \"[EARNED, COST]\"; it is a list of values"),
        .init(
            operations: report, side: .request, contradictions: ["summaryFilter.groups"],
            reason: "a slip: a list that became one broken string; the page and the vendor's document call it an array of strings"),
        .init(
            operations: ["saveSharedReportV1"], side: .request, contradictions: ["filter.summaryFilter.groups"],
            reason: "a slip: a list that became one broken string; the page and the vendor's document call it an array of strings"),
        .init(
            operations: ["saveSharedReportV1", "updateSharedReportV1"], side: .request, contradictions: ["visibleToUserGroups"],
            reason: "a slip: a list that became one broken string; the page and the vendor's document call it an array of strings"),
    ]

    static let identifiers: [SampleDecision] = [
        .init(
            operations: report, side: .request, contradictions: ["weeklyFilter.group", "weeklyFilter.subgroup"],
            reason: "identifiers where the table has an enum of what rows are grouped by: the enum it is"),
        .init(
            operations: ["saveSharedReportV1"], side: .request,
            contradictions: ["filter.weeklyFilter.group", "filter.weeklyFilter.subgroup"],
            reason: "identifiers where the table has an enum of what rows are grouped by: the enum it is"),
    ]
}
