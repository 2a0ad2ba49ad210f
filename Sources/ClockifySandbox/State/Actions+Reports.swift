import ClockifyRuntime

extension Actions {
    static let reports: [String: Action] = [
        "generateDetailedReport": .rule { state, call throws(Refusal) in
            let query = try state.reportQuery(call, paging: "detailedFilter")
            return state.answer(state.detailedReport(query), query)
        },
        "generateSummaryReport": .rule { state, call throws(Refusal) in
            let query = try state.reportQuery(call, paging: "summaryFilter")
            return state.answer(state.summaryReport(query), query)
        },
        "generateWeeklyReport": .rule { state, call throws(Refusal) in
            let query = try state.reportQuery(call, paging: "weeklyFilter")
            return state.answer(try state.weeklyReport(query), query)
        },
        "generateAttendanceReport": .rule { state, call throws(Refusal) in
            let query = try state.reportQuery(call, paging: "attendanceFilter")
            return state.answer(state.attendanceReport(query), query)
        },
        "generateDetailedReportV1": .rule { state, call throws(Refusal) in
            let query = try state.reportQuery(call, paging: nil)
            return state.answer(state.expenseReport(query), query)
        },
    ]

    static let sharedReports: [String: Action] = [
        "getSharedReportsV1": .rule { state, call throws(Refusal) in state.listSharedReports(call) },
        "saveSharedReportV1": .rule { state, call throws(Refusal) in try state.createSharedReport(call) },
        "updateSharedReportV1": .rule { state, call throws(Refusal) in try state.updateSharedReport(call) },
        "deleteSharedReportV1": .rule { state, call throws(Refusal) in
            _ = try state.delete(.sharedReports, call.path("id"), call)
            return .done
        },
        "generateSharedReportV1": .rule { state, call throws(Refusal) in try state.renderSharedReport(call) },
    ]
}
