import Attic
import ClockifyRuntime
import Foundation
import Testing

/// The work of an old tool.
@Suite struct AtticTests {
    private func attic(_ service: Service) -> Attic {
        service.api(at: Attic.Services.documented, with: Attic.Credentials.basicAuth(user: "ü", password: "p:q"))
    }

    @Test("Methods are named by their paths, and answers are read although only the default is documented")
    func list() async throws {
        let service = Service(
            """
            [{"id": 9007199254740993, "weight": 0.5, "owner": null, "state": "BROKEN", "packed": "2019-05-01", "opened": "12:00:00",
              "lid": null, "contents": ["a"], "checksum": "AQI="}]
            """)
        let boxes = try await attic(service).boxResource.getBoxes(
            since: "2019-05-01", from: Date(timeIntervalSince1970: 0), sort: ["id", "-weight"])
        #expect(
            service.line
                == "GET http://attic.example:8080/rest/boxes?since=2019-05-01&from=1970-01-01T00%3A00%3A00Z&sort=id&sort=-weight")
        // "ü:p:q" in UTF-8.
        #expect(service.header("Authorization") == "Basic w7w6cDpx")
        let box = try #require(boxes.first)
        #expect(box.id == 9_007_199_254_740_993 && box.owner == .null && box.state == .value(.init(rawValue: "BROKEN")))
        #expect(box.packed?.value?.description == "2019-05-01" && box.lid == .null && box.contents == .value(["a"]))
    }

    @Test("Null is sent where 3.0 allows it, and bounds that are excluded are checked")
    func post() async throws {
        let service = Service(#"{"id": 1, "weight": 1}"#)
        _ = try await attic(service).boxResource.postBoxes(
            .init(id: 1, weight: 0.1, owner: .null, state: .value(.used), packed: .value("2020-02-29"), lid: .value(.init(colour: "blue"))))
        #expect(
            service.body
                == #"{"id":1,"weight":0.1,"owner":null,"state":"USED","packed":"2020-02-29","lid":{"colour":"blue"}}"#)
        #expect(service.header("Content-Type") == "application/json")
        let broken = await problems { () throws(APIFailure) in
            _ = try await attic(service).boxResource.postBoxes(.init(id: 1, weight: 0, level: 10))
        }
        #expect(broken == ["body /weight more than 0.0", "body /level less than 10"])
    }

    @Test("XML is sent and read as bytes")
    func xml() async throws {
        let service = Service()
        try await attic(service).boxResource.putBoxesId(id: 5, .bytes(Array("<box/>".utf8), name: "box", contentType: "application/xml"))
        #expect(service.line == "PUT http://attic.example:8080/rest/boxes/5" && service.body == "<box/>")
        #expect(service.header("Content-Type") == "application/xml")
        let report = Service("<total>1</total>", type: "text/xml")
        #expect(try await attic(report).reportResource.getReport().bytes() == Array("<total>1</total>".utf8))
        let box = Service("<box/>", type: "application/xml")
        #expect(try await attic(box).boxResource.downloadBoxesId(id: 5).bytes() == Array("<box/>".utf8))
        #expect(box.header("Accept") == "application/xml")
    }

    @Test("Plain text is text, and a plain number is a number")
    func plain() async throws {
        let service = Service("Books, \u{FC}", type: "text/plain;charset=UTF-8")
        #expect(try await attic(service).boxResource.getBoxesIdLabel(id: 5) == "Books, \u{FC}")
        try await attic(service).boxResource.putBoxesIdLabel(id: 5, "Toys")
        #expect(service.body == "Toys" && service.header("Content-Type")?.hasPrefix("text/plain") == true)
        let broken2 = await problems { () throws(APIFailure) in
            try await attic(service).boxResource.putBoxesIdLabel(id: 5, String(repeating: "x", count: 21))
        }
        #expect(broken2 == ["body  at most 20 characters"])
        let count = Service("9007199254740993", type: "text/plain")
        #expect(try await attic(count).operations.getCount() == 9_007_199_254_740_993)
        #expect(count.header("Accept")?.contains("text/plain") == true)
    }

    @Test("A method may be HEAD or OPTIONS")
    func methods() async throws {
        let service = Service()
        try await attic(service).operations.headPing()
        #expect(service.line == "HEAD http://attic.example:8080/rest/ping")
        try await attic(service).operations.optionsPing()
        #expect(service.line == "OPTIONS http://attic.example:8080/rest/ping")
        let failure = await refusal { () throws(APIFailure) in try await attic(Service(status: 404)).boxResource.deleteBoxesId(id: 1) }
        #expect(failure?.isNotFound == true)
    }
}
