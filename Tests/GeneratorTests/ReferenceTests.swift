import GeneratorTestSupport
import Testing

/// References resolve to every allowed place of a spec, and to no other.
@Suite struct ReferenceTests {
    private func document(_ reference: String, version: String = "3.1.0", schemas: String = "") -> String {
        openAPI(
            version: version,
            paths:
                "/p: {get: {operationId: p, responses: {'200': {description: OK, content: {application/json: {schema: {$ref: '\(reference)'}}}}}}}",
            schemas: schemas)
    }

    private let thing = "{type: object, properties: {a: {type: string}}}"

    @Test(
        "Both escapes of pointers are supported",
        arguments: [
            "#/components/schemas/a~1b%7E0c%20d", "#/components/schemas/a%2Fb", "#/components/schemas/x~0y", "#/components/schemas/%C3%A9",
        ])
    func pointerEscapes(reference: String) {
        let schemas = "a/b~c d: \(thing)\na%2Fb: \(thing)\nx~y: \(thing)\né: \(thing)"
        let generated = generate(["openapi.yaml": document(reference, schemas: schemas)])
        // `%2F` is a slash that separates steps. Only `~1` is a slash within a name.
        #expect((generated.errors == []) == (reference != "#/components/schemas/a%2Fb"), "\(generated.errors)")
    }

    @Test(
        "Other files are resolved relative to the referring file",
        arguments: [
            "sub/Thing.yaml", "./sub/../sub/Thing.yaml#", "sub/Things.json#/things/0", "sub/More.yaml#/$defs/Thing", "sub%2FThing.yaml",
            "Loop.yaml#/a",
        ])
    func relativeFiles(reference: String) {
        let files = [
            "openapi.yaml": document(reference), "sub/Thing.yaml": thing, "sub/Things.json": #"{"things": [{"$ref": "Thing.yaml"}]}"#,
            "sub/More.yaml": "$defs: {Thing: {allOf: [{$ref: './Thing.yaml'}]}}", "Loop.yaml": "a: {$ref: 'sub/More.yaml#/$defs/Thing'}",
        ]
        let generated = generate(files)
        #expect(generated.diagnostics == [])
        #expect(generated.sources["sub/Thing.yaml"]?.contains("public struct Thing: ResponseModel") == true)
    }

    @Test(
        "A reference outside the folder is rejected",
        arguments: [
            "../other.yaml", "sub/../../other.yaml", "..%2Fother.yaml", "%2e%2e/other.yaml", "/etc/passwd", "file:///etc/passwd",
            "https://x.example/a.yaml",
            "C:\\x.yaml", "..\\x.yaml", "//host/x.yaml", "%2Fetc/passwd",
        ])
    func referenceOutsideFolder(reference: String) {
        let errors = generate(["openapi.yaml": document(reference), "other.yaml": thing]).errors
        #expect(errors.count == 1 && errors[0].contains("leaves the spec's folder"), "\(errors)")
        #expect(errors.first?.hasPrefix("openapi.yaml:5:") == true)
    }

    @Test(
        "A broken reference is rejected at its place",
        arguments: [
            ("#/components/schemas/%zz", "has a broken percent-escape"), ("#/components/schemas/a~2", "has a ~ that is neither ~0"),
            ("#thing", "is not a JSON pointer"), ("Missing.yaml", "cannot read Missing.yaml: there is no such file"),
            ("#/components/schemas/%ff", "has a broken percent-escape"), ("#/info/title/x", "has no \"x\" there"),
            ("#/tags/0", "has no \"tags\" there"),
        ])
    func brokenReference(reference: String, message: String) {
        let errors = generate(["openapi.yaml": document(reference)]).errors
        #expect(errors.count == 1 && errors[0].contains(message) && errors[0].hasPrefix("openapi.yaml:5:"), "\(errors)")
    }

    @Test("Circular references of responses and parameters are rejected")
    func circularReferences() {
        let errors = generate([
            "openapi.yaml": openAPI(
                paths:
                    "/p: {get: {operationId: p, responses: {'200': {$ref: '#/paths/~1p/get/responses/201'}, '201': {$ref: '#/paths/~1p/get/responses/200'}}}}"
            )
        ]).errors
        #expect(errors.count == 2 && errors.allSatisfy { $0.contains("refers to itself") }, "\(errors)")
    }

    @Test("Recursive types are boxed once")
    func recursiveTypes() {
        let generated = generate([
            "openapi.yaml": document(
                "#/components/schemas/A",
                schemas: """
                    A: {type: object, properties: {b: {$ref: '#/components/schemas/B'}, list: {type: array, items: {$ref: '#/components/schemas/A'}}}}
                    B: {type: object, properties: {c: {$ref: '#/components/schemas/C'}}}
                    C: {oneOf: [{$ref: '#/components/schemas/A'}, {type: string}]}
                    """)
        ])
        #expect(generated.diagnostics == [])
        #expect(generated.property("A", "b")?.type == .optional(.named("B")))
        guard case .union(let union) = generated["C"]?.kind else {
            Issue.record("C is no union")
            return
        }
        #expect(union.isRecursive)
    }

    @Test("Siblings of a reference count in 3.1 and are ignored in 3.0")
    func referenceSiblings() {
        let schema =
            "{type: object, properties: {name: {$ref: '#/components/schemas/Name', maxLength: 5, description: Short., x-swift-name: short}}}"
        let name = "Name: {type: string, minLength: 1, maxLength: 9, description: A name.}"
        let modern = makeThing(schema, others: name)
        #expect(modern.diagnostics == [])
        #expect(modern.text.contains("rules.length(short, min: 1, max: 5, at: \"name\")"))
        #expect(
            modern.text.contains(
                "/// Short.\n        ///\n        /// 1 to 5 characters.\n        public var short: String?"))
        let old = makeThing(schema, version: "3.0.3", others: name)
        #expect(
            old.diagnostics == ["openapi.yaml:12:93: warning: OpenAPI 3.0 ignores \"maxLength\" beside a $ref; join the two with allOf"])
        #expect(!old.text.contains("max: 5"))
    }

    @Test(
        "Null is accepted in every notation",
        arguments: [
            ("3.0.3", "{type: string, nullable: true}"), ("3.1.0", "{type: [string, 'null']}"),
            ("3.1.0", "{oneOf: [{type: string}, {type: 'null'}]}"),
            ("3.0.3", "{allOf: [{type: string}], nullable: true}"), ("3.1.0", "{anyOf: [{type: 'null'}, {type: string}]}"),
            ("3.1.0", "{oneOf: [{type: string, nullable: true}]}"),
        ])
    func nullNotations(version: String, schema: String) {
        let generated = makeThing("{type: object, required: [b], properties: {a: \(schema), b: \(schema)}}", version: version)
        #expect(generated.diagnostics == [])
        #expect(generated.property("Thing", "a")?.type == .optional(.nullable(.string)))
        #expect(generated.property("Thing", "b")?.presence == .requiredNullable)
    }

    @Test(
        "A union allows null if an alternative, the reference to one, or a nested union does",
        arguments: [
            "{oneOf: [{type: [integer, 'null']}, {type: boolean}]}",
            "{oneOf: [{$ref: '#/components/schemas/Number', nullable: true}, {type: boolean}]}",
            "{oneOf: [{oneOf: [{type: integer}, {type: string}, {type: 'null'}]}, {type: boolean}]}",
        ])
    func nullInUnions(schema: String) {
        let generated = makeThing("{type: object, required: [a], properties: {a: \(schema)}}", others: "Number: {type: integer}")
        #expect(generated.diagnostics == [])
        #expect(generated.property("Thing", "a")?.presence == .requiredNullable)
    }
}

/// Returns the same as ``thing(_:version:others:)``, for tests with a property of that name.
private func makeThing(_ schema: String, version: String = "3.1.0", others: String = "") -> Generated {
    thing(schema, version: version, others: others)
}
