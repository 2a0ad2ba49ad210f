import GeneratorTestSupport
import Testing

/// Long chains of types are supported, and endless ones are rejected.
@Suite struct DepthTests {
    private let links = 10_000

    private func chain(of count: Int? = nil, _ link: (Int) -> String) -> Generated {
        let links = count ?? links
        let schemas = (0..<links).map { "S\($0): \($0 + 1 < links ? link($0 + 1) : "{type: string}")" }.joined(separator: "\n")
        return thing("{$ref: '#/components/schemas/S0'}", others: schemas)
    }

    @Test("A chain of references is followed to its end")
    func referenceChain() {
        let generated = chain { "{$ref: '#/components/schemas/S\($0)'}" }
        #expect(generated.diagnostics == [])
        #expect(generated.methods.first?.result == .value(.string))
    }

    @Test("A chain of objects becomes the same number of types")
    func objectChain() {
        let generated = chain { "{type: object, properties: {next: {$ref: '#/components/schemas/S\($0)'}}}" }
        #expect(generated.diagnostics == [])
        #expect(generated.api?.files.flatMap(\.types).count == links - 1)
    }

    @Test("A cycle of objects is boxed in one place")
    func objectCycle() {
        let links = 5
        let schemas = (0..<links).map { "S\($0): {type: object, properties: {next: {$ref: '#/components/schemas/S\(($0 + 1) % links)'}}}" }
        let generated = thing("{$ref: '#/components/schemas/S0'}", others: schemas.joined(separator: "\n"))
        #expect(generated.diagnostics == [])
        #expect(generated.text.split(separator: "Indirect<").count == 3, "a property and an argument")
    }

    @Test("No value stores more than eight objects within each other")
    func storedDepth() throws {
        let generated = chain(of: 100) { "{type: object, properties: {next: {$ref: '#/components/schemas/S\($0)'}}}" }
        var depth = 0
        for number in (0..<99).reversed() {
            guard case .structure(let structure) = generated["S\(number)"]?.kind else { continue }
            guard case .optional(.named) = structure.properties.first?.type else {
                depth = 1
                continue
            }
            depth += 1
            #expect(depth <= 8)
        }
        #expect(generated.text.contains("Indirect<"))
        #expect(depth > 0)
    }

    @Test("No type stores more than 128 members of other types inline")
    func storedMembers() throws {
        // Each type has ten members and refers to the next one twice: stored inline, the first would have thousands.
        let plain = (0..<10).map { "p\($0): {type: integer}" }.joined(separator: ", ")
        let generated = chain(of: 10) { next in
            let reference = "{$ref: '#/components/schemas/S\(next)'}"
            return "{type: object, properties: {\(plain), one: \(reference), other: \(reference)}}"
        }
        var inner = 0
        var boxes = 0
        for number in (0..<9).reversed() {
            guard case .structure(let structure) = generated["S\(number)"]?.kind else { continue }
            let inline = structure.properties.filter { if case .optional(.named) = $0.type { true } else { false } }.count
            boxes += structure.properties.filter { if case .optional(.indirect) = $0.type { true } else { false } }.count
            inner = inline * inner
            #expect(inner <= 128)
            inner += structure.properties.count
        }
        #expect(boxes > 0)
    }

    @Test("A chain of unions resolves to its alternatives, or is rejected if it is too long")
    func unionChain() {
        let link = { (next: Int) in "{oneOf: [{$ref: '#/components/schemas/S\(next)'}, {type: integer}]}" }
        #expect(chain(link).errors.contains { $0.contains("too many alternatives in total") })
        let generated = chain(of: 100, link)
        #expect(generated.diagnostics == [])
        guard case .union(let union) = generated["S0"]?.kind else {
            Issue.record("S0 is no union")
            return
        }
        #expect(union.alternatives.map(\.type) == [.string, .int])
    }

    @Test("A chain of lists becomes any JSON beyond a certain depth")
    func listChain() {
        let generated = chain { "{type: array, items: {$ref: '#/components/schemas/S\($0)'}}" }
        #expect(generated.diagnostics == [])
        #expect(generated.text.contains("JSONValue"))
    }

    @Test("A chain of inheritance is rejected before it fills the memory")
    func inheritanceChain() {
        let generated = chain {
            "{allOf: [{$ref: '#/components/schemas/S\($0)'}, {type: object, properties: {p\($0): {type: string}, next: {$ref: '#/components/schemas/S\($0)'}}}]}"
        }
        #expect(generated.errors.contains { $0.contains("too many properties in total") })
    }

    @Test("Objects that are nested too deeply are rejected")
    func nestingBeyondLimit() {
        let nested = String(repeating: "{type: object, properties: {a: ", count: links) + "{}" + String(repeating: "}}", count: links)
        #expect(thing(nested).errors.count == 1)
    }

    @Test("Objects that are nested as deeply as YAML allows become types")
    func nestingWithinLimit() {
        let depth = 90
        let nested = String(repeating: "{type: object, properties: {a: ", count: depth) + "{}" + String(repeating: "}}", count: depth)
        let generated = thing(nested)
        #expect(generated.diagnostics == [])
        #expect(generated.api?.files.flatMap(\.types).count == depth)
    }

    @Test("Many elements with the same name get distinct names quickly")
    func manyEqualNames() {
        let paths = (0..<1000).map {
            "/p\($0): {get: {operationId: 'get-\($0 % 2 == 0 ? "" : "_")\(String(repeating: "-", count: $0))x', responses: {}}}"
        }
        let generated = generate(["openapi.yaml": openAPI(paths: paths.joined(separator: "\n"))])
        #expect(generated.diagnostics == [])
        #expect(Set(generated.methods.map(\.name)).count == 1000)
    }
}
