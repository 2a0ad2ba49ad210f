import ClockifyRuntime
import Foundation

/// How long users work and do not work on a day: their capacity, holidays and approved requests for time off.
extension SandboxState {
    /// Returns how many seconds a user works on a `yyyy-MM-dd` by the user's profile.
    func capacity(of user: String, on day: String, in workspace: String) -> Int {
        guard let date = TextFormat.instant(day), workingDays(of: user, in: workspace).contains(LocalCalendar(.gmt).weekday(date)) else {
            return 0
        }
        let capacity = memberProfile(of: user, in: workspace)["workCapacity"]?.stringValue.flatMap { ISODuration($0) }
        return JSONValue.rounded(capacity?.timeInterval ?? 0).intValue ?? 0
    }

    /// Returns the seconds of time off within the date range of a report, by user and day.
    func timeOff(_ query: ReportQuery) -> [String: [String: Int]] {
        let days = LocalCalendar(query.zone).days(from: query.range.lowerBound, through: query.range.upperBound)
        let requests = approvedTimeOff(in: query.workspace)
        let holidays = store.entities(.holidays, in: query.workspace).map { (holiday: $0, users: Set(users(of: $0))) }
        let workspace = store.entity(.workspaces, query.workspace)
        let groups = store.entities(.userGroups, in: query.workspace)
        let filter = ReportFilter(query)
        var timeOff: [String: [String: Int]] = [:]
        for user in reportedUsers(in: query.workspace).values {
            let own = requests.filter { $0.user == user.id }
            let holidays = holidays.filter { $0.users.contains(user.id) }.map(\.holiday)
            guard !own.isEmpty || !holidays.isEmpty,
                filter.acceptsTimeOff(of: user, in: groups.filter { $0.strings("userIds").contains(user.id) }, workspace)
            else { continue }
            for day in days {
                let text = query.day(day)
                let capacity = capacity(of: user.id, on: text, in: query.workspace)
                var fraction = holidays.contains { isHoliday($0, on: text) } ? 1.0 : 0
                var seconds = 0.0
                let next = LocalCalendar(query.zone).startOfDay(after: day)
                for request in own {
                    if let days = request.days {
                        fraction += days.contains(text) ? request.fraction : 0
                    } else {
                        seconds += max(0, min(request.end, next).timeIntervalSince(max(request.start, day)))
                    }
                }
                let total = Int(seconds) + Int(min(1, fraction) * Double(capacity))
                if total > 0 { timeOff[user.id, default: [:]][text] = total }
            }
        }
        return timeOff
    }

    private struct ApprovedTimeOff {
        let user: String
        let start: Date
        let end: Date
        /// The first and the last day; `nil` if the policy counts hours.
        let days: ClosedRange<String>?
        /// The part of each day.
        let fraction: Double
    }

    private func approvedTimeOff(in workspace: String) -> [ApprovedTimeOff] {
        store.entities(.policies, in: workspace).flatMap { policy in
            store.entities(.timeOffRequests, in: policy.id).compactMap { request in
                let period = request["timeOffPeriod"]
                guard request["status"]["statusType"] == "APPROVED", let user = request.text("userId"),
                    let start = period["period"]?["start"]?.stringValue.flatMap(TextFormat.instant),
                    let end = period["period"]?["end"]?.stringValue.flatMap(TextFormat.instant), start <= end
                else { return nil }
                let zone = calendar(of: user).zone
                func day(_ date: Date) -> String {
                    String(date.addingTimeInterval(Double(zone.secondsFromGMT(for: date))).parameterText.prefix(10))
                }
                // After the year 9999, texts are not in the order of the days.
                let (first, last) = (day(start), day(end))
                return ApprovedTimeOff(
                    user: user, start: start, end: end,
                    days: policy.text("timeUnit") == "HOURS" ? nil : min(first, last)...max(first, last),
                    fraction: period["halfDay"] == true ? 0.5 : 1)
            }
        }
    }
}
