import ClockifyRuntime

/// Policies, balances and time off requests. The operations of the deprecated sections act on the same state.
extension Actions {
    static let timeOff: [String: Action] = [
        "findPoliciesForWorkspace": listPolicies, "findPtoPoliciesForWorkspace": listPolicies,
        "createPolicy": createPolicy, "createPtoPolicy": createPolicy,
        "getPolicy": .get(.policies, id: "id"), "getPtoPolicy": .get(.policies, id: "id"),
        "updatePolicy": updatePolicy, "updatePtoPolicy": updatePolicy,
        "updatePolicyStatus": updatePolicyStatus, "updatePtoPolicyStatus": updatePolicyStatus,
        "deletePolicy": deletePolicy, "deletePtoPolicy": deletePolicy,

        "getBalancesForPolicy": listBalancesOfPolicy, "getPtoBalancesForPolicy": listBalancesOfPolicy,
        "getBalancesForUser": listBalancesOfUser, "getPtoBalancesForUser": listBalancesOfUser,
        "updateBalance": updateBalance, "updateBalancesForUsers": updateBalance,

        "createTimeOffRequest": createRequest, "createPtoTimeOffRequest": createRequest,
        "createTimeOffRequestForOther": createRequestForOther, "createPtoTimeOffRequestForOther": createRequestForOther,
        "changeTimeOffRequestStatus": changeRequestStatus, "changePtoTimeOffRequestStatus": changeRequestStatus,
        "deleteTimeOffRequest": deleteRequest, "deletePtoTimeOffRequest": deleteRequest,
        "getTimeOffRequest": listRequests, "getPtoTimeOffRequests": listRequests,
    ]

    private static let listPolicies = Action.list(.policies)
    private static let createPolicy = accruing { state, call throws(Refusal) in try state.createPolicy(call) }
    private static let updatePolicy = accruing { state, call throws(Refusal) in try state.updatePolicy(call) }
    private static let updatePolicyStatus = accruing { state, call throws(Refusal) in try state.updatePolicyStatus(call) }
    private static let deletePolicy = accruing { state, call throws(Refusal) in try state.deletePolicy(call) }

    private static let listBalancesOfPolicy = accruing { state, call throws(Refusal) in try state.listBalances(ofPolicy: call) }
    private static let listBalancesOfUser = accruing { state, call throws(Refusal) in state.listBalances(ofUser: call) }
    private static let updateBalance = accruing { state, call throws(Refusal) in try state.updateBalances(call) }

    private static let createRequest = accruing { state, call throws(Refusal) in try state.requestTimeOff(call, for: state.me) }
    private static let createRequestForOther = accruing { state, call throws(Refusal) in
        try state.requestTimeOff(call, for: call.path("userId"))
    }
    private static let changeRequestStatus = accruing { state, call throws(Refusal) in try state.decideTimeOff(call) }
    private static let deleteRequest = accruing { state, call throws(Refusal) in try state.withdrawTimeOff(call) }
    private static let listRequests = accruing { state, call throws(Refusal) in try state.listTimeOff(call) }

    /// Returns an action that first adds to the balances what the policies accrued until now.
    private static func accruing(
        _ rule: @escaping @Sendable (inout SandboxState, SandboxCall) throws(Refusal) -> Outcome
    ) -> Action {
        .rule { state, call throws(Refusal) in
            state.accrueTimeOff(in: call.path("workspaceId"))
            return try rule(&state, call)
        }
    }
}
