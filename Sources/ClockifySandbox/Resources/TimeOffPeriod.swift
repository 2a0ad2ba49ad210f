import ClockifyRuntime
import Foundation

/// The period of a request for time off, and how much it takes from the balance.
struct TimeOffPeriod {
    /// The period in the response format.
    let value: JSONValue
    /// Days or hours, by the policy's time unit.
    let amount: Double

    /// Reads the period of a request: a start and a number of days if the policy counts days, or two points in time if it counts
    /// hours.
    init(_ request: JSONValue, by policy: Entity, calendar: LocalCalendar) throws(Refusal) {
        let period = request["period"] ?? [:]
        let isHalfDay = request["isHalfDay"]?.boolValue ?? false
        if isHalfDay, !policy.flag("allowHalfDay") { throw .invalid("timeOffPeriod.isHalfDay", "the policy allows no half days") }
        let start: Date
        let end: Date
        if policy.text("timeUnit") == "HOURS" {
            start = try Self.moment(period, "start")
            end = try Self.moment(period, "end")
            guard start < end else { throw .invalid("timeOffPeriod.period.end", "is not after the start") }
            amount = end.timeIntervalSince(start) / 3600
        } else {
            guard let text = period["start"]?.stringValue else { throw .invalid("timeOffPeriod.period.start", "is required") }
            guard let day = calendar.start(ofDay: text) else { throw .invalid("timeOffPeriod.period.start", "invalid date format") }
            guard let days = period["days"]?.intValue else { throw .invalid("timeOffPeriod.period.days", "is required") }
            start = day
            // The last second of the last day.
            end = calendar.adding(days: days, to: day).addingTimeInterval(-1)
            amount = Double(days) * (isHalfDay ? 0.5 : 1)
        }
        let given = [request["halfDayPeriod"], request["timeOffHalfDayPeriod"]].compactMap(\.self).first { $0 != "NOT_DEFINED" }
        let half: JSONValue = isHalfDay ? given ?? "FIRST_HALF" : "NOT_DEFINED"
        // Days end with the last millisecond.
        let isWhole = policy.text("timeUnit") != "HOURS"
        let lastText = end.parameterText.prefix { $0 != "Z" } + (isWhole ? ".999Z" : "Z")
        var members: [String: JSONValue] = [
            "halfDay": .bool(isHalfDay), "halfDayPeriod": half,
            "period": ["end": .string(String(lastText)), "start": .string(start.parameterText)],
        ]
        if isHalfDay {
            // A working day lasts from 9:00 to 17:00.
            let hour = half == "SECOND_HALF" ? 13.0 : 9.0
            let begin = start.addingTimeInterval(hour * 3600)
            members["halfDayHours"] = Self.range(begin, begin.addingTimeInterval(4 * 3600))
        }
        value = .object(members)
    }

    private static func moment(_ period: JSONValue, _ name: String) throws(Refusal) -> Date {
        let field = "timeOffPeriod.period.\(name)"
        guard let text = period[name]?.stringValue else { throw .invalid(field, "is required") }
        guard TextFormat.isValid(text, format: "date-time"), TextFormat.fractionDigits(of: text) == 0,
            let moment = TextFormat.instant(text)
        else { throw .invalid(field, "invalid date format") }
        return moment
    }

    private static func range(_ start: Date, _ end: Date) -> JSONValue {
        ["start": .string(start.parameterText), "end": .string(end.parameterText)]
    }
}
