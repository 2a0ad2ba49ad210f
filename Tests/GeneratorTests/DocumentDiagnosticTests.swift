import GeneratorTestSupport
import Testing

@Suite("Diagnostics of documents")
struct DocumentDiagnosticTests {
    @Test(
        "An invalid document is rejected at the place of the error",
        arguments: [
            (
                "swagger: '2.0'",
                "1:1: error: an OpenAPI document begins with its version, such as openapi: 3.1.0; this is Swagger 2, convert it first"
            ),
            ("openapi: 4.0.0", "1:10: error: OpenAPI 4.0.0 is not supported; 3.0 and 3.1 are"),
            ("[1]", "1:1: error: an OpenAPI document must be a mapping of names to values"),
            ("openapi: 3.1.0\ninfo: {title: T}", "2:7: error: info needs \"version\""),
            (
                "openapi: 3.1.0\ninfo: {title: T, version: v}\npathes: {}",
                "3:1: error: \"pathes\" is not a member of an OpenAPI document; did you mean \"paths\"?"
            ),
            (
                "openapi: 3.1.0\ninfo: {title: T, version: v, x-swift-name: clockify}",
                "1:1: error: x-swift-name \"clockify\" of info is not a valid name for a Swift type"
            ),
            ("openapi: 3.1.0\ninfo: {title: T, version: v}\ntags: [{name: A}, {name: A}]", "3:19: error: the tag \"A\" is listed twice"),
            (
                "openapi: 3.1.0\ninfo: {title: T, version: v}\ntags: [{name: A, x-swift-name: client}]",
                "3:8: error: x-swift-name \"client\" is not a valid name for a group"
            ),
            (
                "openapi: 3.1.0\ninfo: {title: T, version: v}\nservers: [{url: 'https://{x}'}]",
                "3:11: error: the server https://{x} has {x}, but no variable is called \"x\""
            ),
            (
                "openapi: 3.1.0\ninfo: {title: T, version: v}\nservers: [{url: 'https://a', x-swift-name: self}]",
                "3:11: error: the service name \"self\" is used"
            ),
            ("openapi: 3.1.0\ninfo: {title: T, version: v}\npaths: {p: {}}", "3:9: error: a path begins with a slash; write /p"),
            ("openapi: 3.1.0\ninfo: {title: T, version: v}\npaths: {'/a?b={c}': {}}", "3:9: error: a path must not have a query; "),
            ("openapi: 3.1.0\ninfo: {title: T, version: v}\npaths: {'/a#b': {}}", "3:9: error: a path must not have a fragment; "),
            (
                "openapi: 3.1.0\ninfo: {title: T, version: v}\npaths: {/a/../b: {}}",
                "3:9: error: a path must not have the components . and .."
            ),
            (
                "openapi: 3.1.0\ninfo: {title: T, version: v}\npaths: {/./b: {}}",
                "3:9: error: a path must not have the components . and .."
            ),
            (
                "openapi: 3.1.0\ninfo: {title: T, version: v}\npaths: {\"/a\\r\\nHost: b\": {}}",
                "3:9: error: a path must not contain a line break"
            ),
            ("openapi: 3.1.0\ninfo: {title: T, version: v}\npaths: {/a b: {}}", "3:9: error: a path must not contain a space; write %20"),
            (
                "openapi: 3.1.0\ninfo: {title: T, version: v}\npaths: {'/a\\b': {}}",
                "3:9: error: a path must not contain a backslash; write /"
            ),
            (
                "openapi: 3.1.0\ninfo: {title: T, version: v}\nservers: [{url: 'https://me:secret@a.example/v1'}]",
                "3:17: error: the URL of a server must not contain a user or a password"
            ),
            (
                "openapi: 3.1.0\ninfo: {title: T, version: v}\nservers: [{url: 'https://a.example/v1?key=1'}]",
                "3:17: error: the URL of a server must not have a query"
            ),
            (
                "openapi: 3.1.0\ninfo: {title: T, version: v}\nservers: [{url: 'https://a.example/#v1'}]",
                "3:17: error: the URL of a server must not have a fragment"
            ),
            (
                "openapi: 3.1.0\ninfo: {title: T, version: v}\nservers: [{url: \"https://a\\n.example\"}]",
                "3:17: error: the URL of a server must not contain a line break"
            ),
            (
                "openapi: 3.1.0\ninfo: {title: T, version: v}\nservers: [{url: 'https://{a}', variables: {a: {default: a.example?b}}}]",
                "3:17: error: the URL of a server must not have a query"
            ),
            (
                "openapi: 3.1.0\ninfo: {title: T, version: v}\ncomponents: {securitySchemes: {a: {type: magic}}}",
                "3:35: error: the security type \"magic\" is not supported"
            ),
            (
                "openapi: 3.1.0\ninfo: {title: T, version: v}\ncomponents: {securitySchemes: {a: {type: apiKey, in: header, name: 'a b'}}}",
                "3:32: error: \"a b\" is not a valid name for an HTTP header"
            ),
            ("openapi: 3.1.0\ninfo: {title: T, version: v}\na: [", "error: malformed YAML"),
        ])
    func invalidDocument(text: String, expected: String) {
        let diagnostics = generate(["openapi.yaml": text + "\n"]).diagnostics
        #expect(diagnostics.contains { $0.contains(expected) && $0.hasPrefix("openapi.yaml:") }, "\(diagnostics)")
    }

    @Test("A missing document is reported")
    func missingDocument() {
        #expect(generate([:]).diagnostics == ["openapi.yaml:1:1: error: cannot read openapi.yaml: there is no such file"])
    }
}
