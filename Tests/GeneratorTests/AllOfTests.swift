import GeneratorSwiftAPI
import GeneratorTestSupport
import Testing

/// `allOf` merges its parts: constraints, required members and enums.
@Suite struct AllOfTests {
    private func checks(_ generated: Generated, of property: String) -> [Rule.Check] {
        guard case .structure(let structure) = generated["Thing"]?.kind else { return [] }
        return structure.rules.filter { $0.wireName == property }.map(\.check)
    }

    private func a(_ schema: String, others: String = "") -> Generated {
        thing("{type: object, properties: {a: \(schema)}}", others: others)
    }

    // MARK: Constraints

    @Test(
        "A scalar has the constraints of all parts",
        arguments: [
            "{allOf: [{$ref: '#/components/schemas/Code'}, {maxLength: 4}]}",
            "{allOf: [{$ref: '#/components/schemas/Code'}, {type: string, maxLength: 4}]}",
            "{type: string, maxLength: 4, allOf: [{$ref: '#/components/schemas/Code'}]}",
            "{allOf: [{type: string, maxLength: 4, minLength: 1}, {$ref: '#/components/schemas/Code'}]}",
            "{type: string, allOf: [{maxLength: 4}, {minLength: 2}]}", "{$ref: '#/components/schemas/Short'}",
            "{allOf: [{$ref: '#/components/schemas/Short'}, {$ref: '#/components/schemas/Code'}, {type: string}]}",
        ])
    func scalarConstraints(schema: String) {
        let generated = a(
            schema,
            others:
                "Code: {type: string, minLength: 2, maxLength: 9}\nShort: {allOf: [{$ref: '#/components/schemas/Code'}, {type: string, maxLength: 4}]}"
        )
        #expect(generated.diagnostics == [])
        #expect(generated.property("Thing", "a")?.type == .optional(.string))
        #expect(checks(generated, of: "a") == [.length(min: 2, max: 4)])
        #expect(generated.property("Thing", "a")?.documentation == ["2 to 4 characters."])
    }

    @Test(
        "The tighter bound and all patterns apply",
        arguments: [
            (
                "{type: integer, minimum: 1, maximum: 9}", "{minimum: 3, exclusiveMaximum: 9}",
                [Rule.Check.integer(min: .init(value: "3", isExclusive: false), max: .init(value: "9", isExclusive: true), multipleOf: nil)]
            ),
            (
                "{type: number, exclusiveMinimum: 2.5}", "{type: integer, minimum: 2.5}",
                [.integer(min: .init(value: "3", isExclusive: false), max: nil, multipleOf: nil)]
            ),
            (
                "{type: number, exclusiveMinimum: 2}", "{type: number, minimum: 3}",
                [.number(min: .init(value: "3", isExclusive: false), max: nil, multipleOf: nil)]
            ),
            (
                "{type: integer, format: int32}", "{type: integer, minimum: 0}",
                [.int32(min: .init(value: "0", isExclusive: false), max: nil, multipleOf: nil)]
            ),
            ("{type: integer, multipleOf: 2}", "{multipleOf: 6}", [.integer(min: nil, max: nil, multipleOf: "6")]),
            (
                "{type: integer, multipleOf: 2}", "{multipleOf: 3}",
                [.integer(min: nil, max: nil, multipleOf: "2"), .integer(min: nil, max: nil, multipleOf: "3")]
            ),
            ("{type: string, pattern: a}", "{type: string, pattern: b}", [.pattern("a"), .pattern("b")]),
            (
                "{type: array, items: {type: string}, minItems: 1}", "{type: array, minItems: 2, uniqueItems: true}",
                [.items(min: 2, max: nil), .unique]
            ),
        ])
    func boundsAndPatterns(first: String, second: String, expected: [Rule.Check]) {
        let forwards = a("{allOf: [\(first), \(second)]}")
        #expect(forwards.diagnostics == [])
        #expect(Set(checks(forwards, of: "a").map { "\($0)" }) == Set(expected.map { "\($0)" }))
        #expect(Set(checks(a("{allOf: [\(second), \(first)]}"), of: "a").map { "\($0)" }) == Set(expected.map { "\($0)" }))
    }

    @Test("Null, a default value and a description are kept from any part")
    func nullDefaultAndDescription() {
        let generated = a(
            "{allOf: [{$ref: '#/components/schemas/Scope'}, {type: string, nullable: true, description: What it covers., default: B}]}",
            others: "Scope: {type: string, enum: [A, B], description: A scope.}")
        #expect(generated.diagnostics == [])
        #expect(generated.property("Thing", "a")?.type == .optional(.nullable(.named("Scope"))))
        #expect(generated.property("Thing", "a")?.documentation.first == "What it covers.")
        #expect(generated.property("Thing", "a")?.documentation.last == "The service's default: `B`.")
    }

    // MARK: Enums

    @Test("Enums are intersected, and keep their names")
    func enums() throws {
        let generated = a(
            "{allOf: [{$ref: '#/components/schemas/Scope'}, {type: string, enum: [C, B, X]}]}",
            others: "Scope: {type: string, enum: [A, B, C], x-enum-varnames: [first, second, third]}")
        #expect(generated.diagnostics == [])
        #expect(generated.property("Thing", "a")?.type == .optional(.named("ThingA")))
        guard case .enumeration(let enumeration) = try #require(generated["ThingA"]).kind else { throw NoSuchFile() }
        #expect(enumeration.members.map(\.name) == ["second", "third"])
        #expect(enumeration.members.map(\.value) == [.string("B"), .string("C")])
    }

    @Test("An enum that already has all values keeps its type")
    func enumWithAllValues() {
        let generated = a(
            "{allOf: [{$ref: '#/components/schemas/Scope'}, {type: string, enum: [A, B, C]}]}",
            others: "Scope: {type: string, enum: [A, B]}")
        #expect(generated.property("Thing", "a")?.type == .optional(.named("Scope")))
    }

    // MARK: Required

    @Test(
        "A property that another part requires is required",
        arguments: ["[{$ref: '#/components/schemas/Base'}, {required: [a]}]", "[{required: [a]}, {$ref: '#/components/schemas/Base'}]"])
    func requiredProperty(parts: String) {
        let generated = thing(
            "{allOf: \(parts)}",
            others: "Base: {type: object, required: [b], properties: {a: {type: string}, b: {type: string}, c: {type: string}}}")
        #expect(generated.diagnostics == [])
        #expect(["a", "b", "c"].map { generated.property("Thing", $0)?.presence } == [.required, .required, .optional])
    }

    // MARK: Redefined properties

    @Test("A redefined property keeps its attributes")
    func redefinedProperty() throws {
        let generated = thing(
            """
            {allOf: [{$ref: '#/components/schemas/Base'}, {type: object, properties: {name: {maxLength: 5, deprecated: true}, \
            owner: {required: [x]}, status: {enum: [B]}, kin: {$ref: '#/components/schemas/Narrow'}}}]}
            """,
            others: """
                Base:
                  type: object
                  properties:
                    name: {type: string, minLength: 2, description: The name.}
                    owner: {$ref: '#/components/schemas/Owner'}
                    status: {type: string, enum: [A, B]}
                    kin: {$ref: '#/components/schemas/Owner'}
                Owner: {type: object, properties: {x: {type: string}, y: {type: string}}}
                Narrow: {type: object, properties: {x: {type: string}}}
                """)
        #expect(generated.diagnostics == [])
        let name = try #require(generated.property("Thing", "name"))
        #expect(name.type == .optional(.string) && name.deprecation != nil && name.documentation.first == "The name.")
        #expect(checks(generated, of: "name") == [.length(min: 2, max: 5)])
        #expect(generated.property("Thing", "owner")?.type == .optional(.named("ThingOwner")))
        #expect(["x", "y"].map { generated.property("ThingOwner", $0)?.presence } == [.required, .optional])
        guard case .structure(let owner) = generated["ThingOwner"]?.kind else { throw NoSuchFile() }
        #expect(owner.isSent && owner.isReceived)
        guard case .enumeration(let status) = generated["ThingStatus"]?.kind else { throw NoSuchFile() }
        #expect(status.members.map(\.name) == ["b"])
        // A narrower object contains all members.
        #expect(generated.property("Thing", "kin")?.type == .optional(.named("Narrow")))
    }

    @Test("A redefined part of a form keeps its encoding")
    func redefinedFormPart() {
        let generated = generate([
            "openapi.yaml": openAPI(
                paths: """
                    /p:
                      post:
                        operationId: p
                        requestBody:
                          content:
                            multipart/form-data:
                              schema:
                                allOf: [{type: object, properties: {n: {type: string}}}, {type: object, properties: {n: {maxLength: 3}}}]
                        responses: {'200': {description: OK}}
                    """)
        ])
        #expect(generated.diagnostics == [])
        #expect(generated.text.contains("rules.length(n, max: 3, at: \"n\")"))
    }

    // MARK: Contradictions

    @Test(
        "Contradictory parts are rejected at their allOf",
        arguments: [
            (
                "{allOf: [{type: string, enum: [A]}, {type: string, enum: [B]}]}",
                "12:43: error: this allOf joins enums that have no value in common"
            ),
            (
                "{allOf: [{type: string}, {type: integer}]}",
                "12:43: error: this allOf requires types that exclude each other: string and integer"
            ),
            (
                "{allOf: [{type: string, format: date}, {type: string, format: date-time}]}",
                "12:43: error: this allOf requires formats that exclude each other: date and date-time"
            ),
            ("{allOf: [{type: string, minLength: 5}, {maxLength: 4}]}", "12:43: error: at least 5 and at most 4 characters are allowed"),
            ("{allOf: [{type: integer, minimum: 5}, {exclusiveMaximum: 5}]}", "12:43: error: at least 5 and less than 5 are allowed"),
            (
                "{allOf: [{type: array, items: {type: string}}, {type: array, items: {type: integer}}]}",
                "12:73: error: this allOf requires types that exclude each other: string and integer"
            ),
            ("{$ref: '#/components/schemas/Long', maxLength: 4}", "12:43: error: at least 5 and at most 4 characters are allowed"),
        ])
    func contradictoryParts(schema: String, expected: String) {
        let diagnostics = a(schema, others: "Long: {type: string, minLength: 5}").diagnostics
        #expect(diagnostics.count == 1 && diagnostics[0].hasPrefix("openapi.yaml:" + expected), "\(diagnostics)")
    }
}
