import GeneratorYAML
import Testing

@Suite("JSON as YAML")
struct JSONTests {
    @Test("A JSON document has its JSON meaning")
    func document() throws {
        let root = try read(
            #"{"a":1,"b":[true,false,null,-0.5,1E2],"c":{},"d":[],"e":"x\/y\n\t\u00e9\"\\","f" : {"g":"{[,:]}#&*!|>'%@`"}}"#
        )
        #expect(
            outline(root)
                == "{a: 1, b: [true, false, null, -0.5, 1E2], c: {}, d: [], e: x/y\n\té\"\\, f: {g: {[,:]}#&*!|>'%@`}}")
        #expect(
            root["b"]?.sequence?.compactMap(\.scalar?.value) == [
                .bool(true), .bool(false), .null, .decimal("-0.5"), .decimal("100.0"),
            ])
    }

    @Test("Tabs are white space wherever JSON allows it")
    func tabs() throws {
        let root = try read("\t\n\t{\t\"a\"\t:\t1\t,\n\t\t\"b\":\t[\t1,\n\t2\t]\t}\t\n\t\n")
        #expect(outline(root) == "{a: 1, b: [1, 2]}")
        #expect(root["b"]?.location.column == 8)
        #expect(root.location == Place(file: "f.yaml", line: 2, column: 2))
        #expect(outline(try read("\t[]")) == "[]")
    }

    @Test("A tab in a string is kept, and a tab as YAML indentation is rejected")
    func otherTabs() throws {
        #expect(try read("{a: 'x\ty'}")["a"]?.string == "x\ty")
        #expect(refuses("a:\n\tb: 1", at: "2:1", "YAML does not indent with tabs: use spaces"))
        #expect(refuses("a: |\n\tb", at: "2:1", "use spaces"))
    }

    @Test("A surrogate pair is one character, and later locations stay correct")
    func surrogates() throws {
        let text =
            #"{"😀\ud83d\ude00":"\uD83D\uDE00 \uDBFF\uDFFF","b":["\ud800\udc00\u0041\n\ud83d\ude00\\ud83d","x"]  , "c":1}"#
        let root = try read(text)
        #expect(root["😀😀"]?.string == "😀 \u{10FFFF}")
        #expect(root["b"]?.sequence?[0].string == "\u{10000}A\n😀\\ud83d")
        #expect(root["b"]?.sequence?[1].location.column == column(of: "\"x\"", in: text))
        #expect(root["c"]?.location.column == text.unicodeScalars.count - 1)
        #expect(root.mapping?.entries[1].keyLocation.column == column(of: "\"b\"", in: text))
    }

    private func column(of part: String, in text: String) -> Int? {
        text.firstRange(of: part).map { text.unicodeScalars.distance(from: text.startIndex, to: $0.lowerBound) + 1 }
    }

    @Test("An unpaired surrogate is rejected at its place")
    func halves() {
        #expect(refuses(#"{"a": "x\ud83d"}"#, at: "1:9", "half of a surrogate pair"))
        #expect(refuses(#"["\ud83d\ude00",\#n "\ude00\ud83d"]"#, at: "2:3", "half of a surrogate pair"))
        #expect(refuses(#"["\ud83d\ude00\ud83dx"]"#, at: "1:15", "half of a surrogate pair"))
        #expect(refuses(#"["\ud83d\u0041"]"#, at: "1:3", "half of a surrogate pair"))
        #expect(refuses(#"["\ud83d"#, at: "1:3", "half of a surrogate pair"))
    }

    @Test("Surrogate escapes in YAML that is not JSON are rejected or plain text")
    func surrogatesInYAML() throws {
        #expect(refuses(#"a: "\ud83d\ude00""#, at: "1:7", "only in a file that is JSON throughout"))
        #expect(refuses(#"{a: "\ud83d\ude00"}"#, at: "1:8", "only in a file that is JSON throughout"))
        #expect(refuses("[\"\\ud83d\\ude00\n over two lines\"]", at: "1:5", "only in a file that is JSON throughout"))
        for text in [#"[it"\ud83d\ude00"]"#, #"[a:"\ud83d\ude00"]"#, #"[true:"\ud83d\ude00"]"#, #"[1 "\ud83d\ude00"]"#] {
            #expect(outline(try read(text)) == text)
        }
        #expect(outline(try read(#"['"\ud83d\ude00"']"#)) == #"["\ud83d\ude00"]"#)
        #expect(outline(try read("[a] # \"\\ud83d\\ude00\"")) == "[a]")
    }

    @Test("Text that is neither JSON nor YAML is rejected at the place of the error")
    func malformed() {
        #expect(refuses(#"{"a": "x" "b": 2}"#, at: "1:11", "expected ',' or '}'", "commas"))
        // YAML reads `1 "b"` as one scalar, so that only the second colon is wrong.
        #expect(refuses(#"{"a": 1 "b": 2}"#, at: "1:12", "expected ',' or '}'", "commas"))
        #expect(refuses(#"{"a": [1, 2}"#, at: "1:12", "expected ',' or ']'"))
        #expect(refuses(#"{"a": "x"#, at: "1:9", "unexpected end of stream", "close"))
        #expect(refuses(#"{"a": 1}}"#, at: "1:9", "malformed"))
        #expect(refuses(#"{"a": 1} {"b": 2}"#, at: "1:10", "malformed", "one value"))
        #expect(refuses(#"{"a": 1, "a": 2}"#, at: "1:10", "already on line 1"))
        #expect(refuses(#"["\q"]"#, at: "1:3", "unknown escape", "backslash"))
    }

    @Test("A key of several lines or more than 1024 characters is rejected")
    func longKeys() {
        #expect(refusal("{\"a\"\n:1}").contains("error: "))
        #expect(refusal("{\"\(String(repeating: "a", count: 1100))\":1}").contains("error: "))
    }
}
