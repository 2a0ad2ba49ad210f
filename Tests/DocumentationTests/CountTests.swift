import Testing

/// A number that was counted manually on a page, and how the facts are counted.
struct Count: Sendable, CustomTestStringConvertible {
    let name: String
    let expected: Int
    let isCounted: @Sendable (Fact) -> Bool

    var testDescription: String { "\(expected) \(name)" }

    init(_ expected: Int, _ name: String, where isCounted: @escaping @Sendable (Fact) -> Bool) {
        self.name = name
        self.expected = expected
        self.isCounted = isCounted
    }

    /// Counts elements of a kind: `query name`, `body name`, … Each has a type.
    init(_ expected: Int, _ name: String, kind: String, attribute: String = "type") {
        self.init(expected, name) { $0.attribute == attribute && $0.element.hasPrefix("\(kind) ") }
    }

    init(_ expected: Int, _ name: String, attribute: String, value: String? = nil) {
        self.init(expected, name) { $0.attribute == attribute && (value == nil || $0.value == value) }
    }
}

@Suite("Number of facts on the pages")
struct CountTests {
    static let currentCounts: [Count] = [
        .init(28, "sections") { $0.element == "section" && $0.attribute == "title" },
        .init(169, "operations", attribute: "path"),
        .init(51, "GET", attribute: "method", value: "GET"),
        .init(47, "POST", attribute: "method", value: "POST"),
        .init(29, "PUT", attribute: "method", value: "PUT"),
        .init(24, "DELETE", attribute: "method", value: "DELETE"),
        .init(18, "PATCH", attribute: "method", value: "PATCH"),
        .init(16, "deprecated operations") { $0.element == "operation" && $0.attribute == "deprecated" },
        .init(2, "experimental operations", attribute: "experimental"),
        .init(145, "operations on the backend host", attribute: "host", value: "https://api.clockify.me/api"),
        .init(10, "operations on the reports host", attribute: "host", value: "https://reports.api.clockify.me"),
        .init(14, "operations on localhost", attribute: "host", value: "http://localhost:5050"),
        .init(292, "path parameters", kind: "path"),
        .init(190, "query parameters", kind: "query"),
        .init(572, "body fields", kind: "body"),
        // A lower and an upper bound are one constraint each. The non-empty array of replaceMany is not in a table.
        .init(191, "constraints in tables") { ValueStatements.constraints.contains($0.attribute) && $0.element.contains(" ") },
        .init(142, "enums", attribute: "enum"),
        .init(80, "defaults", attribute: "default"),
        .init(448, "examples", attribute: "example"),
        .init(169, "statuses", kind: "status", attribute: "description"),
        .init(89, "request samples") { $0.element == "request" && $0.attribute == "sample" },
        .init(136, "response samples", kind: "response", attribute: "sample"),
    ]

    static let legacyCounts: [Count] = [
        .init(8, "sections") { $0.element == "section" && $0.attribute == "title" },
        .init(25, "endpoints", attribute: "path"),
        .init(35, "query parameters", kind: "query"),
        .init(120, "statuses", kind: "status", attribute: "description"),
        .init(44, "schema definitions", attribute: "skeleton"),
        .init(211, "fields of definitions", kind: "field"),
        .init(35, "examples", attribute: "sample"),
        .init(21, "examples that had to be mended", attribute: "mended"),
    ]

    @Test("The facts of the current page match the manual count", arguments: currentCounts)
    func current(_ count: Count) throws {
        #expect(try Fact.read(Page.current.fixtureFile).count(where: count.isCounted) == count.expected)
    }

    @Test("The facts of the older page match the manual count", arguments: legacyCounts)
    func legacy(_ count: Count) throws {
        #expect(try Fact.read(Page.legacy.fixtureFile).count(where: count.isCounted) == count.expected)
    }

    @Test("The enums of the current page have 665 values")
    func valuesOfEnums() throws {
        let enums = try Fact.read(Page.current.fixtureFile).filter { $0.attribute == "enum" }
        // No value contains a comma.
        #expect(enums.reduce(0) { $0 + $1.value.split(separator: ",").count } == 665)
    }
}
