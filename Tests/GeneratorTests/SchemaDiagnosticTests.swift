import GeneratorTestSupport
import Testing

@Suite("Diagnostics of schemas")
struct SchemaDiagnosticTests {
    @Test(
        "An invalid schema is rejected at the place of the error",
        arguments: [
            ("{type: strin}", "12:19: error: \"strin\" is not a type"),
            ("{tipe: string}", "12:13: error: \"tipe\" is not a member of a schema; did you mean \"type\"?"),
            ("{type: string, minLength: -1}", "12:38: error: \"minLength\" of a schema must be a whole number that is not negative"),
            ("{type: string, minLength: 2, maxLength: 1}", "12:12: error: minLength 2 is above maxLength 1"),
            ("{type: string, pattern: '['}", "12:36: error: \"[\" is not a regular expression that can be matched against"),
            ("{type: number, multipleOf: 0}", "12:39: error: \"multipleOf\" of a schema is more than zero"),
            ("{type: number, minimum: .inf}", "12:36: error: \"minimum\" of a schema must be a number"),
            (
                "{type: object, properties: {a: {type: integer, minimum: 1.0e300}}}",
                "12:43: error: the bound 1.0e300 leaves no whole number of 64 bits"
            ),
            ("{type: integer, multipleOf: 0.3}", "12:12: error: a whole number cannot be checked to be a multiple of 0.3"),
            ("{enum: [a, 1]}", "12:12: error: this enum mixes kinds of values"),
            ("{type: string, enum: [a], x-enum-varnames: [self]}", "12:34: error: \"self\" in x-enum-varnames is not a valid Swift name"),
            ("{type: string, enum: [a, b], x-enum-varnames: [x]}", "12:12: error: x-enum-varnames has 1 names for 2 values"),
            (
                "{type: object, properties: {a: {type: string, format: date-time, x-fraction-digits: 9}}}",
                "12:96: error: x-fraction-digits must be 0, 3 or 6"
            ),
            (
                "{type: object, properties: {a: {type: string, format: date, x-fraction-digits: 3}}}",
                "12:91: error: x-fraction-digits is for points in time; write format: date-time"
            ),
            (
                "{type: array, items: {type: string, format: date-time, x-fraction-digits: 3}}",
                "12:33: error: x-fraction-digits is for a member or parameter that is a point in time"
            ),
            (
                "{oneOf: [{type: integer}, {type: string, format: date-time, x-fraction-digits: 3}]}",
                "error: x-fraction-digits is for a member or parameter that is a point in time"
            ),
            (
                "{type: object, properties: {a: {type: string, format: date-time, x-wall-clock: true}}}",
                "12:91: error: x-wall-clock must say in words in which time zone the time is read"
            ),
            (
                "{type: object, properties: {a: {type: string, format: date, x-wall-clock: the zone}}}",
                "12:86: error: x-wall-clock is for a string that is a date with a time; write format: date-time"
            ),
            (
                "{type: object, properties: {a: {type: integer, x-wall-clock: the zone}}}",
                "12:73: error: x-wall-clock is for a string that is a date with a time"
            ),
            (
                "{type: array, items: {type: string, format: date-time, x-wall-clock: the zone, x-fraction-digits: 3}}",
                "error: x-fraction-digits is for a member or parameter that is a point in time"
            ),
            (
                "{type: object, x-window: {start: a}, properties: {a: {type: string}}}",
                "12:37: error: x-window needs \"end\""
            ),
            (
                "{type: object, x-window: {start: a, end: a}, properties: {a: {type: string}}}",
                "12:37: error: x-window names \"a\" twice"
            ),
            (
                "{type: object, x-window: {start: a, end: b, zone: a}, properties: {a: {type: string}}}",
                "12:37: error: x-window names \"a\" twice"
            ),
            (
                "{type: object, x-window: {start: a, end: b, days: c}, properties: {a: {type: string}}}",
                "12:56: error: \"days\" is not a member of x-window"
            ),
            ("{$ref: '#/info', x-fraction-digits: 3}", "error: \"x-fraction-digits\" beside a $ref is not supported"),
            ("{not: {type: string}}", "12:18: error: \"not\" cannot be expressed as Swift types"),
            ("{type: object, properties: {a: false}}", "12:43: error: the schema false allows no value"),
            ("{type: object, required: [b], properties: {a: {}}}", "12:38: error: \"b\" is required, but no such property is described"),
            (
                "{type: object, properties: {a: {type: string, x-swift-name: A}}}",
                "12:40: error: x-swift-name \"A\" is not a valid name for a Swift property"
            ),
            (
                "{type: object, properties: {a: {x-swift-name: c}, b: {x-swift-name: c}}}",
                "12:62: error: two properties have the Swift name \"c\""
            ),
            ("{type: object, x-swift-name: String, properties: {a: {}}}", "12:12: error: the Swift name \"String\" is taken or reserved"),
            (
                "{type: object, x-swift-name: thing, properties: {a: {}}}",
                "12:12: error: x-swift-name \"thing\" is not a valid name for a Swift type"
            ),
            ("{allOf: [{type: string}, {type: object, properties: {a: {}}}]}", "12:21: error: allOf joins objects, but this is not one"),
            (
                "{discriminator: {propertyName: k}, oneOf: [{type: object, properties: {a: {}}}, {type: object, properties: {b: {}}}]}",
                "error: an alternative of a union with a discriminator needs a value"
            ),
            (
                "{type: object, properties: {a: {type: string, deprecated: true, x-replacement: b}}}",
                "12:43: error: x-replacement names \"b\", which is not a property of the same schema"
            ),
            ("{$ref: '#/components/schemas/Thing'}", "12:12: error: this schema only refers to itself"),
            ("{allOf: [{$ref: '#/components/schemas/Thing'}]}", "error: this schema only refers to itself"),
            (
                "{$ref: '#/components/schemas/Nothing'}",
                "12:19: error: the reference points to openapi.yaml#/components/schemas/Nothing, but openapi.yaml has no \"Nothing\" there"
            ),
            ("{$ref: '#/info', properties: {}}", "error: \"properties\" beside a $ref is not supported; join the two with allOf"),
            ("{description: }", "error: \"description\" of a schema is empty"),
            ("3", "12:12: error: a schema must be a mapping of names to values"),
        ])
    func invalidSchema(schema: String, expected: String) {
        let diagnostics = thing(schema).diagnostics
        let place = expected.hasPrefix("error") ? "" : "openapi.yaml:"
        #expect(diagnostics.contains { $0.contains(place + expected) }, "\(diagnostics)")
    }

    @Test("A flaw is an error for a strict reader, and otherwise a warning that says what becomes of it")
    func flaws() {
        let schema = "{type: object, properties: {a: {type: string}}, not: {required: [a]}}"
        #expect(
            thing(schema).diagnostics == [
                "openapi.yaml:12:65: error: \"not\" cannot be expressed as Swift types; describe the values that occur with properties, items, enum or oneOf"
            ])
        let used = thing(schema, isStrict: false)
        #expect(
            used.diagnostics == [
                "openapi.yaml:12:65: warning: \"not\" cannot be expressed as Swift types; it is left out, and values are not checked against it; describe the values that occur with properties, items, enum or oneOf"
            ])
        #expect(used.property("Thing", "a") != nil)
    }

    @Test("A file within JSON is rejected at its place")
    func fileInJSON() {
        let both = generate([
            "openapi.yaml": openAPI(
                paths: """
                    /a:
                      post:
                        operationId: a
                        requestBody: {content: {multipart/form-data: {schema: {$ref: '#/components/schemas/F'}}}}
                        responses: {'200': {description: OK, content: {application/json: {schema: {$ref: '#/components/schemas/F'}}}}}
                    """, schemas: "F: {type: object, properties: {file: {type: string, format: binary}, n: {}}}")
        ])
        #expect(
            both.errors.count == 1 && both.errors[0].hasPrefix("openapi.yaml:12:36: error: \"file\" is a file here and text in JSON"),
            "\(both.errors)")
    }
}
