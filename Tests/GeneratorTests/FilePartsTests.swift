import Foundation
import GeneratorSwiftSource
import GeneratorTestSupport
import Testing

/// A large document becomes several Swift files.
@Suite struct FilePartsTests {
    /// A document with an operation and a type for each name.
    private func document(_ names: [String]) -> String {
        openAPI(
            paths: names.map { name in
                """
                /\(name):
                  get:
                    operationId: get\(name)
                    tags: [things]
                    responses: {'200': {description: OK, content: {application/json: {schema: {$ref: '#/components/schemas/\(name)'}}}}}
                """
            }.joined(separator: "\n"),
            schemas: names.map { "\($0): {type: object, properties: {name: {type: string}}}" }.joined(separator: "\n"))
    }

    private func generated(_ names: [String], parts: Int) -> Generated { generate(["openapi.yaml": document(names)], parts: parts) }

    private let names = (0..<60).map { "Thing\($0)" }

    @Test("Each declaration is in one part, and the root is in the first")
    func distribution() {
        let files = generated(names, parts: 4).sources
        #expect(files.keys.sorted() == ["openapi+2.swift", "openapi+3.swift", "openapi+4.swift", "openapi.swift"])
        for name in names {
            #expect(files.values.count { $0.contains("public struct \(name): ") } == 1)
            #expect(files.values.count { $0.contains("public func get\(name)()") } == 1)
        }
        #expect(files.filter { $0.value.contains("public struct Test: UnauthenticatedAPI") }.map(\.key) == ["openapi.swift"])
        // The parts are of similar size: each has about a quarter of the types.
        for text in files.values { #expect((5...25).contains(text.split(separator: "\n").count { $0.contains("public struct Thing") })) }
    }

    @Test("A new operation with a new type changes only the parts that have them")
    func stability() {
        let before = generated(names, parts: 4).sources
        let after = generated(names + ["Other"], parts: 4).sources
        // One part has the new type, and one the new method.
        let changed = after.keys.filter { before[$0] != after[$0] }
        #expect((1...2).contains(changed.count), "\(changed.sorted())")
    }

    @Test("The parts compile together")
    func compilation() throws {
        guard let compiler = try Compiler.find() else { return }
        #expect(try compiler.complaints(about: generated(names, parts: 3)) == [])
    }

    @Test("The number of parts grows with the size, and the plugin counts like the generator")
    func counts() throws {
        #expect([0, 131_071, 262_143, 262_144, 1_048_576, 100_000_000].map(SwiftSource.partCount) == [1, 1, 1, 2, 8, 32])
        let formula = "min(max(1, byteCount / 131_072), 32)"
        for file in ["Generator/SwiftSource/FileParts.swift", "Plugins/GenerateClient/GenerateClient.swift"] {
            #expect(try String(contentsOf: Fixtures.repository.appending(path: file), encoding: .utf8).contains(formula), "\(file)")
        }
    }
}
