import ClockifyRuntime
import Foundation
import Testing

@Suite("JSON values")
struct JSONValueTests {
    private static let sample: JSONValue = [
        "null": nil, "bool": true, "integer": 1, "double": 2.5, "string": "é\n", "array": [1, "x", [], ["k": false]], "object": [:],
    ]

    @Test("Decoding, encoding and describing a value agree")
    func roundTrip() throws {
        let text = #"{"array":[1,"x",[],{"k":false}],"bool":true,"double":2.5,"integer":1,"null":null,"object":{},"string":"é\n"}"#
        #expect(try read(JSONValue.self, text) == Self.sample)
        #expect(try written(Self.sample) == text)
        #expect(Self.sample.description == text)
    }

    @Test("Parts are accessible by name and index, and missing ones are nil")
    func access() {
        #expect(Self.sample["array"]?[3]?["k"]?.boolValue == false)
        #expect(Self.sample["string"]?.stringValue == "é\n")
        #expect(Self.sample["integer"]?.intValue == 1)
        #expect(Self.sample["integer"]?.doubleValue == 1)
        #expect(Self.sample["double"]?.doubleValue == 2.5)
        #expect(Self.sample["double"]?.intValue == nil)
        #expect(Self.sample["null"]?.isNull == true)
        #expect(Self.sample["missing"] == nil)
        #expect(Self.sample[0] == nil)
        #expect(Self.sample["array"]?[4] == nil)
        #expect(Self.sample["array"]?[-1] == nil)
        #expect(Self.sample["array"]?.arrayValue?.count == 4)
        #expect(Self.sample["object"]?.objectValue?.isEmpty == true)
        #expect(JSONValue.double(3).intValue == 3)
    }

    @Test("Numbers are equal by value and have equal hashes")
    func numbers() throws {
        let equal: [(JSONValue, JSONValue)] = [
            (1, 1.0), (.double(-0.0), 0), (.double(9_007_199_254_740_992), 9_007_199_254_740_992), (.double(0x1p62), .integer(1 << 62)),
            ([1, ["a": 2]], [1.0, ["a": 2.0]]),
        ]
        for (left, right) in equal {
            #expect(left == right)
            #expect(left.hashValue == right.hashValue)
        }
        #expect(JSONValue.integer(9_007_199_254_740_993) != .double(9_007_199_254_740_992))
        #expect(JSONValue.integer(.max) != .double(0x1p63))
        #expect(JSONValue.double(1.5) != 1)
        #expect(JSONValue.string("1") != 1)
        #expect(JSONValue.bool(true) != 1)
        #expect(JSONValue.null != false)
    }

    @Test("Numbers are integers if they are written as such and fit")
    func integers() throws {
        func isInteger(_ text: String) throws -> Bool { if case .integer = try read(JSONValue.self, text) { true } else { false } }
        #expect(try isInteger("9223372036854775807"))
        #expect(try !isInteger("9223372036854775808"))
        #expect(try !isInteger("1.0"))
        #expect(try !isInteger("1e2"))
        #expect(try written(read(JSONValue.self, "-0")) == "-0.0")
    }

    @Test("A value survives Codable through JSON and property lists")
    func codable() throws {
        let decoded = try JSONDecoder().decode(JSONValue.self, from: JSONEncoder().encode(Self.sample))
        #expect(decoded == Self.sample)
        let plain: JSONValue = ["a": [1, 2.5, "x", true, ["b": []]]]
        #expect(try PropertyListDecoder().decode(JSONValue.self, from: PropertyListEncoder().encode(plain)) == plain)
        #expect(
            try JSONDecoder().decode([JSONValue].self, from: Data("[9223372036854775808, 1, 1.5, true, null]".utf8)) == [
                .double(0x1p63), 1, 1.5, true, nil,
            ])
    }
}
