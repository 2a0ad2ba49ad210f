import GeneratorOpenAPI
import GeneratorSwiftAPI
import Testing

@testable import GeneratorExplain

/// The explanation of an operation matches the spec.
@Suite struct ExplanationTests {
    private let clockify: Subject

    init() throws { clockify = try Subject.folder("Clockify") }

    @Test("An operation is explained with its call, arguments, responses and command")
    func operation() throws {
        let text = try #require(Explanation("createNewTag", in: clockify.document, api: clockify.api)).text
        for line in [
            "createNewTag\nAdd a new tag\n", "\nPOST /v1/workspaces/{workspaceId}/tags\n",
            "https://docs.clockify.me/#tag/Tag/operation/createNewTag\n",
            "  clockify.tags.create(\n      in workspace: Clockify.WorkspaceID,\n",
            "  ) async throws(APIFailure) -> Clockify.Tag\n", "  workspace: Clockify.WorkspaceID, path workspaceId, required\n",
            "          At most 100 characters.\n", "  201 Created: application/json (Tag)\n", "Curl\ncurl --fail-with-body --request POST",
        ] { #expect(text.contains(line), "\(text)") }
    }

    @Test("The Swift call and the call for all pages also identify an operation")
    func swiftCall() throws {
        for name in ["tags.list", "tags.all", "getTags"] {
            #expect(try #require(Explanation(name, in: clockify.document, api: clockify.api)).text.hasPrefix("getTags\n"))
        }
        #expect(Explanation("tags.every", in: clockify.document, api: clockify.api) == nil)
    }

    @Test("Times that clocks show say where, and a range of days is a call of its own")
    func days() throws {
        let list = try #require(Explanation("timeEntries.list", in: clockify.document, api: clockify.api)).text
        #expect(list.contains("start: WallClockTime?, query start, optional"))
        #expect(list.contains("What clocks show in the time zone of the account."), "\(list)")
        #expect(list.components(separatedBy: "days: ClosedRange<CalendarDate>").count == 3, "\(list)")
    }

    @Test("A deprecated operation names its replacement")
    func deprecatedOperation() throws {
        let text = try #require(Explanation("createPtoPolicy", in: clockify.document, api: clockify.api)).text
        #expect(text.contains("\ndeprecated: Use policies.create instead.\n"))
    }

    @Test(
        "An unknown name returns similar names",
        arguments: [
            ("createnewtag", "createNewTag"), ("creatNewTag", "createNewTag"), ("NewTag", "createNewTag"), ("deleteTags", "deleteTag"),
        ])
    func similarNames(name: String, expected: String) {
        #expect(Explanation.suggestions(for: name, in: [clockify.document]).first == expected)
    }

    @Test("A name without similar names returns nothing", arguments: ["", "qqqqqq", "☃"])
    func noSimilarNames(name: String) {
        #expect(Explanation(name, in: clockify.document, api: clockify.api) == nil)
        #expect(Explanation.suggestions(for: name, in: [clockify.document]) == [])
    }
}
