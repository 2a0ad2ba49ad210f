import Testing

@testable import GeneratorLint

/// Exceptions have reasons, cover only what they name, and are reported if they cover nothing.
@Suite struct ExceptionTests {
    private let broken = [Edit("kind: BIG", "kind: LARGE"), Edit("weight: 80", "weight: '80'")]
    private let subject = "listThings/responses/200/content/application/json/0"

    private func findings(_ exceptions: String, after edits: [Edit]) throws -> [String] {
        try CleanSpecification.findings(after: edits, except: Exceptions(Array(exceptions.utf8), file: "exceptions.yaml")).map(
            \.description)
    }

    @Test("An exception covers only the finding that it names")
    func exceptionCoversOneFinding() throws {
        let rest = try findings("- {check: sample-mismatch, at: \(subject)/kind, because: it is so}", after: broken)
        #expect(rest.count == 1 && rest[0].contains("[sample-mismatch: \(subject)/weight]"), "\(rest)")
    }

    @Test("An asterisk matches any text")
    func asterisk() throws {
        #expect(try findings("- {check: sample-mismatch, at: listThings/*/0/*, because: it is so}", after: broken) == [])
        let rest = try findings("- {check: sample-mismatch, at: listThings/*/1/*, because: it is so}", after: broken)
        #expect(rest.count == 3 && rest[2].hasPrefix("exceptions.yaml:1:32: error: no finding of sample-mismatch matches"), "\(rest)")
    }

    @Test(
        "The text around an asterisk matches literally",
        arguments: [
            ("*/weight", true), ("*/weigh", false), ("*eight", true), ("listThings*0/weight", true), ("*00*0/*", true),
            ("*0*weight*0*", false),
            ("isThings*", false),
        ])
    func textAroundAsterisk(pattern: String, matches: Bool) throws {
        let rest = try findings(
            "- {check: sample-mismatch, at: '\(pattern)', because: it is so}", after: [Edit("weight: 80", "weight: '80'")])
        #expect(rest.isEmpty == matches, "\(rest)")
    }

    @Test("An exception can match the message of a finding")
    func messageOfFinding() throws {
        let one = "- {check: sample-mismatch, at: '*', saying: '*is not of type integer*', because: it is so}"
        let rest = try findings(one, after: broken)
        #expect(rest.count == 1 && rest[0].contains("LARGE"), "\(rest)")
        let two = "- {check: sample-mismatch, at: '*', saying: ['*is not of type integer*', '*is not of type boolean*'], because: it is so}"
        #expect(try findings(two, after: broken).contains { $0.contains("matches \"*is not of type boolean*\"") })
    }

    @Test("An exception that covers nothing is reported at its place")
    func unusedException() throws {
        let rest = try findings("- check: sample-mismatch\n  at: [a, b]\n  because: it was so\n", after: [])
        #expect(rest.map { $0.prefix(24) } == ["exceptions.yaml:2:8: err", "exceptions.yaml:2:11: er"], "\(rest)")
    }

    @Test("An exception for another check only applies if that check runs")
    func exceptionForOtherCheck() throws {
        let exceptions = Exceptions(Array("- {check: unused-tag, at: x, because: it was so}".utf8), file: "exceptions.yaml")
        #expect(try CleanSpecification.findings(only: "sample-mismatch", except: exceptions) == [])
    }

    @Test(
        "An invalid exception file is rejected at the place of the error",
        arguments: [
            ("- {check: sample-mismatch, at: x}", "1:3: error: an exception needs \"reason\""),
            ("- {check: sample-mismatch, at: x, because: ' '}", "1:44: error: \"because\" of an exception is a text"),
            ("- {check: sample, at: x, because: so}", "1:11: error: an exception names its check"),
            ("- {check: sample-mismatch, because: so}", "1:3: error: an exception needs \"subject\""),
            (
                "- {check: sample-mismatch, at: {}, because: so}",
                "1:32: error: \"at\" of an exception is a text that is not empty, or a list of such texts"
            ),
            ("- {check: sample-mismatch, at: x, why: so, because: so}", "1:35: error: \"why\" is not a key of an exception"),
            ("- 1", "1:3: error: an exception is a mapping"),
            ("a: b", "1:1: error: a file of exceptions is a list"),
            ("- [", "error: malformed YAML"),
            ("", "error: "),
        ])
    func invalidExceptionFile(text: String, expected: String) throws {
        let rest = try findings(text, after: [])
        #expect(rest.contains { $0.hasPrefix("exceptions.yaml:") && $0.contains(expected) }, "\(rest)")
    }
}
