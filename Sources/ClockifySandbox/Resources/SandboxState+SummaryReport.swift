import ClockifyRuntime
import Foundation

/// The summary report: up to three levels of groups, and a chart.
extension SandboxState {
    func summaryReport(_ query: ReportQuery) -> Report {
        let entries = reportedEntries(query)
        let named = query["summaryFilter"]["groups"]?.arrayValue?.compactMap(\.stringValue) ?? []
        let kinds = named.isEmpty ? ["PROJECT"] : named
        let columns = kinds.map(SandboxState.column) + ["Time (h)", "Time (decimal)"] + query.amountTypes.map(SandboxState.amountColumn)
        return Report(
            json: [
                "chart": .array(SandboxState.chart(of: entries, query)),
                "groupOne": .array(named.isEmpty ? [] : SandboxState.groups(of: entries, by: named[...], query)),
                "totals": SandboxState.totals(of: entries, query),
            ],
            table: FileTable(
                title: "Summary report", columns: columns, rows: SandboxState.rows(of: entries, by: kinds[...], query, under: [])))
    }

    private static func groups(of entries: [ReportedEntry], by kinds: ArraySlice<String>, _ query: ReportQuery) -> [JSONValue] {
        guard let kind = kinds.first else { return [] }
        return sorted(ReportGroup.groups(of: entries, by: kind, query), query).map { group in
            var json = group.json(query)
            if kinds.count > 1 { json["children"] = .array(groups(of: group.entries, by: kinds.dropFirst(), query)) }
            return .object(json)
        }
    }

    /// Returns one row for each innermost group.
    private static func rows(
        of entries: [ReportedEntry], by kinds: ArraySlice<String>, _ query: ReportQuery, under names: [FileTable.Cell]
    ) -> [[FileTable.Cell]] {
        guard let kind = kinds.first else {
            let amounts = query.amountTypes.map { FileTable.Cell.number(entries.amount($0) / 100, fractionDigits: 2) }
            return [names + [.text(hours(entries.seconds)), decimalHours(entries.seconds)] + amounts]
        }
        return sorted(ReportGroup.groups(of: entries, by: kind, query), query).flatMap { group in
            rows(of: group.entries, by: kinds.dropFirst(), query, under: names + [.text(group.name)])
        }
    }

    private static func sorted(_ groups: [ReportGroup], _ query: ReportQuery) -> [ReportGroup] {
        let column = query["summaryFilter"]["sortColumn"]?.stringValue ?? "GROUP"
        let isDescending = query.isDescending ?? false
        let keyed = groups.enumerated().map { index, group -> (group: ReportGroup, key: Double, index: Int) in
            switch column {
            case "DURATION": (group, Double(group.entries.seconds), index)
            case "AMOUNT": (group, group.entries.amount(query.amountTypes.first ?? "EARNED"), index)
            case "EARNED", "COST", "PROFIT": (group, group.entries.amount(column), index)
            default: (group, Double(index), index)
            }
        }
        return keyed.sorted { left, right in
            left.key == right.key ? left.index < right.index : (left.key < right.key) != isDescending
        }.map(\.group)
    }

    /// Returns a point for each project, or else for each day, or month if the report shows a year.
    private static func chart(of entries: [ReportedEntry], _ query: ReportQuery) -> [JSONValue] {
        let isByProject = query["summaryFilter"]["summaryChartType"] == "PROJECT"
        let kind = isByProject ? "PROJECT" : query["zoomLevel"] == "YEAR" ? "MONTH" : "DATE"
        return ReportGroup.groups(of: entries, by: kind, query).map { group in
            [
                "_id": group.id, "earned": .double(group.entries.amount("EARNED")),
                "totalAmount": .double(group.entries.amount(query.amountTypes.first ?? "EARNED")),
                "totalBillableTime": .integer(Int64(group.entries.filter(\.isBillable).seconds)),
                "totalTime": .integer(Int64(group.entries.seconds)),
            ]
        }
    }

    static func column(_ kind: String) -> String {
        switch kind {
        case "TIMEENTRY": "Description"
        case "USER_GROUP": "Group"
        case "TAG": "Tags"
        default: kind.prefix(1) + kind.dropFirst().lowercased()
        }
    }
}
