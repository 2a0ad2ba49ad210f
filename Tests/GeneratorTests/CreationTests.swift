@_spi(Generated) import ClockifyRuntime
import GeneratorOpenAPI
import GeneratorTestSupport
import GoldenClient
import HTTPTypes
import Testing

/// How callers create an API, and how it behaves then.
@Suite struct CreationTests {
    // MARK: What is generated

    private static let scheme =
        "components: {securitySchemes: {key: {type: apiKey, in: header, name: X-Key}, digest: {type: http, scheme: digest}}}"

    /// The document, and the protocol of the API's type.
    static let access: [(lines: String, type: String)] = [
        // The document says nothing of security, and may have forgotten it.
        ("paths: {/a: {get: {operationId: a, ok}}}", "OptionallyAuthenticatedAPI"),
        ("security: []\npaths: {/a: {get: {operationId: a, ok}}}", "UnauthenticatedAPI"),
        ("security: [{key: []}]\npaths: {/a: {get: {operationId: a, ok}}}\n" + scheme, "AuthenticatedAPI"),
        ("security: [{key: []}, {}]\npaths: {/a: {get: {operationId: a, ok}}}\n" + scheme, "OptionallyAuthenticatedAPI"),
        (
            "security: [{key: []}]\npaths: {/a: {get: {operationId: a, ok}, put: {operationId: b, security: [], ok}}}\n" + scheme,
            "OptionallyAuthenticatedAPI"
        ),
        ("security: []\npaths: {/a: {get: {operationId: a, ok}}}\n" + scheme, "UnauthenticatedAPI"),
        // No operation says what it needs.
        ("paths: {/a: {get: {operationId: a, ok}}}\n" + scheme, "OptionallyAuthenticatedAPI"),
        // A client cannot send these credentials. Its transport may.
        ("security: [{digest: []}]\npaths: {/a: {get: {operationId: a, ok}}}\n" + scheme, "UnauthenticatedAPI"),
    ]

    @Test("The type says whether credentials are needed", arguments: access)
    func typeSaysAccess(lines: String, type: String) {
        #expect(text(of: lines).contains("public struct T: \(type) {\n"))
    }

    /// The servers of the document and of its operation, and whether callers may leave them out.
    static let servers: [(document: String, operation: String, areDocumented: Bool)] = [
        ("[{url: 'https://a.example'}]", "[]", true), ("[{url: 'https://{r}.example', variables: {r: {default: eu}}}]", "[]", true),
        ("[]", "[]", false), ("[{url: /v1}]", "[]", false), ("[{url: 'https://{r}.example'}]", "[]", false),
        ("[{url: /v1}]", "[{url: 'https://a.example'}]", true), ("[{url: 'https://a.example'}]", "[{url: /files}]", false),
    ]

    @Test("Servers may be left out if every service that is called has one", arguments: servers)
    func typeSaysServers(document: String, operation: String, areDocumented: Bool) {
        let text = text(of: "servers: \(document)\npaths: {/a: {get: {operationId: a, servers: \(operation), ok}}}")
        #expect(text.contains("public enum Services\(areDocumented ? ": DocumentedServers" : "") {\n"))
    }

    private func text(of lines: String) -> String {
        let lines = lines.replacing("ok", with: "responses: {'204': {description: OK}}")
        return generate(["openapi.yaml": "openapi: 3.1.0\ninfo: {title: T, version: v}\n" + lines + "\n"], isStrict: false).text
    }

    @Test("A choice of operations keeps the credentials of a document that does not say which are needed")
    func choice() {
        let document = """
            openapi: 3.1.0
            info: {title: T, version: v}
            paths:
              /a: {get: {operationId: a, responses: {'204': {description: OK}}}}
              /b: {get: {operationId: b, SECURITY responses: {'204': {description: OK}}}}
            components: {securitySchemes: {key: {type: apiKey, in: header, name: X-Key}}}

            """
        var selection = OperationSelection()
        selection.include.operationIDs = [.init("a")]
        func head(_ security: String) -> Bool {
            generate(["openapi.yaml": document.replacing("SECURITY", with: security)], selection: selection, isStrict: false).text.contains(
                "public struct T: OptionallyAuthenticatedAPI {")
        }
        #expect(head(""))
        // The document says that only the other operation needs credentials.
        #expect(!head("security: [{key: []}],"))
    }

    // MARK: What a client does

    @Test("An API is created with credentials, or without those that are optional")
    func takesCredentials() async throws {
        let name = try #require(HTTPField.Name("X-Zoo-Key"))
        let stub = Stub(status: 204)
        try await Zoo(.apiKey("k"), transport: stub).shop.changeItem(id: "1", .init())
        #expect(stub.request?.headerFields[name] == "k" && stub.request?.authority == "eu.zoo.example")
        try await Zoo(credentials: { .apiKey("asked") }, transport: stub).shop.changeItem(id: "1", .init())
        #expect(stub.request?.headerFields[name] == "asked")
        let absent: Zoo.Credentials? = nil
        for zoo in [Zoo(transport: stub), Zoo(nil, transport: stub), Zoo(absent, transport: stub)] {
            try await zoo.shop.changeItem(id: "1", .init())
            #expect(stub.request?.headerFields[name] == nil)
        }
    }

    @Test("Servers are chosen by service, and no documented server is used instead")
    func choosesServers() async throws {
        let servers: APIClient.Servers = [Zoo.Services.zoo: Zoo.Services.ZooServers.forTests]
        let stub = Stub(status: 204)
        for zoo in [
            Zoo(.apiKey("k"), servers: servers, transport: stub), Zoo(servers: servers, transport: stub),
            Zoo(credentials: { .apiKey("k") }, servers: servers, transport: stub),
            Zoo(.apiKey("k"), servers: [Zoo.Services.zoo: "https://test.zoo.example/api"], transport: stub),
        ] {
            try await zoo.shop.changeItem(id: "1", .init())
            #expect(stub.request?.authority == "test.zoo.example")
        }
        await #expect {
            try await Zoo(.apiKey("k"), servers: [Zoo.Services.tickets: "https://t.example"], transport: Stub(status: 204))
                .shop.changeItem(id: "1", .init())
        } throws: { error in
            guard case .configuration(let reason) = error as? APIFailure else { return false }
            return reason.contains("no server for the service \"zoo\"")
        }
        #expect(["a": "https://x.example", "a": "https://y.example"] as APIClient.Servers == ["a": "https://y.example"])
    }

    @Test("Any API with documented servers and credentials is created in the same way")
    func generically() async throws {
        func make<API: AuthenticatedAPI>(_ credentials: API.Credentials, over transport: some ClientTransport) -> API
        where API.Services: DocumentedServers { API(credentials, transport: transport) }
        let stub = Stub(status: 204)
        let zoo: Zoo = make(.apiKey("k"), over: stub)
        try await zoo.shop.changeItem(id: "1", .init())
        #expect(stub.request?.authority == "eu.zoo.example")
    }
}
