import GeneratorTestSupport
import Testing

@Suite("Diagnostics of export markers")
struct ExportDiagnosticTests {
    /// Generates a POST whose body is the object `Query`, with the given export marker and additional paths.
    private func exporting(
        _ mark: String, query: String = "{type: object, properties: {form: {type: string, enum: [JSON, PDF, CSV]}, n: {type: integer}}}",
        content: String = "{application/json: {schema: {type: object, properties: {a: {}}}}, application/pdf: {}}", more: String = ""
    ) -> [String] {
        generate([
            "openapi.yaml": openAPI(
                paths: """
                    /a:
                      post:
                        operationId: a
                        x-export: \(mark)
                        requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/Query'}}}}
                        responses: {'200': {description: OK, content: \(content)}}
                    \(more)
                    """, schemas: "Query: \(query)")
        ]).diagnostics
    }

    @Test("A valid export marker is accepted")
    func validExport() {
        #expect(exporting("{by: form, in: body, json: JSON, files: [PDF, CSV]}") == [])
    }

    @Test(
        "An invalid export marker is rejected at its place",
        arguments: [
            ("[form]", "8:17: error: x-export must be a mapping of names to values"),
            ("{in: body, json: JSON, files: [PDF]}", "8:17: error: x-export needs \"by\""),
            ("{by: form, in: body, files: [PDF]}", "8:17: error: x-export needs \"json\""),
            ("{by: form, in: body, json: JSON}", "8:17: error: x-export needs \"files\""),
            ("{by: form, in: body, json: JSON, files: []}", "8:17: error: x-export needs the values that ask for a file: files: [PDF]"),
            ("{by: form, in: header, json: JSON, files: [PDF]}", "8:17: error: x-export has in: query or body, not \"header\""),
            ("{by: form, in: body, json: JSON, files: [PDF], to: x}", "8:64: error: \"to\" is not a member of x-export"),
            (
                "{by: form, json: JSON, files: [PDF]}",
                "8:17: error: x-export names \"form\", which is not a query parameter of a that is a string"
            ),
            (
                "{by: type, in: body, json: JSON, files: [PDF]}",
                "8:17: error: x-export names \"type\", which is not a member of the JSON body of a that is a string"
            ),
            (
                "{by: n, in: body, json: JSON, files: [PDF]}",
                "8:17: error: x-export names \"n\", which is not a member of the JSON body of a that is a string"
            ),
            ("{by: form, in: body, json: XML, files: [PDF]}", "8:17: error: x-export has json: XML, but \"form\" has no such value"),
            ("{by: form, in: body, json: JSON, files: [DOC]}", "8:58: error: x-export has the file DOC, but \"form\" has no such value"),
            ("{by: form, in: body, json: JSON, files: [PDF, JSON]}", "8:63: error: x-export has the file JSON, which asks for JSON"),
            ("{by: form, in: body, json: JSON, files: [PDF, PDF]}", "8:63: error: x-export has the file PDF, which is listed twice"),
            (
                "{by: form, in: body, json: JSON, files: [PDF], as: Query}",
                "8:17: error: the Swift name \"Query\" is not a valid type name, or is taken"
            ),
            (
                "{by: form, in: body, json: JSON, files: [PDF], as: form}",
                "8:17: error: the Swift name \"form\" is not a valid type name, or is taken"
            ),
        ])
    func invalidExport(mark: String, expected: String) {
        let diagnostics = exporting(mark)
        #expect(diagnostics.contains { $0.hasPrefix("openapi.yaml:" + expected) }, "\(diagnostics)")
    }

    @Test("A caller cannot override what an export marker determines")
    func exportIsNotOverridable() {
        let mark = "{by: form, in: body, json: JSON, files: [PDF, CSV], as: File}"
        let onlyJSON = exporting(mark, content: "{application/json: {schema: {type: object, properties: {a: {}}}}}")
        #expect(
            onlyJSON == [
                "openapi.yaml:8:17: error: x-export is for operations that return JSON or a file; a returns only one of them"
            ])
        let open = exporting(mark, query: "{type: object, additionalProperties: true, properties: {form: {type: string}}}")
        #expect(open.first?.hasPrefix("openapi.yaml:8:17: error: the body of a may have any member") == true, "\(open)")
        let answer = "responses: {'200': {description: OK, content: {application/json: {schema: {$ref: '#/components/schemas/Query'}}}}}"
        let elsewhere = exporting(mark, more: "/b: {get: {operationId: b, \(answer)}}")
        #expect(
            elsewhere.first?.contains("error: b has this object too, but x-export takes \"form\" from its callers") == true, "\(elsewhere)")
        let body = "requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/Query'}}}}"
        let both = "{application/json: {schema: {type: object, properties: {a: {}}}}, application/pdf: {}}"
        func other(_ files: String) -> String {
            "/b: {post: {operationId: b, x-export: {by: form, in: body, json: JSON, files: \(files), as: File}, \(body), "
                + "responses: {'200': {description: OK, content: \(both)}}}}"
        }
        #expect(exporting(mark, more: other("[PDF, CSV]")) == [])
        #expect(exporting(mark, more: other("[PDF]")).first?.contains("error: \"File\" has other files at openapi.yaml:8:17") == true)
    }
}
