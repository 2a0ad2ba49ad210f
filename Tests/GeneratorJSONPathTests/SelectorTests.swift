import GeneratorJSONPath
import GeneratorYAML
import Testing

@Suite("Selectors")
struct SelectorTests {
    private let shop = """
        store:
          books:
          - {title: A, price: 8.95}
          - {title: B, price: 12.99, isbn: x}
          - {title: C, price: 22}
          lamp: {price: 399}
        """

    @Test("The root selects itself")
    func root() throws {
        #expect(try select("$", from: "[1, 2]") == ["$: [1,2]"])
    }

    @Test("A name selects a member, in every notation, and nothing from a sequence or a scalar")
    func names() throws {
        #expect(try select("$.store.lamp", from: shop) == ["$['store']['lamp']: {price:399}"])
        #expect(try select("$['store'][\"lamp\"]", from: shop) == ["$['store']['lamp']: {price:399}"])
        #expect(try select("$.store.books.title", from: shop).isEmpty)
        #expect(try select("$.a.b", from: "a: text").isEmpty)
        #expect(try select("$.größe", from: "größe: 1") == ["$['größe']: 1"])
        #expect(try select("$.a1_", from: "a1_: 1") == ["$['a1_']: 1"])
    }

    @Test("A key that YAML reads as a number, a boolean or null is selected by its text")
    func keysOfOtherTypes() throws {
        #expect(try values("$['200', 'true', 'null']", from: "200: a\ntrue: b\nnull: c") == ["a", "b", "c"])
    }

    @Test("Names are compared by Unicode scalars")
    func canonicalEquivalence() throws {
        #expect(try values("$['e\\u0301']", from: #"{"\u00e9": 1}"#).isEmpty)
        #expect(try values("$['\\u00e9']", from: #"{"\u00e9": 1}"#) == ["1"])
        #expect(try values("$[?@ == 'e\\u0301']", from: #"["\u00e9", "e\u0301"]"#).count == 1)
        #expect(try values("$['e\\u0301']", from: (0..<20).map { "k\($0): 1" }.joined(separator: "\n") + "\né: 2").isEmpty)
    }

    @Test("A wildcard selects all children in the order of the document")
    func wildcards() throws {
        #expect(try select("$.*", from: "{b: 1, a: 2}") == ["$['b']: 1", "$['a']: 2"])
        #expect(try select("$[*]", from: "[x, y]") == ["$[0]: x", "$[1]: y"])
        #expect(try select("$.*", from: "text").isEmpty)
    }

    @Test("An index selects an item, from the end if it is negative")
    func indices() throws {
        #expect(try select("$[1]", from: "[a, b, c]") == ["$[1]: b"])
        #expect(try select("$[-1]", from: "[a, b, c]") == ["$[2]: c"])
        #expect(try select("$[3]", from: "[a, b, c]").isEmpty)
        #expect(try select("$[-4]", from: "[a, b, c]").isEmpty)
        #expect(try select("$[0]", from: "{'0': a}").isEmpty)
    }

    @Test(
        "A slice selects as RFC 9535 defines it",
        arguments: [
            ("1:3", "bc"), ("5:", "fg"), ("1:5:2", "bd"), ("5:1:-2", "fd"), ("::-1", "gfedcba"), (":", "abcdefg"), ("::", "abcdefg"),
            ("-2:", "fg"), (":-5", "ab"), ("1:5:0", ""), ("-1:-3:-1", "gf"), ("3:1", ""), ("100:", ""), (":100", "abcdefg"),
            ("-100:2", "ab"), ("100::-3", "gda"), (":2:-1", "gfed"), ("0:0", ""), ("::3", "adg"),
            ("-9007199254740991:9007199254740991:9007199254740991", "a"), ("::-9007199254740991", "g"), (" 1 : 3 : 1 ", "bc"),
        ])
    func slices(slice: String, expected: String) throws {
        #expect(try values("$[\(slice)]", from: "[a, b, c, d, e, f, g]").joined() == expected)
    }

    @Test("A union selects by each selector in turn, and nodes as often as they are named")
    func unions() throws {
        #expect(try select("$['b', 'a', 'b']", from: "{a: 1, b: 2}") == ["$['b']: 2", "$['a']: 1", "$['b']: 2"])
        #expect(try values("$[0, 2:, -1, *]", from: "[a, b, c]") == ["a", "c", "c", "a", "b", "c"])
    }

    @Test("Descendants come in the order of the document, each node before its children")
    func descendants() throws {
        #expect(try values("$..price", from: shop) == ["8.95", "12.99", "22", "399"])
        #expect(try select("$..[0]", from: "[[1], [2, 3]]") == ["$[0]: [1]", "$[0][0]: 1", "$[1][0]: 2"])
        #expect(try values("$..*", from: "{a: {b: 1}, c: 2}") == ["{b:1}", "2", "1"])
        #expect(try values("$..['title', 'isbn']", from: shop) == ["A", "B", "x", "C"])
    }

    @Test("White space is allowed between segments and inside brackets")
    func space() throws {
        #expect(try values("$ .a\n[ 'b' ]\t[ 0 , 1 ]", from: "{a: {b: [1, 2]}}") == ["1", "2"])
    }

    @Test("Escapes in both kinds of quotes, and surrogate pairs, stand for their characters")
    func escapes() throws {
        let document = #"{"\u0007\b\f\n\r\t\"'\\/\u263a\ud83d\ude00": 1}"#
        #expect(try values(#"$["\u0007\b\f\n\r\t\"'\\\/\u263A\uD83D\uDE00"]"#, from: document) == ["1"])
        #expect(try values(#"$['\u0007\b\f\n\r\t"\'\\\/☺😀']"#, from: document) == ["1"])
    }

    @Test("A normalized path escapes what has to be escaped, and selects the same node again")
    func normalizedPaths() throws {
        let document = #"{"\u0007\b\f\n\r\t\"'\\/☺": [1]}"#
        let path = try #require(try select("$.*[0]", from: document).first)
        #expect(path == #"$['\u0007\b\f\n\r\t"\'\\/☺'][0]: 1"#)
        #expect(try select(String(path.dropLast(3)), from: document) == [path])
    }

    @Test("A query of names and indices only is singular")
    func singular() throws {
        #expect(try JSONPath("$.a['b'][0]").isSingular)
        for query in ["$.*", "$..a", "$[0, 1]", "$[0:1]", "$[?@.a]"] { #expect(try !JSONPath(query).isSingular) }
    }
}
