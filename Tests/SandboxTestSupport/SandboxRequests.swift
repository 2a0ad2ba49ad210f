import ClockifyAPI
import ClockifySandbox
import Foundation
import HTTPTypes
import Testing

/// A request by hand, for what the generated client never sends.
package struct RawAnswer {
    package let status: Int
    package let fields: HTTPFields
    package let body: [UInt8]

    package var json: JSONValue? { try? JSONReader.decode(from: body) }
    package var code: Int? { json?["code"]?.intValue }
    package var message: String { json?["message"]?.stringValue ?? "" }
}

extension ClockifySandbox {
    /// - Parameter target: Path and query behind `/api/v1`.
    package func raw(
        _ method: HTTPRequest.Method, _ target: String, json: String? = nil, headers: [String: String]? = nil,
        contentType: String = "application/json", prefix: String = "/api/v1"
    ) async throws -> RawAnswer {
        var request = HTTPRequest(method: method, scheme: "https", authority: "api.clockify.me", path: prefix + target)
        for (name, value) in headers ?? ["X-Api-Key": apiKey] { request.headerFields[try #require(HTTPField.Name(name))] = value }
        let body = json.map { RequestBody(bytes: Array($0.utf8), contentType: contentType) }
        request.headerFields[.contentType] = body?.contentType
        let response = try await transport.send(request, body: body)
        return RawAnswer(
            status: response.head.status.code, fields: response.head.headerFields,
            body: try await response.body.reduce(into: []) { $0 += $1 })
    }

    package var client: Clockify { Clockify(.apiKey(apiKey), transport: transport) }

    /// Whether the service accepted a request and only has no such thing as it names.
    package static func isMissing(status: Int, message: String) -> Bool {
        // It has no word for an entry to copy that is not there.
        message.contains("doesn't belong to ") || message == "Currently running time entry doesn't exist"
            || status == 404 && message.isEmpty
    }

    /// `/workspaces/…` of the workspace that a new sandbox has.
    package var workspacePath: String { "/workspaces/\(workspace.rawValue)" }
}

/// A refusal of the service that a call ended in.
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

/// Turns by hand.
package final class TestClock: @unchecked Sendable {
    // Unchecked: a test sets it between calls, from one task.
    package var date: Date

    package init(_ text: String) throws { date = try SandboxTestSupport.date(text) }
}
