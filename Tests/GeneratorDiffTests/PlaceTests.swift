import GeneratorYAML
import Testing

@testable import GeneratorDiff

@Suite struct PlaceTests {
    private static let old = """
        openapi: 3.1.0
        info: {title: Test, version: v1}
        servers: [{url: https://x.test}]
        paths:
          /tags:
            get:
              operationId: getTags
              parameters: [{$ref: '#/components/parameters/size'}]
              responses:
                '200': {description: OK, content: {application/json: {schema: {type: array, items: {$ref: '#/components/schemas/Tag'}}}}}
          /tags/{id}:
            get:
              operationId: getTag
              parameters:
                - {name: id, in: path, required: true, schema: {type: string}}
                - {$ref: '#/components/parameters/size'}
              responses:
                '200': {description: OK, content: {application/json: {schema: {$ref: '#/components/schemas/Tag'}}}}
        components:
          parameters:
            size: {name: size, in: query, schema: {type: integer}}
          schemas:
            Tag:
              type: object
              required: [id]
              properties:
                id: {type: string}
                kind: {$ref: '#/components/schemas/Kind'}
                parent: {$ref: '#/components/schemas/Tag'}
                owner:
                  type: object
                  properties:
                    name: {type: string, format: date}
            Kind: {type: string, enum: [a, b]}
        """

    private func found(_ changes: (String) -> String) throws -> [String] {
        let (old, new) = (try document(Self.old), try document(changes(Self.old)))
        return GeneratorDiff.changes(from: old, to: new).map { change in
            func place(_ location: GeneratorYAML.SourceLocation?) -> String { location.map { "\($0.line):\($0.column)" } ?? "-" }
            return """
                \(change.check) \(change.subject) \(place(change.old)) \(place(change.new)) \(place(change.nearest)) \
                \(change.operations.joined(separator: ","))
                """
        }
    }

    @Test("A change of a component is one change with every operation that it affects")
    func componentChange() throws {
        #expect(
            try found { $0.replacing("enum: [a, b]", with: "enum: [a, b, c]") } == [
                "response-property-enum-value-added Kind=\"c\" 34:11 34:11 34:11 getTag,getTags"
            ])
        #expect(
            try found { $0.replacing("format: date", with: "format: date-time") } == [
                "response-property-type-changed Tag.owner.name 33:13 33:13 33:13 getTag,getTags"
            ])
    }

    @Test("A shared parameter is named after the first operation and affects all of them")
    func sharedParameter() throws {
        #expect(
            try found { $0.replacing("schema: {type: integer}", with: "schema: {type: integer, maximum: 9}") } == [
                "request-parameter-max-set GET /tags query size 21:11 21:11 21:11 getTag,getTags"
            ])
    }

    @Test("A removed element is reported at its former parent")
    func removedElement() throws {
        #expect(
            try found { $0.replacing("        id: {type: string}\n", with: "").replacing("required: [id]", with: "required: []") } == [
                "response-required-property-removed Tag.id 27:9 - 24:7 getTag,getTags"
            ])
        let untyped = try found { $0.replacing(", items: {$ref: '#/components/schemas/Tag'}", with: "") }
        #expect(untyped == ["response-body-type-generalized GET /tags 200[] 24:7 10:44 10:44 getTags"])
    }

    @Test("An inline schema is named after the operation that uses it")
    func inlineSchema() throws {
        let changes = try changes(
            from: document(Self.old),
            to: document(
                Self.old.replacing("required: true, schema: {type: string}", with: "required: true, schema: {type: string, minLength: 2}")))
        #expect(
            changes == [
                Change(
                    check: "request-parameter-min-length-set", subject: "GET /tags/{} path id",
                    message: "the parameter GET /tags/{} path id: at least 2 characters now; requests with anything else are rejected",
                    text: "at least 2 characters now; requests with anything else are rejected",
                    old: .init(file: "openapi.yaml", line: 15, column: 11), new: .init(file: "openapi.yaml", line: 15, column: 11),
                    wire: .breaking, operations: ["getTag"])
            ])
    }

    @Test("The comparison of recursive schemas ends")
    func recursiveSchemas() throws {
        let text = Self.old.replacing(
            "        parent: {$ref: '#/components/schemas/Tag'}\n",
            with: "        parent: {type: object, properties: {parent: {$ref: '#/components/schemas/Tag'}, id: {type: integer}}}\n")
        let there = changes(from: try document(Self.old), to: try document(text)).map(\.check)
        #expect(there.contains("response-property-type-changed"))
        #expect(changes(from: try document(text), to: try document(text)).isEmpty)
    }

    @Test("An incomplete comparison is reported and does not pass")
    func incompleteComparison() throws {
        let (old, new) = (try document(Self.old), try document(Self.old.replacing("enum: [a, b]", with: "enum: [a]")))
        var whole = DocumentComparison(old: old, new: new)
        #expect(whole.changes().map(\.brief) == ["response-property-enum-value-removed Kind=\"b\": compatible"])
        var part = DocumentComparison(old: old, new: new, limit: 2)
        #expect(part.changes().map(\.brief) == ["comparison-incomplete schemas: breaking"])
    }

    @Test("The comparison of nested cycles of many lengths ends")
    func nestedCycles() throws {
        // All cycles describe each member at once, so that the number of values is the product of their lengths.
        func circle(_ name: String, _ length: Int) -> String {
            (0..<length).map { "\(name)\($0): {properties: {p: {$ref: '#/components/schemas/\(name)\(($0 + 1) % length)'}}}" }.joined(
                separator: ", ")
        }
        let circles = [("A", 7), ("B", 11), ("C", 13), ("D", 17), ("E", 19)]
        let text = """
            openapi: 3.1.0
            info: {title: Test, version: v1}
            paths: {/a: {get: {responses: {'200': {description: OK, content: {application/json: {schema: {allOf: [\(circles.map { "{$ref: '#/components/schemas/\($0.0)0'}" }.joined(separator: ", "))]}}}}}}}}
            components: {schemas: {\(circles.map(circle).joined(separator: ", "))}}
            """
        let spec = try document(text)
        var comparison = DocumentComparison(old: spec, new: spec, limit: 500)
        #expect(comparison.changes().map(\.check) == ["comparison-incomplete"])
    }
}
