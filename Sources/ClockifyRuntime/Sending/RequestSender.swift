import HTTPTypes

/// Sends one request: the client's middleware sees it, credentials are added to it, and the transport carries it.
struct RequestSender: Sendable {
    let client: APIClient
    let call: Call
    let attempt: CallAttempt

    /// - Parameter showsCredentials: Whether the request goes where the credentials belong.
    /// - Returns: The answer, without credentials in its head, and where it leads, as it came.
    func send(
        _ request: HTTPRequest, showsCredentials: Bool
    ) async throws -> (response: TransportResponse, location: String?) {
        let location = Lock<String?>(nil)
        let last: ClientMiddleware.Next = { request, body in
            let request = showsCredentials && call.operation.sendsCredentials ? try await withCredentials(request) : request
            var response = try await carry(request, body)
            let came = response.head.headerFields[.location]
            location.withLock { $0 = came }
            // Here, so that nobody above, a middleware that logs among them, has to think of it.
            response.head = client.secrets.hidden(in: response.head)
            return response
        }
        let attempt = attempt
        let chain = client.middleware.reversed().reduce(last) { next, middleware in
            { request, body in try await middleware.intercept(request, body: body, attempt: attempt, next: next) }
        }
        let response = try await chain(request, call.body)
        // A middleware may have put another place in its stead, or taken it away.
        guard let told = response.head.headerFields[.location] else { return (response, nil) }
        let came = location.withLock { $0 }
        return (response, came.map { client.secrets.hidden(in: $0) == told } == true ? came : told)
    }

    /// Credentials are asked for each time: they may have changed since.
    private func withCredentials(_ request: HTTPRequest) async throws -> HTTPRequest {
        let credentials: (any APICredentials)?
        do {
            credentials = try await client.credentials.current()
        } catch let error as APIFailure {
            throw error
        } catch is CancellationError {
            throw CancellationError()
        } catch {
            throw APIFailure.configuration("no credentials could be had: \(type(of: error))")
        }
        guard let placement = credentials?.placement else { return request }
        var request = request
        try client.servers.checkThatItMayCarrySecrets(request)
        client.secrets.add(placement)
        try placement.add(to: &request)
        return request
    }

    /// What a transport throws shows no credentials either.
    private func carry(_ request: HTTPRequest, _ body: RequestBody?) async throws -> TransportResponse {
        do {
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
