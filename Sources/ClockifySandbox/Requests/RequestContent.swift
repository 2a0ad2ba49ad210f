import ClockifyRuntime

/// The validated body of a request.
struct RequestContent: Sendable {
    /// The JSON body, or the values of a form.
    var json: JSONValue?
    /// The files of a form, by the name of their part.
    var files: [String: FormPart] = [:]
}
