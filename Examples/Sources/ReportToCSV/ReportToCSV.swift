import ArgumentParser
import ClockifyAPI
import Foundation

/// Writes a row for each time entry of a month to the standard output.
@main
struct ReportToCSV: AsyncParsableCommand {
    @Argument(help: "The month, such as 2026-01.") var month: String

    func run() async throws {
        guard let month = Month(month) else { throw ValidationError("write the month as in 2026-01") }
        let clockify = try Clockify.fromEnvironment()
        let workspace = try await clockify.users.me().activeWorkspace
        try await writeRows(of: month, in: workspace, from: clockify) { print($0) }
    }
}

/// A month.
struct Month {
    let days: ClosedRange<CalendarDate>

    init?(_ text: String) {
        guard let first = CalendarDate(text + "-01"), let next = try? first.adding(months: 1) else { return nil }
        days = first...next.advanced(by: -1)
    }
}

/// Pages are requested as the rows are written, so that a long month needs no more memory than a short one.
func writeRows(
    of month: Month, in workspace: Clockify.WorkspaceID, from clockify: Clockify, to write: (String) -> Void
) async throws(APIFailure) {
    let query = Clockify.DetailedReportQuery(days: month.days, in: .gmt, detailedFilter: .init(pageSize: 200))
    write("user,project,description,start,seconds")
    var entries = clockify.reports.allDetailed(in: workspace, query).makeAsyncIterator()
    while let entry = try await entries.next() {
        let start = entry.timeInterval?.start.map { $0.formatted(.iso8601) } ?? ""
        let seconds = entry.timeInterval?.duration.map { "\($0)" } ?? ""
        write([entry.userName, entry.projectName, entry.description, start, seconds].map(field).joined(separator: ","))
    }
}

/// A field as RFC 4180 quotes it.
private func field(_ text: String?) -> String {
    let text = text ?? ""
    guard text.contains(where: { ",\"\r\n".contains($0) }) else { return text }
    return "\"" + text.replacing("\"", with: "\"\"") + "\""
}
