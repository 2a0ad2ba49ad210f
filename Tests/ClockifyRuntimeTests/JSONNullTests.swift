@_spi(Generated) import ClockifyRuntime
import Testing

/// The meaning of null where the spec does not define it.
@Suite("Decoding of null")
struct JSONNullTests {
    @Test("A list loses its nulls, wherever it appears")
    func lists() throws {
        #expect(try read([Int].self, "[null,1,null,null,2,null]") == [1, 2])
        #expect(try read([String].self, "[ null ]") == [])
        #expect(try read([[Int]].self, "[[1,null],null,[null]]") == [[1], []])
        #expect(try read([String: [Int]].self, #"{"a":[null,1],"b":null}"#) == ["a": [1]])
        #expect(try read([[String: Int]].self, #"[{"a":null,"b":2},null]"#) == [["b": 2]])
        #expect(try read([SampleEntry].self, #"[null,{"id":"a","tagIds":[null,"t"]},null]"#).map(\.tagIds) == [["t"]])
        #expect(try read([Indirect<Int>].self, "[null,1]") == [Indirect(1)])
    }

    @Test("A list keeps its nulls if its elements are nullable or any JSON")
    func nullable() throws {
        #expect(try read([Int?].self, "[null,1]") == [nil, 1])
        #expect(try read([Nullable<Int>].self, "[null,1]") == [.null, .value(1)])
        #expect(try read([JSONValue].self, "[null,[null]]") == [.null, [.null]])
        #expect(try read([String: Int?].self, #"{"a":null}"#) == ["a": nil])
        #expect(try read([String: JSONValue].self, #"{"a":null}"#) == ["a": .null])
        #expect(try read([[Int?]].self, "[null,[null]]") == [[nil]])
    }

    @Test("Null in place of a list or map decodes as an empty one, and is otherwise rejected at its place")
    func whole() throws {
        #expect(try read([Int].self, " null ") == [])
        #expect(try read([String: Int].self, "null") == [:])
        #expect(try read([Int]?.self, "null") == nil)
        #expect(refusal(SampleEntry.self, "null")?.description == "expected an object, found null at $ (byte 0)")
        #expect(refusal(Int.self, "null")?.path == "$")
        #expect(refusal([Int].self, "[nul]")?.description == "expected `null` at $[0] (byte 1)")
        #expect(refusal([Int].self, "nul")?.path == "$")
        #expect(refusal([SampleEntry].self, #"[null,{"id":null}]"#)?.path == "$[1].id")
    }

    @Test("Additional members keep null if it is a valid value")
    func additional() throws {
        let reader = JSONReader(Array(#"{"id":"a","x":null,"y":1}"#.utf8))
        #expect(try reader.additionalMembers(besides: ["id"]) as [String: Int] == ["y": 1])
        #expect(try reader.additionalMembers(besides: ["id"]) as [String: JSONValue] == ["x": .null, "y": 1])
        #expect(try reader.additionalMembers(besides: ["id"]) as [String: Int?] == ["x": nil, "y": 1])
    }

    @Test("A single value in place of a list decodes as a list of one only if the spec allows it")
    func one() throws {
        func list(_ text: String) throws(JSONError) -> [String]? {
            var reader = JSONReader(Array(text.utf8))
            var list: [String]?
            reader.readLeniently(into: &list)
            try reader.finish()
            return list
        }
        #expect(try list(#" "a" "#) == ["a"] && list(#"["a",null,"b"]"#) == ["a", "b"] && list("[]") == [] && list("null") == nil)
        #expect(throws: JSONError.self) { try list("1") }
        #expect(refusal([String].self, #""a""#) != nil)
    }
}
