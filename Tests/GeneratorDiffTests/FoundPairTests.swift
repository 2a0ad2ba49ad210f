import Testing

@testable import GeneratorDiff

/// Pairs of documents that a comparison once misjudged, each in a folder with a note.
@Suite struct FoundPairTests {
    static let expectations: [(folder: String, changes: [String])] = [
        (
            "webhook-payload",
            [
                "webhook-payload-required-property-removed: breaking webhook newT POST payload.name",
                "webhook-payload-property-type-changed: breaking webhook newT POST payload.id",
            ]
        ),
        ("callback-payload", ["webhook-payload-property-type-changed: breaking callback e of POST /t: {} POST payload.id"]),
        ("base-child-changed", ["response-property-type-changed: breaking Foo.foo"]),
        ("closed-request", ["request-body-additional-properties-forbidden: breaking R"]),
        ("open-to-closed-request", ["request-body-additional-properties-forbidden: breaking R"]),
        (
            "discriminator-mapping",
            [
                "response-body-discriminator-mapping-added: risky R|A=alpha",
                "response-body-discriminator-mapping-deleted: compatible R|A=a",
            ]
        ),
        ("exploded-object", []),
    ]

    @Test("Each pair has the stated meaning", arguments: expectations)
    func pairHasStatedMeaning(folder: String, expected: [String]) throws {
        let old = try document(texts(in: "Tests/GeneratorDiffTests/Fixtures/\(folder)/base"))
        let new = try document(texts(in: "Tests/GeneratorDiffTests/Fixtures/\(folder)/head"))
        #expect(changes(from: old, to: new).map { "\($0.check): \($0.wire) \($0.subject)" } == expected)
    }
}
