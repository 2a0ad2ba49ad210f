@_spi(Generated) import ClockifyRuntime
import Foundation

/// What a report is to show.
struct ReportQuery: Sendable {
    let workspace: String
    /// The body of the request, or the filter of a shared report.
    let filter: [String: JSONValue]
    let zone: TimeZone
    let weekStart: WeekStart
    /// The bounds of the date range as the request has them.
    let bounds: (start: Date, end: Date)
    var page: Int?
    var pageSize: Int?

    subscript(name: String) -> JSONValue { filter[name] ?? .null }

    /// The date range. The service interprets the UTC clock time of a bound as local time in the report's time zone.
    var range: ClosedRange<Date> {
        let calendar = LocalCalendar(zone)
        let start = calendar.reread(bounds.start)
        return start...max(start, calendar.reread(bounds.end))
    }

    /// The requested file format; `nil` for JSON.
    var fileFormat: String? {
        let format = self["exportType"].stringValue ?? "JSON"
        return format == "JSON" || format == "JSON_V1" ? nil : format
    }

    var isDescending: Bool? { self["sortOrder"].stringValue.map { $0 == "DESCENDING" } }

    /// The kinds of amounts that the report shows; empty if it hides amounts.
    var amountTypes: [String] {
        let listed = self["amounts"].arrayValue?.compactMap(\.stringValue) ?? []
        let types = listed.isEmpty ? [self["amountShown"].stringValue ?? "EARNED"] : listed
        if types.contains("EXPORT") { return ["EARNED", "COST", "PROFIT"] }
        return types.filter { $0 != "HIDE_AMOUNT" }
    }

    /// Returns the requested page, or everything if the report becomes a file.
    func page<Row>(of rows: [Row]) -> [Row] {
        guard fileFormat == nil else { return rows }
        let size = max(1, pageSize ?? 50)
        let (start, overflow) = max(0, (page ?? 1) - 1).multipliedReportingOverflow(by: size)
        return overflow ? [] : Array(rows.dropFirst(start).prefix(size))
    }

    /// Returns the local time in the report's time zone as the UTC clock time of a date.
    func local(_ date: Date) -> Date { date.addingTimeInterval(Double(zone.secondsFromGMT(for: date))) }

    /// Returns a moment as reports write it: what clocks in the report's time zone show, without an offset, and the offset in seconds.
    func zoned(_ date: Date) -> (clock: String, seconds: Int) {
        (local(date).parameterText.replacing("Z", with: ""), zone.secondsFromGMT(for: date))
    }

    /// Returns a moment with the offset of the report's time zone.
    func timestamp(_ date: Date) -> String {
        let (clock, seconds) = zoned(date)
        let minutes = abs(seconds) / 60
        let text = String(format: "%@%02d:%02d", seconds < 0 ? "-" : "+", minutes / 60, minutes % 60)
        return clock + (seconds == 0 ? "Z" : text)
    }

    func day(_ date: Date) -> String { String(local(date).parameterText.prefix(10)) }

    /// The first and the last day of the range.
    var dayRange: ClosedRange<String> {
        let last = max(bounds.start, bounds.end.addingTimeInterval(-0.001))
        return String(bounds.start.parameterText.prefix(10))...String(last.parameterText.prefix(10))
    }

    /// The days of the week that starts with the range.
    var week: [String] {
        (0..<7).map { String(bounds.start.addingTimeInterval(86_400 * Double($0)).parameterText.prefix(10)) }
    }
}

extension SandboxState {
    /// Returns the query in the body of a call.
    ///
    /// - Parameter paging: The member of the body that has the paging members; `nil` if the body itself has them.
    func reportQuery(_ call: SandboxCall, paging: String?) throws(Refusal) -> ReportQuery {
        try reportQuery(call.members, in: call.path("workspaceId"), paging: paging)
    }

    func reportQuery(_ filter: [String: JSONValue], in workspace: String, paging: String?) throws(Refusal) -> ReportQuery {
        let settings = store.entity(.users, me)?["settings"]
        let name = (filter["timeZone"] ?? settings?["timeZone"])?.stringValue ?? "UTC"
        guard let zone = TimeZone(identifier: name) else { throw .invalid("timeZone", "\(name) is not a time zone") }
        func bound(_ name: String) -> Date { filter[name]?.stringValue.flatMap(TextFormat.instant) ?? now }
        let numbers = paging.map { filter[$0] ?? .null } ?? .object(filter)
        return ReportQuery(
            workspace: workspace, filter: filter, zone: zone,
            weekStart: WeekStart((filter["weekStart"] ?? settings?["weekStart"])?.stringValue),
            bounds: (bound("dateRangeStart"), bound("dateRangeEnd")), page: numbers["page"]?.intValue,
            pageSize: numbers["pageSize"]?.intValue)
    }
}
