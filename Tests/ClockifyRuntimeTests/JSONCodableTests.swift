import ClockifyRuntime
import Foundation
import Testing

@Suite("Codable support")
struct JSONCodableTests {
    private let text = """
        {"id":"a","isLocked":false,"status":"NEW_ONE","level":9,"timeInterval":{"start":"2020-01-01T00:00:00.123456789Z","duration":"PT1H"},\
        "tagIds":["x","y"],"customFieldValuesByName":{"n":null,"v":[1,2.5,{"q":"é"}]},"value":{"any":[true]},"day":"2024-02-29","amount":0.1,\
        "parent":{"id":"b","tagIds":[]},"history":[null,{"start":"1999-12-31T23:59:59Z"}]}
        """

    @Test("A response survives JSONEncoder and JSONDecoder, with the fractions of its dates")
    func response() throws {
        let entry = try read(SampleEntry.self, text)
        let data = try JSONEncoder().encode(entry)
        #expect(try JSONDecoder().decode(SampleEntry.self, from: data) == entry)
        let value = try read(JSONValue.self, String(decoding: data, as: UTF8.self))
        #expect(value["timeInterval"]?["duration"] == "PT1H")
        #expect(value["status"] == "NEW_ONE")
        #expect(value["history"]?[0] == .null)
        #expect(value["parent"] == ["id": "b", "tagIds": []])
        #expect(value["timeInterval"]?.objectValue?.keys.contains("end") == false)
        #expect(try JSONDecoder().decode([SampleEntry].self, from: JSONEncoder().encode([entry, entry])) == [entry, entry])
    }

    @Test(
        "A date is encoded as it was read, and as the same moment in any case",
        arguments: [
            ("2020-01-22T20:13:35.123Z", "2020-01-22T20:13:35.123Z"), ("2026-07-01T00:00:00.999999Z", "2026-07-01T00:00:00.999999Z"),
            ("2020-01-22T12:13:35.5-08:00", "2020-01-22T20:13:35.500Z"),
            ("2001-01-01T00:00:00.123456789Z", "2001-01-01T00:00:00.123456789Z"),
        ])
    func dates(text: String, expected: String) throws {
        let entry = try read(SampleEntry.self, #"{"id":"a","timeInterval":{"start":"\#(text)"}}"#)
        let data = try JSONEncoder().encode(entry)
        #expect(try JSONDecoder().decode(JSONValue.self, from: data)["timeInterval"]?["start"] == .string(expected))
        #expect(try JSONDecoder().decode(SampleEntry.self, from: data).timeInterval?.start == entry.timeInterval?.start)
    }

    @Test("A response survives property lists")
    func propertyList() throws {
        let entry = try read(SampleEntry.self, #"{"id":"a","timeInterval":{"start":"2020-01-01T00:00:00.5Z"},"amount":1,"level":2}"#)
        #expect(try PropertyListDecoder().decode(SampleEntry.self, from: PropertyListEncoder().encode(entry)) == entry)
    }

    @Test("A request encodes as it is sent, including null and fractions")
    func request() throws {
        let update = SampleUpdate(name: "n", note: .null, start: Date(timeIntervalSince1970: 0.25), tagIds: ["t"])
        let value = try JSONDecoder().decode(JSONValue.self, from: JSONEncoder().encode(update))
        #expect(value == ["name": "n", "note": nil, "start": "1970-01-01T00:00:00.250Z", "tagIds": ["t"]])
        #expect(try written(update) == #"{"name":"n","note":null,"start":"1970-01-01T00:00:00Z","tagIds":["t"]}"#)
    }

    @Test("A type for both directions encodes as it is sent")
    func both() throws {
        let data = try JSONEncoder().encode(SampleRate(amount: 1))
        #expect(try JSONDecoder().decode(JSONValue.self, from: data) == ["amount": 1, "currency": nil])
        #expect(try JSONDecoder().decode(SampleRate.self, from: data) == SampleRate(amount: 1))
    }

    @Test("A decoding error contains its coding path")
    func decodingError() {
        do {
            _ = try JSONDecoder().decode(
                [String: [SampleEntry]].self, from: Data(#"{"list":[{"id":"a"},{"id":"b","timeInterval":{"start":1}}]}"#.utf8))
            Issue.record("a number is not a valid date")
        } catch DecodingError.dataCorrupted(let context) {
            #expect(context.codingPath.map { $0.intValue.map(String.init) ?? $0.stringValue } == ["list", "1", "timeInterval", "start"])
            #expect(context.debugDescription == "expected a string, found a number at $.timeInterval.start")
            #expect(context.underlyingError is JSONError)
        } catch {
            Issue.record(error)
        }
    }

    @Test("An encoding error contains its coding path")
    func encodingError() {
        do {
            _ = try JSONEncoder().encode(SampleUpdate(name: "n", rate: .infinity))
            Issue.record("infinity is no JSON")
        } catch EncodingError.invalidValue(_, let context) {
            #expect(context.debugDescription.contains("$.rate"))
        } catch {
            Issue.record(error)
        }
    }
}
