import Foundation
import HTTPTypes
import Testing

@_spi(Generated) @testable import ClockifyRuntime

@Suite("Echoed credentials")
struct ShownSecretsTests {
    private static let key = "SECRET-9/+?"
    private static let placements: [CredentialPlacement] = [
        .header("X-Api-Key", key), .query("key", key), .cookie("key", key), .bearer(key), .basic(user: "me", password: key),
    ]

    private struct Credentials: APICredentials { let placement: CredentialPlacement }

    /// Returns every printed form of a value.
    private func printed(_ value: some Any) -> String {
        var text = "\(value)\n\(String(reflecting: value))\n"
        dump(value, to: &text)
        return text
    }

    private func secrets(in text: String) -> [String] {
        [Self.key, "SECRET-9%2F%2B%3F", Data("me:\(Self.key)".utf8).base64EncodedString()].filter(text.contains)
    }

    private func client(_ placement: CredentialPlacement, _ answer: Result<TransportResponse, any Error>) -> APIClient {
        var client = APIClient(
            servers: APIClient.Servers(["main": "https://example.test"]), credentials: Credentials(placement: placement),
            transport: StubTransport([answer]))
        client.options.retries = .never
        return client
    }

    /// Returns a head that contains the key at every possible place, in every encoding.
    private func head(_ status: Int) -> HTTPResponse {
        let said = "\(Self.key) SECRET-9%2F%2B%3F \(Data("me:\(Self.key)".utf8).base64EncodedString())"
        var head = HTTPResponse(status: .init(code: status, reasonPhrase: said))
        head.headerFields[.contentType] = "text/\(said)"
        head.headerFields[.requestID] = said
        head.headerFields[.location] = "https://example.test/?key=SECRET-9%2F%2B%3F"
        return head
    }

    @Test("Errors, metadata and middleware never contain echoed credentials", arguments: 0..<placements.count)
    func errors(index: Int) async {
        let placement = Self.placements[index]
        let body = Array(#"{"message": "no key \#(Self.key)", "code": 1}"#.utf8)
        for status in [200, 206, 301, 400, 500, 503] {
            for method in [HTTPRequest.Method.get, .post] {
                let answer = TransportResponse(head: head(status), body: body)
                let error = await thrown { () async throws(APIFailure) in
                    try await client(placement, .success(answer)).value(Call("item", method: method, "/", service: "main")) as JSONValue
                }
                let text = printed(error as Any)
                #expect(error != nil && secrets(in: text).isEmpty, "\(status) \(text)")
                if case .response(let failure) = error {
                    #expect(secrets(in: "\(failure.message ?? "") \(String(decoding: failure.body, as: UTF8.self))").isEmpty)
                    #expect(status != 400 || failure.message?.hasPrefix("no key (hidden)") == true)
                }
            }
        }
    }

    @Test("No printed form of a client contains credentials that were echoed", arguments: 0..<placements.count)
    func holders(index: Int) async throws {
        let client = client(Self.placements[index], .success(.json("%PDF")))
        let download = try await client.file(Call("file", .get, "/", service: "main"))
        let attempt = CallAttempt(operation: Call("file", .get, "/", service: "main").operation, number: 1, secrets: client.secrets)
        #expect(attempt.hidingCredentials(in: Self.key) == "(hidden)")
        for value in [client, download, attempt, client.secrets] as [Any] {
            #expect(secrets(in: printed(value)).isEmpty, "\(printed(value))")
        }
    }

    @Test("Every encoding is redacted: URLs, JSON and Base64, also without padding")
    func forms() {
        let secret = #"a/b+c"d\e~~~?"#
        let shown = ShownSecrets()
        shown.add(.header("X-Api-Key", secret))
        let base64 = Data(secret.utf8).base64EncodedString()
        #expect(base64.hasSuffix("=") && base64.contains("+") || base64.contains("/"))
        for form in [
            secret, "a%2Fb%2Bc%22d%5Ce~~~%3F", "a%2fb%2bc%22d%5ce~~~%3f", #"a/b+c\"d\\e~~~?"#, #"a\/b+c\"d\\e~~~?"#, base64,
            base64.replacingOccurrences(of: "=", with: ""),
            base64.replacingOccurrences(of: "=", with: "").replacingOccurrences(of: "+", with: "-").replacingOccurrences(
                of: "/", with: "_"),
        ] {
            #expect(shown.hidden(in: "<\(form)>").hasPrefix("<(hidden)"), "\(form)")
        }
    }

    @Test("Transport errors and interrupted files contain no credentials, however they are inspected", arguments: 0..<placements.count)
    func thrownBelow(index: Int) async throws {
        struct Told: Error { let url = "https://example.test/?key=SECRET-9%2F%2B%3F" }
        let failure = TransportFailure(fate: .unknown, reason: "lost: \(Self.key)", underlying: Told())
        for error in [failure, Told()] as [any Error] {
            let seen = Lock<[String]>([])
            var client = client(Self.placements[index], .failure(error))
            client.middleware = [Catching(seen: seen, print: { self.printed($0) })]
            let calling = client
            let told = await thrown { () async throws(APIFailure) in try await calling.perform(Call("item", .get, "/", service: "main"))
            }
            let text = seen.withLock { $0 }.joined() + printed(told as Any)
            #expect(seen.withLock { $0.count } == 1 && secrets(in: text).isEmpty, "\(text)")
        }
        var broken = TransportResponse.json("")
        broken.body = ResponseBody(next: { throw failure })
        let download = try await client(Self.placements[index], .success(broken)).file(Call("file", .get, "/", service: "main"))
        let told = await thrown { () async throws(APIFailure) in try await download.bytes() }
        #expect(told?.description.contains("lost: (hidden)") == true && secrets(in: printed(told as Any)).isEmpty)
    }

    private struct Catching: ClientMiddleware {
        let seen: Lock<[String]>
        let print: @Sendable (any Error) -> String
        func intercept(_ request: HTTPRequest, body: RequestBody?, attempt: CallAttempt, next: Next) async throws -> TransportResponse {
            do {
                return try await next(request, body)
            } catch {
                seen.withLock { $0.append(print(error)) }
                throw error
            }
        }
    }

    @Test("An underlying error with the key in its URL is reduced to its type", arguments: 0..<placements.count)
    func underlying(index: Int) async {
        let url = "https://example.test/?key=SECRET-9%2F%2B%3F"
        let below = NSError(domain: NSURLErrorDomain, code: -1005, userInfo: ["NSErrorFailingURLStringKey": url])
        let failure = TransportFailure(fate: .unknown, reason: "lost: \(Self.key)", underlying: below)
        let error = await thrown { () async throws(APIFailure) in
            try await client(Self.placements[index], .failure(failure)).perform(Call("item", .get, "/", service: "main"))
        }
        guard case .connection(let failure) = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(secrets(in: printed(failure) + printed(failure.underlying) + "\((failure.underlying as NSError).userInfo)").isEmpty)
        #expect((failure.underlying as? UnprintableError)?.code == -1005)
    }

    @Test("A redirect whose location contains the key is followed, and only the transport sees it")
    func redirects() async throws {
        let placement = CredentialPlacement.query("key", Self.key)
        var moved = TransportResponse.json("", status: 302)
        moved.head.headerFields[.location] = "https://example.test/moved?old=SECRET-9%2F%2B%3F"
        let transport = StubTransport([.success(moved), .success(.json("1"))])
        let seen = Lock<[String]>([])
        var client = APIClient(
            servers: APIClient.Servers(["main": "https://example.test"]), credentials: Credentials(placement: placement),
            transport: transport)
        client.middleware = [Looking(seen: seen)]
        let calling = client
        let value = try await calling.value(Call("item", .get, "/", service: "main")) as Int
        #expect(value == 1)
        #expect(transport.exchanges.last?.request.path?.hasPrefix("/moved?old=SECRET-9%2F%2B%3F&key=") == true)
        #expect(seen.withLock { $0 } == ["https://example.test/moved?old=(hidden)", "none"])
    }

    private struct Looking: ClientMiddleware {
        let seen: Lock<[String]>
        func intercept(_ request: HTTPRequest, body: RequestBody?, attempt: CallAttempt, next: Next) async throws -> TransportResponse {
            let response = try await next(request, body)
            seen.withLock { $0.append(response.head.headerFields[.location] ?? "none") }
            #expect(attempt.hidingCredentials(in: "a \(ShownSecretsTests.key) b") == "a (hidden) b")
            return response
        }
    }

    @Test("The base URL of a configuration is reported without its user, password and query")
    func baseURL() async {
        for url in ["https://me:SECRET-9@host/x", "https://host/?key=SECRET-9", "https://a@SECRET-9@host", "SECRET-9@host"] {
            let client = APIClient(servers: APIClient.Servers(["main": url]), transport: StubTransport("1"))
            let error = await thrown { () async throws(APIFailure) in
                try await client.perform(Call("item", .get, "/", service: "main"))
            }
            guard case .configuration(let reason) = error else {
                Issue.record("\(url)")
                return
            }
            #expect(!reason.contains("SECRET-9") && reason.contains("host"), "\(reason)")
        }
    }

    @Test("Credentials are sent over http only to this machine, unless explicitly allowed")
    func plainHTTP() async {
        func error(_ url: String, allows: Bool = false) async -> APIFailure? {
            let transport = StubTransport("1")
            let client = APIClient(
                servers: APIClient.Servers(["main": url], allowsPlainHTTP: allows), credentials: StubCredentials.key(Self.key),
                transport: transport)
            let error = await thrown { () async throws(APIFailure) in
                try await client.perform(Call("item", .get, "/", service: "main"))
            }
            #expect((error == nil) == !transport.exchanges.isEmpty)
            return error
        }
        for host in ["localhost", "LOCALHOST:80", "api.localhost", "127.0.0.1", "127.1.2.3:8080", "[::1]:80"] {
            #expect(await error("http://\(host)/api") == nil, "\(host)")
        }
        for host in ["example.test", "127.0.0.1.example.test", "127.example.test", "localhost.example.test", "10.0.0.1", "[::2]"] {
            guard case .configuration = await error("http://\(host)") else {
                Issue.record("\(host)")
                return
            }
            #expect(await error("http://\(host)", allows: true) == nil)
            #expect(await error("https://\(host)") == nil)
        }
        for url in ["http://localhost:0", "http://localhost:99999", "http://localhost:-1"] {
            guard case .configuration = await error(url) else {
                Issue.record("\(url)")
                return
            }
        }
    }
}

@Suite("Echoed request values")
struct EchoTests {
    private func removed(_ message: String, sent: JSONValue) -> String {
        var call = Call("item", .post, "/", service: "main")
        call.json(sent)
        return Echo.removed(from: message, of: call)
    }

    @Test("Sent texts are removed wherever they appear and however they overlap")
    func texts() {
        #expect(removed("no client named Acme Ltd here", sent: ["name": "Acme Ltd"]) == "no client named … here")
        #expect(removed("abcdefgh", sent: ["abcde", "defgh"]) == "…")
        #expect(removed("abcd abcd", sent: ["abcd"]) == "… …")
        #expect(removed("abc", sent: ["abc"]) == "abc")
        #expect(removed("größe größer", sent: ["größer"]) == "größe …")
        #expect(removed("nothing of it", sent: ["something else"]) == "nothing of it")
        #expect(removed("", sent: ["text"]) == "")
    }

    @Test("Enum values stay, because they are the spec's own words, but not where they are part of other texts")
    func enumValues() {
        struct Query: JSONWritable {
            var groups: [SampleStatus]
            var name: String

            func write(to json: inout JSONWriter) {
                json.beginObject()
                json.member("groups", groups)
                json.member("name", name)
                json.endObject()
            }
        }
        func removed(_ message: String, _ query: Query, page: Int? = nil) -> String {
            var call = Call("report", .post, "/", service: "main")
            call.json(query)
            call.answer(as: .json, member: "exportType", "JSON")
            if let page { call.set("page", to: page, in: .body) }
            return Echo.removed(from: message, of: call)
        }
        let groups = ["CLIENT", "PROJECT", "DATE"].map(SampleStatus.init(rawValue:))
        let message = #"groups: must be one of "CLIENT", "PROJECT", "DATE", and "Acme" is none"#
        let expected = #"groups: must be one of "CLIENT", "PROJECT", "DATE", and "…" is none"#
        #expect(removed(message, .init(groups: groups, name: "Acme")) == expected)
        #expect(removed(message, .init(groups: groups, name: "Acme"), page: 2) == expected)
        #expect(removed(message, .init(groups: [], name: "PROJECT")).contains(#""CLIENT", "…", "DATE""#))
        #expect(removed("no PROJECT X here", .init(groups: groups, name: "PROJECT X")) == "no … here")
        #expect(removed("JSON is not possible", .init(groups: [], name: "none")) == "JSON is not possible")
    }

    @Test("A long message is cut at its limit, and a text that is cut there is removed, too")
    func long() {
        let text = String(repeating: "secret ", count: 1000)
        #expect(removed("said: " + text, sent: [.string(text)]) == "said: ……")
        #expect(removed(String(repeating: "x", count: 10_000), sent: ["y"]).utf8.count < 2100)
    }

    @Test("The comparison of many similar texts stops at its limit, and the message is omitted")
    func bounded() {
        let texts = (0..<4000).map { JSONValue.string(String(repeating: "a", count: 1500) + "\($0)") }
        #expect(removed(String(repeating: "a", count: 2048), sent: .array(texts)).contains("see message"))
        let different = (0..<20_000).map { JSONValue.string("text \($0) of many") }
        #expect(removed("it is text 77 of many, or not", sent: .array(different)) == "it is …, or not")
    }
}
