import ClockifyRuntime

/// A request that is well-formed and may be carried out.
struct SandboxCall: Sendable {
    let operation: CatalogOperation
    let pathValues: [String: String]
    let query: QueryItems
    let body: JSONValue?

    /// What the path has in place of `{name}`.
    func path(_ name: String) -> String { pathValues[name] ?? "" }

    /// The members of the body.
    var members: [String: JSONValue] { body?.objectValue ?? [:] }
}

/// What comes of a call.
enum Outcome: Sendable {
    /// An answer in JSON; the status is the one that the spec promises.
    case value(JSONValue)
    /// One page of a list.
    case page([JSONValue], isLast: Bool)
    /// Nothing to say.
    case done
}
