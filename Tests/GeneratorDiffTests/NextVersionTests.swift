import Testing

@testable import GeneratorDiff

@Suite struct NextVersionTests {
    @Test(
        "The most severe change determines the next version",
        arguments: [
            ("1.4.2", Verdict.breaking, "2.0.0"), ("1.4.2", .risky, "1.5.0"), ("1.4.2", .compatible, "1.5.0"), ("1.4.2", .none, "1.4.3"),
            ("v0.4.2", .breaking, "0.5.0"), ("0.4.2", .compatible, "0.4.3"), ("0.4.2", .none, "0.4.3"),
        ])
    func nextVersion(_ version: String, _ effect: Verdict, _ next: String) throws {
        #expect(try #require(SemanticVersion(version)).next(after: effect).description == next)
    }

    @Test(
        "An invalid version is rejected",
        arguments: [
            "", "1", "1.2", "1.2.3.4", "1.2.-3", "1.02.3", "1.2.3-beta.1", "a.b.c", "1..3", "vv1.2.3", "1.2.99999999999999999999",
        ])
    func invalidVersion(_ text: String) {
        #expect(SemanticVersion(text) == nil)
    }
}
