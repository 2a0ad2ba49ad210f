import ClockifyRuntime

extension Resource {
    static let holidays = Resource(collection: .holidays, name: "Holiday", parent: "workspaceId", sample: "createHoliday")
}

/// The rules for holidays. A change replaces the whole holiday.
extension SandboxState {
    /// Lists all holidays, or those of one user. The service ignores paging.
    func listHolidays(_ call: SandboxCall) -> Outcome {
        let user = call.query["assigned-to"]
        let all = store.entities(.holidays, in: call.path("workspaceId"))
        return .page(all.filter { user.map(users(of: $0).contains) ?? true }.map(presentHoliday), isLast: true)
    }

    /// Lists the holidays of a user that lie within a period. One that occurs annually does so in every year.
    func listHolidaysInPeriod(_ call: SandboxCall) throws(Refusal) -> Outcome {
        let user = call.query["assigned-to"] ?? ""
        // The live service fails in this case.
        guard isMember(user, of: call.path("workspaceId")) else { throw Refusal(500, code: 500, "Internal server error") }
        guard let start = call.query["start"].flatMap(CalendarDate.init), let end = call.query["end"].flatMap(CalendarDate.init) else {
            throw .invalid("start", "must be a date")
        }
        let holidays = store.entities(.holidays, in: call.path("workspaceId")).filter { holiday in
            guard users(of: holiday).contains(user), let own = days(of: holiday) else { return false }
            guard holiday.flag("occursAnnually") else { return start <= own.start && own.end <= end }
            let length = own.end.year - own.start.year
            // Two years are enough: the first one may be over before the holiday.
            return [start.year, start.year + 1].contains { year in
                guard year >= own.start.year else { return false }
                let shifted = (day(own.start, in: year), day(own.end, in: year + length))
                return start <= shifted.0 && shifted.1 <= end
            }
        }
        return .page(holidays.map(presentHoliday), isLast: true)
    }

    mutating func createHoliday(_ call: SandboxCall) throws(Refusal) -> Outcome {
        let members = try holidayMembers(call)
        return .value(presentHoliday(store.insert(into: .holidays, scope: call.path("workspaceId"), members)))
    }

    mutating func updateHoliday(_ call: SandboxCall) throws(Refusal) -> Outcome {
        var holiday = try find(.holidays, call.path("holidayId"), call)
        holiday.members = try holidayMembers(call)
        holiday.members["id"] = .string(holiday.id)
        store.replace(holiday, in: .holidays)
        return .value(presentHoliday(holiday))
    }

    /// Deletes a holiday. This response contains its color and all its settings.
    mutating func deleteHoliday(_ call: SandboxCall) throws(Refusal) -> Outcome {
        let holiday = try delete(.holidays, call.path("holidayId"), call)
        return .value(.present(holiday.members.filter { $0.key != "projectId" && $0.key != "taskId" }))
    }

    private func holidayMembers(_ call: SandboxCall) throws(Refusal) -> [String: JSONValue] {
        let request = call.members
        let workspace = call.path("workspaceId")
        let name = request["name"]?.stringValue ?? ""
        guard name.unicodeScalars.count <= 50 else { throw .invalid("name", "must have at most 50 characters") }
        let period = request["datePeriod"] ?? [:]
        guard let start = period["startDate"]?.stringValue, let end = period["endDate"]?.stringValue, start <= end else {
            throw .invalid("datePeriod.endDate", "is before the start")
        }
        let creation = request["automaticTimeEntryCreation"]
        let defaults = creation?["defaultEntities"]
        try checkTask(defaults?["taskId"]?.stringValue, of: defaults?["projectId"]?.stringValue, in: workspace)
        var members: [String: JSONValue] = [
            "color": request["color"] ?? .null, "datePeriod": ["endDate": .string(end), "startDate": .string(start)],
            "everyoneIncludingNew": request["everyoneIncludingNew"] ?? false, "name": .string(name),
            "occursAnnually": request["occursAnnually"] ?? false, "projectId": defaults?["projectId"] ?? .null,
            "taskId": defaults?["taskId"] ?? .null, "workspaceId": .string(workspace),
        ]
        if let creation {
            members["automaticTimeEntryCreation"] = ["defaultEntities": defaults ?? [:], "enabled": creation["enabled"] ?? false]
        }
        return members.merging(try scope(of: request, in: workspace, status: "ALL")) { _, scope in scope }
    }

    /// Returns the usual response, which has no color and only a flag for automatic time entries.
    func presentHoliday(_ holiday: Entity) -> JSONValue {
        var members = holiday.members
        members["automaticTimeEntryCreation"] = holiday["automaticTimeEntryCreation"]["enabled"] ?? false
        members["color"] = nil
        return .present(members)
    }

    /// Returns `true` if a `yyyy-MM-dd` is part of a holiday.
    func isHoliday(_ holiday: Entity, on text: String) -> Bool {
        guard let own = days(of: holiday), let date = CalendarDate(text), own.start <= date else { return false }
        guard holiday.flag("occursAnnually") else { return date <= own.end }
        let length = own.end.year - own.start.year
        // Such a holiday lasts until the next one begins.
        guard length < 2 else { return true }
        return [date.year - 1, date.year].contains { year in
            year >= own.start.year && day(own.start, in: year) <= date && date <= day(own.end, in: year + length)
        }
    }

    private func days(of holiday: Entity) -> (start: CalendarDate, end: CalendarDate)? {
        let period = holiday["datePeriod"]
        guard let start = period["startDate"]?.stringValue.flatMap(CalendarDate.init),
            let end = period["endDate"]?.stringValue.flatMap(CalendarDate.init)
        else { return nil }
        return (start, end)
    }

    /// Returns the same day in another year, and 28 February for a leap day in a common year.
    private func day(_ day: CalendarDate, in year: Int) -> CalendarDate {
        CalendarDate(year: year, month: day.month, day: day.day) ?? CalendarDate(year: year, month: 2, day: 28) ?? day
    }
}
