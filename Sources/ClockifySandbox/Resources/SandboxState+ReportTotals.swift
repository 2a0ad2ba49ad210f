import ClockifyRuntime

/// The totals of reports on time entries.
extension SandboxState {
    /// Returns a list with a single total, or with `null` if there are no entries, as the service does.
    static func totals(of entries: [ReportedEntry], _ query: ReportQuery) -> JSONValue {
        guard !entries.isEmpty else { return [nil] }
        var totals: [String: JSONValue] = [
            "_id": "", "amounts": amounts(of: entries, query), "entriesCount": .integer(Int64(entries.count)),
            "totalBillableTime": .integer(Int64(entries.filter(\.isBillable).seconds)), "totalTime": .integer(Int64(entries.seconds)),
        ]
        if let type = query.amountTypes.first { totals["totalAmount"] = .double(entries.amount(type)) }
        return [.object(totals)]
    }

    static func amounts(of entries: [ReportedEntry], _ query: ReportQuery) -> JSONValue {
        .array(query.amountTypes.map { ["type": .string($0), "value": .double(entries.amount($0))] })
    }
}
