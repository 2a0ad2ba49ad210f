public import HTTPTypes

/// A response as received.
public struct RawResponse: Sendable {
    /// The HTTP status.
    public let status: HTTPResponse.Status
    /// The response's headers, without the client's credentials.
    public let headers: HTTPFields
    /// The response's body.
    public let body: [UInt8]

    /// Decodes the body as JSON of any shape.
    public func json() throws(JSONError) -> JSONValue { try JSONReader.decode(from: body) }
}

extension APIClient {
    /// Makes a call that the spec does not describe yet, with the usual credentials, retries, rate limits and errors.
    ///
    ///     let answer = try await clockify.client.raw(.get, "/v1/workspaces/{workspace}/news", ["workspace": workspace])
    ///
    /// - Parameters:
    ///   - method: The HTTP method.
    ///   - path: The path, with placeholders in braces. Their values are percent-encoded.
    ///   - values: The values of the placeholders.
    ///   - query: The query parameters.
    ///   - json: The JSON body; nil for none.
    ///   - service: The service's name, such as `Clockify.Services.backend`.
    /// - Throws: ``APIFailure/configuration(_:)`` if placeholders and values do not match; ``APIFailure/invalidRequest(_:)`` if a value is
    ///   empty, because the path would then name another resource.
    public func raw(
        _ method: HTTPRequest.Method, _ path: String, _ values: [String: any ParameterValue] = [:],
        query: [(name: String, value: any ParameterValue)] = [], json: JSONValue? = nil, service: String
    ) async throws(APIFailure) -> RawResponse {
        guard path.hasPrefix("/") else { throw .configuration("a path must begin with a slash: /\(path)") }
        var call = Call("\(method.rawValue) \(path)", method: method, path, service: service)
        let placeholders = Call.placeholders(of: path)
        if let unknown = values.keys.sorted().first(where: { !placeholders.contains($0) }) {
            throw .configuration("the path \(path) has no placeholder {\(unknown)}")
        }
        for name in placeholders {
            guard let value = values[name] else { throw .configuration("no value is given for {\(name)} in the path \(path)") }
            call.path(name, value.parameterText)
        }
        // A valid path has no braces left. A lone brace is a placeholder that was not closed or not opened.
        guard !call.target.contains(where: { $0 == "{" || $0 == "}" }) else {
            throw .configuration("the path \(path) has an unmatched brace")
        }
        for item in query { call.query(item.name, item.value.parameterText) }
        if let json { call.json(json) }
        let answer = try await send(call)
        return RawResponse(status: answer.head.status, headers: answer.head.headerFields, body: answer.body)
    }
}
