import GeneratorTestSupport
import RepeatableNumbers
import Testing

/// The same spec always generates the same bytes.
@Suite struct DeterminismTests {
    @Test("Repeated generation returns the same bytes")
    func repeatedGeneration() throws {
        let files = try Fixtures.texts(in: Fixtures.goldenSpec)
        #expect(generate(files).sources == generate(files).sources)
        let vendor = ["openapi.yaml": VendorDocument(entities: 30).text]
        #expect(generate(vendor).sources == generate(vendor).sources)
    }

    @Test("The order of components does not matter", arguments: 1...8)
    func orderOfComponents(seed: UInt64) {
        var schemas = [
            "A: {type: object, properties: {b: {$ref: '#/components/schemas/B'}, x: {type: object, properties: {y: {type: string}}}}}",
            "B: {type: object, properties: {c: {$ref: '#/components/schemas/C'}}}",
            "b: {type: object, properties: {a: {$ref: '#/components/schemas/A'}}}",
            "C: {oneOf: [{$ref: '#/components/schemas/A'}, {$ref: '#/components/schemas/b'}]}", "AX: {type: string, enum: [a]}",
            "a_x: {type: object, properties: {ax: {$ref: '#/components/schemas/AX'}}}",
            "a.x: {type: object, properties: {next: {$ref: '#/components/schemas/a_x'}}}",
            "a-x: {type: object, properties: {ax: {$ref: '#/components/schemas/AX'}, next: {$ref: '#/components/schemas/a.x'}}}",
        ]
        let paths = """
            /p: {get: {operationId: p, responses: {'200': {description: OK, content: {application/json: {schema: {$ref: '#/components/schemas/C'}}}}}}}
            /q: {get: {operationId: q, responses: {'200': {description: OK, content: {application/json: {schema: {$ref: '#/components/schemas/a-x'}}}}}}}
            """
        let expected = generate(["openapi.yaml": openAPI(paths: paths, schemas: schemas.joined(separator: "\n"))])
        #expect(expected.diagnostics == [])
        #expect(expected.property("AX2", "ax") != nil && expected.property("AX3", "next")?.type == .optional(.named("AX4")))
        var numbers = SeededNumbers(seed: seed)
        schemas.shuffle(using: &numbers)
        #expect(generate(["openapi.yaml": openAPI(paths: paths, schemas: schemas.joined(separator: "\n"))]).sources == expected.sources)
    }
}
