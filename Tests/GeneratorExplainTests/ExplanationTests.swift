import GeneratorOpenAPI
import GeneratorSwiftAPI
import Testing

@testable import GeneratorExplain

/// What people are told of an operation is what the spec says.
@Suite struct ExplanationTests {
    private let clockify = Subject.folder("Clockify")

    @Test("An operation is told with its call, its arguments, its answers and a command")
    func operationIsToldWithItsCallItsArguments() throws {
        let text = try #require(Explanation("createNewTag", in: clockify.document, api: clockify.api)).text
        for line in [
            "createNewTag\nAdd a new tag\n", "\nPOST /v1/workspaces/{workspaceId}/tags\n",
            "https://docs.clockify.me/#tag/Tag/operation/createNewTag\n",
            "  clockify.tags.create(\n      in workspace: Clockify.WorkspaceID,\n",
            "  ) async throws(APIFailure) -> Clockify.Tag\n", "  workspace: Clockify.WorkspaceID, path workspaceId, required\n",
            "          At most 100 characters.\n", "  201 Created: application/json (Tag)\n", "Curl\ncurl --fail-with-body --request POST",
        ] { #expect(text.contains(line), "\(text)") }
    }

    @Test("The Swift call and the call for all pages name an operation too")
    func swiftCallAndCallForAllPagesName() throws {
        for name in ["tags.list", "tags.all", "getTags"] {
            #expect(try #require(Explanation(name, in: clockify.document, api: clockify.api)).text.hasPrefix("getTags\n"))
        }
        #expect(Explanation("tags.every", in: clockify.document, api: clockify.api) == nil)
    }

    @Test("A deprecated operation says what to use instead")
    func deprecatedOperationSaysWhatToUseInstead() throws {
        let text = try #require(Explanation("createPtoPolicy", in: clockify.document, api: clockify.api)).text
        #expect(text.contains("\ndeprecated: Use policies.create instead.\n"))
    }

    @Test(
        "A name that is no operation's is answered with those that resemble it",
        arguments: [
            ("createnewtag", "createNewTag"), ("creatNewTag", "createNewTag"), ("NewTag", "createNewTag"), ("deleteTags", "deleteTag"),
        ])
    func nameThatIsNoOperationsIsAnsweredWith(name: String, expected: String) {
        #expect(Explanation.suggestions(for: name, in: [clockify.document]).first == expected)
    }

    @Test("A name that resembles nothing is answered with nothing", arguments: ["", "qqqqqq", "☃"])
    func nameThatResemblesNothingIsAnsweredWithNothing(name: String) {
        #expect(Explanation(name, in: clockify.document, api: clockify.api) == nil)
        #expect(Explanation.suggestions(for: name, in: [clockify.document]) == [])
    }
}
