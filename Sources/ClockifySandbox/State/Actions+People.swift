import ClockifyRuntime

/// Roles, managers, profiles and custom fields of users.
extension Actions {
    static let people: [String: Action] = [
        "createUserRole": .rule { state, call throws(Refusal) in try state.addRole(call) },
        "deleteUserRole": .rule { state, call throws(Refusal) in try state.removeRole(call) },
        "getManagersOfUser": .rule { state, call throws(Refusal) in state.listManagers(call) },
        "getMemberProfile": .rule { state, call throws(Refusal) in .value(state.presentProfile(call)) },
        "updateMemberProfileWithAdditionalData": .rule { state, call throws(Refusal) in try state.updateProfile(call) },
        "upsertUserCustomFieldValue": .rule { state, call throws(Refusal) in try state.setUserField(call) },
        "uploadImage": .rule { state, call throws(Refusal) in state.uploadImage(call) },
        "removeMember": .rule { state, call throws(Refusal) in .value(try state.find(.workspaces, call.path("workspaceId"), call).value) },
        "getLogsForWebhook": .rule { state, call throws(Refusal) in try state.listWebhookLogs(call) },
    ]
}
