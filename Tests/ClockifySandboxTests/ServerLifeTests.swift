import ClockifySandbox
import ClockifySandboxServer
import Foundation
import Testing

@Suite("Life of the sandbox's server", .timeLimit(.minutes(5)))
struct ServerLifeTests {
    private static let key = "Host: localhost\r\nX-Api-Key: sandbox-api-key\r\n"
    private static let user = "GET /api/v1/user HTTP/1.1\r\n\(key)\r\n"

    @Test("Clients that stop in the middle do not hinder others")
    func brokenClients() async throws {
        try await serving { server in
            let broken = try ["", "GET", "GET / HTTP/1.1\r\nHost: x", "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n\r\nabc"].map {
                let connection = try RawConnection(to: server.url)
                connection.send($0)
                return connection
            }
            let connection = try RawConnection(to: server.url)
            connection.send(Self.user)
            #expect(try connection.response().status == 200)
            for connection in broken {
                connection.finish()
                #expect(try connection.isAtEnd())
            }
        }
    }

    @Test("A port that is taken is reported at once")
    func portTaken() async throws {
        try await serving { server in
            let port = UInt16(try #require(server.url.port))
            await #expect(throws: ClockifySandboxServer.StartError.portTaken(port)) { try await ClockifySandboxServer.start(port: port) }
            let connection = try RawConnection(to: server.url)
            connection.send(Self.user)
            #expect(try connection.response().status == 200)
        }
    }

    @Test("Both loopback addresses are served on the same port")
    func addresses() async throws {
        try await serving { server in
            #expect(server.urls.first == server.url)
            #expect(Set(server.urls.map(\.port)).count == 1)
            for url in server.urls {
                let connection = try RawConnection(to: server.url, usesIPv6: url != server.url)
                connection.send(Self.user)
                #expect(try connection.response().status == 200)
            }
        }
    }

    @Test("Stopping ends a request that is being handled, and a second stop has no effect")
    func stop() async throws {
        let server = try await ClockifySandboxServer.start()
        try server.sandbox.fail(delay: .seconds(3600))
        let connection = try RawConnection(to: server.url)
        connection.send(Self.user)
        while server.sandbox.requests.isEmpty { await Task.yield() }
        await server.stop()
        #expect(try connection.isAtEnd())
        await server.stop()
        #expect(throws: POSIXError.self) { try RawConnection(to: server.url) }
    }
}
