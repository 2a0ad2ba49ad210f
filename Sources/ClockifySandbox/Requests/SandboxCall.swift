import ClockifyRuntime

/// A validated request.
struct SandboxCall: Sendable {
    let operation: CatalogOperation
    let pathValues: [String: String]
    let query: QueryItems
    /// The JSON body, or the values of a form.
    let body: JSONValue?
    /// The files of a form, by the name of their part.
    var files: [String: FormPart] = [:]

    /// Returns the value of the path parameter `{name}`.
    func path(_ name: String) -> String { pathValues[name] ?? "" }

    /// The members of the body.
    var members: [String: JSONValue] { body?.objectValue ?? [:] }
}

/// The result of a call.
enum Outcome: Sendable {
    /// A JSON response with the status that the spec declares.
    case value(JSONValue)
    /// One page of a list.
    case page([JSONValue], isLast: Bool)
    /// One page of a list inside an object.
    case envelope([String: JSONValue], isLast: Bool)
    case file(SandboxFile)
    /// A response without content.
    case done
}
