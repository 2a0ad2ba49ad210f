import HTTPTypes

/// Sends one request: passes it through the client's middleware, adds credentials, and gives it to the transport.
struct RequestSender: Sendable {
    let client: APIClient
    let call: Call
    let attempt: CallAttempt

    /// - Parameter showsCredentials: `true` if the request goes to the origin that the credentials belong to.
    /// - Returns: The response, without credentials in its head, and its `Location` header, as received.
    func send(
        _ request: HTTPRequest, showsCredentials: Bool
    ) async throws -> (response: TransportResponse, location: String?) {
        let location = Lock<String?>(nil)
        let last: ClientMiddleware.Next = { request, body in
            let request = showsCredentials && call.operation.sendsCredentials ? try await withCredentials(request) : request
            var response = try await carry(request, body)
            let came = response.head.headerFields[.location]
            location.withLock { $0 = came }
            // Removed here, so that no middleware, such as one that logs, has to do it.
            response.head = client.secrets.hidden(in: response.head)
            return response
        }
        let attempt = attempt
        let chain = client.middleware.reversed().reduce(last) { next, middleware in
            { request, body in try await middleware.intercept(request, body: body, attempt: attempt, next: next) }
        }
        let response = try await chain(request, call.body)
        // A middleware may have replaced or removed the header.
        guard let told = response.head.headerFields[.location] else { return (response, nil) }
        let came = location.withLock { $0 }
        return (response, came.map { client.secrets.hidden(in: $0) == told } == true ? came : told)
    }

    /// Adds the credentials. They are requested each time, because they may have changed.
    private func withCredentials(_ request: HTTPRequest) async throws -> HTTPRequest {
        let credentials: (any APICredentials)?
        do {
            credentials = try await client.credentials.current()
        } catch let error as APIFailure {
            throw error
        } catch is CancellationError {
            throw CancellationError()
        } catch {
            throw APIFailure.configuration("the credentials are not available: \(type(of: error))")
        }
        guard let credentials, try call.operation.accepts(credentials) else { return request }
        let placement = credentials.placement
        var request = request
        try client.servers.checkThatItMayCarrySecrets(request)
        client.secrets.add(placement)
        try placement.add(to: &request)
        return request
    }

    /// Gives the request to the transport, and removes credentials from the errors that it throws.
    private func carry(_ request: HTTPRequest, _ body: RequestBody?) async throws -> TransportResponse {
        var request = request
        request.joinCookies()
        do {
            if let responder = client.responder { return try await responder.response(to: call) }
            return try await client.transport.send(request, body: body)
        } catch let error as TransportFailure {
            throw client.secrets.hidden(in: error)
        } catch let error as APIFailure {
            throw error
        } catch {
            throw client.secrets.hidden(in: error)
        }
    }
}
