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

    func send(_ request: HTTPRequest, attempt: CallAttempt) async throws -> TransportResponse {
        let sender = RequestSender(client: client, call: call, attempt: attempt)
        var request = request
        let origin = Origin(request)
        for _ in 0...Redirects.maximum {
            let (response, location) = try await sender.send(request, showsCredentials: Origin(request) == origin)
            guard let location, let next = target(location, of: response, from: request) else { return response }
            request = next
        }
        throw APIFailure.unexpectedAnswer(
            AnswerFailure(
                HTTPResponse(status: .found), of: call.operation, attempts: attempt.number,
                reason: "it leads on more than \(Redirects.maximum) times", hiding: client.secrets))
    }

    /// Where the answer sends a reading call; nil when it is an answer.
    private func target(_ location: String, of response: TransportResponse, from request: HTTPRequest) -> HTTPRequest? {
        guard call.operation.method.onlyReads, [301, 302, 303, 307, 308].contains(response.head.status.code),
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
