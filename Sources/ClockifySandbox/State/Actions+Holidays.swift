import ClockifyRuntime

extension Actions {
    static let holidays: [String: Action] = [
        "getHolidays": .rule { state, call throws(Refusal) in state.listHolidays(call) },
        "getHolidaysInPeriod": .rule { state, call throws(Refusal) in try state.listHolidaysInPeriod(call) },
        "createHoliday": .rule { state, call throws(Refusal) in try state.createHoliday(call) },
        "updateHoliday": .rule { state, call throws(Refusal) in try state.updateHoliday(call) },
        "deleteHoliday": .rule { state, call throws(Refusal) in try state.deleteHoliday(call) },
    ]
}
