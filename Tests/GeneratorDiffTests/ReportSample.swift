import GeneratorYAML

@testable import GeneratorDiff

/// The changes that the tests of reports and acceptances use.
enum ReportSample {
    /// Returns a location in column 3.
    static func at(_ file: String, _ line: Int) -> GeneratorYAML.SourceLocation { .init(file: file, line: line, column: 3) }

    /// A breaking change, its consequence in Swift, an addition, a removal and a change in Swift only.
    static let changes: [Change] = [
        Change(
            check: "response-property-became-optional", subject: "Tag.name", message: "the response property Tag.name: became optional",
            old: at("old/Tags.yaml", 4), new: at("Tags.yaml", 5), wire: .breaking, operations: ["a", "b", "c", "d", "e"]),
        Change(
            check: "swift-property-type-changed", subject: "Clockify.Tag.name", message: "Clockify.Tag.name: String is String? now",
            old: at("old/Tags.yaml", 4), new: at("Tags.yaml", 5), swift: .breaking),
        Change(check: "endpoint-added", subject: "GET /b", message: "GET /b: new", old: nil, new: at("Tags.yaml", 9), wire: .compatible),
        Change(
            check: "request-property-removed", subject: "NewTag.x", message: "the request property NewTag.x: was removed",
            old: at("old/Tags.yaml", 8),
            new: nil, nearest: at("Tags.yaml", 7), wire: .risky, operations: ["a"]),
        Change(
            check: "swift-group-renamed", subject: "Clockify.tags", message: "Clockify.tags: is Clockify.labels now",
            old: at("old/openapi.yaml", 2), new: at("openapi.yaml", 2), swift: .breaking, replacement: "labels"),
    ]

    /// Returns an acceptance of one change.
    static func accepting(_ check: String, _ subject: String) -> Acceptance {
        Acceptance(check: check, subject: subject, reason: "Never sent.", location: at("accepted.yaml", 2))
    }
}
