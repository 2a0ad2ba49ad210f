import ClockifyRuntime
import Foundation

/// The history of time entries and their custom field values, for the operations in the section "Entity changes".
extension SandboxState {
    private static let collections: [String: EntityCollection] = [
        "TIME_ENTRY": .timeEntries, "TIME_ENTRY_CUSTOM_FIELD_VALUE": .customFieldValues,
    ]

    /// Returns existing entities that were created or changed within the range, in their current state, oldest change first.
    func listUpdated(_ call: SandboxCall) -> Outcome {
        let range = range(of: call)
        let changed = call.query.all("type").flatMap { type -> [(type: String, entity: Entity)] in
            guard let collection = SandboxState.collections[type] else { return [] }
            return store.entities(collection, in: call.path("workspaceId")).filter { range.contains($0.updated) }.map { (type, $0) }
        }
        let sorted = changed.sorted { ($0.entity.updated, $0.entity.sequence) < ($1.entity.updated, $1.entity.sequence) }
        let (page, isLast) = pageful(of: sorted, call)
        return .page(
            page.map { type, entity in
                var members = entity.members
                members["documentType"] = .string(type)
                members["auditMetadata"] = [
                    "createdAt": .string(entity.created.parameterText), "updatedAt": .string(entity.updated.parameterText),
                ]
                // Changes of custom field values are listed separately, and the spec has no locks, approvals and rates here.
                for name in ["approvalRequestId", "costRate", "customFieldValues", "hourlyRate", "isLocked"] { members[name] = nil }
                // The spec knows no null for these lists.
                return JSONValue.object(members).withoutNulls
            }, isLast: isLast)
    }

    /// Returns entities that were deleted within the range, oldest first. The service lists a deletion one minute later.
    func listDeleted(_ call: SandboxCall) -> Outcome {
        let range = range(of: call)
        let types = call.query.all("type").compactMap { type in SandboxState.collections[type].map { (type, $0) } }
        let deletions = store.deletions.filter { deletion in
            deletion.entity.scope == call.path("workspaceId") && range.contains(deletion.date)
                && deletion.date.addingTimeInterval(60) <= now && types.contains { $0.1 == deletion.collection }
        }
        let (page, isLast) = pageful(of: deletions, call)
        return .page(
            page.map { deletion in
                [
                    "deletedAt": .string(deletion.date.parameterText), "deletionBinId": .string(deletion.bin),
                    "document": deletion.entity.value,
                    "documentType": types.first { $0.1 == deletion.collection }.map { .string($0.0) } ?? .null,
                    "eligibleForRestore": .bool(deletion.collection == .timeEntries), "id": .string(deletion.entity.id),
                ]
            }, isLast: isLast)
    }

    /// Returns the requested range; 30 days if one end or both are missing.
    private func range(of call: SandboxCall) -> ClosedRange<Date> {
        let start = call.query["start"].flatMap(TextFormat.instant)
        let end = call.query["end"].flatMap(TextFormat.instant)
        let month = 30 * 86_400.0
        let last = end ?? start.map { $0.addingTimeInterval(month) } ?? now
        let first = start ?? last.addingTimeInterval(-month)
        return min(first, last)...last
    }

    /// Stores the custom field values of a time entry as separate entities, so that their changes can be listed.
    mutating func keepValues(of entry: Entity, _ fields: [JSONValue]) {
        let old = store.entities(.customFieldValues, in: entry.scope).filter { $0.text("timeEntryId") == entry.id }
        let ids = Set(fields.compactMap { $0["customFieldId"]?.stringValue })
        for value in old where !ids.contains(value.text("customFieldId") ?? "") { store.remove(value.id, from: .customFieldValues) }
        for field in fields {
            let members: [String: JSONValue] = [
                "customFieldId": field["customFieldId"] ?? .null, "timeEntryId": .string(entry.id), "value": field["value"] ?? .null,
                "sourceType": field["sourceType"] ?? "TIMEENTRY",
            ]
            if var value = old.first(where: { $0["customFieldId"] == members["customFieldId"] }) {
                guard value["value"] != members["value"] else { continue }
                value.members.merge(members) { $1 }
                store.replace(value, in: .customFieldValues)
            } else {
                store.insert(into: .customFieldValues, scope: entry.scope, members)
            }
        }
    }
}
