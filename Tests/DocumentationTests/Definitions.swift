import GeneratorOpenAPI
import GeneratorYAML

/// The component schemas of a spec by name, in all files, including those that no operation uses.
struct Definitions {
    private let schemas: [String: ResolvedSchema]

    /// Reads a generated document whose only body refers to every component.
    init(in document: Document, contents: @escaping SpecificationFiles.Contents) {
        let root = "definitions-of-the-test.yaml"
        var text = """
            openapi: 3.1.0
            info: {title: Definitions, version: v1}
            paths:
              /definitions:
                post:
                  operationId: definitions
                  requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/All'}}}}
                  responses: {'200': {description: OK}}
            components: {schemas: {All: {type: object, properties: {

            """
        let collected = Diagnostics()
        let named = SpecificationFiles(diagnostics: collected, contents: contents)
        for file in document.files {
            let components = named.root(of: file, neededAt: nil)?["components"]?["schemas"]?.mapping
            for name in components?.entries.map(\.key) ?? [] {
                text += "'\(name)': {$ref: '\(file)#/components/schemas/\(name)'},\n"
            }
        }
        let source = Array("\(text)}}}}\n".utf8)
        let files = SpecificationFiles(diagnostics: collected) { try $0 == root ? source : contents($0) }
        guard let all = Document.read(root, from: files, diagnostics: collected) else {
            schemas = [:]
            return
        }
        let owner = ResolvedSchema(Place(file: root, path: ["components", "schemas", "All"]), in: all.schemas)
        schemas = Dictionary(
            owner.properties.map { ($0.name, ResolvedSchema($0.schema, in: all.schemas)) }, uniquingKeysWith: { first, _ in first })
    }

    var names: [String] { schemas.keys.sorted() }

    subscript(name: String) -> ResolvedSchema? { schemas[name] }
}
