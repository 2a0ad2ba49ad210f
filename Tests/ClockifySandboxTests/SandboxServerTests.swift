import ClockifyAPI
import ClockifySandbox
import ClockifySandboxServer
import Foundation
import SandboxTestSupport
import Testing

#if canImport(FoundationNetworking)
import FoundationNetworking
#endif

@Suite("The sandbox over HTTP")
struct SandboxServerTests {
    /// Runs a server while `body` runs.
    private func serving(_ body: (Clockify, ClockifySandboxServer) async throws -> Void) async throws {
        let server = try await ClockifySandboxServer.start()
        do {
            try await body(Clockify(.apiKey(server.sandbox.apiKey), site: server.site), server)
        } catch {
            await server.stop()
            throw error
        }
        await server.stop()
    }

    @Test("A resource that is created over the network can be listed, fetched and deleted")
    func life() async throws {
        try await serving { client, server in
            let me = try await client.users.me()
            let tag = try await client.tags.create(in: me.activeWorkspace, .init(name: "größer 🚀"))
            #expect(tag.name == "größer 🚀")
            #expect(try await client.tags.list(in: me.activeWorkspace, name: "größer 🚀") == [tag])
            _ = try await client.tags.delete(tag.id, in: me.activeWorkspace)
            #expect(server.sandbox.requests.map(\.operation) == ["getLoggedUser", "createNewTag", "getTags", "deleteTag"])
            #expect(try await client.projects.all(in: me.activeWorkspace).collect().count == 120)
        }
    }

    @Test("A deletion of an entry returns 204")
    func noContent() async throws {
        try await serving { client, server in
            let entry = try await client.timeEntries.create(in: server.sandbox.workspace, .init(start: .now))
            try await client.timeEntries.delete(entry.id, in: server.sandbox.workspace)
            #expect(server.sandbox.requests.last?.status == 204)
        }
    }

    @Test("An error response keeps its status, code and message")
    func refused() async throws {
        try await serving { _, server in
            let stranger = Clockify(.apiKey("wrong"), site: server.site)
            let failure = try await refusal { () throws(APIFailure) in try await stranger.users.me() }
            #expect(failure.status == .unauthorized && failure.code == 4003)
        }
    }

    @Test(
        "An identifier with any characters arrives as one segment, escaped as it was sent",
        arguments: ["a/b", "..", ".", "a%2Fb", "a?b#c", "ä 🚀", "+", "//", "%"])
    func escapes(id: String) async throws {
        try await serving { client, server in
            let failure = try await refusal { () throws(APIFailure) in
                try await client.tags.get(.init(rawValue: id), in: server.sandbox.workspace)
            }
            #expect(failure.message == "Tag doesn't belong to Workspace")
            #expect(server.sandbox.requests.last?.operation == "getTag")
        }
    }

    @Test("A body of two megabytes arrives completely")
    func largeBody() async throws {
        try await serving { client, server in
            let fields = (0..<20_000).map { "{\"name\":\"\($0)\",\"namespace\":\"n\",\"value\":\"\(String(repeating: "x", count: 80))\"}" }
            let body = Array("{\"customAttributes\":[\(fields.joined(separator: ","))]}".utf8)
            var request = URLRequest(
                url: server.url.appendingPathComponent("api/v1/workspaces/\(server.sandbox.workspace.rawValue)/time-entries"))
            request.httpMethod = "POST"
            request.setValue(server.sandbox.apiKey, forHTTPHeaderField: "X-Api-Key")
            request.setValue("application/json", forHTTPHeaderField: "Content-Type")
            request.httpBody = Data(body)
            let (data, _) = try await URLSession.shared.data(for: request)
            #expect(String(decoding: data, as: UTF8.self).contains("at most 10 elements"))
            #expect(server.sandbox.requests.last?.body == body)
        }
    }

    @Test("A stopped server no longer responds, and its port is free")
    func stop() async throws {
        let server = try await ClockifySandboxServer.start()
        let port = try #require(server.url.port)
        await server.stop()
        await #expect(throws: APIFailure.self) {
            _ = try await Clockify(.apiKey("k"), site: server.site).users.me()
        }
        let next = try await ClockifySandboxServer.start(ClockifySandbox(), port: UInt16(port))
        #expect(next.url == server.url)
        await next.stop()
    }
}
