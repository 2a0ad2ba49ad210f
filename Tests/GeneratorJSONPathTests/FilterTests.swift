import GeneratorJSONPath
import GeneratorYAML
import Testing

@Suite("Filters")
struct FilterTests {
    @Test(
        "A comparison follows RFC 9535",
        arguments: [
            ("$.absent1 == $.absent2", true), ("$.absent1 <= $.absent2", true), ("$.absent == 'g'", false),
            ("$.absent1 != $.absent2", false),
            ("$.absent != 'g'", true), ("1 <= 2", true), ("1 > 2", false), ("13 == '13'", false), ("'a' <= 'b'", true),
            ("'a' > 'b'", false),
            ("$.obj == $.arr", false), ("$.obj != $.arr", true), ("$.obj == $.obj", true), ("$.arr == $.arr", true), ("$.obj == 17", false),
            ("$.obj != 17", true), ("$.obj <= $.arr", false), ("$.obj <= $.obj", true), ("1 <= $.arr", false), ("1 >= $.arr", false),
            ("true <= true", true), ("true > true", false), ("null == null", true), ("null < null", false), ("null == $.absent", false),
            ("$.obj == $.same", true), ("'' == ''", true), ("'\u{10000}' > '\u{FFFF}'", true),
        ])
    func comparisons(condition: String, expected: Bool) throws {
        let document = "{obj: {x: y, z: 1}, arr: [2, 3], same: {z: 1.0, x: y}}"
        #expect(try values("$[?\(condition)]", from: document).isEmpty != expected)
    }

    @Test(
        "Numbers are compared exactly",
        arguments: [
            ("1", "1.0", "=="), ("100", "1e2", "=="), ("-0", "0", "=="), ("0.1", "1e-1", "=="),
            ("9007199254740993", "9007199254740992", ">"),
            ("9223372036854775807", "9223372036854775808", "<"), ("18446744073709551616", "18446744073709551615", ">"),
            ("0.1", "0.1000000000000000000000000000000000001", "<"), ("-1.5", "-1.25", "<"), ("-1", "1", "<"), ("-1e400", "1e-400", "<"),
            ("1e400", "1e401", "<"), ("1E+2", "100.00", "=="), ("-0.0", "0e5", "=="),
            ("12345678901234567890.5", "12345678901234567890.6", "<"),
            ("0", "1e-9", "<"), ("-1e-9", "0", "<"),
        ])
    func numbers(left: String, right: String, comparison: String) throws {
        // As literals, and as values of the document.
        for query in ["$[?\(left) \(comparison) \(right)]", "$[?@[0] \(comparison) @[1]]"] {
            #expect(try values(query, from: "[[\(left), \(right)]]").count == 1, "\(query)")
        }
        let opposite = comparison == "==" ? "!=" : comparison == "<" ? ">=" : "<="
        #expect(try values("$[?@[0] \(opposite) @[1]]", from: "[[\(left), \(right)]]").isEmpty)
    }

    @Test("The numbers that only YAML has compare as they do elsewhere")
    func numbersOfYAML() throws {
        let document = "[.inf, -.inf, .nan, 1.5, 2]"
        #expect(try values("$[?@ == $[0]]", from: document) == [".inf"])
        #expect(try values("$[?@ == $[2]]", from: document).isEmpty)
        #expect(try values("$[?@ < $[0]]", from: document) == ["-.inf", "1.5", "2"])
        #expect(try values("$[?@ > $[1]]", from: document) == [".inf", "1.5", "2"])
    }

    @Test("A query as a condition holds if it selects a node, whatever the value")
    func existence() throws {
        let document = "[{a: null}, {a: false}, {b: 1}, {a: {b: [1]}}]"
        #expect(try values("$[?@.a]", from: document).count == 3)
        #expect(try values("$[?!@.a]", from: document) == ["{b:1}"])
        #expect(try values("$[?@..b]", from: document) == ["{b:1}", "{a:{b:[1]}}"])
        #expect(try values("$[?@.a.b[?@ == 1]]", from: document) == ["{a:{b:[1]}}"])
        #expect(try values("$[?$[2].b == @.b]", from: document) == ["{b:1}"])
    }

    @Test("And binds closer than or, not closer than both, and parentheses group")
    func precedence() throws {
        let document = "[{a: 1}, {b: 1}, {a: 1, b: 1}, {c: 1}]"
        #expect(try values("$[?@.a && @.b || @.c]", from: document) == ["{a:1,b:1}", "{c:1}"])
        #expect(try values("$[?@.c || @.a && @.b]", from: document) == ["{a:1,b:1}", "{c:1}"])
        #expect(try values("$[?(@.c || @.a) && !@.b]", from: document) == ["{a:1}", "{c:1}"])
        #expect(try values("$[?!(@.a || @.b)]", from: document) == ["{c:1}"])
        #expect(try values("$[ ? ! ( @.a||@.b )\n]", from: document) == ["{c:1}"])
    }

    @Test("Filters select members as well as items")
    func members() throws {
        #expect(try select("$[?@ > 1]", from: "{a: 1, b: 2}") == ["$['b']: 2"])
    }

    @Test("length counts the scalars of a string, items and members, and has no result for anything else")
    func length() throws {
        #expect(try values("$[?length(@) == 2]", from: "[a😀, [1, 2], {a: 1, b: 2}, 22]").count == 3)
        #expect(try values("$[?length(@.absent) == @.absent]", from: "[1]").count == 1)
        #expect(try values("$[?length(value(@..a)) == 1]", from: "[{b: {a: x}}]").count == 1)
    }

    @Test("count counts the nodes of a query, and value has the value of a single one")
    func countAndValue() throws {
        let document = "[{a: 1}, {a: 2, b: {a: 2}}]"
        #expect(try values("$[?count(@..a) > 1]", from: document) == ["{a:2,b:{a:2}}"])
        #expect(try values("$[?value(@..a) == 1]", from: document) == ["{a:1}"])
        #expect(try values("$[?count($.*) == 2]", from: document).count == 2)
    }

    @Test("match needs the whole text, search a part of it")
    func patterns() throws {
        let document = "[abc, xabc, ab, 12]"
        #expect(try values("$[?match(@, 'ab.?')]", from: document) == ["abc", "ab"])
        #expect(try values("$[?search(@, 'bc')]", from: document) == ["abc", "xabc"])
        #expect(try values("$.*[?match(@.t, @.p)]", from: "a: [{t: aa, p: a*}, {t: aa, p: a}, {t: aa, p: '['}, {t: aa, p: 1}]").count == 1)
        #expect(try values("$[?match(@, 1)]", from: document).isEmpty)
    }
}
