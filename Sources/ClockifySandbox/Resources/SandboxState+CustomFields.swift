import ClockifyRuntime

extension Resource {
    static let customFields = Resource(
        collection: .customFields, name: "Custom field", parent: "workspaceId", sample: "editCustomField",
        initial: ["entityType": "TIMEENTRY", "required": false, "status": "VISIBLE"],
        filters: [
            .text("name", in: "name"), .value("status", is: "status"), .ids("entity-type", in: "entityType"),
        ])
}

/// The rules for custom fields. A project has the fields of its workspace, and may override their default value and status.
extension SandboxState {
    mutating func createCustomField(_ call: SandboxCall) throws(Refusal) -> Outcome {
        try checkValue(call.members["workspaceDefaultValue"], call.members)
        return .value(present(try create(.customFields, call), for: call.query))
    }

    mutating func updateCustomField(_ call: SandboxCall) throws(Refusal) -> Outcome {
        try checkValue(call.members["workspaceDefaultValue"], call.members)
        return .value(present(try update(.customFields, call.path("customFieldId"), call), for: call.query))
    }

    mutating func deleteCustomField(_ call: SandboxCall) throws(Refusal) -> Outcome {
        _ = try delete(.customFields, call.path("customFieldId"), call)
        return .done
    }

    func listCustomFields(ofProject call: SandboxCall) -> Outcome {
        let project = JSONValue.string(call.path("projectId"))
        let fields = store.entities(.customFields, in: call.path("workspaceId")).map { field in
            var field = field
            // The project's setting overrides the workspace's.
            if let own = field.projectDefaults.first(where: { $0["projectId"] == project }) { field.members["status"] = own["status"] }
            return field
        }
        return page(sorted(selected(fields, by: .customFields, call.query), by: .customFields, call.query), call)
    }

    mutating func setProjectDefault(_ call: SandboxCall) throws(Refusal) -> Outcome {
        try changeProjectDefaults(call) { field, defaults in
            let project = JSONValue.string(call.path("projectId"))
            let old = defaults.first { $0["projectId"] == project }
            defaults.removeAll { $0["projectId"] == project }
            defaults.append([
                "projectId": project, "status": call.members["status"] ?? old?["status"] ?? field["status"],
                "value": call.members["defaultValue"] ?? old?["value"] ?? .null,
            ])
        }
    }

    mutating func removeProjectDefault(_ call: SandboxCall) throws(Refusal) -> Outcome {
        try changeProjectDefaults(call) { _, defaults in
            defaults.removeAll { $0["projectId"] == .string(call.path("projectId")) }
        }
    }

    private mutating func changeProjectDefaults(
        _ call: SandboxCall, _ change: (Entity, inout [JSONValue]) -> Void
    ) throws(Refusal) -> Outcome {
        var field = try find(.customFields, call.path("customFieldId"), call)
        var defaults = field.projectDefaults
        change(field, &defaults)
        field.members["projectDefaultValues"] = .array(defaults)
        store.replace(field, in: .customFields)
        return .value(present(field, for: call.query))
    }

    /// A default value must match the field's type. The documentation's samples use a single string for a multiple-choice field.
    func checkValue(
        _ value: JSONValue?, _ field: [String: JSONValue], of member: String = "workspaceDefaultValue"
    ) throws(Refusal) {
        guard let value, !value.isNull else { return }
        let fits =
            switch field["type"]?.stringValue {
            case "NUMBER": value.doubleValue != nil
            case "CHECKBOX": value.boolValue != nil
            case "DROPDOWN_MULTIPLE": value.arrayValue != nil || value.stringValue != nil
            default: value.stringValue != nil
            }
        if !fits { throw .invalid(member, "is not of the field's type") }
    }
}

extension Entity {
    /// The default values of a custom field by project.
    fileprivate var projectDefaults: [JSONValue] { self["projectDefaultValues"].arrayValue ?? [] }
}
