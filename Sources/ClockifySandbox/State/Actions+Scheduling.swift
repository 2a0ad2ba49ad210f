import ClockifyRuntime

extension Actions {
    static let scheduling: [String: Action] = [
        "getAllAssignments": .rule { state, call throws(Refusal) in try state.listAssignments(call) },
        "createRecurring": .rule { state, call throws(Refusal) in try state.createAssignments(call) },
        "editRecurring": .rule { state, call throws(Refusal) in try state.updateAssignments(call) },
        "editRecurringPeriod": .rule { state, call throws(Refusal) in try state.changeSeries(call) },
        "deleteRRecurringAssignment": .rule { state, call throws(Refusal) in try state.deleteAssignments(call) },
        "copyAssignment": .rule { state, call throws(Refusal) in try state.copyAssignments(call) },
        "publishAssignments": .rule { state, call throws(Refusal) in try state.publishAssignments(call) },

        "getFilteredProjectTotals": .rule { state, call throws(Refusal) in try state.listProjectTotals(call, filter: call.body ?? [:]) },
        "getProjectTotals": .rule { state, call throws(Refusal) in
            try state.listProjectTotals(call, filter: ScheduleFilter.body(of: call.query))
        },
        "getProjectTotalsForSingleProject": .rule { state, call throws(Refusal) in try state.getProjectTotals(call) },
        "getUserTotals": .rule { state, call throws(Refusal) in try state.listUserTotals(call) },
        "getUserTotalsForSingleUser": .rule { state, call throws(Refusal) in try state.getUserTotals(call) },
    ]
}
