import GeneratorSwiftAPI
import GeneratorTestSupport
import Testing

@Suite("Schemas with the same x-swift-type are one type")
struct SharedTypeTests {
    private func twice(_ first: String, _ second: String) -> Generated {
        thing(
            """
            {type: object, properties: {now: \(first), before: \(second)}}
            """)
    }

    @Test("Two inline enums with one name are one type, declared once.")
    func inlineEnums() throws {
        let generated = twice(
            "{type: string, enum: [ON, OFF], x-swift-type: Power}",
            "{type: string, enum: [OFF, ON], x-swift-type: Power, description: Then.}")
        #expect(generated.diagnostics == [])
        #expect(generated.property("Thing", "now")?.type == .optional(.named("Power")))
        #expect(generated.property("Thing", "before")?.type == .optional(.named("Power")))
        #expect(generated.property("Thing", "before")?.documentation == ["Then."])
    }

    @Test("What a schema says about its use, such as null, a default or read-only, stays with the use.")
    func uses() throws {
        let generated = twice(
            "{type: [string, 'null'], enum: [ON, OFF], x-swift-type: Power, readOnly: true}",
            "{type: string, enum: [ON, OFF], x-swift-type: Power, deprecated: true}")
        #expect(generated.diagnostics == [])
        let (now, before) = (try #require(generated.property("Thing", "now")), try #require(generated.property("Thing", "before")))
        #expect(!now.isWritten && before.isWritten)
        #expect(now.deprecation == nil && before.deprecation != nil)
    }

    @Test("Beside x-swift-type, x-swift-name names the property.")
    func propertyName() throws {
        let generated = thing("{type: object, properties: {st: {type: string, enum: [A, B], x-swift-type: Status, x-swift-name: status}}}")
        #expect(generated.diagnostics == [])
        let property = try #require(generated.property("Thing", "st"))
        #expect(property.name == "status" && property.type == .optional(.named("Status")))
    }

    @Test("A component and inline schemas share a type; the component is the one that is declared.")
    func component() throws {
        let generated = thing(
            "{type: object, properties: {a: {$ref: '#/components/schemas/Spot'}, b: {type: object, properties: {x: {type: integer}}, x-swift-type: Point}}}",
            others: "Spot: {type: object, x-swift-type: Point, properties: {x: {type: integer}}}\n")
        #expect(generated.diagnostics == [])
        #expect(generated.property("Thing", "a")?.type == .optional(.named("Point")))
        #expect(generated.property("Thing", "b")?.type == .optional(.named("Point")))
        #expect(generated["Spot"] == nil)
    }

    @Test("An inline string whose type is called …ID is an identifier.")
    func identifier() throws {
        let generated = twice("{type: string, x-swift-type: LampID}", "{type: string, x-swift-type: LampID}")
        #expect(generated.diagnostics == [])
        #expect(generated["LampID"]?.kind == .identifier)
        #expect(generated.property("Thing", "before")?.type == .optional(.named("LampID")))
    }

    @Test(
        "Schemas that differ cannot share a type, and the error names both places and what differs.",
        arguments: [
            ("{type: string, enum: [ON], x-swift-type: T}", "its enum differs"),
            ("{type: object, properties: {a: {type: string}}, x-swift-type: T}", "its type differs"),
        ])
    func different(schema: String, reason: String) throws {
        let generated = twice("{type: string, enum: [ON, OFF], x-swift-type: T}", schema)
        let error = try #require(generated.errors.first)
        #expect(error.contains("x-swift-type \"T\" is also that of the schema at openapi.yaml:"))
        #expect(error.contains(reason))
    }

    @Test("A difference further inside is named by its path.")
    func inner() throws {
        func object(_ type: String) -> String {
            "{type: object, x-swift-type: T, properties: {a: {type: object, properties: {b: {type: \(type)}}}}}"
        }
        let error = try #require(twice(object("string"), object("integer")).errors.first)
        #expect(error.contains("the type of \"a.b\" differs"))
    }

    @Test("A schema without a type of its own, a reference, and a name that is no type name are errors.")
    func misuse() {
        #expect(twice("{type: integer, x-swift-type: T}", "{type: string}").errors.first?.contains("no type of its own in Swift") == true)
        #expect(
            twice("{$ref: '#/components/schemas/Thing', x-swift-type: T}", "{type: string}").errors.first?.contains("put it on the target")
                == true)
        #expect(twice("{type: string, enum: [A], x-swift-type: t}", "{type: string}").errors.first?.contains("not a valid name") == true)
    }

    @Test("A type that contains itself is shared too.")
    func recursive() throws {
        let generated = thing(
            "{type: object, properties: {a: {$ref: '#/components/schemas/Left'}, b: {$ref: '#/components/schemas/Right'}}}",
            others: """
                Left: {type: object, x-swift-type: Tree, properties: {next: {$ref: '#/components/schemas/Left'}}}
                Right: {type: object, x-swift-type: Tree, properties: {next: {$ref: '#/components/schemas/Right'}}}

                """)
        #expect(generated.diagnostics == [])
        #expect(generated.property("Thing", "b")?.type == generated.property("Thing", "a")?.type)
    }

    @Test("x-swift-order lists properties in the order of the initializer; others follow.")
    func orderOfProperties() throws {
        let generated = thing(
            "{type: object, x-swift-order: [c, a], properties: {a: {type: string}, b: {type: string}, c: {type: string}}}")
        #expect(generated.diagnostics == [])
        guard case .structure(let structure) = generated["Thing"]?.kind else { return _ = Issue.record("Thing is not a structure") }
        #expect(structure.properties.map(\.wireName) == ["c", "a", "b"])
    }

    @Test("x-swift-order lists the arguments of an operation, and warns about what is no parameter.")
    func orderOfArguments() throws {
        let paths = """
            /things:
              get:
                operationId: listThings
                x-swift-order: [c, z, a]
                parameters:
                  - {name: a, in: query, schema: {type: string}}
                  - {name: b, in: query, schema: {type: string}}
                  - {name: c, in: query, schema: {type: string}}
                responses: {'204': {description: OK}}
            """
        let generated = generate(["openapi.yaml": openAPI(paths: paths)])
        #expect(generated.methods.first?.arguments.map(\.name) == ["c", "a", "b"])
        #expect(
            generated.diagnostics.count == 1 && generated.diagnostics[0].contains("x-swift-order lists \"z\", which is not a parameter"))
    }

    @Test("A name that is listed twice in x-swift-order is an error.")
    func orderTwice() {
        let generated = thing("{type: object, x-swift-order: [a, a], properties: {a: {type: string}}}")
        #expect(generated.errors.first?.contains("\"x-swift-order\" lists \"a\" twice") == true)
    }
}
