@_spi(Generated) import ClockifyRuntime
import Foundation
import GoldenClient
import HTTPTypes
import Testing

extension HTTPRequest {
    /// The path and the query with their percent-encoding removed.
    fileprivate var target: String { path?.removingPercentEncoding ?? "" }

    fileprivate func header(_ name: String) -> String? { HTTPField.Name(name).flatMap { headerFields[$0] } }
}

/// What calls send and read where documents of other people use more of OpenAPI than ours.
@Suite struct GoldenShopTests {
    // MARK: Parameters

    @Test("A value of a union is written in a query by its kind")
    func unionInQuery() async throws {
        let stub = Stub("[]")
        _ = try await stub.zoo.shop.findItems(q: .string("a b"), created: .integer(5))
        #expect(stub.request?.path == "/api/shop/items?q=a%20b&created=5")
        _ = try await stub.zoo.shop.findItems(q: .array(["a", "b"]), created: .object(.init(gt: 1, lt: 9)))
        #expect(stub.request?.target == "/api/shop/items?q=a&q=b&created[gt]=1&created[lt]=9")
        _ = try await stub.zoo.shop.findItems(q: .other(.null), anything: .object(["x": 1, "y": [2, 3], "z": nil]))
        #expect(stub.request?.target == "/api/shop/items?x=1&y=2&y=3")
        _ = try await stub.zoo.shop.findItems(anything: ["s", true])
        #expect(stub.request?.target == "/api/shop/items?anything=s&anything=true")
    }

    @Test("Lists and objects in the style deepObject are written at any depth")
    func deepObject() async throws {
        let stub = Stub("[]")
        _ = try await stub.zoo.shop.findItems(
            expand: ["a", "b"],
            where: .init(by: .init(maker: "A&B"), kinds: ["x", "y"], parts: [.init(of: "p"), .init(of: "q")]),
            size: .init(height: 2, width: 3))
        #expect(
            stub.request?.target
                == "/api/shop/items?expand[]=a&expand[]=b&where[by][maker]=A&B&where[kinds][]=x&where[kinds][]=y&where[parts][0][of]=p"
                + "&where[parts][1][of]=q&size=height,2,width,3")
        #expect(stub.request?.path?.contains("A%26B") == true)
    }

    @Test("Objects, unions and JSON are written in headers and cookies")
    func headers() async throws {
        let stub = Stub("[]")
        _ = try await stub.zoo.shop.findItems(
            xPrice: .init(from: 1, to: 2), xTrace: .init(id: "t\""), xKind: .integer(7), cart: .init(id: "a;b", items: 3), seen: [1, 2])
        let request = try #require(stub.request)
        #expect(request.header("X-Price") == "from,1,to,2")
        #expect(request.header("X-Trace") == #"{"id":"t\""}"#)
        #expect(request.header("X-Kind") == "7")
        #expect(request.header("Cookie") == "id=a%3Bb; items=3; seen=%5B1%2C2%5D")
        #expect(request.header("Accept") == "application/vnd.zoo+json")
        await #expect(throws: APIFailure.self) { try await stub.zoo.shop.findItems(xKind: .string("a\nb")) }
    }

    @Test("Values of any kind are written in a path in each style, and stay in their place")
    func path() async throws {
        let stub = Stub(status: 204)
        try await stub.zoo.shop.findPart(code: .string("a/b"), size: [1, 2], look: .init(colour: "x;y", shine: 0.5), path: "c d/e/../?f")
        #expect(stub.request?.path == "/api/shop/items/a%2Fb/.1.2;colour=x%3By;shine=0.5/c%20d/e/%2E%2E/%3Ff")
        try await stub.zoo.shop.findPart(code: .integer(3), size: [1], look: .init(colour: "r"), path: "p")
        #expect(stub.request?.path == "/api/shop/items/3/.1;colour=r/p")
        await #expect {
            try await stub.zoo.shop.findPart(code: .string(""), size: [], look: .init(), path: "")
        } throws: { error in
            guard case .invalidRequest(let problems) = error as? APIFailure else { return false }
            return problems.map(\.pointer) == ["/code", "/size", "/look", "/path"] && problems.allSatisfy { $0.location == .path }
        }
    }

    // MARK: Bodies

    @Test("The documented type of a body is sent, or that of the file")
    func contentType() async throws {
        let stub = Stub(status: 204)
        try await stub.zoo.shop.changeItem(id: "1", .init(name: .null))
        #expect(stub.request?.header("Content-Type") == "application/merge-patch+json" && stub.text == #"{"name":null}"#)
        for type in ["image/png", "image/jpeg"] {
            try await stub.zoo.shop.drawItem(id: "1", .bytes([1], name: "a", contentType: type))
            #expect(stub.request?.header("Content-Type") == type && stub.body == [1])
        }
        await #expect(throws: APIFailure.self) {
            try await stub.zoo.shop.drawItem(id: "1", .bytes([1], name: "a", contentType: "image/gif"))
        }
        try await stub.zoo.shop.describeItem(id: "1", .bytes([1], name: "a", contentType: "text/csv; header=absent"))
        #expect(stub.request?.header("Content-Type") == "text/csv; header=absent")
    }

    @Test("The members of a form are written as their encoding says")
    func form() async throws {
        let stub = Stub(status: 204)
        try await stub.zoo.shop.placeOrder(
            .init(
                amount: 1, tags: ["a", "b"], codes: [1, 2], metadata: ["k": "v"], address: .init(city: "C", lines: ["1", "2"]),
                note: .string("n")))
        #expect(
            stub.text.removingPercentEncoding
                == "amount=1&tags=a&tags=b&codes=1,2&metadata[k]=v&address[city]=C&address[lines][]=1&address[lines][]=2&note=n")
        try await stub.zoo.shop.placeOrder(.init(note: .object(.init(text: "t"))))
        #expect(stub.text.removingPercentEncoding == #"note={"text":"t"}"#)
    }

    @Test("A form that is one of several objects has the members of that object")
    func unionForm() async throws {
        let stub = Stub(status: 204)
        try await stub.zoo.shop.payOrder(.option2(.init(iban: "X 1")))
        #expect(stub.text == "iban=X%201")
        #expect(stub.request?.header("Content-Type") == "application/x-www-form-urlencoded")
    }

    @Test("The parts of a form have the types that their encoding says")
    func multipart() async throws {
        let stub = Stub(status: 204)
        try await stub.zoo.shop.sendPhotos(
            .init(
                photos: [.bytes([65], name: "a", contentType: "image/png"), .bytes([66], name: "b", contentType: "image/gif")],
                cover: .null,
                meta: ["k": "v"], table: "1,2", ids: [3, 4]))
        for part in [
            "name=\"photos\"; filename=\"a\"\r\nContent-Type: image/png\r\n\r\nA\r\n",
            "name=\"photos\"; filename=\"b\"\r\nContent-Type: image/gif\r\n\r\nB\r\n",
            "name=\"meta\"\r\nContent-Type: application/vnd.zoo+json\r\n\r\n{\"k\":\"v\"}\r\n",
            "name=\"table\"\r\nContent-Type: text/csv\r\n\r\n1,2\r\n", "name=\"ids\"\r\n\r\n3,4\r\n",
        ] {
            #expect(stub.text.contains(part), "\(part)")
        }
        #expect(!stub.text.contains("cover"))
        try await stub.zoo.shop.sendPhotos()
        #expect(stub.body == [] && stub.request?.header("Content-Type") == nil)
    }

    // MARK: Servers and credentials

    @Test("Credentials that are needed together are sent together, and no text shows them")
    func credentialsTogether() async throws {
        let stub = Stub(status: 204)
        let credentials = Zoo.Credentials.apiKeyAndBasic(apiKey: "secret-key", basicUser: "me", basicPassword: "secret-word")
        let zoo = Zoo(
            client: APIClient(servers: APIClient.Servers(Zoo.Services.documented), credentials: credentials, transport: stub))
        try await zoo.shop.changeItem(id: "1", .init())
        #expect(stub.request?.header("X-Zoo-Key") == "secret-key")
        #expect(stub.request?.header("Authorization") == "Basic " + Data("me:secret-word".utf8).base64EncodedString())
        var text = "\(credentials) \(credentials.placement)"
        dump(credentials, to: &text)
        #expect(!text.contains("secret-") && text.contains("X-Zoo-Key: (hidden), Authorization: (hidden)"))
        let echo = Stub(#"{"message": "unknown: secret-key, secret-word", "code": 1}"#, status: 401)
        let refused = Zoo(
            client: APIClient(servers: APIClient.Servers(Zoo.Services.documented), credentials: credentials, transport: echo))
        await #expect {
            try await refused.shop.changeItem(id: "1", .init())
        } throws: { error in
            guard case .response(let failure) = error as? APIFailure else { return false }
            return failure.message == "unknown: (hidden), (hidden)"
        }
    }

    @Test("Each documented server can be chosen")
    func servers() async throws {
        typealias Servers = Zoo.Services.ZooServers
        #expect(Servers.regionZoo() == "https://eu.zoo.example/api" && Servers.regionZoo(region: "us") == "https://us.zoo.example/api")
        for (url, host) in [(Servers.forTests, "test.zoo.example"), (Servers.server(host: "h.example"), "h.example")] {
            let stub = Stub(status: 204)
            let zoo = Zoo(client: APIClient(servers: APIClient.Servers([Zoo.Services.zoo: url]), transport: stub))
            try await zoo.shop.changeItem(id: "1", .init())
            #expect(stub.request?.authority == host)
        }
    }

    // MARK: Responses

    /// Sends a request to another URL, where the response is a file.
    private struct Redirection: ClientTransport {
        func send(_ request: HTTPRequest, body: RequestBody?) async throws -> TransportResponse {
            guard request.authority == "eu.zoo.example" else {
                return TransportResponse(
                    head: HTTPResponse(status: .ok), body: Array("\(request.authority ?? "")\(request.path ?? "")".utf8))
            }
            return TransportResponse(head: HTTPResponse(status: .found, headerFields: [.location: "https://files.example/m?x=1"]), body: [])
        }
    }

    @Test("An operation that only documents a redirect returns what the redirect leads to")
    func redirect() async throws {
        let zoo = Zoo(client: APIClient(servers: APIClient.Servers(Zoo.Services.documented), transport: Redirection()))
        #expect(try await zoo.shop.getManual(id: "1").bytes() == Array("files.example/m?x=1".utf8))
    }

    @Test("The documented body of a failure is read, by status if the types differ")
    func failures() async throws {
        func failure(_ text: String, _ status: Int, of call: (Zoo) async throws(APIFailure) -> Void) async throws -> ResponseFailure {
            do throws(APIFailure) {
                try await call(Stub(text, status: status).zoo)
            } catch .response(let failure) {
                return failure
            }
            throw CancellationError()
        }
        let find = { @Sendable (zoo: Zoo) async throws(APIFailure) in _ = try await zoo.shop.findItems() }
        let bad = try await failure(#"{"reason": "no", "zone": "GMT-1"}"#, 400, of: find)
        #expect(try bad.body(as: Zoo.Complaint.self) == Zoo.Complaint(reason: "no", zone: .gmtMinus1))
        #expect(throws: JSONError.self) { try bad.body(as: Zoo.FindPartFailure.self) }

        let part = { @Sendable (zoo: Zoo) async throws(APIFailure) in
            try await zoo.shop.findPart(code: .integer(1), size: [1], look: .init(colour: "r"), path: "p")
        }
        #expect(try await failure(#"{"near": ["x"]}"#, 404, of: part).body(as: Zoo.FindPartFailure.self) == .notFound(.init(near: ["x"])))
        #expect(try await failure(#"{"reason": "r"}"#, 409, of: part).body(as: Zoo.FindPartFailure.self) == .conflict(.init(reason: "r")))
        #expect(
            try await failure(#"{"reason": "r"}"#, 501, of: part).body(as: Zoo.FindPartFailure.self) == .serverError(.init(reason: "r")))
        await #expect(throws: JSONError.self) {
            try await failure(#"{"reason": "r"}"#, 418, of: part).body(as: Zoo.FindPartFailure.self)
        }
        await #expect(throws: JSONError.self) { try await failure("<html>", 404, of: part).body(as: Zoo.FindPartFailure.self) }
    }

    @Test("A method asks for the type that it returns")
    func accept() async throws {
        let stub = Stub("a,b", contentType: "text/csv")
        #expect(try await stub.zoo.shop.pricesFile().bytes() == Array("a,b".utf8))
        #expect(stub.request?.header("Accept") == "text/csv")
        let json = Stub(#"{"a": 1.5}"#)
        #expect(try await json.zoo.shop.prices() == ["a": 1.5])
        #expect(json.request?.header("Accept") == "application/json")
    }

    @Test("A documented header is read as its type")
    func responseHeader() async throws {
        let (_, metadata) = try await Stub("{}").zoo.metadata { try await $0.shop.prices() }
        #expect(metadata?.header("Content-Type") == "application/json")
        #expect(metadata?.header("X-Total", as: Int.self) == nil && metadata?.header("Content-Type", as: Int.self) == nil)
    }

    @Test("What a webhook receives has a type")
    func webhook() throws {
        #expect(try JSONReader.decode(Zoo.HatchedEvent.self, from: Array(#"{"egg": "blue"}"#.utf8)) == Zoo.HatchedEvent(egg: "blue"))
    }

    @Test("Lines of JSON are read as values")
    func lines() async throws {
        let stub = Stub("{\"item\":\"a\"}\n\r\n{\"item\":\"b\",\"price\":2}", contentType: "application/x-ndjson")
        var sales: [Zoo.Sale] = []
        for try await sale in try await stub.zoo.shop.watchSales() { sales.append(sale) }
        #expect(sales == [.init(item: "a"), .init(item: "b", price: 2)])
        #expect(stub.request?.header("Accept") == "application/x-ndjson")
    }

    @Test("Server-sent events are read as values")
    func events() async throws {
        let stub = Stub("event: sold\nid: 7\ndata: {\"item\":\ndata: \"a\"}\n\ndata: [DONE]\n\n", contentType: "text/event-stream")
        var events: [ServerSentEvent<Zoo.Sale>] = []
        for try await event in try await stub.zoo.shop.sellStream(.init(item: "a")) { events.append(event) }
        #expect(events == [.init(name: "sold", id: "7", data: .init(item: "a"))])
        #expect(stub.request?.header("Accept") == "text/event-stream" && stub.text == #"{"item":"a"}"#)
        let bell = Stub("data: ring\n\ndata\n\n: comment\n\ndata: lost", contentType: "text/event-stream")
        var rings: [String] = []
        for try await ring in try await bell.zoo.shop.listen() { rings.append(ring.data) }
        #expect(rings == ["ring", ""])
        await #expect(throws: APIFailure.self, "a page is no stream") {
            try await Stub("<html>", contentType: "text/html").zoo.shop.listen()
        }
    }
}
