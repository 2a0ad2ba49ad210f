@_spi(Generated) import ClockifyRuntime
import Foundation
import Testing

/// A request model that can also be read.
private struct Draft: RequestModel {
    var name: String
    var note: Nullable<String>?
    var length: ISODuration?
    var rates: [SampleRate]?

    init(name: String, note: Nullable<String>? = nil, length: ISODuration? = nil, rates: [SampleRate]? = nil) {
        (self.name, self.note, self.length, self.rates) = (name, note, length, rates)
    }

    init(from json: inout JSONReader) throws(JSONError) {
        var name: String?, note: Nullable<String>?, length: ISODuration?, rates: [SampleRate]?
        try json.beginObject()
        while let member = try json.nextMember(of: ["name", "note", "length", "rates"]) {
            switch member {
            case 0: json.read(into: &name)
            case 1: json.read(into: &note)
            case 2: json.read(into: &length)
            default: json.read(into: &rates)
            }
        }
        self.init(name: try json.require(name, "name"), note: note, length: length, rates: rates)
    }

    func write(to json: inout JSONWriter) {
        json.beginObject()
        json.member("name", name)
        json.member("note", note)
        json.member("length", length)
        json.member("rates", rates)
        json.endObject()
    }
}

@Suite("Models in sets and stores")
struct ModelValueTests {
    @Test("Equal models have equal hashes, even if their members are written differently")
    func equalHashes() throws {
        let texts = [
            #"{"start":"2020-01-01T00:00:00Z","duration":"PT1H"}"#, #"{"duration":"PT60M","start":"2020-01-01T01:00:00+01:00","end":null}"#,
        ]
        let intervals = try texts.map { try read(SampleInterval.self, $0) }
        #expect(intervals[0] == intervals[1] && Set(intervals).count == 1)
        #expect(intervals[0].hashValue == intervals[1].hashValue)
        // The same letter, as one scalar and as two.
        #expect(Set([Draft(name: "\u{E9}", length: "PT90M"), Draft(name: "e\u{301}", length: "PT1H30M")]).count == 1)
        let values = try ["1", "1.0", "1e0"].map { try read(SampleEntry.self, #"{"id":"a","tagIds":[],"value":\#($0)}"#) }
        #expect(Set(values).count == 1)
    }

    @Test("Each member counts for the hash, and so does its place")
    func differentHashes() {
        let drafts = [
            Draft(name: "a"), Draft(name: "b"), Draft(name: "a", note: .null), Draft(name: "a", note: "a"),
            Draft(name: "a", length: "PT1H"),
            Draft(name: "a", rates: []), Draft(name: "a", rates: [.init(amount: 1)]), Draft(name: "a", rates: [.init(amount: 2)]),
        ]
        #expect(Set(drafts).count == drafts.count)
        // They cannot all differ by chance if the members were ignored.
        #expect(Set(drafts.map(\.hashValue)).count == drafts.count)
        #expect(Draft(name: "a", note: "a").hashValue == Draft(name: "a", note: "a").hashValue)
    }

    @Test("An entity is hashed by its identifier and compared by all its members")
    func identifiable() throws {
        let old = try read(SampleEntry.self, #"{"id":"a","tagIds":[],"amount":1}"#)
        let new = try read(SampleEntry.self, #"{"id":"a","tagIds":[],"amount":2}"#)
        #expect(old.hashValue == new.hashValue)
        #expect(Set([old, new, old]).count == 2)
    }

    @Test("Nested models are hashed with their container")
    func nested() throws {
        let text = #"{"id":"a","tagIds":["t"],"parent":{"id":"b","tagIds":[]},"history":[{"start":"2020-01-01T00:00:00Z"},null]}"#
        let entry = try read(SampleEntry.self, text)
        #expect(try Set([entry, read(SampleEntry.self, text)]).count == 1)
        #expect(Set([entry.parent, nil, entry.parent]).count == 2)
    }

    @Test("Numbers, dates and texts in models compare as they do alone")
    func scalars() throws {
        let moment = Date(timeIntervalSince1970: 1_600_000_000.25)
        func update(_ name: String = "a", at start: Date? = nil, rate: Double? = nil) -> SampleUpdate {
            SampleUpdate(name: name, start: start, rate: rate)
        }
        #expect(update(at: moment) == update(at: moment))
        #expect(update(at: moment) != update(at: moment.addingTimeInterval(0.000_001)), "the request has the same second")
        #expect(update(at: .distantFuture.addingTimeInterval(1e12)) == update(at: .distantFuture.addingTimeInterval(1e12)))
        #expect(update(rate: 0) == update(rate: -0.0) && update(rate: 0).hashValue == update(rate: -0.0).hashValue)
        #expect(update(rate: .nan) != update(rate: .nan))
        #expect(update(rate: .infinity) == update(rate: .infinity) && update(rate: .infinity) != update(rate: -.infinity))
        // Neither quotation marks nor the placeholder of a text can imitate another member.
        #expect(update("é\",\"note\":\"x") != SampleUpdate(name: "é", note: "x"))
        let named = try ["\u{E9}", "e\u{301}"].map {
            try read(SampleEntry.self, #"{"id":"a","tagIds":[],"customFieldValuesByName":{"\#($0)":1}}"#)
        }
        #expect(named[0] == named[1] && named[0].hashValue == named[1].hashValue)
    }

    @Test("A draft survives storage, with what is cleared and what is left out")
    func drafts() throws {
        let drafts = [
            Draft(name: "a"), Draft(name: "b", note: .null), Draft(name: "c", note: "text", length: "PT90M", rates: [.init(amount: 3)]),
        ]
        let stored = try JSONEncoder().encode(drafts)
        let restored = try JSONDecoder().decode([Draft].self, from: stored)
        #expect(restored == drafts)
        #expect(restored.map(\.note) == [nil, .null, "text"])
        #expect(try restored.map { try written($0) } == drafts.map { try written($0) })
        #expect(throws: DecodingError.self) { try JSONDecoder().decode(Draft.self, from: Data("{}".utf8)) }
        // A model for requests and responses is decoded in one way only.
        #expect(try JSONDecoder().decode(SampleRate.self, from: Data(#"{"amount":7}"#.utf8)) == SampleRate(amount: 7))
    }

    @Test("Identifiers are ordered by their texts, in every memory layout")
    func order() {
        let texts = [
            "", "0123456789abcdef01234567", "0123456789abcdef01234568", "0123456789ABCDEF01234567", "a", "ffffffffffffffffffffffff", "é",
            "z",
        ]
        let ids = texts.map { SampleID(rawValue: $0) }
        for (one, text) in zip(ids, texts) {
            for (other, otherText) in zip(ids, texts) { #expect((one < other) == (text < otherText), "\(text) \(otherText)") }
        }
        #expect(ids.shuffled().sorted().map(\.rawValue) == texts.sorted())
    }
}
