import ClockifyRuntime

extension Actions {
    static let approvals: [String: Action] = [
        "getApprovalRequests": .rule { state, call throws(Refusal) in state.listApprovals(call) },
        "createApprrovalRequest": .rule { state, call throws(Refusal) in try state.submitApproval(call, for: state.me) },
        "createApprovalForOther": .rule { state, call throws(Refusal) in try state.submitApproval(call, for: call.path("userId")) },
        "resubmitApprovalRequest": .rule { state, call throws(Refusal) in try state.resubmitApproval(call, for: state.me) },
        "resubmitApprovalRequestForOther": .rule { state, call throws(Refusal) in
            try state.resubmitApproval(call, for: call.path("userId"))
        },
        "updateApprovalStatus": .rule { state, call throws(Refusal) in try state.changeApproval(call) },
    ]
}
