import ClockifyRuntime
import Foundation

/// The period and the other filters of an operation on assignments.
struct ScheduleFilter: Sendable {
    let start: Date
    let end: Date
    let search: String
    let body: JSONValue

    /// Reads the filters.
    ///
    /// - Parameter body: The filters as the members of a body.
    init(_ body: JSONValue) throws(Refusal) {
        guard let start = body["start"]?.stringValue.flatMap(TextFormat.instant),
            let end = body["end"]?.stringValue.flatMap(TextFormat.instant)
        else { throw .invalid("start", "is required") }
        try ScheduleFilter.checkPeriod(start, end)
        self.start = start
        self.end = end
        self.body = body
        search = body["search"]?.stringValue?.lowercased() ?? ""
    }

    static func checkPeriod(_ start: Date, _ end: Date) throws(Refusal) {
        guard start <= end else { throw .invalid("end", "is before the start") }
        guard end.timeIntervalSince(start) <= Double(LocalCalendar.mostDays) * 86_400 else {
            throw .invalid("end", "is more than \(LocalCalendar.mostDays) days after the start")
        }
    }

    /// Converts the filters in a query to the members of a body.
    static func body(of query: QueryItems) -> JSONValue {
        .object(Dictionary(query.items.map { ($0.name, JSONValue.string($0.value)) }) { first, _ in first })
    }

    /// The last moment of the period: an end at midnight does not include the day that begins.
    var last: Date { ScheduleFilter.last(start, end) }

    static func last(_ start: Date, _ end: Date) -> Date { start < end ? end.addingTimeInterval(-0.001) : end }

    /// `true` if the text that is searched for occurs in one of the names.
    func finds(_ names: [String?]) -> Bool {
        search.isEmpty || names.contains { $0?.lowercased().contains(search) == true }
    }

    /// `true` if the filter by status accepts an assignment.
    func accepts(_ assignment: Entity) -> Bool {
        switch body["statusFilter"]?.stringValue {
        case "PUBLISHED": assignment.flag("published")
        case "UNPUBLISHED": !assignment.flag("published")
        default: true
        }
    }
}
