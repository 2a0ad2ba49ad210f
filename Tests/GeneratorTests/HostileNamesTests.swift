import GeneratorSwiftAPI
import GeneratorTestSupport
import RepeatableNumbers
import Testing

/// Any name in a spec results in valid Swift.
@Suite struct HostileNamesTests {
    @Test("Every name in every position generates Swift that compiles")
    func everyNameCompiles() throws {
        let generated = generate(["openapi.yaml": HostileDocument.text(HostileDocument.names)])
        #expect(generated.errors == [])
        try check(generated)
        guard let compiler = try Compiler.find() else { return }
        let complaints = try compiler.complaints(about: generated)
        #expect(complaints == [])
    }

    @Test("Random names become valid, distinct identifiers", arguments: 0..<25)
    func randomNames(seed: UInt64) throws {
        var numbers = SeededNumbers(seed: seed)
        let pieces = HostileDocument.names.filter { $0.count < 30 } + ["a", "B", "_", "-", "9", " ", "é", "ID", "Id"]
        let names = (0..<30).map { _ in
            (0..<Int.random(in: 1...3, using: &numbers)).map { _ in pieces.randomElement(using: &numbers) ?? "" }.joined()
        }
        let generated = generate(["openapi.yaml": HostileDocument.text(names)])
        #expect(generated.errors == [])
        try check(generated)
    }

    /// Checks that every identifier is valid at its position and unique.
    private func check(_ generated: Generated) throws {
        let api = try #require(generated.api)
        let types = api.files.flatMap(\.types)
        expectNames(types.map(\.name), "types")
        for type in types {
            switch type.kind {
            case .structure(let structure):
                expectNames(structure.properties.map(\.name), "properties of \(type.name)")
                expectNames(
                    structure.properties.map(\.storedName) + structure.properties.filter { $0.deprecation != nil }.map(\.name),
                    "stored properties of \(type.name)")
            case .enumeration(let enumeration): expectNames(enumeration.members.map(\.name), "members of \(type.name)")
            case .union(let union): expectNames(union.alternatives.map(\.name) + ["other"], "alternatives of \(type.name)")
            case .answers(let answers): expectNames(answers.cases.map(\.name), "answers of \(type.name)")
            case .identifier, .unit: break
            }
        }
        expectNames(api.groups.map(\.name) + ["client"], "groups")
        expectNames(api.groups.map(\.typeName), "types of groups")
        expectNames(api.credentials.map(\.name), "credentials")
        expectNames(api.services.map(\.name) + ["documented"], "services")
        for method in api.files.flatMap(\.methods) { expectNames(method.arguments.map(\.name), "arguments of \(method.name)") }
        for text in generated.sources.values { expectPlain(text) }
    }

    private func expectNames(_ names: [String], _ what: String) {
        #expect(Set(names).count == names.count, "\(what): \(names.filter { name in names.count { $0 == name } > 1 })")
        for name in names {
            let isIdentifier = isIdentifier(name) && !["_", "self", "Self", "init", "Type", "Protocol"].contains(name)
            #expect(isIdentifier && name.utf8.count < 700, "\(what): \(name)")
        }
    }

    /// Letters of any script, the marks on them, ASCII digits and underscores. Emoji and signs are not part of names.
    private func isIdentifier(_ name: String) -> Bool {
        guard let first = name.unicodeScalars.first, first == "_" || first.properties.isAlphabetic else { return false }
        return name.unicodeScalars.allSatisfy { scalar in
            if scalar.isASCII { return scalar == "_" || scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) }
            switch scalar.properties.generalCategory {
            case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .otherLetter, .modifierLetter, .nonspacingMark, .spacingMark:
                return true
            default: return false
            }
        }
    }

    /// Checks that the source contains no control or invisible characters, so that readers and the compiler see the same code.
    private func expectPlain(_ text: String) {
        let hidden = text.unicodeScalars.first { scalar in
            scalar != "\n" && scalar != "\t"
                && [.control, .format, .lineSeparator, .paragraphSeparator].contains(scalar.properties.generalCategory)
        }
        #expect(hidden == nil)
    }
}
