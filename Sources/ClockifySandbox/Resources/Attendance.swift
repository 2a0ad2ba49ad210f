import ClockifyRuntime
import Foundation

/// A user's attendance on one day, in seconds.
struct Attendance: Sendable {
    let user: Entity
    let day: String
    /// `nil` on a day off without time entries.
    let start: String?
    let end: String?
    let rest: Int
    let work: Int
    let timeOff: Int
    let capacity: Int
    let hasRunningEntry: Bool

    var overtime: Int { max(0, work - capacity) }

    /// - Parameters:
    ///   - entries: The entries of the user on the day.
    ///   - timeOff: The time of holidays and approved requests on the day.
    ///   - capacity: The time that the user works on the day.
    init(of entries: [ReportedEntry], user: Entity, day: String, timeOff: Int, capacity: Int, _ query: ReportQuery) {
        func seconds(_ types: [String]) -> Int { entries.filter { types.contains($0.entry.text("type") ?? "REGULAR") }.seconds }
        func clock(_ date: Date) -> String { String(query.local(date).parameterText.dropFirst(11).prefix(5)) }
        self.user = user
        self.day = day
        start = entries.compactMap(\.entry.start).min().map(clock)
        hasRunningEntry = entries.contains(where: \.entry.isRunning)
        end = hasRunningEntry ? nil : entries.compactMap(\.entry.end).max().map(clock)
        rest = seconds(["BREAK"])
        let tracked = seconds(["HOLIDAY", "TIME_OFF"])
        work = entries.seconds - rest - tracked
        // Entries can record the same time off.
        self.timeOff = max(tracked, timeOff)
        self.capacity = capacity
    }

    var json: JSONValue {
        let members: [String: JSONValue] = [
            "break": .integer(Int64(rest)), "capacity": .integer(Int64(capacity)), "date": .string(day),
            "endTime": end.map { .string($0) } ?? .null, "hasRunningEntry": .bool(hasRunningEntry),
            "imageUrl": user["profilePicture"], "overtime": .integer(Int64(overtime)),
            "remainingCapacity": .integer(Int64(max(0, capacity - work - timeOff))), "startTime": start.map { .string($0) } ?? .null,
            "timeOff": .integer(Int64(timeOff)), "totalDuration": .integer(Int64(work)), "userId": user["id"],
            "userName": user["name"],
        ]
        return .object(members.present)
    }

    /// Returns `true` if the attendance satisfies all comparisons. Durations in them are hours times 100.
    func satisfies(_ filter: JSONValue) -> Bool {
        if let hasTimeOff = filter["hasTimeOff"]?.boolValue, hasTimeOff != (timeOff > 0) { return false }
        let durations = [("breakFilters", rest), ("workFilters", work), ("capacityFilters", capacity), ("overtimeFilters", overtime)]
        let times = [("startFilters", start ?? ""), ("endFilters", end ?? "")]
        return durations.allSatisfy { name, seconds in
            filter.list(name).allSatisfy { comparison in
                guard let value = comparison["value"]?.stringValue.flatMap({ Double($0) }) else { return true }
                return Attendance.compare(Double(seconds), value * 36, comparison)
            }
        }
            && times.allSatisfy { name, time in
                filter.list(name).allSatisfy { comparison in
                    comparison["value"]?.stringValue.map { Attendance.compare(time, $0, comparison) } ?? true
                }
            }
    }

    private static func compare<Value: Comparable>(_ value: Value, _ limit: Value, _ comparison: JSONValue) -> Bool {
        switch comparison["filtrationType"]?.stringValue {
        case "LARGER_THAN": value > limit
        case "SMALLER_THAN": value < limit
        default: value == limit
        }
    }
}
