import Foundation
import GeneratorSurface
import GeneratorSwiftAPI
import GeneratorTestSupport
import Testing

/// The listing contains exactly the public declarations, in the words of the compiler.
@Suite struct SurfaceTests {
    @Test("The compiler sees the same declarations in the compiled golden files")
    func declarations() throws {
        guard let compiler = try Compiler.find() else { return }
        let surface = try surface(of: Fixtures.texts(in: Fixtures.goldenSpec))
        let graph = try JSONDecoder().decode(SymbolGraph.self, from: compiler.symbolGraph(of: "GoldenClient"))
        // The compiler derives this initializer for an enum of strings.
        let values = try JSONDecoder().decode(
            SymbolGraph.self, from: compiler.symbolGraph(of: "GoldenClient", extending: "ClockifyRuntime"))
        let seen = graph.lines.filter { !$0.hasSuffix(" init?(rawValue: String)") }.union(values.lines)
        let listed = Set(surface.declarations.map(SymbolGraph.line))
        #expect(seen.subtracting(listed).sorted() == [], "public, but missing from the surface")
        // Names that begin with an underscore are public, but documentation tools omit them.
        #expect(listed.subtracting(seen).filter { !$0.contains("static var _") } == [], "in the surface, but not public")
        #expect(listed.count == surface.declarations.count)
    }

    @Test("The compiler sees the same conformances in the compiled golden files")
    func conformances() throws {
        guard let compiler = try Compiler.find() else { return }
        let surface = try surface(of: Fixtures.texts(in: Fixtures.goldenSpec))
        let graph = try JSONDecoder().decode(SymbolGraph.self, from: compiler.symbolGraph(of: "GoldenClient"))
        let runtime = try JSONDecoder().decode(SymbolGraph.self, from: compiler.symbolGraph(of: "ClockifyRuntime"))
        let seen = graph.conformances
        #expect(seen.count > 30)
        for declaration in surface.declarations {
            guard let (name, protocols) = declaration.conformances else { continue }
            let path = declaration.scope.isEmpty ? name : "\(declaration.scope).\(name)"
            var expected: Set<String> = []
            var pending = protocols
            while let next = pending.popLast() {
                if expected.insert(next).inserted { pending += runtime.conformances[next] ?? [] }
            }
            // The protocols that those of the standard library inherit from are not in these graphs.
            let own = Set(runtime.conformances.keys).union(["Identifiable", "Sendable"])
            let compiled = own.intersection(seen[path] ?? [])
            // Everything is sendable, either explicitly or through its conformances.
            #expect(compiled.symmetricDifference(expected.intersection(own)).subtracting(["Sendable"]) == [], "\(path)")
            #expect(compiled.contains("Sendable") || !expected.contains("Sendable"), "\(path)")
        }
    }

    @Test("Every public line of the emitted code is in the listing", arguments: ["Golden", "Hostile", "Clockify", "ClockifyLegacy"])
    func publicLines(spec: String) throws {
        let texts =
            switch spec {
            case "Golden": try Fixtures.texts(in: Fixtures.goldenSpec)
            case "Hostile": ["openapi.yaml": HostileDocument.text(HostileDocument.names)]
            default: try Fixtures.texts(in: Fixtures.specs.appending(path: spec))
            }
        let generated = generate(texts)
        let api = try #require(generated.api)
        let emitted = generated.sources.values.flatMap { EmittedDeclarations($0, root: api.name).lines }
        let listed = Surface(of: api).declarations.map { EmittedDeclarations.line($0, root: api.name) }
        #expect(emitted.count > 50)
        #expect(Set(emitted).subtracting(listed).sorted() == [], "emitted, but missing from the surface")
        #expect(Set(listed).subtracting(emitted).sorted() == [], "in the surface, but not emitted")
        #expect(emitted.count == listed.count)
    }

    @Test("Each declaration is one line, and lines are in byte order", arguments: [false, true])
    func order(isHostile: Bool) throws {
        let hostile = ["openapi.yaml": HostileDocument.text(HostileDocument.names)]
        let surface = try surface(of: isHostile ? hostile : Fixtures.texts(in: Fixtures.goldenSpec))
        let lines = surface.text.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
        #expect(lines.count == surface.declarations.count)
        #expect(zip(lines, lines.dropFirst()).allSatisfy { $0.utf8.lexicographicallyPrecedes($1.utf8) }, "sorted, and no line twice")
    }

    @Test("Deprecations, constants and discardable results are noted")
    func notes() throws {
        let text = try surface(of: Fixtures.texts(in: Fixtures.goldenSpec)).text
        for line in [
            #"Zoo.Operations.Animals: func update(_ animal: Zoo.AnimalID, _ body: Zoo.AnimalUpdate) async throws(APIFailure) -> Zoo.Animal?  // discardable; deprecated: "Use patchAnimal instead.""#,
            #"Zoo.Species: static var cat: Zoo.Species { get }  // "CAT""#,
            #"Zoo.Animal: var cage: Int? { get }  // deprecated: "Use home instead.""#,
            #"Zoo.Operations.Files: func downloadFile(path: [String]) async throws(APIFailure) -> Download"#,
            #"Zoo: struct Visitor: ResponseModel, RequestModel"#,
        ] {
            #expect(text.contains(line + "\n"), "\(line)")
        }
    }

    @Test("No text of a spec breaks a line of the listing")
    func textIsEscaped() throws {
        let breaks = #"a\n\r\n\u2028\u2029\u0085\u000b// \u202eb"#
        let generated = thing(
            """
            {type: object, properties: {a: {type: string, deprecated: true, description: "Use \(breaks) instead."},
              b: {type: string, enum: ["\(breaks)", "c"]}}}
            """)
        let surface = Surface(of: try #require(generated.api))
        #expect(surface.text.split(whereSeparator: \.isNewline).count == surface.declarations.count)
        #expect(surface.text.contains(#"\u{202e}"#) && !surface.text.contains("\u{202e}"))
    }

    @Test("The committed listing matches the spec", arguments: ["Clockify", "ClockifyLegacy"])
    func committedListing(spec: String) throws {
        let folder = Fixtures.specs.appending(path: spec)
        let committed = try String(contentsOf: folder.appending(path: "surface.txt"), encoding: .utf8)
        let difference = SurfaceDifference(committed: committed, current: try surface(of: Fixtures.texts(in: folder)))
        #expect(
            !difference.isStale,
            """
            Spec/\(spec)/surface.txt is stale; `swift run spec surface --write` mends it. What changes:
            \(difference.lines.joined(separator: "\n"))
            """)
    }

    @Test("The difference of a stale listing shows removed lines next to added ones")
    func staleListing() throws {
        let surface = try surface(of: Fixtures.texts(in: Fixtures.goldenSpec))
        let line = "Zoo.Animal: let name: String\n"
        let old = "Zoo.Animal: let name: String?\n"
        let stale = SurfaceDifference(committed: surface.text.replacing(line, with: old) + "Zoo: struct Yeti\n", current: surface)
        #expect(stale.isStale)
        #expect(stale.lines == ["+ Zoo.Animal: let name: String", "- Zoo.Animal: let name: String?", "- Zoo: struct Yeti"])
        let same = SurfaceDifference(committed: surface.text, current: surface)
        #expect(!same.isStale && same.lines.isEmpty)
        let doubled = SurfaceDifference(committed: surface.text + line, current: surface)
        #expect(doubled.isStale && doubled.lines.isEmpty)
        #expect(!SurfaceDifference(committed: surface.text.replacing("\n", with: "\r\n"), current: surface).isStale)
        #expect(SurfaceDifference(committed: "", current: surface).added.count == surface.declarations.count)
    }

    private func surface(of texts: [String: String]) throws -> Surface {
        let generated = generate(texts)
        #expect(generated.errors == [])
        return Surface(of: try #require(generated.api))
    }
}

extension Surface.Declaration {
    /// Returns the name of the declared type, and the protocols in its inheritance clause.
    fileprivate var conformances: (name: String, protocols: [String])? {
        guard let match = text.wholeMatch(of: /(?:indirect )?(?:struct|enum) (\w+|`\w+`): (.*)/) else { return nil }
        return (String(match.1), match.2.components(separatedBy: ", "))
    }
}

extension SymbolGraph {
    /// Returns a declaration of the listing in the notation of the symbol graph.
    static func line(_ declaration: Surface.Declaration) -> String {
        var text = declaration.text
        if let (name, _) = declaration.conformances { text = "\(text.contains("enum ") ? "enum" : "struct") \(name)" }
        if declaration.notes.contains("discardable") { text = "@discardableResult " + text }
        text = text.replacing(/(-> |other: )Self/) { "\($0.1)\(declaration.scope)" }
        let isDeprecated = declaration.notes.contains { $0.hasPrefix("deprecated") }
        return "\(declaration.scope) \(text)\(isDeprecated ? " deprecated" : "")".replacing("`", with: "")
    }
}
