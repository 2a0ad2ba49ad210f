@_spi(Generated) import ClockifyRuntime
import Foundation
import Testing

@Suite("Locations of errors")
struct JSONErrorTests {
    @Test(
        "The offset is that of the wrong byte, and the path is that of its value",
        arguments: [
            (#""#, 0, "$"), (#"["#, 1, "$[0]"), (#"[1,2,x]"#, 5, "$[2]"), (#"{"a":{"b":[1,{"c":tru}]}}"#, 18, "$.a.b[1].c"),
            (#"{"a" 1}"#, 5, "$.a"), (#"{"a":1,"b"}"#, 10, "$.b"), (#"{"a":1,}"#, 7, "$"), (#"{"a":1 "b":2}"#, 7, "$.a"),
            (#"[1,]"#, 3, "$[1]"),
            (#"{"odd key":[x]}"#, 12, #"$["odd key"][0]"#), (#"{"":x}"#, 4, #"$[""]"#), (#"{"a\u0041\"":x}"#, 13, #"$["aA\""]"#),
            (#"{"é-1_x":x}"#, 10, "$.é-1_x"), (#"{"a":"b\qc"}"#, 7, "$.a"), (#"{"a":"]}{[,\"","b":"\u12x"}"#, 24, "$.b"),
            (#"[[[],[1]],{"a":[]}] x"#, 20, "$"), (#"{"a":1,"b\x":2}"#, 9, "$"), (#"[1,[2,3],[4,[5,6,]]]"#, 17, "$[2][1][2]"),
        ])
    func places(text: String, offset: Int, path: String) throws {
        let error = try #require(refusal(JSONValue.self, text))
        #expect(error.offset == offset)
        #expect(error.path == path)
        #expect(error.description == "\(error.reason) at \(path) (byte \(offset))")
    }

    @Test("A missing or null member is named at its expected place")
    func missing() throws {
        let error = try #require(refusal([SampleEntry].self, #"[{"id":"a"},{"id":"b","timeInterval":{"end":null}}]"#))
        #expect(error.path == "$[1].timeInterval.start")
        #expect(error.reason == #"required member "start" is missing or null"#)
        #expect(refusal([SampleEntry].self, #"[{"id":null}]"#)?.path == "$[0].id")
        #expect(refusal(SampleEntry.self, "{}")?.path == "$.id")
        #expect(refusal([String: [SampleRate]].self, #"{"x y":[{"amount":1},{"amount":2},{}]}"#)?.path == #"$["x y"][2].amount"#)
        #expect(refusal(SampleEntry.self, #"{"id":"a","parent":{"parent":{}}}"#)?.path == "$.parent.parent.id")
    }

    @Test(
        "A value of another kind reports the expected and the actual kind",
        arguments: [
            (#"{"id":1}"#, "$.id", 6, "expected a string, found a number"), (#"{"id":[]}"#, "$.id", 6, "expected a string, found an array"),
            (#"[]"#, "$", 0, "expected an object, found an array"),
            (#"{"id":"a","isLocked":"x"}"#, "$.isLocked", 21, "expected `true` or `false`, found a string"),
            (#"{"id":"a","tagIds":{}}"#, "$.tagIds", 19, "expected an array, found an object"),
            (#"{"id":"a","tagIds":["a",true]}"#, "$.tagIds[1]", 24, "expected a string, found a boolean"),
            (#"{"id":"a","amount":true}"#, "$.amount", 19, "expected a number, found a boolean"),
            (#"{"id":"a","level":1.5}"#, "$.level", 18, "number is not a whole number"),
            (
                #"{"id":"a","timeInterval":{"start": "soon"}}"#, "$.timeInterval.start", 35,
                "expected a date and time such as 2018-11-29T13:00:46Z"
            ),
            (#"{"id":"a","day":"2018-02-29"}"#, "$.day", 16, "expected a date such as 2018-11-29"),
        ])
    func kinds(text: String, path: String, offset: Int, reason: String) throws {
        let error = try #require(refusal(SampleEntry.self, text))
        #expect(error == JSONError(reason: reason, offset: offset, path: path))
    }

    @Test("A type that rejects a value can report its place")
    func refusingType() throws {
        struct Even: JSONReadable {
            init(from json: inout JSONReader) throws(JSONError) {
                if try json.readInt64() % 2 != 0 { throw json.failure("odd") }
            }
        }
        #expect(refusal([String: [Even]].self, #"{"a":[2,4,7]}"#)?.path == "$.a[2]")
        #expect(refusal([String: [Even]].self, #"{"a":[2,4,7]}"#)?.reason == "odd")
        #expect(refusal(Even.self, "3")?.path == "$")
    }

    @Test("A reader without a model also reports paths")
    func readerAlone() throws {
        var reader = JSONReader(Array(#"{"a":[true,"x"]}"#.utf8))
        try reader.beginObject()
        #expect(try reader.nextKey() == "a")
        try reader.beginArray()
        #expect(try reader.nextElement())
        #expect(try reader.readBool())
        #expect(try reader.nextElement())
        do throws(JSONError) {
            _ = try reader.readBool()
            Issue.record("a string is not a boolean")
        } catch {
            #expect(error.path == "$.a[1]")
            #expect(error.offset == 11)
        }
    }

    @Test("Nesting is rejected beyond the limit and accepted at it")
    func depth() throws {
        func nested(_ depth: Int) -> [UInt8] { Array((String(repeating: "[", count: depth) + String(repeating: "]", count: depth)).utf8) }
        #expect(refusal(JSONValue.self, nested(128)) == nil)
        let error = try #require(refusal(JSONValue.self, nested(129)))
        #expect(error.reason == "nested deeper than 128 levels")
        #expect(error.offset == 128)
        #expect(refusal(JSONValue.self, nested(1_000_000)) != nil)
        #expect(refusal(JSONValue.self, [UInt8](repeating: 0x5B, count: 1_000_000)) != nil)

        // In skipped members, and again at the same depth after nested values end.
        let inside = String(repeating: #"{"a":"#, count: 200)
        #expect(refusal(SampleRate.self, #"{"amount":1,"x":\#(inside)"#)?.reason == "nested deeper than 128 levels")
        let wide = "[" + Array(repeating: String(decoding: nested(127), as: UTF8.self), count: 10).joined(separator: ",") + "]"
        #expect(refusal(JSONValue.self, wide) == nil)

        var reader = JSONReader(nested(3), maximumDepth: 2)
        #expect(throws: JSONError.self) { try reader.skipValue() }
        reader = JSONReader(nested(2), maximumDepth: 2)
        #expect(throws: Never.self) { try reader.skipValue() }
    }

    @Test("The deepest nesting fits the stack of a secondary thread")
    func stack() async {
        let errors = await withCheckedContinuation { continuation in
            let thread = Thread {
                let array = String(repeating: "[", count: 128) + String(repeating: "]", count: 128)
                let object = String(repeating: #"{"id":"a","parent":"#, count: 127) + "null" + String(repeating: "}", count: 127)
                continuation.resume(returning: [
                    refusal(JSONValue.self, array), refusal(SampleEntry.self, object),
                    refusal(SampleRate.self, #"{"amount":1,"x":\#(object)}"#),
                ])
            }
            thread.stackSize = 512 * 1024
            thread.start()
        }
        #expect(errors == [nil, nil, nil])
    }
}
