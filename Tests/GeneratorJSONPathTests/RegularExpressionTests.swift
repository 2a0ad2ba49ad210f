import GeneratorJSONPath
import GeneratorYAML
import Testing

@Suite("Regular expressions of RFC 9485")
struct RegularExpressionTests {
    /// Returns whether an expression matches a whole text.
    private func matches(_ expression: String, _ text: String) throws -> Bool {
        let document = Node(
            SourceLocation(file: "d", line: 1, column: 1),
            .mapping(mapping(["p": expression, "t": text])))
        return try !JSONPath("$[?match($.t, $.p)]").nodes(in: document).isEmpty
    }

    private func mapping(_ texts: KeyValuePairs<String, String>) -> Mapping {
        var mapping = Mapping()
        let location = SourceLocation(file: "d", line: 1, column: 1)
        for (key, text) in texts {
            mapping.append(.init(key: key, keyLocation: location, value: Node(location, .scalar(Scalar(text: text, value: .string(text))))))
        }
        return mapping
    }

    @Test(
        "An expression matches",
        arguments: [
            ("", ""), ("a|b|c", "c"), ("(a|)b", "b"), ("a|", ""), ("(ab)*", "abab"), ("a+", "aaa"), ("a?b", "b"), ("a{3}", "aaa"),
            ("a{2,}", "aaaa"),
            ("a{1,3}", "aaa"), ("(a{2}){2}", "aaaa"), ("a{0}b", "b"), ("(a*)*b", "aab"), ("()*", ""), ("(a?){2,4}", ""), (".", "😀"),
            ("..", "é"),
            ("[abc]", "b"), ("[^abc]", "d"), ("[a-c]", "b"), ("[-a]", "-"), ("[a-]", "-"), ("[^-a]", "b"), ("[a\\-z]", "-"), ("[\\]]", "]"),
            ("[.*+?(){}|^$]+", ".*+?(){}|^$"), ("\\p{Lu}", "Ä"), ("\\p{L}+", "aÄ"), ("\\P{L}", "1"), ("[\\p{Nd}_]+", "1_"),
            ("[^\\P{Nd}]", "1"),
            ("\\n\\r\\t", "\n\r\t"), ("\\(\\)\\*\\+\\-\\.\\?\\[\\\\\\]\\^\\{\\|\\}", "()*+-.?[\\]^{|}"), ("^a$", "a"), ("a^|$", ""),
            ("\\p{Zs}", "\u{A0}"), ("[☺-☼]", "☻"), ("[&&]", "&"), ("[--]", "-"),
        ])
    func matching(expression: String, text: String) throws {
        // A letter and a mark are two characters, where Swift sees one.
        let text = expression == ".." ? "e\u{301}" : text
        #expect(try matches(expression, text))
    }

    @Test(
        "An expression does not match",
        arguments: [
            ("a", ""), ("a", "aa"), ("a|b", "ab"), (".", "\n"), (".", "\r"), ("a{3}", "aa"), ("a{1,3}", "aaaa"), ("a{2,}", "a"),
            ("[^a]", "a"),
            ("\\p{Lu}", "a"), ("\\P{L}", "a"), ("(ab)+", "aba"), ("a$b", "ab"), ("a.", "a\n"), ("[a-c]", "d"),
        ])
    func mismatching(expression: String, text: String) throws {
        #expect(try !matches(expression, text))
    }

    @Test(
        "An invalid expression matches nothing",
        arguments: [
            "*", "a**", "a{", "a{,2}", "a{2,1}", "(", ")", "a)", "[", "[]", "[^]", "]", "[b-a]", "[a-b-c]", "\\d", "\\p{X}", "\\p{Lx}",
            "\\p{IsLatin}",
            "\\p", "\\pL", "\\", "[a", "[\\d]", "{", "}", "a{1", "(?:a)", "\\$", "[[a]", "a{1}{2}", "\\p{}", "[a-\\p{L}]",
        ])
    func invalid(expression: String) throws {
        for text in ["", "a", expression] { #expect(try !matches(expression, text)) }
    }

    @Test("An expression that drives backtracking into exponential time is matched in linear time")
    func hostile() throws {
        let text = String(repeating: "a", count: 10_000)
        #expect(try !matches("(a*)*b", text))
        #expect(try !matches("(a|aa)+$b", text))
        #expect(try matches("(a?){200}a*", text))
        #expect(try matches("(.*)(.*)(.*)(.*)(.*)", text))
    }

    @Test("An expression with too many states is an error at the function")
    func tooLarge() {
        for expression in [
            "(a{100}){1000}", "((((a{50}){50}){50}){50})", "a{99999999999999999999}", "(((((((((((((((a+)+)+)+)+)+)+)+)+)+)+)+)+)+)+)+",
        ] {
            #expect(
                refusal("$[?match(@, '\(expression)')]").hasPrefix("3: the regular expression has more than 10000 states"), "\(expression)")
        }
        let deep = String(repeating: "(", count: 101) + String(repeating: ")", count: 101)
        #expect(refusal("$[?@.a || search(@, '\(deep)')]").hasPrefix("10: the regular expression has"))
        #expect(throws: JSONPathError.self) { try matches("(a{100}){1000}", "a") }
    }
}
