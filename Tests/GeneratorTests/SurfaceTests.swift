import Foundation
import GeneratorSurface
import GeneratorSwiftAPI
import Testing

/// The listing says all that is public, says it as the compiler does, and nothing else.
@Suite struct SurfaceTests {
    @Test func `the compiler sees the same declarations in the compiled golden files`() throws {
        guard let compiler = try Compiler.find() else { return }
        let surface = try surface(of: Fixtures.texts(in: Fixtures.folder.appending(path: "Golden")))
        let graph = try JSONDecoder().decode(SymbolGraph.self, from: compiler.symbolGraph(of: "GoldenClient"))
        // What the compiler derives for an enum of strings follows from what it says it is.
        let seen = graph.lines.filter { !$0.hasSuffix(" init?(rawValue: String)") }
        let listed = Set(surface.declarations.map(SymbolGraph.line))
        #expect(seen.subtracting(listed).sorted() == [], "public, but missing from the surface")
        // Names that begin with an underscore are public, and left out by tools for documentation.
        #expect(listed.subtracting(seen).filter { !$0.contains("static var _") } == [], "in the surface, but not public")
        #expect(listed.count == surface.declarations.count)
    }

    @Test func `the compiler sees the same conformances in the compiled golden files`() throws {
        guard let compiler = try Compiler.find() else { return }
        let surface = try surface(of: Fixtures.texts(in: Fixtures.folder.appending(path: "Golden")))
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
            // What the protocols of the standard library are made of is not in these graphs.
            let own = Set(runtime.conformances.keys).union(["Identifiable", "Sendable"])
            let compiled = own.intersection(seen[path] ?? [])
            // Everything is sendable: what does not say so, because what it conforms to does.
            #expect(compiled.symmetricDifference(expected.intersection(own)).subtracting(["Sendable"]) == [], "\(path)")
            #expect(compiled.contains("Sendable") || !expected.contains("Sendable"), "\(path)")
        }
    }

    @Test(arguments: ["Golden", "Hostile", "Clockify", "ClockifyLegacy"])
    func `every public line of the emitted sources is in the listing`(spec: String) throws {
        let texts =
            switch spec {
            case "Golden": try Fixtures.texts(in: Fixtures.folder.appending(path: "Golden"))
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

    @Test(arguments: [false, true])
    func `each declaration is a line, in the order of bytes`(isHostile: Bool) throws {
        let hostile = ["openapi.yaml": HostileDocument.text(HostileDocument.names)]
        let surface = try surface(of: isHostile ? hostile : Fixtures.texts(in: Fixtures.folder.appending(path: "Golden")))
        let lines = surface.text.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
        #expect(lines.count == surface.declarations.count)
        #expect(zip(lines, lines.dropFirst()).allSatisfy { $0.utf8.lexicographicallyPrecedes($1.utf8) }, "sorted, and no line twice")
    }

    @Test func `deprecations, constants and results to be left alone are noted`() throws {
        let text = try surface(of: Fixtures.texts(in: Fixtures.folder.appending(path: "Golden"))).text
        for line in [
            #"Zoo.Operations.Animals: func update(_ animal: Zoo.AnimalID, _ body: Zoo.AnimalUpdate) async throws(APIFailure) -> Zoo.Animal?  // discardable; deprecated: "Use patchAnimal instead.""#,
            #"Zoo.Species: static var cat: Zoo.Species { get }  // "CAT""#,
            #"Zoo.Animal: var cage: Int? { get }  // deprecated: "Use home instead.""#,
            #"Zoo.Operations.Files: func exportFile(path: [String]) async throws(APIFailure) -> Download"#,
            #"Zoo: struct Visitor: ResponseModel, RequestModel"#,
        ] {
            #expect(text.contains(line + "\n"), "\(line)")
        }
    }

    @Test func `no text of a spec breaks a line of the listing`() throws {
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

    @Test(arguments: ["Clockify", "ClockifyLegacy"])
    func `the committed listing is what the spec becomes`(spec: String) throws {
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

    @Test func `a stale listing shows what goes beside what comes`() throws {
        let surface = try surface(of: Fixtures.texts(in: Fixtures.folder.appending(path: "Golden")))
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
    /// The name of the type that is declared, and the protocols that it says it conforms to.
    fileprivate var conformances: (name: String, protocols: [String])? {
        guard let match = text.wholeMatch(of: /(?:indirect )?(?:struct|enum) (\w+|`\w+`): (.*)/) else { return nil }
        return (String(match.1), match.2.components(separatedBy: ", "))
    }
}

/// What the compiler says of a module.
struct SymbolGraph: Decodable {
    struct Symbol: Decodable {
        struct Fragment: Decodable { let spelling: String }
        struct Identifier: Decodable { let precise: String }
        struct Availability: Decodable { let isUnconditionallyDeprecated: Bool? }
        let pathComponents: [String]
        let declarationFragments: [Fragment]
        let identifier: Identifier
        let availability: [Availability]?
    }

    struct Relationship: Decodable { let kind, source, target: String, targetFallback: String? }

    let symbols: [Symbol]
    let relationships: [Relationship]

    /// A line for each symbol, as ``line(_:)`` has it.
    var lines: Set<String> {
        Set(
            symbols.map { symbol in
                let scope = symbol.pathComponents.dropLast().joined(separator: ".")
                let text = symbol.declarationFragments.map(\.spelling).joined()
                let isDeprecated = symbol.availability?.contains { $0.isUnconditionallyDeprecated == true } == true
                return "\(scope) \(text)\(isDeprecated ? " deprecated" : "")".replacing("String : ", with: "String: ")
                    .replacing("`", with: "")
            })
    }

    /// A declaration of the listing in the words of the compiler's graph.
    static func line(_ declaration: Surface.Declaration) -> String {
        var text = declaration.text
        if let (name, _) = declaration.conformances { text = "\(text.contains("enum ") ? "enum" : "struct") \(name)" }
        if declaration.notes.contains("discardable") { text = "@discardableResult " + text }
        text = text.replacing(/(-> |other: )Self/) { "\($0.1)\(declaration.scope)" }
        let isDeprecated = declaration.notes.contains { $0.hasPrefix("deprecated") }
        return "\(declaration.scope) \(text)\(isDeprecated ? " deprecated" : "")".replacing("`", with: "")
    }

    /// The protocols to which each symbol conforms, by the names of both.
    var conformances: [String: [String]] {
        let names = Dictionary(symbols.map { ($0.identifier.precise, $0.pathComponents.joined(separator: ".")) }) { first, _ in first }
        var result: [String: [String]] = [:]
        for relationship in relationships where relationship.kind == "conformsTo" {
            guard let source = names[relationship.source] else { continue }
            let target = names[relationship.target] ?? relationship.targetFallback ?? relationship.target
            result[source, default: []].append(target.components(separatedBy: ".").last ?? target)
        }
        return result
    }
}
