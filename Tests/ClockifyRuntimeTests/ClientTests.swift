import Foundation
import HTTPTypes
import Testing

@_spi(Generated) @testable import ClockifyRuntime

@Suite("Calls and responses of the client")
struct ClientTests {
    private let call = Call("getItem", .get, "/v1/items", service: "main")

    @Test("The request goes to the base URL of the service, with credentials and accepted types")
    func request() async throws {
        let transport = StubTransport(#"{"id": 7}"#)
        let item: Item = try await APIClient.stub(transport).value(call)
        #expect(item.id == 7)
        let request = try #require(transport.exchanges.first?.request)
        #expect(request.scheme == "https")
        #expect(request.authority == "example.test")
        #expect(request.path == "/api/v1/items")
        #expect(request.headerFields[HTTPField.Name(token: "X-Api-Key")] == "the-secret")
        #expect(request.headerFields[.accept] == "application/json")
    }

    @Test("A call without authentication is sent without credentials")
    func anonymous() async throws {
        let transport = StubTransport(#"{"id": 7}"#)
        let call = Call("open", .get, "/open", service: "main", sendsCredentials: false)
        let _: Item = try await APIClient.stub(transport).value(call)
        #expect(transport.exchanges.first?.request.headerFields[HTTPField.Name(token: "X-Api-Key")] == nil)
    }

    @Test("A request that violates rules is not sent, and all violations are reported")
    func invalidRequest() async throws {
        let transport = StubTransport()
        var call = call
        call.rules.length("long", max: 1, at: "a")
        call.rules.integer(5, max: 1, at: "b")
        let error = await thrown { () async throws(APIFailure) in try await APIClient.stub(transport).perform(call) }
        guard case .invalidRequest(let problems) = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(problems.map(\.pointer) == ["/a", "/b"])
        #expect(transport.exchanges.isEmpty)
    }

    @Test("A body that may be missing may be null, too", arguments: ["null", " null ", ""])
    func nothing(body: String) async throws {
        let value: JSONValue? = try await APIClient.stub(StubTransport(body)).optionalValue(call)
        let list: [Int]? = try await APIClient.stub(StubTransport("[1]")).optionalValue(call)
        let count: Int? = try await APIClient.stub(StubTransport(body)).optionalValue(call)
        #expect(value == nil || value == .null)
        #expect(list == [1] && count == nil)
    }

    @Test("A text is read as it is, or from a JSON string if that is what the service sends")
    func text() async throws {
        #expect(try await APIClient.stub(StubTransport(#""a\nb""#)).text(call) == "a\nb")
        #expect(try await APIClient.stub(StubTransport("hello")).text(call) == "hello")
        #expect(try await APIClient.stub(StubTransport(#"{"a":1}"#)).text(call) == #"{"a":1}"#)
        let plain = HTTPResponse(status: .ok, headerFields: [.contentType: "text/plain"])
        let answer = TransportResponse(head: plain, body: Array(#""a""#.utf8))
        #expect(try await APIClient.stub(StubTransport([.success(answer)])).text(call) == #""a""#)
    }

    @Test(
        "An error contains as much as the service's response provides",
        arguments: [
            (#"{"message":"Tag doesn't belong to Workspace","code":501}"#, Int?.some(501), String?.some("Tag doesn't belong to Workspace")),
            (#"{"message":"x","code":"501"}"#, 501, "x"), (#"{"code":501.5,"message":null}"#, nil, nil), ("", nil, nil),
            (#"{"error":{"message":"no such model","code":7}}"#, 7, "no such model"),
            (#"{"error":"invalid_grant","error_description":"the code is used up"}"#, nil, "the code is used up"),
            (#"{"error":"invalid_grant"}"#, nil, "invalid_grant"), (#"{"detail":[{"msg":"x"}],"title":"Invalid"}"#, nil, "Invalid"),
            (#"{"title":"Invalid","detail":"the name is too long"}"#, nil, "the name is too long"),
            ("<html>Bad gateway</html>", nil, nil), ("[1]", nil, nil), ("{\"message\":", nil, nil), ("\u{0}\u{1}", nil, nil),
        ])
    func refusals(body: String, code: Int?, message: String?) async throws {
        let transport = StubTransport([.success(.json(body, status: 400, fields: ["x-amz-cf-id": "request-1"]))])
        let error = await thrown { () async throws(APIFailure) in try await APIClient.stub(transport).perform(call) }
        guard case .response(let failure) = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(failure.status == .badRequest)
        #expect(failure.code == code)
        #expect(failure.message == message)
        #expect(failure.requestID == "request-1")
        #expect(failure.body == Array(body.utf8))
        #expect(failure.operation.id == "getItem")
        #expect(failure.isNotFound == (code == 501 && message?.contains("belong") == true))
    }

    @Test("A 404 means not found, even with an empty body")
    func notFound() async throws {
        let transport = StubTransport([.success(.json("", status: 404))])
        let error = await thrown { () async throws(APIFailure) in try await APIClient.stub(transport).perform(call) }
        guard case .response(let failure) = error else {
            Issue.record("not the expected outcome: \(String(describing: error))")
            return
        }
        #expect(failure.isNotFound)
    }

    @Test("A response that does not match is reported with its operation and JSON path")
    func unexpectedAnswer() async throws {
        let transport = StubTransport(#"[{"id": 1}, {"id": "two"}]"#)
        let error = await thrown { () async throws(APIFailure) in _ = try await APIClient.stub(transport).value(call) as [Item] }
        guard case .unexpectedAnswer(let failure) = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(failure.operation == "getItem")
        #expect(failure.path == "$[1].id")
        #expect("\(failure)".contains("getItem"))
        #expect("\(failure)".contains("$[1].id"))
    }

    @Test("HTML in place of JSON is reported as such")
    func html() async throws {
        var response = TransportResponse.json("<html>")
        response.head.headerFields[.contentType] = "text/html; charset=utf-8"
        let transport = StubTransport([.success(response)])
        let error = await thrown { () async throws(APIFailure) in _ = try await APIClient.stub(transport).value(call) as Item }
        guard case .unexpectedAnswer(let failure) = error else {
            Issue.record("not the expected outcome: \(String(describing: error))")
            return
        }
        #expect(failure.reason == "expected JSON")
        #expect(failure.contentType == "text/html; charset=utf-8")
    }

    @Test("An undecodable response is kept up to a limit, with its request ID and attempts")
    func boundedAnswer() async throws {
        let body = "[" + String(repeating: "1,", count: 100_000)
        let transport = StubTransport([.success(.json("", status: 500)), .success(.json(body, fields: ["x-amz-cf-id": "r-1"]))])
        let client = APIClient.stub(transport, time: ManualTime())
        let error = await thrown { () async throws(APIFailure) in try await client.value(call) as Item }
        guard case .unexpectedAnswer(let failure) = error else {
            Issue.record("not the expected outcome: \(String(describing: error))")
            return
        }
        #expect(failure.body.count == 65_536)
        #expect(failure.bodyBytes == body.utf8.count)
        #expect(failure.requestID == "r-1")
        #expect(failure.attempts == 2)
    }

    @Test("Sent values are absent from the description of an error, and present in its message")
    func echo() async throws {
        let message = "Client with name Secret Client & Sons or Secret already exists; abc"
        let transport = StubTransport([.success(.json(#"{"message":"\#(message)","code":501}"#, status: 400))])
        var call = Call("createClient", .post, "/clients", service: "main")
        let body: JSONValue = ["name": "Secret Client & Sons", "tags": ["Secret", "abc"]]
        call.json(body)
        let sent = call
        let error = await thrown { () async throws(APIFailure) in try await APIClient.stub(transport).perform(sent) }
        guard case .response(let failure) = error else {
            Issue.record("not the expected outcome: \(String(describing: error))")
            return
        }
        #expect(failure.message == message)
        #expect("\(failure)" == "createClient: 400, code 501: Client with name … or … already exists; abc")
    }

    @Test("A missing file is reported before anything is sent", arguments: ["/none/such", "/"])
    func missingFile(path: String) async throws {
        let transport = StubTransport("{}")
        var form = MultipartForm()
        form.file("file", .file(at: URL(fileURLWithPath: path), contentType: "image/png"))
        var call = Call("upload", .post, "/file", service: "main")
        call.form(form)
        let upload = call
        let error = await thrown { () async throws(APIFailure) in try await APIClient.stub(transport).perform(upload) }
        guard case .file = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(transport.exchanges.isEmpty)
    }

    @Test("A redirect of a write is returned and not followed")
    func redirect() async throws {
        let call = Call("createItem", .post, "/v1/items", service: "main")
        let transport = StubTransport([.success(.json("", status: 302, fields: ["Location": "https://evil.test/"]))])
        let error = await thrown { () async throws(APIFailure) in try await APIClient.stub(transport).perform(call) }
        guard case .response(let failure) = error else {
            Issue.record("not the expected outcome: \(String(describing: error))")
            return
        }
        #expect(failure.status.code == 302)
        #expect(transport.exchanges.count == 1)
    }

    @Test("A connection failure names the host and the operation, and a cancellation is reported as such")
    func connection() async throws {
        struct Broken: Error {}
        let broken = StubTransport([.failure(Broken())])
        var once = APIClient.stub(broken)
        once.options.retries = .never
        let error = await thrown { () async throws(APIFailure) in try await once.perform(call) }
        guard case .connection(let failure) = error else {
            Issue.record("not the expected outcome: \(String(describing: error))")
            return
        }
        #expect(failure.host == "example.test")
        #expect(failure.underlying is Broken)
        let cancelled = StubTransport([.failure(CancellationError())])
        let second = await thrown { () async throws(APIFailure) in try await APIClient.stub(cancelled).perform(call) }
        guard case .cancelled = second else {
            Issue.record("not the expected outcome: \(String(describing: second))")
            return
        }
    }

    @Test("A cancelled task sends nothing")
    func cancelledTask() async throws {
        let transport = StubTransport(#"{"id": 1}"#)
        let task = Task { [call] in
            withUnsafeCurrentTask { $0?.cancel() }
            return await thrown { () async throws(APIFailure) in try await APIClient.stub(transport).perform(call) }
        }
        let error = await task.value
        guard case .cancelled = error else {
            Issue.record("not the expected outcome: \(String(describing: error))")
            return
        }
        #expect(transport.exchanges.isEmpty)
    }

    @Test("A file keeps its type and gets a name that cannot leave its folder")
    func download() async throws {
        var response = TransportResponse.json("%PDF")
        response.head.headerFields[.contentType] = "application/pdf"
        response.head.headerFields[.contentDisposition] = #"attachment; filename="../../etc/invoice.pdf""#
        let download = try await APIClient.stub(StubTransport([.success(response)])).file(call)
        #expect(download.contentType == "application/pdf")
        #expect(download.suggestedName == "invoice.pdf")
        let url = FileManager.default.temporaryDirectory.appendingPathComponent("download-\(UInt64.random(in: 0 ... .max))")
        defer { try? FileManager.default.removeItem(at: url) }
        var seen: [Download.Progress] = []
        try await download.write(to: url) { seen.append($0) }
        #expect(try Data(contentsOf: url) == Data("%PDF".utf8))
        #expect(seen == [.init(bytesRead: 4, bytesExpected: nil)])
    }
}

@Suite("The secret stays secret")
struct CredentialTests {
    @Test("No description, dump or error contains the secret")
    func hidden() async throws {
        let client = APIClient.stub(StubTransport([.success(.json("{}", status: 401))]), key: "SECRET-123")
        var dumped = ""
        dump(client, to: &dumped)
        dump(client.credentials, to: &dumped)
        var texts = [
            dumped, "\(client)", String(reflecting: client), "\(client.credentials as Any)", String(reflecting: client.credentials as Any),
        ]
        do {
            try await client.perform(Call("op", .get, "/", service: "main"))
        } catch {
            texts += ["\(error)", String(reflecting: error), error.localizedDescription]
            dump(error, to: &texts[0])
        }
        for text in texts { #expect(!text.contains("SECRET-123"), "\(text)") }
    }

    @Test("A key from a file loses its trailing line break, and a key with an inner line break is rejected before anything is sent")
    func lineEnds() async throws {
        let good = StubTransport("{}")
        try await APIClient.stub(good, key: " key-1\n").perform(Call("op", .get, "/", service: "main"))
        #expect(good.exchanges.first?.request.headerFields[HTTPField.Name(token: "X-Api-Key")] == "key-1")
        for key in ["a\r\nX-Other: b", "", "   "] {
            let transport = StubTransport("{}")
            let error = await thrown { () async throws(APIFailure) in
                try await APIClient.stub(transport, key: key).perform(Call("op", .get, "/", service: "main"))
            }
            guard case .configuration = error else {
                Issue.record("\(String(describing: error))")
                return
            }
            #expect(transport.exchanges.isEmpty)
        }
    }

    @Test("Each kind of credential is sent as its scheme requires")
    func kinds() async throws {
        func request(_ placement: CredentialPlacement, _ path: String = "/") async throws -> HTTPRequest {
            let transport = StubTransport("{}")
            let client = APIClient(
                servers: APIClient.Servers(["main": "https://example.test"]), credentials: StubCredentials(placement: placement),
                transport: transport
            )
            var call = Call("op", .get, path, service: "main")
            call.cookie("other", "1")
            try await client.perform(call)
            return try #require(transport.exchanges.first?.request)
        }
        #expect(try await request(.bearer("t")).headerFields[.authorization] == "Bearer t")
        #expect(try await request(.basic(user: "u", password: "p")).headerFields[.authorization] == "Basic dTpw")
        #expect(try await request(.query("key", "a&b")).path == "/?key=a%26b")
        #expect(try await request(.cookie("key", "v")).headerFields[.cookie] == "other=1; key=v")
    }

    @Test(
        "A call to an invalid server URL fails and names the server",
        arguments: ["", "example.test", "ftp://x", "https://", "https://u:p@x", "https://x?q=1"])
    func servers(url: String) async throws {
        let client = APIClient(servers: APIClient.Servers(["main": url]), transport: StubTransport("{}"))
        let error = await thrown { () async throws(APIFailure) in try await client.perform(Call("op", .get, "/", service: "main")) }
        guard case .configuration(let reason) = error else {
            Issue.record("not the expected outcome: \(String(describing: error))")
            return
        }
        #expect(reason.contains("main"))
    }
}
