import GeneratorTestSupport
import Testing

/// A body is sent as the document specifies.
@Suite struct BodyTests {
    private func text(_ content: String, isRequired: Bool = true, schemas: String = "") -> String {
        let generated = generate([
            "openapi.yaml": openAPI(
                paths: """
                    /p:
                      post:
                        operationId: p
                        requestBody: {required: \(isRequired), content: \(content)}
                        responses: {'200': {description: OK}}
                    """, schemas: schemas)
        ])
        #expect(generated.diagnostics == [])
        return generated.text
    }

    private static let object = "{schema: {type: object, properties: {a: {type: string}}}}"
    private static let bytes = "{schema: {type: string, format: binary}}"

    @Test(
        "A body is sent with the listed content type",
        arguments: [
            ("{application/json: \(object)}", "call.json(body)"),
            ("{'application/json; charset=utf-8': \(object)}", "call.json(body, contentType: \"application/json; charset=utf-8\")"),
            ("{application/merge-patch+json: \(object)}", "call.json(body, contentType: \"application/merge-patch+json\")"),
            ("{'*/*': \(object)}", "call.json(body)"),
            ("{image/png: \(bytes)}", "call.file(body, contentTypes: [\"image/png\"])"),
            (
                "{image/png: \(bytes), image/jpeg: \(bytes), 'image/webp': {}}",
                "call.file(body, contentTypes: [\"image/png\", \"image/jpeg\", \"image/webp\"])"
            ),
            ("{'image/*': {}}", "call.file(body, contentTypes: [\"image/*\"])"),
        ])
    func contentType(content: String, expected: String) {
        let text = text(content)
        #expect(text.contains(expected), "\(text)")
    }

    @Test("Of the formats of a patch, which give the same JSON other meanings, callers choose one")
    func patchFormats() {
        let change = "{schema: {$ref: '#/components/schemas/Change'}}"
        let content = ["json-patch+json", "merge-patch+json", "apply-patch+yaml"].map { "application/\($0): \(change)" }.joined(
            separator: ", ")
        let schemas = "Change: {type: object, properties: {a: {type: string}}}"
        let required = text("{\(content)}", schemas: schemas)
        #expect(required.contains("func p(_ body: Test.Change, as format: Test.PFormat)"), "\(required)")
        #expect(required.contains(#"case applyPatch = "application/apply-patch+yaml""#), "\(required)")
        #expect(required.contains("call.json(body, contentType: format.rawValue)"))
        let optional = text("{\(content)}", isRequired: false, schemas: schemas)
        #expect(optional.contains("func p(_ body: Test.Change? = nil, as format: Test.PFormat = .jsonPatch)"), "\(optional)")
        #expect(!text("{application/json: \(change), text/json: \(change)}", schemas: schemas).contains("Format"))
    }

    @Test("A form that is one file becomes the file itself, and no type is emitted for it")
    func formsOfOneFile() {
        let form =
            "{type: object, required: [file], properties: {file: {type: string, format: binary}, id: {type: string, readOnly: true}}}"
        let generated = generate([
            "openapi.yaml": openAPI(
                paths: ["a", "b"].map { name in
                    """
                    /\(name):
                      post:
                        operationId: \(name)
                        requestBody: {required: true, content: {multipart/form-data: {schema: {$ref: '#/components/schemas/Form'}}}}
                        responses: {'200': {description: OK, content: {application/json: {schema: {$ref: '#/components/schemas/Thing'}}}}}
                    """
                }.joined(separator: "\n"),
                schemas: "Form: \(form)\nThing: {type: object, properties: {a: {type: string}}}")
        ])
        #expect(generated.diagnostics == [])
        #expect(generated.methods.map { $0.arguments.map(\.type) } == [[.upload], [.upload]])
        #expect(generated.api?.files.flatMap(\.types).map(\.name) == ["Thing"])
    }
}
