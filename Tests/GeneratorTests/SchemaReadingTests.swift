import GeneratorOpenAPI
import Testing

/// Every reader of schemas follows references, joins and alternatives in the same way.
@Suite struct SchemaReadingTests {
    @Test("The parts of a schema come after it, each once, in the order of the document")
    func order() throws {
        let document = try document(
            """
            Root: {allOf: [{$ref: '#/components/schemas/Left'}, {type: object}, {$ref: '#/components/schemas/Right'}]}
            Left: {allOf: [{$ref: '#/components/schemas/Base'}]}
            Right: {allOf: [{$ref: '#/components/schemas/Base'}, {title: last}]}
            Base: {type: object}
            """)
        #expect(
            document.joined(component("Root")).map(\.place.description)
                == [
                    "#/components/schemas/Root", "#/components/schemas/Root/allOf/0", "#/components/schemas/Left",
                    "#/components/schemas/Left/allOf/0", "#/components/schemas/Base", "#/components/schemas/Root/allOf/1",
                    "#/components/schemas/Root/allOf/2", "#/components/schemas/Right", "#/components/schemas/Right/allOf/0",
                    "#/components/schemas/Right/allOf/1",
                ].map { "openapi.yaml" + $0 })
    }

    @Test("A reference and its siblings are read together, the siblings first")
    func siblings() throws {
        let document = try document(
            """
            Root: {$ref: '#/components/schemas/Name', maxLength: 5, description: short}
            Name: {type: string, maxLength: 9, description: any}
            """)
        let parts = document.joined(component("Root"))
        #expect(parts.map(\.description) == ["short", "any"])
        #expect(parts.map(\.constraints.maxLength) == [5, 9])
    }

    @Test("A cycle of references and joins ends")
    func cycle() throws {
        let document = try document(
            """
            Root: {allOf: [{$ref: '#/components/schemas/Other'}]}
            Other: {allOf: [{$ref: '#/components/schemas/Root'}]}
            """)
        #expect(document.joined(component("Root")).count == 4)
        let references = try self.document(
            """
            Root: {$ref: '#/components/schemas/Other'}
            Other: {$ref: '#/components/schemas/Root'}
            """)
        var ends = ChainEnds()
        #expect(ends.target(of: component("Root"), in: references).place == component("Other"))
        #expect(ends.target(of: component("Other"), in: references).place == component("Other"))
        #expect(references.joined(component("Root")).count == 2)
        #expect(!references.allowsNull(component("Root")))
    }

    @Test("The ends of 20,000 references in a chain are found in 20,000 steps")
    func chain() throws {
        let count = 20_000
        let place = { (index: Int) in Place(file: "openapi.yaml", path: [String(index)]) }
        for order in [Array(0..<count), (0..<count).reversed(), Array(1..<count) + [0]] {
            var ends = ChainEnds()
            var steps = 0
            for index in order {
                let end = ends.end(of: place(index)) { place in
                    steps += 1
                    return place.path.first.flatMap { Int($0) }.flatMap {
                        $0 + 1 < count ? .init(file: place.file, path: ["\($0 + 1)"]) : nil
                    }
                }
                #expect(end == place(count - 1))
            }
            #expect(steps <= count + 1)
        }
    }

    @Test("A walk visits 20,000 places that all lead to each other's neighbors once")
    func walk() {
        let count = 20_000
        var asked = 0
        let walk = PlaceWalk(from: [Place(file: "", path: ["0"])]) { place in
            asked += 1
            let index = place.path.first.flatMap { Int($0) } ?? 0
            return [index + 1, index - 1].filter { (0..<count).contains($0) }.map { Place(file: "", path: ["\($0)"]) }
        }
        #expect(Array(walk).count == count)
        #expect(asked == count)
    }

    @Test("The alternatives of nested unions take the place of the unions, each once")
    func nestedUnions() throws {
        let document = try document(
            """
            Root: {oneOf: [{$ref: '#/components/schemas/A'}, {$ref: '#/components/schemas/Inner'}, {$ref: '#/components/schemas/B'}]}
            Inner: {anyOf: [{$ref: '#/components/schemas/Root'}, {$ref: '#/components/schemas/C'}, {$ref: '#/components/schemas/A'}]}
            A: {type: string}
            B: {type: integer}
            C: {type: boolean}
            """)
        var ends = ChainEnds()
        let flattened = PlaceWalk.flattened([component("Root")]) { place in
            let alternatives = document.schema(place).alternatives
            return alternatives.isEmpty ? nil : alternatives.map { ends.target(of: $0, in: document).place }
        }
        #expect(flattened == ["A", "C", "B"].map(component))
    }

    @Test("A union without alternatives of its own is not an alternative")
    func emptyUnion() {
        #expect(PlaceWalk.flattened([component("A"), component("B")]) { $0 == component("A") ? [] : nil } == [component("B")])
    }

    @Test(
        "Null is allowed by a reference's siblings, by its target, by any alternative, and by a schema that says nothing",
        arguments: [
            ("{$ref: '#/components/schemas/Text', nullable: true}", true), ("{$ref: '#/components/schemas/Optional'}", true),
            ("{$ref: '#/components/schemas/Text'}", false), ("{}", true), ("{type: [string, 'null']}", true),
            ("{oneOf: [{$ref: '#/components/schemas/Text'}, {anyOf: [{type: integer}, {type: [boolean, 'null']}]}]}", true),
            ("{oneOf: [{$ref: '#/components/schemas/Text'}, {type: integer}]}", false), ("{enum: [a, null]}", true), ("{enum: [a]}", false),
            ("{allOf: [{$ref: '#/components/schemas/Optional'}, {$ref: '#/components/schemas/Text'}]}", false),
        ])
    func null(schema: String, isAllowed: Bool) throws {
        let document = try document("Root: \(schema)\nText: {type: string}\nOptional: {type: [string, 'null']}")
        #expect(document.allowsNull(component("Root")) == isAllowed)
    }

    @Test(
        "A component, a definition, an entry of a file, and a whole file have names; other schemas have none",
        arguments: [
            (["components", "schemas", "Tag"], "Tag"), (["definitions", "Tag"], "Tag"), (["$defs", "Tag"], "Tag"), (["Tag"], "Tag"),
            ([], "folder-tag"), (["components", "parameters", "Tag"], nil), (["components", "schemas", "Tag", "items"], nil),
            (["paths", "/tags"], nil),
        ])
    func componentNames(path: [String], name: String?) throws {
        let schema = Schema(
            place: Place(file: "schemas/folder-tag.yaml", path: path), location: .init(file: "", line: 1, column: 1))
        #expect(schema.componentName == name)
    }

    private func component(_ name: String) -> Place { Place(file: "openapi.yaml", path: ["components", "schemas", name]) }

    /// Returns a document with an operation that answers the component `Root`.
    private func document(_ schemas: String) throws -> Document {
        let text = """
            openapi: 3.1.0
            info: {title: Test, version: '1'}
            paths:
              /root:
                get:
                  operationId: getRoot
                  responses:
                    '200': {description: OK, content: {application/json: {schema: {$ref: '#/components/schemas/Root'}}}}
            components:
              schemas:
            \(schemas.split(separator: "\n").map { "    \($0)" }.joined(separator: "\n"))
            """
        let diagnostics = Diagnostics()
        let files = SpecificationFiles(diagnostics: diagnostics) { _ in Array(text.utf8) }
        let document = Document.read("openapi.yaml", from: files, diagnostics: diagnostics)
        #expect(diagnostics.all == [])
        return try #require(document)
    }
}
