import ClockifySandbox
import ClockifySandboxServer
import Foundation
import Testing

@Suite("HTTP of the sandbox's server", .timeLimit(.minutes(5)))
struct ServerTests {
    private static let key = "Host: localhost\r\nX-Api-Key: sandbox-api-key\r\n"
    private static let user = "GET /api/v1/user HTTP/1.1\r\n\(key)\r\n"
    private static let tags = "/api/v1/workspaces/64a687e29ae1f428e7ebe303/tags"

    // MARK: Requests

    @Test("Several requests on one connection are answered")
    func keepAlive() async throws {
        try await serving { server in
            let connection = try RawConnection(to: server.url)
            for _ in 0..<3 {
                connection.send(Self.user)
                let response = try connection.response()
                #expect(response.status == 200 && response.body.contains("John Doe"))
            }
        }
    }

    @Test("Requests that are sent at once are answered in their order")
    func pipelining() async throws {
        try await serving { server in
            let connection = try RawConnection(to: server.url)
            connection.send(Self.user + "GET /nothing HTTP/1.1\r\n\(Self.key)\r\n" + Self.user)
            #expect(try [connection.response().status, connection.response().status, connection.response().status] == [200, 404, 200])
        }
    }

    @Test("Requests after one whose response is late wait for it")
    func pipeliningBehindLateResponse() async throws {
        try await serving { server in
            try server.sandbox.fail("getLoggedUser", status: 503, delay: .milliseconds(20))
            let connection = try RawConnection(to: server.url)
            connection.send(Self.user + String(repeating: "GET /nothing HTTP/1.1\r\n\(Self.key)\r\n", count: 500))
            #expect(try connection.response().status == 503)
            for _ in 0..<500 { #expect(try connection.response().status == 404) }
        }
    }

    @Test("A client that does not read for a while gets every response")
    func slowReader() async throws {
        try await serving { server in
            let connection = try RawConnection(to: server.url)
            let list = "GET /api/v1/workspaces/\(server.sandbox.workspace)/projects?page-size=200 HTTP/1.1\r\n\(Self.key)\r\n"
            connection.send(String(repeating: list, count: 60) + Self.user)
            for _ in 0..<60 { #expect(try connection.response().body.count > 50_000) }
            #expect(try connection.response().body.contains("John Doe"))
        }
    }

    @Test("HEAD is answered like GET, without the body")
    func head() async throws {
        try await serving { server in
            let connection = try RawConnection(to: server.url)
            connection.send(Self.user)
            let length = try connection.response().body.utf8.count
            connection.send("HEAD /api/v1/user HTTP/1.1\r\n\(Self.key)\r\n" + Self.user)
            let response = try connection.response(hasBody: false)
            #expect(response.status == 200 && response.has("content-length: \(length)"))
            #expect(try connection.response().body.contains("John Doe"))
        }
    }

    @Test("A response without content has no length")
    func noContent() async throws {
        try await serving { server in
            let connection = try RawConnection(to: server.url)
            connection.send("POST /_sandbox/reset HTTP/1.1\r\nHost: x\r\n\r\n" + Self.user)
            let response = try connection.response()
            #expect(response.status == 204 && !response.head.lowercased().contains("content-length"))
            #expect(!response.head.lowercased().contains("transfer-encoding"))
            #expect(try connection.response().status == 200)
        }
    }

    @Test("HTTP/1.0 closes the connection, unless the client asks to keep it")
    func oldVersion() async throws {
        try await serving { server in
            let connection = try RawConnection(to: server.url)
            let request = "GET /api/v1/user HTTP/1.0\r\nX-Api-Key: sandbox-api-key\r\n"
            connection.send(request + "Connection: keep-alive\r\n\r\n")
            let kept = try connection.response()
            #expect(kept.status == 200 && kept.has("connection: keep-alive"))
            connection.send(request + "\r\n")
            let last = try connection.response()
            #expect(last.status == 200 && last.has("connection: close"))
            #expect(try connection.isAtEnd())
        }
    }

    @Test("A client that closes the connection after its request gets the response", arguments: [true, false])
    func closing(saysSo: Bool) async throws {
        try await serving { server in
            let connection = try RawConnection(to: server.url)
            connection.send("GET /api/v1/user HTTP/1.1\r\n\(Self.key)\(saysSo ? "Connection: close\r\n" : "")\r\n")
            #expect(try connection.response().status == 200)
            connection.finish()
            #expect(try connection.isAtEnd())
        }
    }

    @Test("A client that stops sending gets the responses to its requests, late and large ones too")
    func halfClosed() async throws {
        try await serving { server in
            try server.sandbox.fail("getLoggedUser", body: "late", delay: .milliseconds(20))
            let connection = try RawConnection(to: server.url)
            let list = "GET /api/v1/workspaces/\(server.sandbox.workspace)/projects?page-size=200 HTTP/1.1\r\n\(Self.key)\r\n"
            connection.send(Self.user + String(repeating: list, count: 60))
            connection.finish()
            #expect(try connection.response().body == "late")
            for _ in 0..<60 { #expect(try connection.response().body.count > 50_000) }
            #expect(try connection.isAtEnd())
        }
    }

    @Test("A client that expects it is told to send the body")
    func expectation() async throws {
        try await serving { server in
            let connection = try RawConnection(to: server.url)
            let body = "{\"name\":\"sent later\"}"
            let head =
                "POST \(Self.tags) HTTP/1.1\r\n\(Self.key)Content-Type: application/json\r\nContent-Length: \(body.utf8.count)\r\n"
            connection.send(head + "Expect: 100-continue\r\n\r\n")
            #expect(try connection.response().status == 100)
            connection.send(body)
            #expect(try connection.response().status == 201)
            connection.send(head + "Expect: a miracle\r\n\r\n")
            #expect(try connection.response().status == 417)
            #expect(try connection.isAtEnd())
        }
    }

    @Test("A body in chunks arrives")
    func chunks() async throws {
        try await serving { server in
            let connection = try RawConnection(to: server.url)
            connection.send(
                "POST \(Self.tags) HTTP/1.1\r\n\(Self.key)Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n"
                    + "8\r\n{\"name\":\r\n9\r\n\"chunked\"\r\n1\r\n}\r\n0\r\n\r\n")
            let response = try connection.response()
            #expect(response.status == 201 && response.body.contains("\"chunked\""))
        }
    }

    // MARK: Rejected requests

    @Test("A header line of 60 KiB is read, a longer one is rejected with 431", arguments: [true, false])
    func longLine(isComplete: Bool) async throws {
        try await serving { server in
            let connection = try RawConnection(to: server.url)
            connection.send("GET /api/v1/user HTTP/1.1\r\n\(Self.key)X-Long: \(String(repeating: "x", count: 60 << 10))\r\n\r\n")
            #expect(try connection.response().status == 200)
            connection.send(
                "GET /api/v1/user HTTP/1.1\r\n\(Self.key)X-Long: \(String(repeating: "x", count: 65 << 10))\(isComplete ? "\r\n\r\n" : "")")
            #expect(try connection.response().status == 431)
            #expect(try connection.isAtEnd())
        }
    }

    @Test(
        "What is not a request is rejected, and the connection is closed",
        arguments: [
            ("nonsense\r\n\r\n", 400), ("GET / HTTP/2.0\r\nHost: x\r\n\r\n", 505), ("GET / HTTP/1.1\r\n\r\n", 400),
            ("GET / HTTP/1.1\r\nHost: x\r\nHost: y\r\n\r\n", 400), ("GET / HTTP/1.1\r\nHost: x\r\nno colon\r\n\r\n", 400),
            ("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", 400),
            ("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n", 400),
            ("POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nmany\r\n", 400),
            ("POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nabcd\r\n", 400),
        ])
    func malformed(request: String, status: Int) async throws {
        try await serving { server in
            let connection = try RawConnection(to: server.url)
            connection.send(Self.user + request)
            #expect(try connection.response().status == 200)
            let response = try connection.response()
            #expect(response.status == status && response.has("connection: close"))
            #expect(try connection.isAtEnd())
            #expect(server.sandbox.requests.count == 1)
        }
    }

    @Test("A body of more than 32 MiB is rejected with 413, before it is sent if its length is known")
    func largeBody() async throws {
        try await serving { server in
            for expectation in ["", "Expect: 100-continue\r\n"] {
                let connection = try RawConnection(to: server.url)
                connection.send("POST \(Self.tags) HTTP/1.1\r\n\(Self.key)\(expectation)Content-Length: 33554433\r\n\r\n")
                #expect(try connection.response().status == 413)
                #expect(try connection.isAtEnd())
            }
            let connection = try RawConnection(to: server.url)
            connection.send("POST \(Self.tags) HTTP/1.1\r\n\(Self.key)Transfer-Encoding: chunked\r\n\r\n2000001\r\n")
            connection.send(String(repeating: "x", count: (32 << 20) + 1))
            #expect(try connection.response().status == 413)
            #expect(server.sandbox.requests.isEmpty)
        }
    }
}
