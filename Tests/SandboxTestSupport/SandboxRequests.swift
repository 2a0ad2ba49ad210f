import ClockifyAPI
import ClockifySandbox
import Foundation
import HTTPTypes
import Testing

/// A manual request, for anything that the generated client never sends.
package struct RawAnswer {
    package let status: Int
    package let fields: HTTPFields
    package let body: [UInt8]

    package var json: JSONValue? { try? JSONReader.decode(from: body) }
    package var code: Int? { json?["code"]?.intValue }
    package var message: String { json?["message"]?.stringValue ?? "" }
}

extension ClockifySandbox {
    /// - Parameter target: Path and query after `/api/v1`.
    package func raw(
        _ method: HTTPRequest.Method, _ target: String, json: String? = nil, headers: [String: String]? = nil,
        contentType: String = "application/json", prefix: String = "/api/v1"
    ) async throws -> RawAnswer {
        try await raw(method, target, bytes: json.map { Array($0.utf8) }, headers: headers, contentType: contentType, prefix: prefix)
    }

    package func raw(
        _ method: HTTPRequest.Method, _ target: String, bytes: [UInt8]?, headers: [String: String]? = nil, contentType: String,
        prefix: String = "/api/v1"
    ) async throws -> RawAnswer {
        var request = HTTPRequest(method: method, scheme: "https", authority: "api.clockify.me", path: prefix + target)
        for (name, value) in headers ?? ["X-Api-Key": apiKey] { request.headerFields[try #require(HTTPField.Name(name))] = value }
        let body = bytes.map { RequestBody(bytes: $0, contentType: contentType) }
        request.headerFields[.contentType] = body?.contentType
        let response = try await transport.send(request, body: body)
        return RawAnswer(
            status: response.head.status.code, fields: response.head.headerFields,
            body: try await response.body.reduce(into: []) { $0 += $1 })
    }

    package var client: Clockify { Clockify(.apiKey(apiKey), transport: transport) }

    /// `true` if the service accepted a request, but the named resource does not exist.
    package static func isMissing(status: Int, message: String) -> Bool {
        // The service sends no message if the entry to copy does not exist.
        message.contains("doesn't belong to ") || message == "Currently running time entry doesn't exist"
            || status == 404 && message.isEmpty
    }

    /// `/workspaces/…` of the workspace that a new sandbox has.
    package var workspacePath: String { "/workspaces/\(workspace.rawValue)" }
}

/// Returns the error response with which a call ended.
package func refusal<Value>(_ call: () async throws(APIFailure) -> Value) async throws -> ResponseFailure {
    do {
        _ = try await call()
    } catch .response(let failure) {
        return failure
    }
    Issue.record("the call was not refused")
    throw CancellationError()
}

package func date(_ text: String) throws -> Date {
    try JSONReader.decode(Date.self, from: Array("\"\(text)\"".utf8))
}

/// A clock that is set manually.
package final class TestClock: Sendable {
    private let current: Lock<Date>

    package var date: Date {
        get { current.withLock { $0 } }
        set { current.withLock { $0 = newValue } }
    }

    package init(_ text: String) throws { current = Lock(try SandboxTestSupport.date(text)) }
}
