import Foundation
import GeneratorExplain
import GeneratorOpenAPI
import GeneratorSwiftAPI
import Testing

@Suite("The article of all amounts") struct UnitReferenceTests {
    private static let repository = (0..<3).reduce(URL(fileURLWithPath: #filePath)) { url, _ in url.deletingLastPathComponent() }

    private func page(_ document: String, contents: @escaping (String) throws -> [UInt8]) throws -> String {
        let diagnostics = Diagnostics()
        let files = SpecificationFiles(diagnostics: diagnostics, displayName: { $0 }, contents: contents)
        let read = try #require(Document.read(document, from: files, diagnostics: diagnostics))
        let api = API(of: read, diagnostics: diagnostics)
        #expect(diagnostics.all.map(\.description) == [])
        return UnitReference(read, api: api).page
    }

    @Test("The committed articles match the specs", arguments: ["Clockify", "ClockifyLegacy"])
    func articleMatchesSpec(name: String) throws {
        let folder = Self.repository.appending(path: "Spec/\(name)")
        let page = try page("openapi.yaml") { [UInt8](try Data(contentsOf: folder.appending(path: $0))) }
        let path = "Sources/\(name)API/\(name)API.docc/Amounts.md"
        let committed = try String(contentsOf: Self.repository.appending(path: path), encoding: .utf8)
        #expect(page == committed, "\(path) is stale; `swift run spec units Spec/\(name) -o \(path)` mends it")
    }

    @Test("Each number is listed with the calls that send and return it, and where its unit is known from")
    func rows() throws {
        let text = """
            openapi: 3.1.0
            info: {title: Shop, version: v1}
            x-units:
              Cents: {of: currency, digits: 2, x-source: live-behaviour, description: Hundredths.}
            paths:
              /things:
                get:
                  operationId: listThings
                  tags: [things]
                  x-swift-name: list
                  parameters: [{name: from, in: query, schema: {type: integer, x-unit: Cents, x-unit-source: documentation}}]
                  responses: {'200': {description: OK, content: {application/json: {schema: {type: array, items: {$ref: '#/components/schemas/Thing'}}}}}}
                post:
                  operationId: createThing
                  tags: [things]
                  x-swift-name: create
                  requestBody: {required: true, content: {application/json: {schema: {$ref: '#/components/schemas/NewThing'}}}}
                  responses: {'200': {description: OK, content: {application/json: {schema: {$ref: '#/components/schemas/Thing'}}}}}
            components:
              schemas:
                Price: {type: object, properties: {net-price: {type: integer, x-unit: Cents}, steps: {type: array, items: {type: integer, x-unit: Cents, x-unit-source: samples}}}}
                Thing: {type: object, properties: {price: {$ref: '#/components/schemas/Price'}}}
                NewThing: {type: object, properties: {cost: {type: integer, x-unit: Cents, x-unit-source: vendor-openapi}, weight: {type: integer}}}
            """
        let page = try page("openapi.yaml") { _ in Array(text.utf8) }
        let rows = page.split(separator: "\n").filter { $0.hasPrefix("| `") }
        #expect(
            rows == [
                "| `NewThing.cost` | `cost` | things: create | – | the vendor's OpenAPI document |",
                "| `Price.netPrice` | `net-price` | – | things: create, list | the running service |",
                "| `Price.steps` | `steps` | – | things: create, list | the documentation's samples |",
                "| `things.list(from:)` | `from` | things: list | – | the documentation |",
            ])
        #expect(page.contains("``Shop/Cents``: Hundredths.") && page.contains("Whole numbers on the wire: 500 is 5."))
    }
}
