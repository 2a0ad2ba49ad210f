import Testing

@testable import GeneratorLint

/// Every check finds what it looks for, where it is, and leaves alone what only looks like it.
@Suite struct CheckTests {
    @Test("Nothing is found in a spec that keeps all rules")
    func nothingIsFoundInSpecThatKeepsAll() throws {
        #expect(try CleanSpecification.findings().map(\.description) == [])
    }

    @Test("A check finds what is wrong, and where", arguments: CheckCase.all)
    func checkFindsWhatIsWrongAndWhere(fixture: CheckCase) throws {
        let findings = try CleanSpecification.findings(after: fixture.broken, only: fixture.check)
        let place = try CheckTests.place(of: fixture.at, in: CleanSpecification.edited(fixture.broken))
        #expect(
            findings.contains { $0.description.hasPrefix("\(place): error: ") && $0.message.contains(fixture.saying) },
            "at \(place): \(findings)")
        #expect(findings.allSatisfy { $0.check == fixture.check })
    }

    @Test("A check leaves alone what is nearly wrong", arguments: CheckCase.all)
    func checkLeavesAloneWhatIsNearlyWrong(fixture: CheckCase) throws {
        let findings = try CleanSpecification.findings(after: fixture.fine, only: fixture.check)
        #expect(findings.map(\.description) == [])
    }

    @Test("Every check has a fixture")
    func everyCheckHasFixture() {
        // Those about files and exceptions have tests of their own below.
        let elsewhere = ["unused-file", "stale-exception"]
        #expect(Set(CheckCase.all.map(\.check)) == Set(Lint.checks.map(\.id)).subtracting(elsewhere))
    }

    @Test("Every check says what it wants and why, under a name of its own")
    func everyCheckSaysWhatItWantsAndWhy() {
        #expect(Set(Lint.checks.map(\.id)).count == Lint.checks.count)
        for check in Lint.checks {
            #expect(check.id.allSatisfy { $0.isLowercase || $0 == "-" })
            #expect(check.summary.hasSuffix(".") && check.explanation.count > check.id.count)
        }
    }

    @Test("A file that nothing leads to is found, and one that something leads to is not")
    func fileThatNothingLeadsToIsFoundAnd() throws {
        let found = try CleanSpecification.findings(only: "unused-file", more: ["Old.yaml": "components: {}\n"])
        #expect(found.map(\.description.localizedPrefix) == ["Old.yaml:1:1: error: openapi.yaml does not lead to this file"])
        let near = try CleanSpecification.findings(
            after: [Edit("maker: {type: string}", "maker: {$ref: Old.yaml#/x}")], only: "unused-file",
            more: ["Old.yaml": "x: {type: string}\n"])
        #expect(near == [])
    }

    @Test("Components of one name in two files are found")
    func componentsOfOneNameInTwoFilesAre() throws {
        let found = try CleanSpecification.findings(
            only: "colliding-name", more: ["Old.yaml": "components: {schemas: {Thing: {type: string, description: It.}}}\n"])
        #expect(found.map(\.message) == ["another component of schemas at Old.yaml:1:24 has the same name; rename one of them"])
    }

    @Test("A cycle of references is found once and ends")
    func cycleOfReferencesIsFoundOnceAndEnds() throws {
        let edit = Edit("    Kind:", "    Loop: {$ref: '#/components/schemas/Loop'}\n    Kind:")
        let use = Edit("maker: {type: string}", "maker: {$ref: '#/components/schemas/Loop'}")
        #expect(try CleanSpecification.findings(after: [edit, use]).contains { $0.message.contains("only refers to itself") })
        let recursive = Edit("maker: {type: string}", "maker: {$ref: '#/components/schemas/Thing'}")
        #expect(try CleanSpecification.findings(after: [recursive]).map(\.description) == [])
    }

    /// `file:line:column` of the first occurrence of a text.
    private static func place(of text: String, in files: [String: String]) throws -> String {
        let file = try #require(files.keys.sorted().first { files[$0]?.contains(text) == true }, "no file has: \(text)")
        let content = try #require(files[file])
        let before = content[..<(try #require(content.range(of: text))).lowerBound]
        let line = before.split(separator: "\n", omittingEmptySubsequences: false)
        return "\(file):\(line.count):\((line.last?.unicodeScalars.count ?? 0) + 1)"
    }
}

extension String {
    /// What stands before the semicolon.
    fileprivate var localizedPrefix: String { String(prefix { $0 != ";" }) }
}
