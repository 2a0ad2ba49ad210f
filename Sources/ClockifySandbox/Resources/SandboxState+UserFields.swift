import ClockifyRuntime

/// The values of custom fields of users.
extension SandboxState {
    mutating func setUserField(_ call: SandboxCall) throws(Refusal) -> Outcome {
        let value = try setField(
            call.path("customFieldId"), to: call.members["value"] ?? .null, of: call.path("userId"), in: call.path("workspaceId"))
        return .value(presentField(value))
    }

    /// Sets the value of a user's custom field. A field for time entries has no value on users.
    mutating func setField(
        _ field: String, to value: JSONValue, of user: String, in workspace: String
    ) throws(Refusal) -> Entity {
        guard let definition = store.entity(.customFields, field, in: workspace) else { throw .unknown("Custom field") }
        guard definition.text("entityType") == "USER" else { throw .invalid("customFieldId", "is not a field of users") }
        try checkValue(value, definition.members, of: "value")
        if var old = fieldValues(of: user, in: workspace).first(where: { $0.text("customFieldId") == field }) {
            old.members["value"] = value
            store.replace(old, in: .userFieldValues)
            return old
        }
        return store.insert(
            into: .userFieldValues, scope: workspace, ["customFieldId": .string(field), "userId": .string(user), "value": value])
    }

    /// Returns the values in the format of users.
    func userFields(of user: String, in workspace: String) -> [JSONValue] { fieldValues(of: user, in: workspace).map(presentField) }

    /// Returns the values in the format of member profiles, which contain the whole field.
    func memberFields(of user: String, in workspace: String) -> [JSONValue] {
        fieldValues(of: user, in: workspace).compactMap { value in
            guard let field = store.entity(.customFields, value.text("customFieldId") ?? "") else { return nil }
            return .present([
                "customField": .present(field.members), "customFieldId": .string(field.id), "name": field["name"],
                "sourceType": "WORKSPACE", "type": field["type"], "userId": value["userId"], "value": value["value"],
            ])
        }
    }

    private func fieldValues(of user: String, in workspace: String) -> [Entity] {
        store.entities(.userFieldValues, in: workspace).filter { $0.text("userId") == user }
    }

    private func presentField(_ value: Entity) -> JSONValue {
        let field = store.entity(.customFields, value.text("customFieldId") ?? "")
        return [
            "customFieldId": value["customFieldId"], "customFieldName": field?["name"] ?? .null,
            "customFieldType": field?["type"] ?? .null, "userId": value["userId"], "value": value["value"],
        ]
    }

    /// Returns a user as the lists of a workspace contain it.
    func presentUser(_ user: Entity, in workspace: String) -> JSONValue {
        var members = user.members
        members["customFields"] = .array(userFields(of: user.id, in: workspace))
        return .present(members)
    }
}
