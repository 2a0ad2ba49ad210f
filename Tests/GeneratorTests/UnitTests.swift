import GeneratorSwiftAPI
import GeneratorTestSupport
import Testing

@Suite("Units of numbers")
struct UnitTests {
    /// Generates a document with units, and an operation that sends a schema.
    private static func generated(_ schema: String, units: String = "{Cents: {of: currency, digits: 2}}", schemas: String = "") -> Generated
    {
        let text = openAPI(
            paths: """
                /things:
                  post:
                    operationId: createThing
                    requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/Thing'}}}}
                    responses: {'204': {description: OK}}
                """, schemas: "Thing: \(schema)\n\(schemas)", more: "x-units: \(units)")
        return generate(["openapi.yaml": text])
    }

    @Test(
        "What x-unit cannot mean is an error at its place",
        arguments: [
            (
                "{type: object, properties: {a: {type: integer, x-unit: Cent}}}",
                "12:67: error: the unit \"Cent\" is not in the document's x-units; did you mean \"Cents\"?"
            ),
            (
                "{type: object, properties: {a: {type: integer, x-unit: Furlongs}}}",
                "12:67: error: the unit \"Furlongs\" is not in the document's x-units; describe it there"
            ),
            ("{type: object, properties: {a: {type: integer, x-unit: [Cents]}}}", "12:67: error: x-unit is the name of a unit"),
            ("{type: object, properties: {a: {type: string, x-unit: Cents}}}", "12:66: error: x-unit is for numbers"),
            ("{type: object, properties: {a: {type: [integer, string], x-unit: Cents}}}", "12:77: error: x-unit is for numbers"),
            (
                "{type: object, properties: {a: {type: integer, x-unit-source: documentation}}}",
                "12:43: error: x-unit-source says where x-unit is known from; add x-unit"
            ),
            (
                "{type: object, properties: {a: {type: integer, x-unit: Cents}, b: {type: number, x-unit: Cents}}}",
                "12:78: error: the unit \"Cents\" is on integers elsewhere and on a number with fractions here"
            ),
            (
                "{type: object, properties: {a: {$ref: '#/components/schemas/Fee', x-unit: Cents}}}",
                "12:86: error: \"x-unit\" is the unit of the number that it stands on; beside a $ref, put it on the target"
            ),
        ])
    func misuse(schema: String, expected: String) {
        let diagnostics = Self.generated(schema, schemas: "Fee: {type: integer}").diagnostics
        #expect(diagnostics.contains { $0.hasPrefix("openapi.yaml:" + expected) }, "\(diagnostics)")
    }

    @Test(
        "A table of units that says too little, or too much, is an error at its place",
        arguments: [
            ("{Cents: {of: currency, digits: -1}}", "3:41: error: \"digits\" of a unit is 0 to 18"),
            ("{Cents: {of: currency, digits: 19}}", "3:41: error: \"digits\" of a unit is 0 to 18"),
            ("{Cents: {of: currency, digits: 1.5}}", "3:41: error: \"digits\" of a unit is 0 to 18"),
            ("{Cents: {of: currency}}", "3:18: error: a unit of x-units needs \"digits\""),
            ("{Cents: {digits: 2}}", "3:18: error: a unit of x-units needs \"of\""),
            ("{Cents: {of: currency, digits: 2, describtion: x}}", "3:44: error: \"describtion\" is not a member of a unit of x-units"),
            ("[Cents]", "3:10: error: x-units is a table of units"),
        ])
    func invalidTable(units: String, expected: String) {
        let diagnostics = Self.generated("{type: object, properties: {a: {type: integer}}}", units: units).diagnostics
        #expect(diagnostics.contains { $0.hasPrefix("openapi.yaml:" + expected) }, "\(diagnostics)")
    }

    @Test("A unit and a schema of the same name are two types, and a unit that no number has is none")
    func names() throws {
        let generated = Self.generated(
            "{type: object, properties: {a: {type: integer, x-unit: Cents}, b: {$ref: '#/components/schemas/Cents'}}}",
            units: "{Cents: {of: currency, digits: 2}, Mills: {of: currency, digits: 3}}",
            schemas: "Cents: {type: object, properties: {c: {type: integer}}}")
        #expect(generated.diagnostics == [])
        let types = try #require(generated.api).files.flatMap(\.types)
        #expect(types.map(\.name).sorted() == ["Cents", "Cents2", "Thing"])
        let unit = try #require(generated.api?.units.first)
        #expect(unit.declaration.name == "Cents" && unit.scale.digits == 2 && unit.scale.measure == "currency" && unit.scale.isWhole)
    }

    @Test("The parts of an allOf have one unit")
    func joined() throws {
        let one = Self.generated(
            "{type: object, properties: {a: {allOf: [{$ref: '#/components/schemas/Fee'}, {minimum: 100}]}}}",
            schemas: "Fee: {type: integer, x-unit: Cents}")
        #expect(one.diagnostics == [])
        #expect(one.text.contains("public var a: Cents?") && one.text.contains("rules.integer(a, min: 100, at: \"a\")"))
        #expect(one.text.contains("/// At least 1.00."))
        let two = Self.generated(
            "{type: object, properties: {a: {allOf: [{type: integer, x-unit: Cents}, {type: integer, x-unit: Mills}]}}}",
            units: "{Cents: {of: currency, digits: 2}, Mills: {of: currency, digits: 3}}")
        #expect(two.diagnostics.contains { $0.contains("requires units that exclude each other: Cents and Mills") })
    }

    @Test("Schemas that share a type have the same units")
    func sharedTypes() {
        let text = { (unit: String) in
            """
            {type: object, properties: {a: {x-swift-type: Price, type: object, properties: {p: {type: integer, x-unit: Cents}}},
                  b: {x-swift-type: Price, type: object, properties: {p: {type: integer\(unit)}}}}}
            """
        }
        #expect(Self.generated(text(", x-unit: Cents")).diagnostics == [])
        #expect(Self.generated(text("")).diagnostics.contains { $0.contains("but the unit of \"p\" differs") })
    }
}
