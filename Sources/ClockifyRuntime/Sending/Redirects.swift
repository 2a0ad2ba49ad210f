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
    /// The statuses of redirects.
    static let statuses = [301, 302, 303, 307, 308]

    /// - Returns: The response, and the URL to which it redirects; `nil` if it does not.
    func send(_ request: HTTPRequest, attempt: CallAttempt) async throws -> (response: TransportResponse, location: URL?) {
        let sender = RequestSender(client: client, call: call, attempt: attempt)
        var request = request
        let origin = Origin(request)
        var head = HTTPResponse(status: .found)
        for _ in 0...Redirects.maximum {
            let (response, location) = try await sender.send(request, showsCredentials: Origin(request) == origin)
            guard let location, Redirects.statuses.contains(response.head.status.code), let url = url(location, from: request) else {
                return (response, nil)
            }
            guard let next = target(url, from: request) else { return (response, url) }
            request = next
            head = response.head
        }
        throw APIFailure.unexpectedAnswer(
            AnswerFailure(
                head, of: call.operation, attempts: attempt.number,
                reason: "more than \(Redirects.maximum) redirects", hiding: client.secrets))
    }

    /// Returns the URL that a response to the request names.
    private func url(_ location: String, from request: HTTPRequest) -> URL? {
        guard let scheme = request.scheme?.lowercased(), let authority = request.authority,
            let base = URL(string: "\(scheme)://\(authority)\(request.path ?? "/")"),
            let url = URL(string: location, relativeTo: base)?.absoluteURL, url.scheme != nil
        else { return nil }
        return url
    }

    /// Returns the redirected request of a read, or `nil` if the response is the result.
    private func target(_ url: URL, from request: HTTPRequest) -> HTTPRequest? {
        guard call.operation.method.onlyReads, let scheme = request.scheme?.lowercased(), let nextScheme = url.scheme?.lowercased(),
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
