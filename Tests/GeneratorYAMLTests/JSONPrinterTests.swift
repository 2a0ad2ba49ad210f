import GeneratorYAML
import Testing

@Suite("Values of a document become JSON, with their members in order")
struct JSONPrinterTests {
    private func value(_ text: String, keepingNotation: Bool = false) throws -> DocumentValue {
        let node = try YAML.parse(Array(text.utf8), file: "t.yaml")
        return keepingNotation ? DocumentValue(keepingNotation: node) : DocumentValue(node)
    }

    @Test("Compact JSON has no white space")
    func compact() throws {
        let value = try value("{b: [1, x, null, {}, []], a: {c: true}}")
        #expect(JSONPrinter.text(of: value, isIndented: false) == #"{"b":[1,"x",null,{},[]],"a":{"c":true}}"#)
    }

    @Test("Indented JSON has a line for each element and member, and ends with a line break")
    func indented() throws {
        let value = try value("{b: [1, {}, []], a: {c: true}}")
        #expect(
            JSONPrinter.text(of: value, isIndented: true) == """
                {
                  "b": [
                    1,
                    {},
                    []
                  ],
                  "a": {
                    "c": true
                  }
                }

                """)
    }

    @Test(
        "A number keeps its notation if JSON has it, and is written in canonical notation otherwise",
        arguments: [
            ("1.50", "1.50", "1.5"), ("1e3", "1e3", "1000.0"), ("-0", "-0", "0"), ("0x10", "16", "16"), ("+1", "1", "1"),
            (".5", "0.5", "0.5"), ("007", "7", "7"), ("12345678901234567890", "12345678901234567890", "12345678901234567890"),
        ])
    func numbers(written: String, kept: String, canonical: String) throws {
        let keeping = try value(written, keepingNotation: true)
        let plain = try value(written)
        #expect(keeping.isJSON && plain.isJSON)
        #expect(JSONPrinter.text(of: keeping, isIndented: false) == kept)
        #expect(JSONPrinter.text(of: plain, isIndented: false) == canonical)
    }

    @Test("A number that JSON does not have is recognized, and is written as a string", arguments: [".inf", "-.inf", ".nan"])
    func infinities(written: String) throws {
        let value = try value("[1, {a: \(written)}]")
        #expect(!value.isJSON)
        #expect(JSONPrinter.text(of: value, isIndented: false) == #"[1,{"a":"\#(written)"}]"#)
    }
}
