import ClockifyRuntime
import Testing

@Suite("The grammar of JSON (RFC 8259)")
struct JSONGrammarTests {
    @Test(
        "Text that matches the grammar is accepted",
        arguments: [
            "[]", "{}", "null", "true", "false", "0", "-0", "\"\"", " \t\r\n[ \t\r\n] \t\r\n", "[1 , 2]", "{ \"a\" : 1 }",
            "[[],{}]", "[[[]]]", "{\"a\":{\"b\":{}}}", "{\"\":0}", "{\"a\":1,\"a\":2}", "{\"\\u0000\":1}",
            "[1,null,true,\"x\",{},[]]", "-1", "123", "0.0", "-0.1", "1e1", "1E1", "1e+1", "1e-1", "1.5e300", "0e0",
            "0e+1", "0.1E-2", "-1e0", "1000000000000000000000000000000", "\"\\\"\\\\\\/\\b\\f\\n\\r\\t\"",
            "\"\\u0041\\u00e9\\u20AC\"", "\"\\uD83D\\uDE00\"", "\"\u{7F}\"", "\"é€😀\"", "\"\u{2028}\u{2029}\"",
            "\"\u{FFFF}\u{10FFFF}\"", "\"\u{FEFF}\"", "\"//\"", "[\"a\",\n\"b\"]", "\u{FEFF}1", "\u{FEFF} {}",
        ])
    func accepted(text: String) throws {
        #expect(refusal(JSONValue.self, text) == nil)
        #expect(skipping(text) == nil)
    }

    @Test(
        "Text that violates the grammar is rejected, even in skipped values",
        arguments: [
            // Structure
            "", " ", "[", "]", "{", "}", "[1", "[1,", "[1,]", "[,1]", "[,]", "[1 2]", "[1,,2]", "[1:2]", "[1}", "{]",
            "{\"a\"}", "{\"a\":}", "{\"a\":1,}", "{,}", "{,\"a\":1}", "{\"a\":1 \"b\":2}", "{\"a\" 1}", "{\"a\"::1}",
            "{\"a\":1:2}", "{a:1}", "{'a':1}", "{1:1}", "{null:1}", "{[]:1}", "{\"a\":1,,\"b\":2}", "[][]", "{}{}",
            "1 2", "null null", "[]]", "{}}", "[] x", "{\"a\":1]", "{\"a\",1}", "{\"a\"", "{\"a\":", "{\"a\":1",
            // Literals
            "nul", "nulll", "Null", "NULL", "tru", "truE", "True", "fals", "falsy", "FALSE", "n", "t", "f", "undefined",
            "NaN", "nan", "Infinity", "-Infinity", "inf", "[nulx]", "[tru]",
            // Numbers
            "+1", "01", "-01", "00", "00.1", "-", "--1", "+", ".5", "-.5", "1.", "1.e1", "1e", "1e+", "1e-", "1E", "e1", "1e1.0",
            "1e1e1", "1.2.3", "0x10", "1_000", "1,000", "1 000", "- 1", "1-", "1+1", "½", "١", "1a", "1.5f", "[-]", "[1.]", "[01]",
            "1e400", "-1e400",
            // Strings
            "\"", "\"a", "'a'", "a", "\"\\\"", "\"\\", "\"\\x41\"", "\"\\a\"", "\"\\0\"", "\"\\'\"", "\"\\U0041\"", "\"\\ \"",
            "\"\\u\"", "\"\\u0\"", "\"\\u00\"", "\"\\u004\"", "\"\\u00G0\"", "\"\\u+041\"", "\"\\u 041\"", "\"\\u{41}\"", "\"\n\"",
            "\"\t\"", "\"\u{0}\"", "\"\u{1F}\"", "\"a\rb\"", "{\"a\nb\":1}", "{\"\\x\":1}", "\"a\"b\"", "\"é",
            // Surrogates
            "\"\\uD800\"", "\"\\uDFFF\"", "\"\\uD800\\uD800\"", "\"\\uDC00\\uD800\"", "\"\\uDC00\\uDC00\"", "\"\\uD83Dx\"",
            "\"\\uD83D\\n\"",
            "\"\\uD83D\\u0041\"", "\"\\uD83D\\uDE0\"", "\"\\uD83D\\\"", "\"\\uD83D", "\"\\uD83D\\uDE00\\uD83D\"", "{\"\\uDC00\":1}",
            // White space and comments of other formats
            "\u{FEFF}\u{FEFF}1", " \u{FEFF}1", "1\u{FEFF}", "\u{A0}1", "1\u{A0}", "\u{B}1", "\u{C}1", "[1\u{2028}]", "// x\n1", "1 // x",
            "/**/1", "[1/**/]", "#\n1",
            "\u{0}", "1\u{0}",
        ])
    func refused(text: String) {
        #expect(refusal(JSONValue.self, text) != nil)
        // A skipped number is not converted, so that its size does not matter.
        if !text.hasSuffix("1e400") { #expect(skipping(text) != nil) }
    }

    @Test(
        "Invalid UTF-8 is rejected in strings, names and skipped values",
        arguments: [
            [0x80], [0xBF], [0xC0, 0x80], [0xC1, 0xBF], [0xC2], [0xC2, 0x41], [0xE0, 0x80, 0x80], [0xE0, 0x9F, 0xBF],
            [0xE1, 0x80], [0xE1, 0x80, 0x41], [0xED, 0xA0, 0x80], [0xED, 0xBF, 0xBF], [0xF0, 0x80, 0x80, 0x80],
            [0xF0, 0x8F, 0xBF, 0xBF], [0xF1, 0x80, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xF5, 0x80, 0x80, 0x80],
            [0xFE], [0xFF], [0xE2, 0x82], [0xF0, 0x9F, 0x98], [0xC3, 0xC3, 0xA9],
        ] as [[UInt8]], [0, 1, 5, 6, 7, 8, 9, 15, 16, 17])
    func invalidUTF8(bytes: [UInt8], offset: Int) {
        let padding = [UInt8](repeating: 0x61, count: offset)
        for tail in ["", "abcdefghijklmnop", "\\n"] {
            let string = [0x22] + padding + bytes + Array(tail.utf8) + [0x22]
            #expect(refusal(JSONValue.self, string)?.reason == "invalid UTF-8")
            #expect(refusal(JSONValue.self, string)?.offset.advanced(by: -offset - 1) ?? 9 <= 1)
            #expect(refusal(JSONValue.self, [0x7B] + string + [0x3A, 0x31, 0x7D]) != nil)
            #expect(skipping([0x7B] + string + [0x3A, 0x31, 0x7D]) != nil)
            #expect(skipping([0x5B] + string + [0x5D]) != nil)
            #expect(refusal(SampleRate.self, Array("{\"amount\":1,".utf8) + string + Array(":1}".utf8)) != nil)
        }
    }

    @Test("Every scalar at the boundaries of UTF-8 is decoded unchanged")
    func validUTF8() throws {
        for value: UInt32 in [0x20, 0x7E, 0x7F, 0x80, 0x7FF, 0x800, 0xFFF, 0x1000, 0xD7FF, 0xE000, 0xFFFD, 0xFFFF, 0x10000, 0x10FFFF] {
            let scalar = String(Character(try #require(Unicode.Scalar(value))))
            for padding in 0..<18 {
                let text = String(repeating: "a", count: padding) + scalar + "z"
                #expect(try read(String.self, "\"\(text)\"") == text)
            }
        }
    }

    @Test("Strings of every length end at their closing quotation mark")
    func lengths() throws {
        for length in 0..<70 {
            let text = String((0..<length).map { Character(Unicode.Scalar(UInt8(97 + $0 % 26))) })
            #expect(try read(String.self, "\"\(text)\"") == text)
            #expect(try read([String].self, "[\"\(text)\",\"\(text)\"]") == [text, text])
            for position in 0...length {
                var escaped = text
                escaped.insert(contentsOf: "\\n", at: text.index(text.startIndex, offsetBy: position))
                #expect(try read(String.self, "\"\(escaped)\"") == escaped.replacing("\\n", with: "\n"))
                escaped = text
                escaped.insert("\u{1}", at: text.index(text.startIndex, offsetBy: position))
                #expect(refusal(String.self, "\"\(escaped)\"")?.offset == position + 1)
            }
        }
    }

    @Test("Escapes decode to their characters")
    func escapes() throws {
        #expect(try read(String.self, #""\"\\\/\b\f\n\r\t""#) == "\"\\/\u{8}\u{C}\n\r\t")
        #expect(try read(String.self, #""\u0000\u001F\u00e9\u20AC\ud83d\uDE00\uDBFF\uDFFF""#) == "\u{0}\u{1F}é€😀\u{10FFFF}")
        #expect(try read([String: Int].self, #"{"\u0061\n":1}"#) == ["a\n": 1])
    }

    @Test("Truncated text is rejected")
    func truncation() {
        let text = #" {"id":"a\u00e9é\uD83D\uDE00","isLocked":true,"x":[null,false,-1.5e+3,{"y":"\n"}],"amount":12.5 }"#
        let bytes = Array(text.utf8)
        #expect(refusal(JSONValue.self, bytes) == nil)
        for length in 0..<bytes.count {
            let part = Array(bytes[..<length])
            #expect(refusal(JSONValue.self, part) != nil, "\(length)")
            #expect(refusal(SampleEntry.self, part) != nil, "\(length)")
            #expect(skipping(part) != nil, "\(length)")
            #expect((refusal(JSONValue.self, part)?.offset ?? .max) <= length, "\(length)")
        }
    }
}
