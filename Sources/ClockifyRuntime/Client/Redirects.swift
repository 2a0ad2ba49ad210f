import Foundation
import HTTPTypes

/// Sends one attempt, and follows where the service sends a reading call.
///
/// Credentials go to the origin they are for and to no other, nor from https to http. A write is not replayed elsewhere: its
/// redirect is the answer.
struct Redirects: Sendable {
    let client: APIClient
    let call: Call

    private static let maximum = 5

    func send(_ request: HTTPRequest, attempt: Attempt) async throws -> TransportResponse {
        var request = request
        let origin = Origin(request)
        for _ in 0...Redirects.maximum {
            let (response, location) = try await sendOnce(request, attempt: attempt, isAtHome: Origin(request) == origin)
            guard let location, let next = target(location, of: response, from: request) else { return response }
            request = next
        }
        throw ClockifyError.unexpectedAnswer(
            AnswerFailure(
                HTTPResponse(status: .found), of: call.operation, attempts: attempt.number,
                reason: "it leads on more than \(Redirects.maximum) times", hiding: client.secrets))
    }

    /// - Returns: The answer, without credentials in its head, and where it leads, as it came.
    private func sendOnce(
        _ request: HTTPRequest, attempt: Attempt, isAtHome: Bool
    ) async throws -> (response: TransportResponse, location: String?) {
        let client = client
        let location = Lock<String?>(nil)
        let sendsCredentials = call.operation.sendsCredentials && isAtHome
        let last: Middleware.Next = { request, body in
            var request = request
            if sendsCredentials {
                // Asked for each time: they may have changed since.
                let credentials: (any APICredentials)?
                do {
                    credentials = try await client.credentials.current()
                } catch let error as ClockifyError {
                    throw error
                } catch is CancellationError {
                    throw CancellationError()
                } catch {
                    throw ClockifyError.configuration("no credentials could be had: \(type(of: error))")
                }
                if let placement = credentials?.placement {
                    try client.servers.checkThatItMayCarrySecrets(request)
                    client.secrets.add(placement)
                    try placement.add(to: &request)
                }
            }
            var response: TransportResponse
            do {
                response = try await client.transport.send(request, body: body)
            } catch let error as TransportFailure {
                throw client.secrets.hidden(in: error)
            } catch let error as ClockifyError {
                throw error
            } catch {
                throw client.secrets.hidden(in: error)
            }
            let came = response.head.headerFields[.location]
            location.withLock { $0 = came }
            // Here, so that nobody above, a middleware that logs among them, has to think of it.
            response.head = client.secrets.hidden(in: response.head)
            return response
        }
        let chain = client.middleware.reversed().reduce(last) { next, middleware in
            { request, body in try await middleware.intercept(request, body: body, attempt: attempt, next: next) }
        }
        let response = try await chain(request, call.body)
        // A middleware may have put another place in its stead, or taken it away.
        guard let told = response.head.headerFields[.location] else { return (response, nil) }
        let came = location.withLock { $0 }
        return (response, came.map { client.secrets.hidden(in: $0) == told } == true ? came : told)
    }

    /// Where the answer sends a reading call; nil when it is an answer.
    private func target(_ location: String, of response: TransportResponse, from request: HTTPRequest) -> HTTPRequest? {
        let method = call.operation.method
        guard method == .get || method == .head, [301, 302, 303, 307, 308].contains(response.head.status.code),
            let scheme = request.scheme?.lowercased(), let authority = request.authority,
            let base = URL(string: "\(scheme)://\(authority)\(request.path ?? "/")"),
            let url = URL(string: location, relativeTo: base)?.absoluteURL, let nextScheme = url.scheme?.lowercased(),
            nextScheme == "https" || nextScheme == scheme,
            let components = URLComponents(url: url, resolvingAgainstBaseURL: true), let host = components.percentEncodedHost,
            !host.isEmpty,
            components.port.map({ 1...65_535 ~= $0 }) ?? true
        else { return nil }
        var next = request
        next.scheme = nextScheme
        next.authority = components.port.map { "\(host):\($0)" } ?? host
        let path = components.percentEncodedPath.isEmpty ? "/" : components.percentEncodedPath
        next.path = path + (components.percentEncodedQuery.map { "?\($0)" } ?? "")
        if Origin(next) != Origin(request) { next.headerFields[.cookie] = nil }
        return next
    }
}

/// What credentials belong to.
private struct Origin: Equatable {
    let scheme: String?
    let authority: String?

    init(_ request: HTTPRequest) {
        scheme = request.scheme?.lowercased()
        authority = request.authority?.lowercased()
    }
}
