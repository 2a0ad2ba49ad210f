import Foundation
import HTTPTypes

/// Sends one attempt, and follows redirects of read requests.
///
/// Credentials are sent only to their own origin, and a redirect from https to http is not followed. A write is not sent again to another
/// URL: its redirect is the result.
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
                reason: "more than \(Redirects.maximum) redirects", hiding: client.secrets))
    }

    /// Returns the redirected request of a read, or `nil` if the response is the result.
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

/// The origin that credentials belong to.
private struct Origin: Equatable {
    let scheme: String?
    let authority: String?

    init(_ request: HTTPRequest) {
        scheme = request.scheme?.lowercased()
        authority = request.authority?.lowercased()
    }
}
