import GeneratorYAML
import Testing

@Suite("Types of scalars")
struct CoreSchemaTests {
    @Test("Null has five notations", arguments: ["", "~", "null", "Null", "NULL"])
    func nulls(text: String) throws {
        #expect(try value(text) == .null)
    }

    @Test(
        "True and false have three notations each",
        arguments: [
            ("true", true), ("True", true), ("TRUE", true), ("false", false), ("False", false), ("FALSE", false),
        ])
    func booleans(text: String, expected: Bool) throws {
        #expect(try value(text) == .bool(expected))
    }

    @Test(
        "Booleans, numbers and dates that only YAML 1.1 knows are strings",
        arguments: [
            "no", "No", "yes", "on", "off", "y", "n", "NO", "nULL", "tRUE", "1_000", "0b11", "12:30:45", "2024-01-31",
            "2024-01-31T10:00:00Z", "190:20:30", "-0x1F", "+0o7", "0o8", "0xG", "0x", "0o", "1e", "1e+", ".", "+",
            "-.", ".e1", "1.2.3", "+.nan", "-.nan", ".iNF", "--1", "+-1", "1 2", "0x1 2", "<<", "truely", "/path",
            "inf",
            "nan", "Infinity", "1,5", "١٢", "0o-7", "0x+1",
        ])
    func strings(text: String) throws {
        #expect(try value(text) == .string(text))
    }

    @Test(
        "Integers are exact in 64 bits",
        arguments: [
            ("0", 0), ("-0", 0), ("+12", 12), ("-7", -7), ("0777", 777), ("0o777", 511), ("0xfF", 255),
            ("9223372036854775807", Int64.max), ("-9223372036854775808", Int64.min), ("0x7FFFFFFFFFFFFFFF", Int64.max),
            ("0000000000000000000000000000001", 1), ("9007199254740993", 9_007_199_254_740_993),
        ])
    func integers(text: String, expected: Int64) throws {
        #expect(try value(text) == .integer(expected))
    }

    @Test(
        "Other numbers keep their exact value as canonical text",
        arguments: [
            ("9223372036854775808", "9223372036854775808"), ("-9223372036854775809", "-9223372036854775809"),
            ("+00123456789012345678901234567890", "123456789012345678901234567890"),
            ("0xFFFFFFFFFFFFFFFF", "18446744073709551615"), ("0o1777777777777777777777", "18446744073709551615"),
            ("1.0", "1.0"), ("1.", "1.0"), (".5", "0.5"), ("+.50", "0.5"), ("-01.250", "-1.25"), ("0.0", "0.0"),
            ("-0.0", "-0.0"), ("0e5", "0.0"), ("1e3", "1000.0"), ("1E+3", "1000.0"), ("10e-1", "1.0"),
            ("12.5e-3", "0.0125"), ("0.000001", "0.000001"), ("0.0000001", "1.0e-7"),
            ("1e20", "100000000000000000000.0"),
            ("1e21", "1.0e21"), ("123e400", "1.23e402"), ("6.02E+0023", "6.02e23"),
            ("0.1000000000000000055511151231257827", "0.1000000000000000055511151231257827"),
            (".inf", ".inf"), (".Inf", ".inf"), ("+.INF", ".inf"), ("-.inf", "-.inf"), (".nan", ".nan"),
            (".NaN", ".nan"),
        ])
    func decimals(text: String, expected: String) throws {
        #expect(try value(text) == .decimal(expected))
        #expect(try read("k: \(text)")["k"]?.scalar?.text == text)
    }

    @Test("Finite decimals equal the numbers that Swift parses")
    func decimalsAgreeWithSwift() throws {
        var random = Xorshift(seed: 7)
        for _ in 0..<500 {
            let digits = String(random.next() % 1_000_000_000) + "." + String(random.next() % 100_000)
            let text = digits + (random.next() % 2 == 0 ? "" : "e\(Int(random.next() % 80) - 40)")
            guard case .decimal(let canonical) = try value(text) else {
                Issue.record("\(text) is no decimal")
                continue
            }
            #expect(Double(canonical) == Double(text))
            #expect(try value(canonical) == .decimal(canonical))
        }
    }

    @Test("Quoted and block scalars are strings, whatever they contain")
    func quotedScalars() throws {
        for text in ["'12'", "\"12\"", "|-\n  12", ">-\n  12"] {
            #expect(try value(text) == .string("12"))
        }
        #expect(try value("''") == .string(""))
        #expect(try value("\"true\"") == .string("true"))
    }

    @Test("A number without an exact representation is rejected")
    func hugeNumbers() {
        #expect(refuses("a: 0x10000000000000000", at: "1:4", "64 bits", "decimal digits"))
        #expect(refuses("a: 1e9999999999", at: "1:4", "exponent", "quote it"))
    }

    @Test(
        "Core tags are supported",
        arguments: [
            ("!!str 12", Scalar.Value.string("12")), ("!!str", .string("")), ("!!str true", .string("true")),
            ("!!int '12'", .integer(12)), ("!!int 0x10", .integer(16)),
            ("!!int 99999999999999999999", .decimal("99999999999999999999")), ("!!float 1", .decimal("1.0")),
            ("!!float '1.50'", .decimal("1.5")), ("!!float .inf", .decimal(".inf")),
            ("!!float 99999999999999999999", .decimal("99999999999999999999.0")), ("!!bool \"true\"", .bool(true)),
            ("!!null ''", .null), ("!!null", .null), ("!<tag:yaml.org,2002:str> 1", .string("1")),
            ("! 12", .string("12")), ("! true", .string("true")), ("!  12", .string("12")), ("! '12'", .string("12")),
            ("! text", .string("text")), ("!", .string("")), ("&a ! 12", .string("12")), ("! &a 12", .string("12")),
            ("&a 12", .integer(12)), ("&a text", .string("text")),
        ])
    func tags(text: String, expected: Scalar.Value) throws {
        #expect(try value(text) == expected)
    }

    @Test("Collection tags are supported")
    func collectionTags() throws {
        #expect(outline(try read("a: !!map {b: !!seq [c]}\nd: ! [e]")) == "{a: {b: [c]}, d: [e]}")
    }

    @Test(
        "A tag that does not match its value is rejected",
        arguments: [
            "!!int 1.5", "!!int abc", "!!int ''", "!!float abc", "!!float 0x10", "!!bool no", "!!bool 1",
            "!!null nothing",
            "!!map text", "!!seq text", "!!str [a]", "!!map [a]", "!!seq {a: b}", "!!int {a: b}",
        ])
    func misfits(text: String) {
        #expect(refuses("key: \(text)", at: "1:6", "does not fit", "remove"))
    }

    @Test(
        "An unknown tag is rejected",
        arguments: [
            "!local x", "!!binary x", "!!timestamp 2024-01-01", "!!set {a}", "!!omap []", "!<tag:example.com,2024:x> x",
            "!!strange x", "!!merge x",
        ])
    func unknownTags(text: String) {
        #expect(refuses("key: \(text)", at: "1:6", "has no meaning here", "remove it"))
    }
}
