import GeneratorTestSupport
import Testing

@Suite("The documentation of groups")
struct GroupTests {
    private func text(tags: String, operationTags: [String]) -> String {
        let paths = operationTags.enumerated().map { index, tag in
            "  /p\(index): {get: {operationId: o\(index), tags: [\(tag)], responses: {'204': {description: None}}}}"
        }
        let generated = generate([
            "openapi.yaml": "openapi: 3.1.0\ninfo: {title: Home, version: v1}\ntags:\n\(tags)\npaths:\n" + paths.joined(separator: "\n")
                + "\n"
        ])
        #expect(generated.diagnostics == [])
        return generated.text
    }

    @Test("A group that several tags share names them all, with a link to each")
    func sharedGroup() {
        let tags = """
              - {name: Desk, x-swift-name: lamps, externalDocs: {url: 'https://home.example/#desk'}}
              - {name: Ceiling, x-swift-name: lamps, externalDocs: {url: 'https://home.example/#ceiling'}}
              - {name: Floor, x-swift-name: lamps}
              - {name: Unused, x-swift-name: lamps}
            """
        #expect(
            text(tags: tags, operationTags: ["Floor", "Desk", "Ceiling", "Desk"]).contains(
                """
                    /// The operations of the tags Desk, Ceiling and Floor.
                    ///
                    /// Documentation: [Desk](https://home.example/#desk), [Ceiling](https://home.example/#ceiling)
                    public var lamps: Operations.Lamps { .init(client: client) }
                """))
    }

    @Test("Tags with a description come first, and the others follow by name")
    func describedTags() {
        let tags = """
              - {name: Desk, x-swift-name: lamps}
              - {name: Ceiling, x-swift-name: lamps, description: Lamps that hang.}
            """
        #expect(
            text(tags: tags, operationTags: ["Desk", "Ceiling"]).contains(
                """
                    /// Lamps that hang.
                    ///
                    /// The operations of the tag Desk.
                    public var lamps: Operations.Lamps { .init(client: client) }
                """))
    }
}
