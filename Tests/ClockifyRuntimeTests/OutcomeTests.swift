import HTTPTypes
import Testing

@_spi(Generated) @testable import ClockifyRuntime

@Suite("Outcomes of unusual responses")
struct OutcomeTests {
    private func client(_ answers: [Result<TransportResponse, any Error>]) -> APIClient {
        var client = APIClient.stub(StubTransport(answers))
        client.time = ManualTime().source
        return client
    }

    private func error(_ client: APIClient, _ method: HTTPRequest.Method) async -> APIFailure? {
        await thrown { () async throws(APIFailure) in try await client.perform(Call("op", method: method, "/", service: "main")) }
    }

    @Test(
        "An interim response that a transport returns as the response leaves the outcome unknown", arguments: [100, 102, 103, 199, 0, 99])
    func interim(status: Int) async {
        let answer = TransportResponse(head: HTTPResponse(status: .init(code: status)), body: [])
        guard case .outcomeUnknown = await error(client([.success(answer)]), .post) else {
            Issue.record("not the expected outcome")
            return
        }
        guard case .connection(let failure) = await error(client([.success(answer), .success(answer)]), .get) else {
            Issue.record("not the expected outcome")
            return
        }
        #expect(failure.wasSent)
    }

    @Test("A status that HTTP does not define is the response, and a write may have happened", arguments: [600, 799, 999])
    func unknownStatus(status: Int) async {
        let answer = TransportResponse.json(#"{"message": "no", "code": 7}"#, status: status)
        for method in [HTTPRequest.Method.get, .post] {
            guard case .response(let failure) = await error(client([.success(answer)]), method) else {
                Issue.record("not the expected outcome")
                return
            }
            #expect(failure.code == 7 && failure.mayHaveHappened == (method == .post) && !failure.isRetryable)
        }
    }

    @Test("A write may have happened after a redirect, except after a 307 or 308")
    func redirectedWrites() async {
        for status in [300, 301, 302, 303, 304, 307, 308] {
            let refusal = await error(client([.success(.json("", status: status, fields: ["Location": "/x"]))]), .post)
            #expect(refusal?.mayHaveHappened == (status != 307 && status != 308), "\(status)")
            #expect(refusal?.isRetryable == false)
        }
    }

    @Test(
        "A redirect with a missing or invalid location is an error response",
        arguments: [nil, "http://[", "https://x:99999/", "https://x:0/"])
    func unusablePlace(location: String?) async {
        let answer = TransportResponse.json("", status: 302, fields: location.map { ["Location": $0] } ?? [:])
        guard case .response(let failure) = await error(client([.success(answer)]), .get) else {
            Issue.record("not the expected outcome")
            return
        }
        #expect(failure.status.code == 302 && !failure.mayHaveHappened)
    }

    @Test("The scheme of a location may be uppercase")
    func capitals() async throws {
        let transport = StubTransport([
            .success(.json("", status: 302, fields: ["Location": "HTTPS://EXAMPLE.TEST/x"])), .success(.json("1")),
        ])
        let value = try await APIClient.stub(transport).value(Call("op", .get, "/", service: "main")) as Int
        #expect(value == 1)
        #expect(transport.exchanges.last?.request.headerFields[HTTPField.Name("X-Api-Key")!] == "the-secret")
    }

    @Test("A wait longer than the call's time does not start, and the response that requested it is reported")
    func noUseInWaiting() async {
        let busy = TransportResponse.json(#"{"message": "busy", "code": 1}"#, status: 429, fields: ["Retry-After": "20"])
        for method in [HTTPRequest.Method.get, .post] {
            var client = client([.success(busy), .success(.json("1"))])
            client.options.timeout = .seconds(10)
            guard case .response(let failure) = await error(client, method) else {
                Issue.record("\(method)")
                return
            }
            #expect(failure.status.code == 429 && failure.attempts == 1)
        }
    }

    @Test("A timeout during a wait reports the response of the last attempt")
    func timeUpInAWait() async {
        let busy = TransportResponse.json("", status: 429, fields: ["Retry-After": "1"])
        let asked = Counter()
        var client = APIClient.stub(StubTransport([.success(busy)]))
        let now = ContinuousClock.now
        // The wait between attempts is endless, and the time limit ends once it starts.
        client.time = TimeSource(
            now: { now },
            sleep: { until in
                if until - now > .seconds(5) {
                    while asked.value == 0 { await Task.yield() }
                } else {
                    asked.add()
                    while !Task.isCancelled { await Task.yield() }
                    throw CancellationError()
                }
            }, random: { 0 })
        client.options.timeout = .seconds(10)
        guard case .response(let failure) = await error(client, .post) else {
            Issue.record("not the expected outcome")
            return
        }
        #expect(failure.status.code == 429)
    }

    @Test("A response in place of a file is read within the time limit of the call")
    func stallingOtherForm() async {
        let asked = Counter()
        var head = HTTPResponse(status: .ok)
        head.headerFields[.contentType] = "text/html"
        let body = ResponseBody(next: {
            asked.add()
            while !Task.isCancelled { await Task.yield() }
            throw CancellationError()
        })
        var client = APIClient.stub(StubTransport([.success(TransportResponse(head: head, body: body))]))
        let now = ContinuousClock.now
        client.time = TimeSource(now: { now }, sleep: { _ in while asked.value == 0 { await Task.yield() } }, random: { 0 })
        client.options.timeout = .seconds(5)
        var call = Call("export", .post, "/", service: "main")
        call.json(["a": 1])
        call.answer(as: .file, member: "exportType", "PDF")
        let (calling, export) = (client, call)
        let error = await thrown { () async throws(APIFailure) in _ = try await calling.file(export) }
        guard case .unexpectedAnswer(let failure) = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(failure.reason.contains("expected a file"))
    }

    @Test("A partial response that was not requested, or that has several parts, is not a file")
    func parts() async {
        for (type, range) in [("application/pdf", "bytes 0-3/100"), ("multipart/byteranges; boundary=x", nil)] {
            var answer = TransportResponse.json("%PDF", status: 206)
            answer.head.headerFields[.contentType] = type
            answer.head.headerFields[.contentRange] = range
            let client = client([.success(answer)])
            let error = await thrown { () async throws(APIFailure) in
                _ = try await client.file(Call("file", .get, "/", service: "main"))
            }
            guard case .unexpectedAnswer = error else {
                Issue.record("\(String(describing: error))")
                return
            }
        }
    }

    @Test("An empty, unfinished or undecodably compressed response is not a file")
    func noFiles() async {
        let packed = TransportResponse.json("%PDF", fields: ["Content-Encoding": "br"])
        let twice = TransportResponse.json("%PDF", fields: ["Content-Encoding": "gzip, gzip"])
        for answer in [.json("", status: 202), .json("", status: 204), .json("", status: 205), packed, twice] {
            let client = client([.success(answer)])
            var call = Call("file", .get, "/", service: "main")
            call.acceptsFile = true
            let file = call
            let error = await thrown { () async throws(APIFailure) in _ = try await client.file(file) }
            guard case .unexpectedAnswer = error else {
                Issue.record("\(answer.head) \(String(describing: error))")
                return
            }
        }
    }

    @Test(
        "An error message with a success status is reported without echoes, even after a byte order mark", arguments: ["", "\u{FEFF}"])
    func refusalWithGoodStatus(mark: String) async {
        for form in [AnswerForm.json, .file] {
            let client = client([.success(.json(mark + #"{"message": "no client Acme Ltd", "code": 501}"#))])
            var call = Call("export", .post, "/", service: "main")
            call.json(["name": "Acme Ltd"])
            call.answer(as: form, member: "exportType", "PDF")
            let export = call
            let error = await thrown { () async throws(APIFailure) in
                if form == .file { _ = try await client.file(export) } else { _ = try await client.value(export) as JSONValue }
            }
            guard case .unexpectedAnswer(let failure) = error else {
                Issue.record("\(String(describing: error))")
                return
            }
            #expect(failure.reason.hasSuffix("no client … (code 501)"), "\(failure.reason)")
        }
    }

    @Test("A message in Latin-1 keeps its code and its text")
    func latin1() async {
        let body = Array(#"{"message": "caf"#.utf8) + [0xE9] + Array(#"", "code": 501}"#.utf8)
        let answer = TransportResponse(head: HTTPResponse(status: .badRequest), body: body)
        guard case .response(let failure) = await error(client([.success(answer)]), .get) else {
            Issue.record("not the expected outcome")
            return
        }
        #expect(failure.code == 501 && failure.message == "café")
    }

    @Test(
        "Only messages that state that a thing does not exist count as not found",
        arguments: [
            (400, 501, "TAG with id 62 doesn't belong to WORKSPACE with id 61", true),
            (400, 501, "Tag doesn\u{2019}t belong to Workspace", true),
            (400, 501, "TASK with id 62 doesn't belong to PROJECT with id 61", false),
            (400, 501, "File doesn't belong to Expense", false), (400, 501, "Workspace doesn't belong to User", true),
            (400, 501, "USER with id 62 doesn't belong to WORKSPACE with id 61", true),
            (400, 501, "USER with id 62 doesn't belong to PROJECT with id 61", false), (400, 501, "Tag already exists", false),
            (400, 3002, "Tag doesn't belong to Workspace", false), (403, 501, "Tag doesn't belong to Workspace", false),
            (404, 404, "Currently running time entry doesn't exist", true), (404, 3000, "No static resource v1/x.", false),
        ] as [(Int, Int, String, Bool)])
    func notFound(status: Int, code: Int, message: String, isNotFound: Bool) async {
        let answer = TransportResponse.json(#"{"message": "\#(message)", "code": \#(code)}"#, status: status)
        #expect(await error(client([.success(answer)]), .get)?.isNotFound == isNotFound)
    }

    @Test(
        "A placeholder with an unmatched brace is reported before anything is sent",
        arguments: ["/v1/{workspace/x", "/v1/workspace}/x", "/v1/{workspace}}"])
    func loneBrace(path: String) async {
        let transport = StubTransport("1")
        let client = APIClient.stub(transport)
        let values = path.contains("}}") ? ["workspace": "w"] : [:]
        let error = await thrown { () async throws(APIFailure) in _ = try await client.raw(.get, path, values, service: "main") }
        guard case .configuration = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(transport.exchanges.isEmpty)
    }

    @Test("An empty value is reported before anything is sent, because it would name another resource")
    func emptyValue() async {
        let transport = StubTransport("1")
        let client = APIClient.stub(transport)
        var call = Call("tag", .delete, "/v1/tags/{tag}", service: "main")
        call.path("tag", "")
        let generated = call
        let errors = [
            await thrown { () async throws(APIFailure) in
                _ = try await client.raw(.delete, "/v1/tags/{tag}", ["tag": ""], service: "main")
            }, await thrown { () async throws(APIFailure) in try await client.perform(generated) },
        ]
        for error in errors {
            guard case .invalidRequest(let problems) = error else {
                Issue.record("\(String(describing: error))")
                return
            }
            #expect(problems.count == 1)
        }
        #expect(transport.exchanges.isEmpty)
    }

    @Test("A raw call with mismatched placeholders and values is reported before anything is sent")
    func misspelt() async {
        for values in [[:], ["workspaec": "w"], ["workspace": "w", "tag": "t"]] as [[String: String]] {
            let transport = StubTransport("1")
            let client = APIClient.stub(transport)
            let error = await thrown { () async throws(APIFailure) in
                _ = try await client.raw(.get, "/v1/workspaces/{workspace}/x", values, service: "main")
            }
            guard case .configuration = error else {
                Issue.record("\(String(describing: error))")
                return
            }
            #expect(transport.exchanges.isEmpty)
        }
    }
}
