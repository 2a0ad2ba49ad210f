import GeneratorJSONPath
import GeneratorYAML
import Testing

@Suite("Invalid and hostile queries")
struct InvalidQueryTests {
    @Test(
        "An invalid query is refused at the offset of the error",
        arguments: [
            ("", "0: a query begins with $"), ("a", "0: a query begins with $"), (" $", "0: a query begins with $"),
            ("$ ", "1: \" \" is not expected"),
            ("$.", "2: the query ends where it needs a name"), ("$..", "3: the query ends"), ("$.1", "2: \"1\" is not expected"),
            ("$.a-b", "3: \"-\" is not expected"), ("$[", "2: the query ends where it needs a selector"),
            ("$[]", "2: \"]\" is not expected"),
            ("$['a'", "5: the query ends where it needs a comma or ]"), ("$['a',]", "6: \"]\""), ("$['a", "2: the string is not closed"),
            ("$['a\\", "4: the string is not closed"), ("$[\"\\'\"]", "3: \\' is not an escape"), ("$['\\a']", "3: \\a is not an escape"),
            ("$['\\u12g4']", "3: \\u needs four hexadecimal digits"), ("$['\\uD800']", "3: this escape is half"),
            ("$['\\uDC00']", "3: this escape is half"),
            ("$['\\uD800\\u0041']", "3: this escape is half"), ("$['\u{1}']", "3: a string cannot contain a control character"),
            ("$[01]", "2: a number has no leading zeros"), ("$[-0]", "2: -0 is not an index"), ("$[-]", "3: \"]\""),
            ("$[9007199254740992]", "2: an index is at most"),
            ("$[1.0]", "3: \".\""), ("$[1:2:3:4]", "7: \":\""), ("$[::00]", "4: a number has no leading zeros"), ("$[?]", "3: \"]\""),
            ("$[?@.a == ]", "10: \"]\""), ("$[?@.a = 1]", "7: \"=\""), ("$[?true]", "3: a literal is not a condition"),
            ("$[?1 == 1 == 1]", "10: \"=\""),
            ("$[?@.* == 1]", "3: a query that may select several nodes"), ("$[?1 == @..a]", "8: a query that may select several nodes"),
            ("$[?yes]", "3: yes has no meaning here"), ("$[?True == 1]", "3: \"T\""), ("$[?(@.a]", "7: \"]\""), ("$[?@.a &&]", "9: \"]\""),
            ("$[?!1]", "4: a literal is not a condition"), ("$[?!@.a == 1]", "8: \"=\""), ("$[?size(@)]", "3: no function is called size"),
            ("$[?length(@)]", "3: the result of this function is a value"), ("$[?length(@.*) > 1]", "10: a query that may select several"),
            ("$[?count(1) > 1]", "9: the argument of count() is a query"), ("$[?count(@.*, @.*) > 1]", "3: count() has 1 argument, not 2"),
            ("$[?match(@)]", "3: match() has 2 arguments, not 1"),
            ("$[?match(@, 'a') == true]", "3: the result of this function is a condition"),
            ("$[?length(match(@, 'a')) == 1]", "10: the result of this function is a condition"),
            ("$[?value(length(@)) == 1]", "9: the argument of value()"),
            ("$[?count (@.*) > 1]", "3: count has no meaning here"),
            ("$[?@ == 1.]", "10: \"]\" is not expected here; the query needs digits after"),
            ("$[?@ == .5]", "8: \".\""), ("$[?@ == 1e]", "10: \"]\""),
            ("$[?@ == 1e99999999999999999999]", "8: the exponent of this number is too large"),
            ("$[?@ == -]", "9: \"]\""), ("$. a", "2: \" \""), ("$.. a", "3: \" \""), ("$é", "1: \"é\""), ("$['☺'].", "7: the query ends"),
        ])
    func invalid(query: String, message: String) {
        #expect(refusal(query).hasPrefix(message), "\(query): \(refusal(query))")
    }

    @Test("The length and the nesting of a query are limited")
    func sizes() {
        #expect(refusal("$" + String(repeating: ".a", count: 40_000)).contains("longer than 65536 characters"))
        #expect(refusal("$" + String(repeating: ".a", count: 32_000)) == "accepted")
        for (opening, closing) in [("[?@", "]"), ("(", ")"), ("length(", ")"), ("!(", ")")] {
            let start = opening == "[?@" ? "$" : "$[?"
            let query = start + String(repeating: opening, count: 8_000) + "@" + String(repeating: closing, count: 8_000)
            #expect(refusal(query).contains("nests deeper than 40 levels"), "\(opening)")
        }
    }

    /// A tree of sequences with 12 items each, four levels deep.
    private var large: String {
        (0..<4).reduce("1") { inner, _ in "[" + Array(repeating: inner, count: 12).joined(separator: ",") + "]" }
    }

    @Test(
        "A query that visits too many nodes ends with an error",
        arguments: ["$..*..*..*..*", "$..[*,*,*,*,*,*,*,*,*,*]..*", "$..[?$..[?$..*]]", "$..[?$ == $]", "$..[?count($..*) > count($..*)]"])
    func explosions(query: String) throws {
        #expect(throws: JSONPathError.self) { try select(query, from: large, limits: JSONPathLimits(visits: 200_000)) }
    }

    @Test("Comparing and matching long texts count as visits")
    func longTexts() throws {
        let document = "[" + Array(repeating: "'" + String(repeating: "a", count: 6_400) + "'", count: 100).joined(separator: ", ") + "]"
        for query in ["$[?@ == $[0]]", "$[?@ <= $[0]]", "$[?length(@) > 1]", "$[?search(@, 'b')]", "$[?match(@, $[0])]"] {
            #expect(throws: JSONPathError.self, "\(query)") { try select(query, from: document, limits: JSONPathLimits(visits: 8_000)) }
        }
    }

    @Test("The error of such a query says what to do")
    func message() throws {
        #expect {
            try select("$..*..*", from: large, limits: JSONPathLimits(visits: 1000))
        } throws: { error in
            "\(error)".contains("visits more than 1000 nodes of the document, which is the limit; name the way")
        }
    }

    @Test("A query that stays below the limit reports its visits")
    func visits() throws {
        let root = try YAML.parse(Array("{a: {b: [1, 2]}}".utf8), file: "d.yaml")
        var visits = 0
        _ = try JSONPath("$.a.b.*").nodes(in: root, visits: &visits)
        #expect(visits == 4)
    }
}
