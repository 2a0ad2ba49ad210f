import ClockifyAPI
import Foundation
import HTTPTypes

/// Calls the API as a user's program does, over a transport of its own that answers without a network.
@main
struct Consumer {
    struct Canned: ClientTransport {
        func send(_ request: HTTPRequest, body: RequestBody?) async throws -> TransportResponse {
            var head = HTTPResponse(status: .created)
            head.headerFields[.contentType] = "application/json"
            let sent = String(decoding: try body?.collect() ?? [], as: UTF8.self)
            precondition(sent.contains(#""description":"Write the docs""#) && request.path == "/api/v1/workspaces/w1/time-entries")
            let answer = #"{"id": "e1", "type": "REGULAR", "timeInterval": {"start": "2026-01-01T08:00:00Z"}, "workspaceId": "w1"}"#
            return TransportResponse(head: head, body: Array(answer.utf8))
        }
    }

    static func main() async throws {
        let clockify = Clockify(.apiKey("key"), transport: Canned())
        let workspace: Clockify.WorkspaceID = "w1"
        let entry = try await clockify.timeEntries.create(
            in: workspace, .init(start: .now, description: "Write the docs", projectId: "64a687e29ae1f428e7ebe303"))
        switch entry.type {
        case .regular: print("\(entry.id) began at \(entry.timeInterval.start)")
        default: fatalError("expected a regular entry, got \(entry.type.rawValue)")
        }
        do {
            _ = try await clockify.clients.create(in: workspace, .init(name: String(repeating: "x", count: 101)))
            fatalError("a name that is too long was sent")
        } catch .invalidRequest(let problems) {
            print(problems)
        }
    }
}
