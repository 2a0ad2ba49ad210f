import ClockifyRuntime

/// The rates of a time entry in minor units per hour.
struct Rates: Sendable {
    let hourly: Double
    let cost: Double

    /// Finds the most specific rates: of the entry, the task, the user in the project, the project, the user, and the workspace.
    init(of entry: Entity, task: Entity?, project: Entity?, workspace: Entity?) {
        let user = entry["userId"]
        func membership(_ entity: Entity?) -> JSONValue { entity?.memberships.first { $0["userId"] == user } ?? .null }
        let places = [
            entry.value, task?.value ?? .null, membership(project), project?.value ?? .null, membership(workspace),
            workspace?.value ?? .null,
        ]
        func rate(_ name: String) -> Double { places.lazy.compactMap { $0[name]?["amount"]?.doubleValue }.first ?? 0 }
        hourly = rate("hourlyRate")
        cost = rate("costRate")
    }
}
