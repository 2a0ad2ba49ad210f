import ClockifyRuntime

/// The settings of a workspace's invoices.
extension SandboxState {
    /// Returns the settings, which are the same for every new workspace.
    func invoiceSettings(of workspace: String) -> [String: JSONValue] {
        guard var members = store.entity(.invoiceSettings, workspace)?.members else { return InvoiceDefaults.settings }
        members["id"] = nil
        return members
    }

    func getInvoiceSettings(_ call: SandboxCall) -> Outcome { .value(.object(invoiceSettings(of: call.path("workspaceId")))) }

    /// Replaces the parts that a request has. Responses have more members than requests, and another name for one label.
    mutating func updateInvoiceSettings(_ call: SandboxCall) -> Outcome {
        let workspace = call.path("workspaceId")
        var settings = invoiceSettings(of: workspace)
        if let request = call.members["defaults"]?.objectValue {
            var defaults = settings["defaults"]?.objectValue ?? [:]
            for name in ["companyId", "dueDays", "itemTypeId", "notes", "subject", "tax2Percent", "taxPercent", "taxType"] {
                defaults[name] = request[name] ?? InvoiceDefaults.settings["defaults"]?[name]
            }
            for (name, percent) in [("tax", "taxPercent"), ("tax2", "tax2Percent")] {
                defaults[name] = .double((defaults[percent]?.doubleValue ?? 0) * 100)
            }
            settings["defaults"] = .object(defaults)
        }
        if let request = call.members["exportFields"]?.objectValue {
            let off = (settings["exportFields"]?.objectValue ?? [:]).mapValues { _ in false as JSONValue }
            settings["exportFields"] = .object(off.merging(request) { $1 })
        }
        if var labels = call.members["labels"]?.objectValue {
            labels["totalAmount"] = labels.removeValue(forKey: "totalAmountDue")
            settings["labels"] = .object(labels)
        }
        store.remove(workspace, from: .invoiceSettings)
        store.insert(into: .invoiceSettings, scope: workspace, id: workspace, settings)
        return .done
    }
}
