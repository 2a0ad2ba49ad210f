import Beacon
import ClockifyRuntime
import Testing

/// Events.
@Suite struct BeaconTests {
    private func beacon(_ service: Service) -> Beacon {
        service.api(
            at: [Beacon.Services.main: Beacon.Services.MainServers.beacon(stage: "test")], with: Beacon.Credentials.token("t;1"))
    }

    @Test("A subscription is described in another file, and its credential is a cookie")
    func subscribe() async throws {
        let service = Service(
            #"{"url": "https://me.example", "id": "u", "kinds": ["a"], "owner": {"name": "o", "last": {"id": "e", "kind": "k", "data": {"type": "removed"}}}}"#,
            status: 201)
        let subscription = try await beacon(service).subscriptions.subscribe(
            .init(url: "https://me.example", kinds: ["a", "b"], secret: "s"), idempotencyKey: "k1")
        #expect(service.line == "POST https://beacon.example/test/subscriptions" && service.header("Idempotency-Key") == "k1")
        #expect(service.header("Cookie") == "beacon_token=t%3B1")
        #expect(service.body == #"{"url":"https://me.example","kinds":["a","b"],"secret":"s"}"#)
        #expect(subscription.owner?.last?.data == .removed(.init(type: .removed)))
        let broken = await problems { () throws(APIFailure) in
            _ = try await beacon(service).subscriptions.subscribe(.init(url: "u", kinds: ["a", "a"]), idempotencyKey: "k")
        }
        #expect(broken == ["body /kinds no item more than once"])
    }

    @Test("Path items of the components and of another file are calls")
    func pathItems() async throws {
        let service = Service(status: 204)
        try await beacon(service).subscriptions.unsubscribe(id: "a/b")
        #expect(service.line == "DELETE https://beacon.example/test/subscriptions/a%2Fb")
        let list = Service("[]")
        _ = try await beacon(list).events.listEvents(kinds: ["a", "b c"])
        #expect(list.readableLine == "GET https://beacon.example/test/events?kinds=a,b c")
    }

    @Test("Schemas that refer to each other in rings are read and sent")
    func rings() async throws {
        let text =
            #"{"id":"1","kind":"k","version":2,"at":[1.5,2],"data":{"type":"moved","from":{"name":"a","folder":{"items":[{"name":"b"}],"#
            + #""owner":{"name":"o","home":{"items":[]},"favourite":{"name":"c"}}}},"to":{"name":"d"}},"cause":{"id":"0","kind":"k","#
            + #""data":{"type":"renamed","x":1}}}"#
        let event: Beacon.Event = try read(text)
        guard case .moved(let moved) = event.data else { return #expect(Bool(false), "\(event)") }
        #expect(moved.from.value.folder?.owner?.favourite?.value.name == "c" && moved.to.value.name == "d")
        #expect(event.cause?.data == .other(["type": "renamed", "x": 1]) && event.version?.rawValue == 2 && event.at == [1.5, 2])
        #expect(String(decoding: try JSONWriter.encode(event), as: UTF8.self) == text)
    }

    @Test("A condition nests as deep as it likes")
    func conditions() async throws {
        let service = Service("[]")
        var condition = Beacon.Condition.is(.init(kind: "x"))
        for _ in 0..<50 { condition = .not(.init(negated: .init(condition))) }
        _ = try await beacon(service).events.searchEvents(.all(.init(all: [condition, .is(.init(kind: "y"))])))
        #expect(
            service.body
                == #"{"all":["# + String(repeating: #"{"negated":"#, count: 50) + #"{"kind":"x"}"# + String(repeating: "}", count: 50)
                + #",{"kind":"y"}]}"#)
    }

    @Test("A QUERY has a form in the address and a body, and results of an unknown kind are what the document says")
    func query() async throws {
        let service = Service(#"[{"type": "hit", "event": "e"}, {"type": "warning", "text": "slow"}, {"text": "no type"}]"#)
        let results = try await beacon(service).events.queryEvents(
            .is(.init(kind: "x")), paging: .init(limit: 3, fields: ["a,b", "c"]))
        #expect(service.line == "QUERY https://beacon.example/test/search?fields=a%2Cb&fields=c&limit=3")
        #expect(service.body == #"{"kind":"x"}"#)
        #expect(
            results == [
                .hit(.init(type: "hit", event: "e")), .note(.init(type: "warning", text: "slow")), .note(.init(text: "no type")),
            ])
    }

    @Test("A tree has values of several kinds, and a ring of aliases is a list of dictionaries")
    func trees() async throws {
        let service = Service(
            #"{"value": 1, "children": [{"value": null, "children": [], "parent": null}, {"value": "x", "children": []}]}"#)
        let tree = try await beacon(service).events.getTree(id: "1")
        #expect(tree.value == 1 && tree.children.map(\.value) == [nil, "x"] || tree.children.map(\.value) == [.null, "x"])
        let put = Service(#"[{"a": []}]"#)
        #expect(try await beacon(put).events.putTree(id: "1", [["a": [["b": []]]]]) == [["a": []]])
        #expect(put.body == #"[{"a":[{"b":[]}]}]"#)
    }

    @Test("Events arrive one by one")
    func stream() async throws {
        let service = Service(
            "{\"id\":\"1\",\"kind\":\"k\",\"data\":{\"type\":\"created\",\"item\":{\"name\":\"n\"}}}\n", type: "application/jsonl")
        var events: [Beacon.Event] = []
        for try await event in try await beacon(service).events.streamEvents() { events.append(event) }
        #expect(events.map(\.data) == [.created(.init(type: .created, item: .init(name: "n")))])
    }

    @Test("What the service delivers is read")
    func webhooks() throws {
        let delivery: Beacon.Delivery = try read(
            #"{"attempt": 2, "event": {"id": "1", "kind": "k", "data": {"type": "removed", "reason": null}}}"#)
        #expect(delivery.attempt == 2 && delivery.event.data == .removed(.init(type: .removed, reason: .null)))
        #expect(try read(#"{"sent": "2024-01-02T03:04:05Z"}"#, as: Beacon.PingEvent.self).sent.timeIntervalSince1970 == 1_704_164_645)
    }
}
