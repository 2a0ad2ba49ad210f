import ClockifyRuntime
import Foundation

/// The attendance report: a row for each day on which a user has time entries or time off.
extension SandboxState {
    func attendanceReport(_ query: ReportQuery) -> Report {
        let filter = query["attendanceFilter"]
        let timeOff = timeOff(query)
        var days = timeOff.mapValues { $0.mapValues { _ in [ReportedEntry]() } }
        for reported in reportedEntries(query) {
            guard let user = reported.user?.id, let day = reported.entry.start.map(query.day) else { continue }
            days[user, default: [:]][day, default: []].append(reported)
        }
        let rows = days.flatMap { user, days -> [Attendance] in
            guard let user = store.entity(.users, user) else { return [] }
            return days.map { day, entries in
                Attendance(
                    of: entries, user: user, day: day, timeOff: timeOff[user.id]?[day] ?? 0,
                    capacity: capacity(of: user.id, on: day, in: query.workspace), query)
            }
        }.filter { $0.satisfies(filter) }
        let shown = query.page(of: SandboxState.sorted(rows, query))
        return Report(json: ["entities": .array(shown.map(\.json))], table: SandboxState.table(of: shown))
    }

    private static func sorted(_ rows: [Attendance], _ query: ReportQuery) -> [Attendance] {
        let column = query["attendanceFilter"]["sortColumn"]?.stringValue ?? "DATE"
        let isDescending = query.isDescending ?? false
        let keyed = rows.map { row -> (row: Attendance, text: String, number: Int) in
            switch column {
            case "USER", "NAME": (row, row.user.text("name")?.lowercased() ?? "", 0)
            case "START": (row, row.start ?? "", 0)
            case "END": (row, row.end ?? "", 0)
            case "BREAK": (row, "", row.rest)
            case "WORK": (row, "", row.work)
            case "CAPACITY": (row, "", row.capacity)
            case "OVERTIME": (row, "", row.overtime)
            case "TIME_OFF": (row, "", row.timeOff)
            default: (row, row.day, 0)
            }
        }
        return keyed.sorted { left, right in
            if (left.text, left.number) == (right.text, right.number) {
                return (left.row.day, left.row.user.sequence) < (right.row.day, right.row.user.sequence)
            }
            return ((left.text, left.number) < (right.text, right.number)) != isDescending
        }.map(\.row)
    }

    private static func table(of rows: [Attendance]) -> FileTable {
        FileTable(
            title: "Attendance report",
            columns: ["User", "Date", "Start", "End", "Break", "Work", "Capacity", "Overtime", "Time Off"],
            rows: rows.map { row in
                let texts = [row.user.text("name") ?? "", row.day, row.start ?? "", row.end ?? ""]
                let times = [row.rest, row.work, row.capacity, row.overtime, row.timeOff].map(hours)
                return (texts + times).map { .text($0) }
            })
    }
}
