import GeneratorTestSupport
import RepeatableNumbers
import Testing

/// For any change of a spec, the generator either reports errors or generates code: it neither crashes nor hangs.
///
/// `swift test` runs a fixed number of rounds, which can be raised manually.
@Suite struct FuzzTests {
    private static let rounds = 40

    @Test("Changed, removed and repeated bytes produce errors or Swift", arguments: 0..<6)
    func mutatedBytes(seed: UInt64) throws {
        var numbers = SeededNumbers(seed: seed)
        let files = try Fixtures.texts(in: Fixtures.goldenSpec)
        let names = files.keys.sorted()
        for _ in 0..<Self.rounds {
            var mutated = files
            let name = names.randomElement(using: &numbers) ?? "openapi.yaml"
            mutated[name] = mutate(files[name] ?? "", using: &numbers)
            expectAnswer(generate(mutated))
        }
    }

    @Test("Exchanged words produce errors or Swift", arguments: 0..<6)
    func exchangedWords(seed: UInt64) throws {
        var numbers = SeededNumbers(seed: seed)
        let files = try Fixtures.texts(in: Fixtures.goldenSpec)
        let isWord = { (character: Character) in character.isLetter || character.isNumber || "$/#-_".contains(character) }
        let words = files.values.sorted().flatMap { $0.split { !isWord($0) } }.map(String.init)
        let names = files.keys.sorted()
        for _ in 0..<Self.rounds {
            var mutated = files
            let name = names.randomElement(using: &numbers) ?? "openapi.yaml"
            for _ in 0..<Int.random(in: 1...4, using: &numbers) {
                guard let old = words.randomElement(using: &numbers), let new = words.randomElement(using: &numbers) else { continue }
                mutated[name] = replaceSomewhere(old, with: new, in: mutated[name] ?? "", using: &numbers)
            }
            expectAnswer(generate(mutated))
        }
    }

    @Test("Random schemas produce errors or Swift", arguments: 0..<6)
    func randomSchemas(seed: UInt64) {
        var numbers = SeededNumbers(seed: seed)
        for _ in 0..<Self.rounds {
            let schemas = (0..<6).map { "S\($0): \(schema(depth: 3, using: &numbers))" }.joined(separator: "\n")
            expectAnswer(
                thing(schema(depth: 3, using: &numbers), version: Bool.random(using: &numbers) ? "3.0.1" : "3.1.0", others: schemas))
        }
    }

    /// Expects either errors with places, or Swift code.
    private func expectAnswer(_ generated: Generated) {
        if generated.errors.isEmpty {
            #expect(generated.sources.values.contains { $0.contains("public struct") })
        } else {
            #expect(generated.errors.allSatisfy { $0.contains(/^[\w.]+:\d+:\d+: error: ./) }, "\(generated.errors)")
        }
        #expect(generated.text.utf8.count < 4 << 20)
    }

    private func mutate(_ text: String, using numbers: inout SeededNumbers) -> String {
        var bytes = Array(text.utf8)
        for _ in 0..<Int.random(in: 1...6, using: &numbers) where !bytes.isEmpty {
            let index = Int.random(in: 0..<bytes.count, using: &numbers)
            let end = min(bytes.count, index + Int.random(in: 1...40, using: &numbers))
            switch Int.random(in: 0..<5, using: &numbers) {
            case 0: bytes[index] = UInt8.random(in: 0...255, using: &numbers)
            case 1: bytes.removeSubrange(index..<end)
            case 2: bytes.insert(contentsOf: bytes[index..<end], at: Int.random(in: 0...bytes.count, using: &numbers))
            case 3: bytes[index] = Array("{}[]:,'\"#&*!|>-\n ".utf8).randomElement(using: &numbers) ?? 0
            default: bytes = Array(bytes.prefix(end))
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private func replaceSomewhere(_ old: String, with new: String, in text: String, using numbers: inout SeededNumbers) -> String {
        let ranges = text.ranges(of: old)
        guard let range = ranges.randomElement(using: &numbers) else { return text }
        return text.replacingCharacters(in: range, with: new)
    }

    private func schema(depth: Int, using numbers: inout SeededNumbers) -> String {
        var parts: [String] = []
        for _ in 0..<Int.random(in: 1...3, using: &numbers) {
            let child = { (numbers: inout SeededNumbers) in
                depth == 0
                    ? "{$ref: '#/components/schemas/S\(Int.random(in: 0..<6, using: &numbers))'}"
                    : self.schema(depth: depth - 1, using: &numbers)
            }
            let part: String =
                switch Int.random(in: 0..<13, using: &numbers) {
                case 0: "type: \(["string", "integer", "number", "boolean", "array", "object"].randomElement(using: &numbers) ?? "string")"
                case 1: "properties: {a: \(child(&numbers)), b-c: \(child(&numbers))}"
                case 2: "allOf: [\(child(&numbers)), \(child(&numbers))]"
                case 3: "oneOf: [\(child(&numbers)), \(child(&numbers)), \(child(&numbers))]"
                case 4: "anyOf: [\(child(&numbers))]"
                case 5: "items: \(child(&numbers))"
                case 6: "additionalProperties: \(child(&numbers))"
                case 7: "required: [a]"
                case 8: "enum: [a, b]"
                case 9: "nullable: true"
                case 10: "discriminator: {propertyName: a, mapping: {x: S1, y: '#/components/schemas/S2'}}"
                case 11: "maxLength: 3, minimum: 2, maxItems: 4"
                default: "readOnly: true"
                }
            let key = part.prefix { $0 != ":" }
            if !parts.contains(where: { $0.hasPrefix(key + ":") }) { parts.append(part) }
        }
        if depth < 3, Int.random(in: 0..<4, using: &numbers) == 0 {
            return "{$ref: '#/components/schemas/S\(Int.random(in: 0..<6, using: &numbers))'}"
        }
        return "{\(parts.joined(separator: ", "))}"
    }
}
