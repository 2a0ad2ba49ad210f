import Testing

@testable import GeneratorLint

/// Every check finds its problem at the right place, and ignores similar valid specs.
@Suite struct CheckTests {
    @Test("A spec that follows all rules has no findings")
    func cleanSpec() throws {
        #expect(try CleanSpecification.findings().map(\.description) == [])
    }

    @Test("A check finds a problem and its place", arguments: CheckCase.all)
    func checkFindsProblem(fixture: CheckCase) throws {
        let findings = try CleanSpecification.findings(after: fixture.broken, only: fixture.check)
        let place = try CheckTests.place(of: fixture.at, in: CleanSpecification.edited(fixture.broken))
        #expect(
            findings.contains { $0.description.hasPrefix("\(place): error: ") && $0.message.contains(fixture.saying) },
            "at \(place): \(findings)")
        #expect(findings.allSatisfy { $0.check == fixture.check })
    }

    @Test("A check ignores valid edge cases", arguments: CheckCase.all)
    func checkIgnoresEdgeCases(fixture: CheckCase) throws {
        let findings = try CleanSpecification.findings(after: fixture.fine, only: fixture.check)
        #expect(findings.map(\.description) == [])
    }

    @Test("Every check has a fixture")
    func everyCheckHasFixture() {
        // Checks of files and exceptions have separate tests below.
        let elsewhere = ["overlay", "unused-file", "stale-exception"]
        #expect(Set(CheckCase.all.map(\.check)) == Set(Lint.checks.map(\.id)).subtracting(elsewhere))
    }

    @Test("Every check has a unique name, a requirement and a reason")
    func checksAreDescribed() {
        #expect(Set(Lint.checks.map(\.id)).count == Lint.checks.count)
        for check in Lint.checks {
            #expect(check.id.allSatisfy { $0.isLowercase || $0 == "-" })
            #expect(check.summary.hasSuffix(".") && check.explanation.count > check.id.count)
        }
    }

    @Test("An action of an overlay whose target matches nothing is found in the overlay, and so is an invalid one")
    func overlays() throws {
        func found(_ actions: String) throws -> [String] {
            try CleanSpecification.findings(overlay: "overlay: 1.0.0\ninfo: {title: T, version: v}\nactions:\n\(actions)").map(
                \.description)
        }
        #expect(try found("- {target: $.info, update: {description: Other things.}}") == [])
        let unmatched = try found("- {target: $.infos, update: {}}")
        #expect(unmatched == ["names.overlay.yaml:4:12: error: the target matches nothing in openapi.yaml [overlay]"])
        #expect(try found("- {target: $.info, updat: {}}").count == 2)
        // A finding in what an overlay inserts is in the overlay.
        let inserted = try found(
            "- target: $.paths\n  update: {/more: {get: {operationId: more, tags: [Thing], responses: {'200': {description: OK}}}}}")
        #expect(
            inserted.count == 1 && inserted[0].hasPrefix("names.overlay.yaml:5:20: error: the operation has neither a summary"),
            "\(inserted)")
    }

    @Test("An unreferenced file is found, and a referenced one is not")
    func unreferencedFile() throws {
        let found = try CleanSpecification.findings(only: "unused-file", more: ["Old.yaml": "components: {}\n"])
        #expect(found.map(\.description.localizedPrefix) == ["Old.yaml:1:1: error: openapi.yaml does not refer to this file"])
        let near = try CleanSpecification.findings(
            after: [Edit("maker: {type: string}", "maker: {$ref: Old.yaml#/x}")], only: "unused-file",
            more: ["Old.yaml": "x: {type: string}\n"])
        #expect(near == [])
    }

    @Test("Components with the same name in two files are found")
    func duplicateComponents() throws {
        let found = try CleanSpecification.findings(
            only: "colliding-name", more: ["Old.yaml": "components: {schemas: {Thing: {type: string, description: It.}}}\n"])
        #expect(found.map(\.message) == ["another component of schemas at Old.yaml:1:24 has the same name; rename one of them"])
    }

    @Test("A cycle of references is found once, and the check ends")
    func referenceCycle() throws {
        let edit = Edit("    Kind:", "    Loop: {$ref: '#/components/schemas/Loop'}\n    Kind:")
        let use = Edit("maker: {type: string}", "maker: {$ref: '#/components/schemas/Loop'}")
        #expect(try CleanSpecification.findings(after: [edit, use]).contains { $0.message.contains("only refers to itself") })
        let recursive = Edit("maker: {type: string}", "maker: {$ref: '#/components/schemas/Thing'}")
        #expect(try CleanSpecification.findings(after: [recursive]).map(\.description) == [])
    }

    /// Returns `file:line:column` of the first occurrence of a text.
    private static func place(of text: String, in files: [String: String]) throws -> String {
        let file = try #require(files.keys.sorted().first { files[$0]?.contains(text) == true }, "no file has: \(text)")
        let content = try #require(files[file])
        let before = content[..<(try #require(content.range(of: text))).lowerBound]
        let line = before.split(separator: "\n", omittingEmptySubsequences: false)
        return "\(file):\(line.count):\((line.last?.unicodeScalars.count ?? 0) + 1)"
    }
}

extension String {
    /// The part before the semicolon.
    fileprivate var localizedPrefix: String { String(prefix { $0 != ";" }) }
}
