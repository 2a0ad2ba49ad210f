import ClockifyRuntime

/// A filter for identifiers: `{"contains": "CONTAINS", "ids": [], "status": "ACTIVE"}`.
struct ReferenceFilter: Sendable {
    let containment: String
    let ids: Set<String>
    /// `nil` if the status does not matter.
    let status: String?

    init(_ json: JSONValue?) {
        containment = json?["contains"]?.stringValue ?? "CONTAINS"
        ids = Set(json?.strings("ids") ?? [])
        status = json?["status"]?.stringValue.flatMap { $0 == "ALL" ? nil : $0 }
    }

    /// Returns `true` if the identifiers of an entity pass. Without identifiers to look for, all pass.
    func accepts(_ own: [String]) -> Bool {
        guard !ids.isEmpty else { return true }
        return switch containment {
        case "DOES_NOT_CONTAIN": ids.isDisjoint(with: own)
        case "CONTAINS_ONLY": !own.isEmpty && ids.isSuperset(of: own)
        default: !ids.isDisjoint(with: own)
        }
    }

    /// Returns `true` if an entity that is archived or not passes. An entity that does not exist always passes.
    func acceptsStatus(isArchived: Bool?) -> Bool {
        guard let status, let isArchived else { return true }
        return isArchived == (status == "ARCHIVED")
    }
}
