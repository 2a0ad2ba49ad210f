@_spi(Generated) import ClockifyRuntime
import Foundation
import GeneratorTestSupport
import GoldenClient
import HTTPTypes
import Testing

/// Returns the same response for every request, and records the last one.
final class Stub: ClientTransport {
    private let last = Lock<(request: HTTPRequest?, body: [UInt8])>((nil, []))
    var request: HTTPRequest? { last.withLock { $0.request } }
    var body: [UInt8] { last.withLock { $0.body } }
    let status: Int
    let contentType: String
    let answer: String

    init(_ answer: String = "", status: Int = 200, contentType: String = "application/json") {
        self.answer = answer
        self.status = status
        self.contentType = contentType
    }

    func send(_ request: HTTPRequest, body: RequestBody?) async throws -> TransportResponse {
        let bytes = try body?.collect() ?? []
        last.withLock { $0 = (request, bytes) }
        let head = HTTPResponse(status: .init(code: status), headerFields: [.contentType: contentType])
        return TransportResponse(head: head, body: Array(answer.utf8))
    }

    var zoo: Zoo { Zoo(.apiKey("k"), transport: self) }
    var text: String { String(decoding: body, as: UTF8.self) }
}

func json(_ value: some JSONWritable) throws -> String { String(decoding: try JSONWriter.encode(value), as: UTF8.self) }

private let moment = Date(timeIntervalSince1970: 1_543_496_446.987_654_3)

func read<Value: JSONReadable>(_ text: String, as type: Value.Type = Value.self) throws -> Value {
    try JSONReader.decode(from: Array(text.utf8))
}

/// The behavior of the golden files at run time.
@Suite struct GoldenClientTests {
    @Test("An enumeration lists its values, and reads and keeps others")
    func knownValues() throws {
        #expect(Zoo.Species.knownValues.map(\.rawValue) == ["CAT", "WILD_DOG", "default", "none", "RTL", "rtl", "3TOED_SLOTH", ""])
        #expect(Zoo.Mood.knownValues.contains(.calm) && Set(Zoo.Mood.knownValues).count == Zoo.Mood.knownValues.count)
        #expect(Zoo.Stars.knownValues.contains(.good))
        let unknown: [Zoo.Species] = try JSONReader.decode(from: Array(#"["UNICORN"]"#.utf8))
        #expect(!Zoo.Species.knownValues.contains(unknown[0]))
        #expect(try JSONEncoder().encode(unknown) == Data(#"["UNICORN"]"#.utf8))
        #expect(try JSONDecoder().decode([Zoo.Stars].self, from: Data("[3, 99]".utf8)).map(\.rawValue) == [3, 99])
    }

    @Test("A response is decoded into its model, whatever else it contains")
    func responseModel() throws {
        let animal: Zoo.Animal = try read(
            """
            {"id": "a1", "name": "Tom", "species": "YETI", "chip": null, "new": {"x": [1]}, "teeth": 9007199254740993,
             "born": "2020-02-29", "sleeps": "PT8H", "grid": [[1, null]], "mother": {"id": "a0", "name": "Mia", "species": "CAT",
             "chip": "x"}, "price": 0.5, "cage": 7, "food": {"kind": "hay", "bales": 2}, "self": "/a1", "secret": "s"}
            """)
        #expect(animal.id == "a1")
        #expect(animal.species.rawValue == "YETI")
        #expect(animal.parents == [])
        #expect(animal.teeth == 9_007_199_254_740_993)
        #expect(animal.grid == [[1, nil]])
        #expect(animal.mother?.value.name == "Mia")
        #expect(animal.food == .hay(.init(kind: "hay", bales: 2)))
        #expect(animal.value == 0.5)
        #expect(animal.self_ == "/a1")
    }

    @Test(
        "A property is decoded from any of its names, and a null under one does not clear another",
        arguments: [
            #""seenAt":"2020-01-01T00:00:00Z","tricks":["sit"],"stars":5"#,
            #""lastSeen":"2020-01-01T00:00:00Z","trick":"sit","rating":5"#,
            #""tricks":"sit","seen_at":"2020-01-01T00:00:00Z","seenAt":null,"lastSeen":null,"stars":5,"rating":null"#,
            #""seenAt":null,"lastSeen":"2020-01-01T00:00:00Z","seen_at":7,"trick":["sit"],"tricks":null,"rating":5,"stars":1"#,
        ])
    func otherNames(members: String) throws {
        let animal: Zoo.Animal = try read(#"{"id":"a1","name":"Tom","species":"CAT","parents":null,\#(members)}"#)
        #expect(animal.seenAt == Date(timeIntervalSince1970: 1_577_836_800) && animal.tricks == ["sit"])
        #expect(animal.stars?.rawValue == 5 && animal.parents == [])
    }

    @Test("A missing required member is reported by name")
    func missingMember() {
        #expect(throws: JSONError.self) { try read("{\"id\": \"a1\", \"name\": \"Tom\"}", as: Zoo.Animal.self) }
    }

    @Test("A request distinguishes null, absent and default values")
    func nullAbsentAndDefault() throws {
        var animal = Zoo.NewAnimal(species: .cat, name: "Tom")
        #expect(try json(animal) == #"{"species":"CAT","name":"Tom","chip":null,"meals":3,"mood":"calm"}"#)
        animal.nickname = .null
        animal.chip = "c"
        #expect(try json(animal) == #"{"species":"CAT","name":"Tom","chip":"c","nickname":null,"meals":3,"mood":"calm"}"#)
    }

    @Test(
        "A union is decoded as the matching alternative and encoded the same",
        arguments: [
            ("\"x\"", Zoo.Meal.string("x")), ("3", .integer(3)), ("true", .bool(true)), ("[1,\"y\"]", .array([.integer(1), .string("y")])),
            (#"{"kind":"meat","from":"z"}"#, .meat(.init(kind: .meat, from: "z"))),
            (#"{"combined":2}"#, .object(.init(combined: Indirect(.integer(2))))), ("null", .other(.null)),
        ])
    func union(text: String, meal: Zoo.Meal) throws {
        #expect(try read(text) == meal)
        #expect(try json(meal) == text)
    }

    @Test("A discriminator selects the alternative", arguments: [("meat", true), ("straw", false), ("hay", false)])
    func discriminator(kind: String, isMeat: Bool) throws {
        let food: Zoo.Food = try read(#"{"kind":"\#(kind)","from":"there"}"#)
        if case .meat = food { #expect(isMeat) } else if case .hay = food { #expect(!isMeat) } else { Issue.record("\(food)") }
        #expect(try read(#"{"kind":"bones"}"#) == Zoo.Food.other(.object(["kind": .string("bones")])))
    }

    @Test("Read-only properties are not sent, and write-only properties are not decoded")
    func readOnlyAndWriteOnly() throws {
        let visitor: Zoo.Visitor = try read(#"{"id":"v1","password":"hunter2","name":"Ann","rules":["no running"]}"#)
        #expect(visitor.id == "v1" && visitor.password == nil)
        #expect(try json(visitor) == #"{"name":"Ann","rules":["no running"]}"#)
        #expect(try json(Zoo.Visitor(name: "Ann", password: "12345678")) == #"{"password":"12345678","name":"Ann"}"#)
        var rules = Rules()
        visitor.validate(&rules)
        #expect(rules.problems.map(\.pointer) == ["/rules/0"])
        // It is not sent, but it counts for equality and is kept in copies.
        let other = try read(#"{"id":"v2","name":"Ann","rules":["no running"]}"#, as: Zoo.Visitor.self)
        #expect(try visitor != other && json(visitor) == json(other))
        #expect(try JSONDecoder().decode(Zoo.Visitor.self, from: JSONEncoder().encode(visitor)) == visitor)
        #expect(try read(#"{"number":1,"receipt":{"pin":"x"}}"#, as: Zoo.Ticket.self).receipt == Zoo.Receipt())
    }

    @Test("A body that is stored and sent later is sent as the same bytes")
    func storedBodies() throws {
        func expectSame<Body: RequestModel>(_ body: Body) throws {
            let stored = try JSONDecoder().decode(Body.self, from: JSONEncoder().encode(body))
            #expect(stored == body)
            #expect(try json(stored) == json(body))
        }
        let moment = Date(timeIntervalSince1970: 1_543_496_446.987_654)
        try expectSame(
            Zoo.AnimalUpdate(
                name: "Tom", fedAt: moment, nickname: .null, isTame: false, washedAt: Date(timeIntervalSince1970: 1.5),
                returnsAt: .null, visit: .day("2026-03-02")))
        try expectSame(Zoo.AnimalUpdate(name: "Tom", fedAt: moment, nickname: "Tommy"))
        try expectSame(Zoo.FindTicketsPaging(offset: 3, sort: ["a", "b"]))
        try expectSame(Zoo.Visitor(name: "Ann", password: "12345678"))
        try expectSame(Zoo.Friend(name: "Tom", best: Indirect(.init(name: "Kim")), additionalProperties: ["colour": "red"]))
        #expect(throws: DecodingError.self) { try JSONDecoder().decode(Zoo.AnimalUpdate.self, from: Data(#"{"name":"Tom"}"#.utf8)) }
    }

    @Test("Additional members are kept")
    func additionalMembers() throws {
        let text = #"{"name":"Tom","best":{"name":"Kim"},"colour":"red"}"#
        let friend: Zoo.Friend = try read(text)
        #expect(friend.additionalProperties == ["colour": "red"])
        #expect(friend.best?.name == "Kim")
        #expect(try json(friend) == text)
    }

    @Test("All violated rules are reported at once with their places, and nothing is sent")
    func violatedRules() async throws {
        let stub = Stub()
        let animal = Zoo.NewAnimal(
            species: .cat, name: "", chip: String(repeating: "x", count: 17), nickname: .value(String(repeating: "y", count: 21)),
            meals: 13,
            codes: ["A", "bb", "A", "CC"], limits: ["x": -1], food: .meat(.init(kind: .meat, from: String(repeating: "z", count: 21))),
            friends: [.init(best: Indirect(.init(additionalProperties: ["a/b": String(repeating: "w", count: 11)])))])
        await #expect {
            try await stub.zoo.animals.admit(animal)
        } throws: { error in
            guard case .invalidRequest(let problems) = error as? APIFailure else { return false }
            let found = problems.map { "\($0.location) \($0.pointer) \($0.rule)" }
            #expect(
                found == [
                    "body /name at least 1 characters", "body /chip at most 16 characters", "body /nickname at most 20 characters",
                    "body /meals at most 12", "body /codes at most 3 items", "body /codes no item more than once",
                    "body /codes/0 at least 2 characters", "body /codes/1 matches ^[A-Z]+$", "body /codes/2 at least 2 characters",
                    "body /limits/x at least 0", "body /food/from at most 20 characters",
                    "body /friends/0/best/a~1b at most 10 characters",
                ])
            return true
        }
        #expect(stub.request == nil)
    }

    @Test("A value at every limit violates no rule")
    func valuesAtLimits() async throws {
        let animal = Zoo.NewAnimal(
            species: .cat, name: String(repeating: "é", count: 50), chip: String(repeating: "x", count: 16), meals: 12,
            codes: ["AA", "BB", "CC"],
            limits: ["x": 0])
        let answer = #"{"reason": "fever"}"#
        #expect(try await Stub(answer, status: 202).zoo.animals.admit(animal) == .accepted(.init(reason: "fever")))
    }

    @Test("The status determines the type of the response")
    func status() async throws {
        let animal = Zoo.NewAnimal(species: .cat, name: "Tom")
        #expect(try await Stub(status: 204).zoo.animals.admit(animal) == .noContent)
        let admitted = try await Stub(#"{"id": "a", "name": "Tom", "species": "CAT"}"#, status: 201).zoo.animals.admit(animal)
        #expect(admitted == .created(.init(name: "Tom", id: "a", species: .cat, parents: [])))
        await #expect(throws: APIFailure.self) { try await Stub("{}", status: 203).zoo.animals.admit(animal) }
    }

    @Test("Parameters are placed and formatted as the spec states")
    func parameters() async throws {
        let stub = Stub("[]")
        _ = try await stub.zoo.tickets.findTickets(
            days: ["2024-01-02", "2024-01-03"], gates: [1, 2], names: ["a,b", "c|d"],
            filter: .init(minPrice: 1.5, states: ["x", "y"]), paging: .init(offset: 3, sort: ["p", "q"]),
            query: .object(["k": .integer(1)]),
            xTrace: "t", xLangs: ["de", "en"], theme: "da;rk", in: "a/b")
        let request = try #require(stub.request)
        #expect(
            request.path
                == "/tickets?days=2024-01-02,2024-01-03&gates=1%7C2&names=a%2Cb%20c%7Cd&filter%5BminPrice%5D=1.5&filter%5Bstates%5D%5B%5D=x"
                + "&filter%5Bstates%5D%5B%5D=y&offset=3&sort=p&sort=q&query=%7B%22k%22%3A1%7D&order=NEWEST&limit=20&in=a%2Fb")
        #expect(request.authority == "tickets.zoo.example")
        #expect(request.headerFields[HTTPField.Name("X-Langs")!] == "de,en")
        #expect(request.headerFields[.cookie] == "theme=da%3Brk")
        #expect(request.headerFields[HTTPField.Name("X-Zoo-Key")!] == nil, "no credentials where none are wanted")
    }

    @Test("Values that would be read as others are refused")
    func ambiguousParameters() async throws {
        await #expect {
            try await Stub("[]").zoo.tickets.findTickets(
                names: ["a b", "c"], xLangs: ["de,at"])
        } throws: { error in
            guard case .invalidRequest(let problems) = error as? APIFailure else { return false }
            return Set(problems.map { "\($0.location) \($0.pointer)" }) == ["query /names", "header /X-Langs"]
        }
    }

    @Test("Violated rules of a query object are reported in the query")
    func queryObject() async throws {
        await #expect {
            try await Stub("[]").zoo.tickets.findTickets(filter: .init(minPrice: -1.0))
        } throws: { error in
            guard case .invalidRequest(let problems) = error as? APIFailure else { return false }
            return problems.map(\.pointer) == ["/filter/minPrice"] && problems.map(\.location) == [.query]
        }
    }

    @Test("Two values share a segment and stay within it")
    func sharedSegment() async throws {
        let stub = Stub(status: 204)
        try await stub.zoo.tickets.cancelTickets(from: 1, to: -2)
        #expect(stub.request?.path == "/api/tickets/1..-2")
        let file = Stub("{}")
        _ = try await file.zoo.files.getFile(path: ["a/b", "..", "c,d"])
        #expect(file.request?.path == "/api/files/a%2Fb,%2E%2E,c%2Cd")
    }

    @Test("A form has a part for each property with a value")
    func form() async throws {
        let stub = Stub(status: 201)
        try await stub.zoo.files.uploadPhotos(
            .init(
                cover: .bytes([1, 2], name: "c.png", contentType: "image/png"), title: "T\"\r\n", labels: ["x", "y"], caption: .value("C"),
                camera: .init(model: "M")))
        for part in [
            "name=\"cover\"; filename=\"c.png\"", "name=\"title\"\r\n\r\nT\"\r\n\r\n", "name=\"labels\"\r\n\r\ny", "\r\n\r\nC\r\n",
            "{\"model\":\"M\"}",
        ] {
            #expect(stub.text.contains(part))
        }
        #expect(!stub.text.contains("takenAt"))
        let pairs = Stub(#"{"number": 1}"#)
        _ = try await Zoo(.token("t"), transport: pairs).tickets.buyTicket(.init(day: "2024-01-02", visitors: 2, names: ["a&b"]))
        #expect(pairs.text == "day=2024-01-02&visitors=2&names=a%26b&tip=150")
        let nothing = Stub(#"{"number": 1}"#)
        _ = try await Zoo(.token("t"), transport: nothing).tickets.buyTicket()
        #expect(nothing.body == [] && nothing.request?.headerFields[.contentType] == nil)
    }

    @Test("A method requests either JSON or a file")
    func jsonOrFile() async throws {
        let json = Stub(#"{"count": 3}"#)
        #expect(try await json.zoo.files.count(.init(cages: [1])).count == 3)
        #expect(json.text == #"{"cages":[1],"form":"JSON"}"#)
        #expect(try await json.zoo.files.census(cage: 2).count == 3)
        #expect(json.request?.path == "/api/census?cage=2&format=json")
        let file = Stub("a,b", contentType: "text/csv")
        #expect(try await file.zoo.files.exportCount(.init(), as: .portable).bytes() == Array("a,b".utf8))
        #expect(file.text == #"{"form":"PDF"}"#)
        #expect(try await file.zoo.files.exportCensus(as: .csv).contentType == "text/csv")
        #expect(file.request?.path == "/api/census?format=csv")
        await #expect(throws: APIFailure.self) { try await file.zoo.files.count(.init()) }
        await #expect(throws: APIFailure.self) { try await json.zoo.files.exportCount(.init(), as: .csv) }
    }

    @Test("An optional response without a body is nil or an empty list")
    func optionalResponse() async throws {
        let nothing = Stub()
        #expect(try await nothing.zoo.files.lastCounted() == nil)
        #expect(try await nothing.zoo.files.listCounted() == [])
        #expect(try await nothing.zoo.files.allCounted().collect() == [])
        #expect(try await Stub("[\"Tom\"]").zoo.files.listCounted() == ["Tom"])
        #expect(try await Stub("{\"name\": \"Tom\"}").zoo.files.lastCounted()?.name == "Tom")
        await #expect(throws: APIFailure.self) { try await Stub(" ").zoo.files.listCounted() }
        await #expect(throws: APIFailure.self, "nothing where something is promised") { try await nothing.zoo.files.census() }
    }

    @Test("Text is sent and decoded unchanged")
    func text() async throws {
        let stub = Stub("né", contentType: "text/plain; charset=utf-8")
        #expect(try await stub.zoo.files.postNote("\"hi\"") == "né")
        #expect(stub.text == "\"hi\"")
    }

    @Test("Dates are formatted as each field requires")
    func dates() async throws {
        var update = Zoo.AnimalUpdate(
            name: "Rex", fedAt: moment, washedAt: moment, returnsAt: .null, seenAt: moment, visit: .time(moment))
        #expect(
            try json(update)
                == #"{"name":"Rex","fedAt":"2018-11-29T13:00:46.987654Z","washedAt":"2018-11-29T13:00:46.987Z","returnsAt":null,"#
                + #""leavesAt":null,"seenAt":"2018-11-29T13:00:46Z","visit":"2018-11-29T13:00:46Z"}"#)
        update.leavesAt = moment
        update.returnsAt = .value(moment)
        update.visit = .day("2018-11-29")
        let text = try json(update)
        #expect(text.contains(#""leavesAt":"2018-11-29T13:00:46.987Z""#) && text.contains(#""returnsAt":"2018-11-29T13:00:46.987Z""#))
        #expect(text.contains(#""visit":"2018-11-29""#))
        let stub = Stub("[]")
        _ = try await stub.zoo.animals.list(fedAfter: moment)
        #expect(stub.request?.path?.removingPercentEncoding == "/api/animals?fed-after=2018-11-29T13:00:46.987654Z")
    }
}
