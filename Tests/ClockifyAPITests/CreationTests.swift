import ClockifyAPI
import HTTPTypes
import Testing

/// The initializers of the API itself, beside those that every generated API has.
@Suite struct CreationTests {
    /// Responds to every request with a user, and keeps the request.
    private actor Recorder: ClientTransport {
        private(set) var last: HTTPRequest?

        func send(_ request: HTTPRequest, body: RequestBody?) async throws -> TransportResponse {
            last = request
            let user = #"{"id": "u1", "email": "a@example.com", "name": "A", "activeWorkspace": "w1", "defaultWorkspace": "w1"}"#
            return TransportResponse(
                head: HTTPResponse(status: .ok, headerFields: [.contentType: "application/json"]), body: Array(user.utf8))
        }
    }

    @Test("A site, credentials from the environment, and servers of one's own do not get in each other's way")
    func creation() async throws {
        let recorder = Recorder()
        let key = try #require(HTTPField.Name("X-Api-Key"))
        let environment = ["CLOCKIFY_API_KEY": "k"]
        for (clockify, host) in [
            (Clockify(.apiKey("k"), transport: recorder), "api.clockify.me"),
            (Clockify(credentials: { .apiKey("k") }, transport: recorder), "api.clockify.me"),
            (Clockify(.apiKey("k"), site: .region(.eu), transport: recorder), "euc1.clockify.me"),
            (try .fromEnvironment(environment, transport: recorder), "api.clockify.me"),
            (Clockify(.apiKey("k"), servers: [Clockify.Services.backend: "http://127.0.0.1:8080"], transport: recorder), "127.0.0.1:8080"),
        ] {
            _ = try await clockify.users.me()
            let request = try #require(await recorder.last)
            #expect(request.authority == host && request.headerFields[key] == "k")
        }
    }
}
