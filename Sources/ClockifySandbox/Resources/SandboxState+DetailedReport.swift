@_spi(Generated) import ClockifyRuntime
import Foundation

/// The detailed report, in the format of the live service: `_id` for `id`, and fractional amounts.
extension SandboxState {
    func detailedReport(_ query: ReportQuery) -> Report {
        let entries = reportedEntries(query)
        let sorted = SandboxState.sorted(entries, query)
        let rows = query.page(of: sorted)
        let hasTotals = query["detailedFilter"]["options"]?["totals"] != "EXCLUDE"
        return Report(
            json: [
                "timeentries": .array(rows.map { SandboxState.row($0, query) }),
                "totals": hasTotals ? SandboxState.totals(of: entries, query) : [],
            ], table: SandboxState.table(of: rows, query))
    }

    private static func sorted(_ entries: [ReportedEntry], _ query: ReportQuery) -> [ReportedEntry] {
        let column = query["detailedFilter"]["sortColumn"]?.stringValue ?? "DATE"
        let isDescending = query.isDescending ?? true
        let keyed = entries.map { reported -> (entry: ReportedEntry, text: String, number: Double) in
            let start = reported.entry.start?.timeIntervalSince1970 ?? 0
            return switch column {
            case "ID": (reported, reported.entry.id, 0)
            case "DESCRIPTION": (reported, reported.entry.text("description")?.lowercased() ?? "", 0)
            case "USER": (reported, reported.user?.text("name")?.lowercased() ?? "", 0)
            case "USER_DATE": (reported, reported.user?.text("name")?.lowercased() ?? "", start)
            case "DURATION": (reported, "", Double(reported.seconds))
            case "NATURAL": (reported, "", Double(reported.entry.sequence))
            default: (reported, "", start)
            }
        }
        return keyed.sorted { left, right in
            let isBefore = (left.text, left.number, left.entry.entry.sequence) < (right.text, right.number, right.entry.entry.sequence)
            return isBefore != isDescending
        }.map(\.entry)
    }

    private static func row(_ reported: ReportedEntry, _ query: ReportQuery) -> JSONValue {
        let entry = reported.entry
        var members: [String: JSONValue] = [
            "_id": .string(entry.id), "approvalRequestId": entry["approvalRequestId"], "billable": .bool(reported.isBillable),
            "clientId": reported.client?["id"] ?? .null, "clientName": reported.client?["name"] ?? .null, "currency": "USD",
            "customFields": .array(
                (entry["customFieldValues"].arrayValue ?? []).map { field in
                    ["customFieldId": field["customFieldId"] ?? .null, "value": field["value"] ?? .null]
                }),
            "description": entry["description"], "isLocked": .bool(entry.flag("isLocked")),
            "projectColor": reported.project?["color"] ?? .null,
            "projectId": reported.project?["id"] ?? .null, "projectName": reported.project?["name"] ?? .null,
            "rate": .double(reported.isBillable ? reported.rates.hourly : 0), "tagIds": entry["tagIds"],
            "tags": .array(reported.tags.map { ["_id": $0["id"], "name": $0["name"]] }), "taskId": reported.task?["id"] ?? .null,
            "taskName": reported.task?["name"] ?? .null, "timeInterval": interval(of: reported, query),
            "type": entry["type"].isNull ? "REGULAR" : entry["type"], "userEmail": reported.user?["email"] ?? .null,
            "userId": entry["userId"], "userName": reported.user?["name"] ?? .null, "amounts": amounts(of: [reported], query),
        ]
        if let type = query.amountTypes.first { members["amount"] = .double(reported.amount(type)) }
        members = members.present
        members["invoicingInfo"] = JSONValue.null
        if reported.isInvoiced {
            let info: [String: JSONValue] = [
                "invoiceId": reported.invoice.map { .string($0) } ?? .null, "manuallyInvoiced": .bool(reported.invoice == nil),
            ]
            members["invoicingInfo"] = .object(info.present)
        }
        return .object(members)
    }

    /// Returns the start and end in local time of the time zone, with and without its offset.
    private static func interval(of reported: ReportedEntry, _ query: ReportQuery) -> JSONValue {
        let entry = reported.entry
        var members: [String: JSONValue] = [
            "duration": .integer(Int64(reported.seconds)), "timeZone": .string(query.zone.identifier),
        ]
        for (name, zoned, offset, date) in [("start", "zonedStart", "offStart", entry.start), ("end", "zonedEnd", "offEnd", entry.end)] {
            guard let date else { continue }
            let (clock, seconds) = query.zoned(date)
            members[name] = .string(query.timestamp(date))
            members[zoned] = .string(clock)
            members[offset] = .integer(Int64(seconds))
        }
        return .object(members)
    }

    private static func table(of rows: [ReportedEntry], _ query: ReportQuery) -> FileTable {
        let amounts = query.amountTypes
        let columns = [
            "Project", "Client", "Description", "Task", "User", "Group", "Email", "Tags", "Billable", "Start Date", "Start Time",
            "End Date", "End Time", "Duration (h)", "Duration (decimal)",
        ]
        return FileTable(
            title: "Detailed report", columns: columns + amounts.map(amountColumn),
            rows: rows.map { row in
                let texts = [
                    row.project?.text("name"), row.client?.text("name"), row.entry.text("description"), row.task?.text("name"),
                    row.user?.text("name"), names(of: row.groups), row.user?.text("email"), names(of: row.tags),
                    row.isBillable ? "Yes" : "No", row.entry.start.map(query.day), row.entry.start.map { clock(query.local($0)) },
                    row.entry.end.map(query.day), row.entry.end.map { clock(query.local($0)) }, hours(row.seconds),
                ]
                return texts.map { .text($0 ?? "") } + [decimalHours(row.seconds)]
                    + amounts.map { .number(row.amount($0) / 100, fractionDigits: 2) }
            })
    }

    private static func names(of entities: [Entity]) -> String { entities.compactMap { $0.text("name") }.joined(separator: ", ") }

    private static func clock(_ date: Date) -> String { String(date.parameterText.dropFirst(11).prefix(8)) }
}
