import Foundation
import GeneratorOpenAPI
import GeneratorYAML
import Testing

@testable import GeneratorBundle

/// A bundle is equivalent to the files of its spec, for every reader.
@Suite struct BundleTests {
    static let specs = ["Clockify", "ClockifyLegacy"]

    @Test("A bundle generates the same Swift as its folder", arguments: specs)
    func bundleGeneratesSameSwift(name: String) throws {
        let folder = try Source.folder(name)
        let before = try folder.emittedLines()
        #expect(before.count > 2000)
        for text in try folder.texts() {
            let after = try Source(texts: ["bundle.yaml": text], document: "bundle.yaml").emittedLines()
            let lost = after.difference(from: before).prefix(5).map { "\($0)" }
            #expect(lost == [])
        }
    }

    @Test("YAML and JSON bundles are equivalent, and only comments are lost", arguments: specs)
    func yamlAndJSONAreEquivalent(name: String) throws {
        let folder = try Source.folder(name)
        let texts = try folder.texts()
        let yaml = try YAML.parse(Array(texts[0].utf8), file: "yaml")
        #expect(plain(yaml) == plain(try YAML.parse(Array(texts[1].utf8), file: "json")))
        // Another library must accept the JSON, although it does not keep the order.
        _ = try JSONSerialization.jsonObject(with: Data(texts[1].utf8))
        var components = 0
        for file in try folder.names() {
            let root = try YAML.parse(Array(folder.text(file).utf8), file: file)
            for kind in root["components"]?.mapping?.entries ?? [] {
                for component in kind.value.mapping?.entries ?? [] {
                    let bundled = try #require(yaml["components"]?[kind.key]?[component.key], "\(kind.key)/\(component.key) is lost")
                    #expect(plain(bundled) == plain(component.value))
                    components += 1
                }
            }
            for path in root["paths"]?.mapping?.entries ?? [] where path.value["$ref"] == nil {
                #expect(try plain(#require(yaml["paths"]?[path.key])) == plain(path.value))
            }
            guard file == "openapi.yaml" else { continue }
            for member in root.mapping?.entries ?? [] where !["paths", "components"].contains(member.key) {
                #expect(try plain(#require(yaml[member.key])) == plain(member.value))
            }
            #expect(yaml["paths"]?.mapping?.entries.map(\.key) == root["paths"]?.mapping?.entries.map(\.key))
        }
        #expect(components > 20)
        #expect(!texts[0].contains(".yaml#"))
    }

    @Test("A bundle of every supported feature generates the same Swift")
    func bundleOfEveryFeature() throws {
        let golden = try Source.golden()
        for text in try golden.texts() {
            #expect(try Source(texts: ["bundle.yaml": text], document: "bundle.yaml").emittedLines() == golden.emittedLines())
        }
    }

    @Test("Bundling a bundle has no effect")
    func bundlingTwice() throws {
        let once = try Source.folder("Clockify").texts()[0]
        #expect(try Source(texts: ["bundle.yaml": once], document: "bundle.yaml").texts()[0] == once)
    }

    // MARK: Components

    private func bundle(_ texts: [String: String]) throws -> Node {
        let text = try Source(texts: texts, document: "openapi.yaml").texts()[0]
        return try YAML.parse(Array(text.utf8), file: "bundle.yaml")
    }

    private func document(_ paths: String, _ more: String = "") -> String {
        "openapi: 3.1.0\ninfo: {title: T, version: v}\npaths:\n  \(paths)\n\(more)"
    }

    @Test("A reference to any place becomes a reference to a component")
    func referencesBecomeComponents() throws {
        let bundle = try bundle([
            "openapi.yaml": document("/a: {get: {operationId: a, responses: {'200': {$ref: 'sub/Parts.yaml#/ok'}}}}"),
            "sub/Parts.yaml": "ok: {description: OK, content: {application/json: {schema: {$ref: ../Whole.yaml}}}}\n",
            "Whole.yaml": "type: object\nproperties: {next: {$ref: '#'}, name: {$ref: '#/properties/first'}, first: {type: string}}\n",
        ])
        #expect(bundle["paths"]?["/a"]?["get"]?["responses"]?["200"]?["$ref"]?.string == "#/components/responses/ok")
        #expect(
            bundle["components"]?["responses"]?["ok"]?["content"]?["application/json"]?["schema"]?["$ref"]?.string
                == "#/components/schemas/Whole")
        let whole = try #require(bundle["components"]?["schemas"]?["Whole"])
        #expect(whole["properties"]?["next"]?["$ref"]?.string == "#/components/schemas/Whole")
        #expect(whole["properties"]?["name"]?["$ref"]?.string == "#/components/schemas/Whole/properties/first")
    }

    @Test("Components with the same name get distinct names, and discriminators follow them")
    func componentsWithSameName() throws {
        let section = """
            paths:
              /a/b: {get: {operationId: OP, responses: {'200': {description: OK, content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}}}}}}}
            components:
              schemas:
                Pet: {oneOf: [{$ref: '#/components/schemas/Dog'}], discriminator: {propertyName: kind, mapping: {d: Dog, e: '#/components/schemas/Dog'}}}
                Dog: {type: object, properties: {kind: {type: string}, KEY: {type: string}}}

            """
        let bundle = try bundle([
            "openapi.yaml": document("/a/b: {$ref: 'A.yaml#/paths/~1a~1b'}\n  /c: {$ref: 'B.yaml#/paths/~1a~1b'}"),
            "A.yaml": section.replacingOccurrences(of: "OP", with: "a").replacingOccurrences(of: "KEY", with: "inA"),
            "B.yaml": section.replacingOccurrences(of: "OP", with: "b").replacingOccurrences(of: "KEY", with: "inB"),
        ])
        let schemas = try #require(bundle["components"]?["schemas"])
        #expect(schemas.mapping?.entries.map(\.key) == ["Pet", "Dog", "Pet2", "Dog2"])
        #expect(schemas["Dog2"]?["properties"]?["inB"] != nil)
        #expect(schemas["Pet2"]?["discriminator"]?["mapping"]?["d"]?.string == "#/components/schemas/Dog2")
        #expect(schemas["Pet2"]?["discriminator"]?["mapping"]?["e"]?.string == "#/components/schemas/Dog2")
        #expect(bundle["paths"]?["/c"]?["get"]?["operationId"]?.string == "b")
    }

    @Test("Siblings of a path's reference are kept, and a $ref within a sample is not a reference")
    func referenceSiblingsAndSamples() throws {
        let bundle = try bundle([
            "openapi.yaml": document("/a: {$ref: 'A.yaml#/it', summary: Mine}"),
            "A.yaml": """
            it:
              summary: Theirs
              get: {operationId: a, responses: {'200': {description: OK, content: {application/json: {example: {$ref: 'no.yaml'}}}}}}

            """,
        ])
        let path = try #require(bundle["paths"]?["/a"])
        #expect(path["summary"]?.string == "Mine")
        #expect(path["$ref"] == nil)
        #expect(path["get"]?["responses"]?["200"]?["content"]?["application/json"]?["example"]?["$ref"]?.string == "no.yaml")
    }

    @Test("An invalid spec produces errors and no bundle")
    func invalidSpec() throws {
        for texts in [
            ["openapi.yaml": document("/a: {$ref: 'A.yaml#/it'}")],
            ["openapi.yaml": document("/a: {$ref: '#/paths/~1a'}")],
            ["openapi.yaml": ""],
            ["openapi.yaml": "a: ["],
        ] {
            let diagnostics = Diagnostics()
            let source = Source(texts: texts, document: "openapi.yaml")
            #expect(Bundle(document: "openapi.yaml", from: source.files(diagnostics), diagnostics: diagnostics) == nil)
            #expect(diagnostics.hasErrors)
        }
    }

    // MARK: Texts

    @Test(
        "Any text survives a round trip through YAML and JSON",
        arguments: [
            "", " ", "a", "a ", " a", "yes", "No", "null", "~", "1", "1e3", "0x1", "2020-01-31", "12:30", "-", "- a", "a: b", "a #b", "#a",
            "[a]",
            "{a}", "a\nb", "a\n", "a\n\n", "\na", "a\n\n\nb\n", " a\nb", "a\n b", "a \nb", "a\n  \nb", "a\tb", "a\r\nb", "\u{2028}", "é’😀",
            "\u{0}", "\u{85}",
            "\u{FEFF}a\nb", "\"", "'", "\\", "%a", "@a", "`a", "&a", "*a", "!a", "|", ">", "a\n---\nb", "/a/{b}", "true\n", "=", "<<",
            "...",
        ])
    func textRoundTrip(text: String) throws {
        let value = DocumentValue.object([
            .init(key: "k", value: .text(text)),
            .init(key: text, value: .list([.text(text), .object([.init(key: text, value: .text(text))])])),
        ])
        for written in [YAMLWriter.text(of: value), JSONPrinter.text(of: value, isIndented: true)] {
            let node = try YAML.parse(Array(written.utf8), file: "t")
            #expect(node.mapping?.entries[0].value.string == text, "\(written)")
            #expect(node.mapping?.entries[1].key == text)
            #expect(node.mapping?.entries[1].value.sequence?[0].string == text, "\(written)")
            #expect(node.mapping?.entries[1].value.sequence?[1].mapping?.entries[0].value.string == text, "\(written)")
        }
    }

    @Test("Numbers survive a round trip, and JSON has no infinity")
    func numberRoundTrip() throws {
        let numbers = ["0", "-1", "9223372036854775807", "123456789012345678901234567890", "0.5", "1.0e300", "1.5e-7"]
        let node = try YAML.parse(Array("a: [\(numbers.joined(separator: ", "))]".utf8), file: "t")
        let value = DocumentValue.list((node["a"]?.sequence ?? []).compactMap { ($0.scalar?.value).map(DocumentValue.scalar) })
        for written in [
            YAMLWriter.text(of: .object([.init(key: "a", value: value)])), "{\"a\": \(JSONPrinter.text(of: value, isIndented: true))}",
        ] {
            #expect(
                try YAML.parse(Array(written.utf8), file: "t")["a"]?.sequence?.map(\.scalar?.value)
                    == node["a"]?.sequence?.map(\.scalar?.value))
        }
        let infinity = try YAML.parse(Array("a: .inf".utf8), file: "t")
        #expect(!DocumentValue(infinity).isJSON)
    }

    /// Returns a value as text in which each reference is reduced to the name at its end.
    private func plain(_ node: Node, isReference: Bool = false) -> String {
        switch node.content {
        case .scalar(let scalar):
            guard case .string(let text) = scalar.value else { return "\(scalar.value)" }
            return (isReference ? text.split(separator: "/").last.map(String.init) ?? "" : text).debugDescription
        case .sequence(let elements): return "[\(elements.map { plain($0) }.joined(separator: ", "))]"
        case .mapping(let mapping):
            return
                "{\(mapping.entries.map { "\($0.key.debugDescription): \(plain($0.value, isReference: $0.key == "$ref"))" }.joined(separator: ", "))}"
        }
    }
}
