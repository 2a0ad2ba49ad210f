import ClockifyRuntime

extension SandboxState {
    /// Marks time entries as invoiced by hand, or removes the mark.
    mutating func setInvoiced(_ call: SandboxCall) throws(Refusal) -> Outcome {
        var entries: [Entity] = []
        for id in call.members["timeEntryIds"]?.arrayValue ?? [] { entries.append(try find(.timeEntries, id.stringValue ?? "", call)) }
        for entry in entries {
            store.remove(entry.id, from: .invoicedTimeEntries)
            if call.members["invoiced"] == true { store.insert(into: .invoicedTimeEntries, scope: entry.scope, id: entry.id, [:]) }
        }
        return .done
    }
}
