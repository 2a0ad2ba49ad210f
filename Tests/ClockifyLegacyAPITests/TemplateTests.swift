import ClockifyAPI
import ClockifyLegacyAPI
import HTTPTypes
import Testing

@Suite("The older page next to the current one")
struct TemplateTests {
    struct Canned: ClientTransport {
        let answer: String
        func send(_ request: HTTPRequest, body: RequestBody?) async throws -> TransportResponse {
            guard request.path?.hasPrefix("/api/v1/workspaces/w1/templates") == true else {
                return TransportResponse(head: HTTPResponse(status: .notFound), body: [])
            }
            return TransportResponse(head: HTTPResponse(status: .ok), body: Array(answer.utf8))
        }
    }

    @Test("The older page still has timesheet templates")
    func templates() async throws {
        let transport = Canned(
            answer: """
                [{"id": "t1", "name": "Monday", "userId": "u1", "workspaceId": "w1",
                  "projectsAndTasks": [{"projectId": "p1", "taskId": "k1", "type": "REGULAR"}]}]
                """)
        let templates = try await ClockifyLegacy(.apiKey("key"), transport: transport).templates.list(in: "w1")
        #expect(templates.first?.name == "Monday")
        #expect(templates.first?.projectsAndTasks?.first?.projectId == "p1")
        let rotating = ClockifyLegacy(credentials: { .apiKey("key") }, transport: transport)
        #expect(try await rotating.templates.list(in: "w1") == templates)
    }

    @Test("The older page has separate types that do not mix with the current ones")
    func types() {
        #expect(ClockifyLegacy.ProjectID.self != Clockify.ProjectID.self)
    }
}
