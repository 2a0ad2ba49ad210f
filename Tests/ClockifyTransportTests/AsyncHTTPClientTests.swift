#if AsyncHTTPClient
import AsyncHTTPClient
import ClockifyAPI
import ClockifyAsyncHTTPClient
@_spi(Generated) import ClockifyRuntime
import Foundation
import HTTPTypes
import NIOSSL
import TestServer
import Testing

@Suite("AsyncHTTPClient, its connections and its settings", .timeLimit(.minutes(5)))
struct AsyncHTTPClientTests {
    private func client(_ server: ScriptedServer, _ transport: any ClientTransport) -> APIClient {
        var client = APIClient(
            servers: APIClient.Servers(["main": server.url]), credentials: Clockify.Credentials.apiKey("SECRET-9"), transport: transport)
        client.options.retries = .never
        client.options.timeout = nil
        return client
    }

    private let call = Call("item", .get, "/item", service: "main")

    @Test("After a shutdown, nothing is sent, connections are closed, and another shutdown is allowed")
    func shutdown() async throws {
        let server = try ScriptedServer { _ in [ScriptedServer.response(Fault.tag)] }
        defer { server.stop() }
        let transport = AsyncHTTPClientTransport()
        let client = client(server, transport)
        try await client.perform(call)
        try await transport.shutdown()
        try await transport.shutdown()
        while server.openConnections > 0 { try await Task.sleep(for: .milliseconds(2)) }
        let error = await thrown { () async throws(APIFailure) in try await client.perform(Call("item", .post, "/item", service: "main"))
        }
        guard case .connection(let failure) = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(!failure.wasSent)
        #expect(server.requests.count == 1)
    }

    @Test("The client decides about redirects, whatever the configuration specifies")
    func redirects() async throws {
        let other = try ScriptedServer { _ in [ScriptedServer.response(Fault.tag)] }
        let server = try ScriptedServer { _ in
            [ScriptedServer.response("", status: "302 Found", headers: "Location: \(other.url)/taken\r\n")]
        }
        defer {
            server.stop()
            other.stop()
        }
        var configuration = AsyncHTTPClientTransport.configuration
        configuration.redirectConfiguration = .follow(max: 5, allowCycles: false)
        let client = client(server, AsyncHTTPClientTransport(configuration: configuration))
        let error = await thrown { () async throws(APIFailure) in try await client.perform(Call("item", .post, "/item", service: "main"))
        }
        guard case .response(let failure) = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(failure.status.code == 302)
        #expect(other.requests.isEmpty)
        try await client.perform(call)
        #expect(other.requests.count == 1)
        #expect(other.requests.allSatisfy { !$0.head.contains("SECRET-9") })
    }

    @Test("Requests go to the proxy of the configuration")
    func proxy() async throws {
        let proxy = try ScriptedServer { _ in [ScriptedServer.response(Fault.tag)] }
        defer { proxy.stop() }
        var configuration = AsyncHTTPClientTransport.configuration
        configuration.proxy = .server(host: "127.0.0.1", port: Int(proxy.port))
        var client = client(proxy, AsyncHTTPClientTransport(configuration: configuration))
        client.servers = APIClient.Servers(["main": "http://nowhere.invalid"], allowsPlainHTTP: true)
        try await client.perform(call)
        #expect(proxy.requests.first?.head.contains("nowhere.invalid") == true)
    }

    @Test("Requests go to the proxy of the environment, unless the host is excluded or the configuration has a proxy")
    func environment() async throws {
        let proxy = try ScriptedServer { _ in [ScriptedServer.response(Fault.tag)] }
        let other = try ScriptedServer { _ in [ScriptedServer.response(Fault.tag)] }
        defer {
            proxy.stop()
            other.stop()
        }
        let environment = ["http_proxy": "http://me:secret@127.0.0.1:\(proxy.port)", "no_proxy": "127.0.0.1"]
        let transport = AsyncHTTPClientTransport(environment: environment)
        var away = client(proxy, transport)
        away.servers = APIClient.Servers(["main": "http://nowhere.invalid"], allowsPlainHTTP: true)
        // The library first asks the proxy for a tunnel.
        func answered(_ server: ScriptedServer) -> Int { server.requests.filter { $0.method == "GET" }.count }
        try await away.perform(call)
        #expect(proxy.requests.first?.head.contains("nowhere.invalid") == true)
        try await client(other, transport).perform(call)
        #expect((answered(proxy), answered(other)) == (1, 1))
        var configuration = AsyncHTTPClientTransport.configuration
        configuration.proxy = .server(host: "127.0.0.1", port: Int(other.port))
        away.transport = AsyncHTTPClientTransport(configuration: configuration, environment: environment)
        try await away.perform(call)
        #expect((answered(proxy), answered(other)) == (1, 2))
        away.transport = AsyncHTTPClientTransport(environment: ["all_proxy": "socks4://127.0.0.1"])
        let calling = away
        let error = await thrown { () async throws(APIFailure) in try await calling.perform(call) }
        guard case .connection(let failure) = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(!failure.wasSent)
        try await transport.shutdown()
    }

    @Test("Only the trust roots of the configuration are accepted")
    func trust() async throws {
        let server = try await SecureServer(answer: Fault.tag)
        func client(_ configuration: HTTPClient.Configuration) -> APIClient {
            var client = APIClient(
                servers: APIClient.Servers(["main": "https://127.0.0.1:\(server.port)"]),
                credentials: Clockify.Credentials.apiKey("SECRET-9"),
                transport: AsyncHTTPClientTransport(configuration: configuration))
            client.options.retries = .never
            return client
        }
        var configuration = AsyncHTTPClientTransport.configuration
        let strict = client(configuration)
        let error = await thrown { () async throws(APIFailure) in try await strict.perform(Call("item", .post, "/item", service: "main"))
        }
        guard case .connection(let failure) = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(!failure.wasSent && server.requests == 0)

        var tls = TLSConfiguration.makeClientConfiguration()
        tls.trustRoots = .certificates([try SecureServer.certificate()])
        configuration.tlsConfiguration = tls
        let tag: Clockify.Tag = try await client(configuration).value(call)
        #expect(tag.name == "x" && server.requests == 1)
        try await server.stop()
    }

    @Test("A response has one reader at a time, and a second reader fails without a crash")
    func readTwice() async throws {
        let server = try ScriptedServer { _ in [.send("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nabc"), .stall] }
        defer { server.stop() }
        let response = try await AsyncHTTPClientTransport().send(
            HTTPRequest(method: .get, scheme: "http", authority: "127.0.0.1:\(server.port)", path: "/"), body: nil)
        let failures = await withTaskGroup(of: Bool.self) { group in
            for _ in 0..<8 {
                group.addTask {
                    do {
                        for try await _ in response.body {}
                        return false
                    } catch {
                        return !(error is CancellationError)
                    }
                }
            }
            // One task waits for a response that does not arrive. The others fail.
            var told = 0
            for await wasTold in group {
                if wasTold { told += 1 }
                if told == 7 { group.cancelAll() }
            }
            return told
        }
        #expect(failures == 7)
    }

    @Test("An invalid URL is reported and not sent", arguments: ["", "a b", "[::1"])
    func authority(authority: String) async throws {
        do {
            _ = try await AsyncHTTPClientTransport().send(
                HTTPRequest(method: .post, scheme: "http", authority: authority, path: "/"), body: nil)
            Issue.record("not the expected outcome")
        } catch let error as TransportFailure {
            #expect(error.fate == .notSent)
        }
    }
}
#endif
