import GeneratorDiff

/// A pair of documents for each kind of change, with code for both directions.
enum SwiftFixtures {
    static let all = api + methods + requests + arguments + results + types + properties + initializers + replacements + windows + constants

    private static let call = "_ = try await api.things.create()"

    static let api: [SwiftFixture] = [
        .init(
            Part.given(Part.plain), Part.given(Part.plain).replacing("version: v1", with: "version: v1, x-swift-name: Renamed"),
            .init(.apiRenamed, "_ = API.self"), .init(.apiRenamed, "_ = API.self", root: "Renamed")),
        .init(
            Part.given(Part.plain),
            Part.document(
                Part.create("get", sends: nil) + ", /others: {\(Part.operation("get", id: "other", name: "other", tag: "Others"))}",
                schemas: "Thing: \(Part.plain)"),
            .init(.groupAdded, call), .init(.groupRemoved, "_ = api.others")),
        .init(
            Part.given(Part.plain), Part.document(Part.create("get", tag: "Objects", sends: nil), schemas: "Thing: \(Part.plain)"),
            .init(.groupRenamed, call), .init(.groupRenamed, "_ = try await api.objects.create()")),
        .init(
            Part.given(Part.plain),
            Part.document(
                Part.create("get", sends: nil, more: "servers: [{url: 'https://files.example', x-swift-name: files}]"),
                schemas: "Thing: \(Part.plain)"),
            .init(.serviceAdded, "_ = API.Services.documented"), .init(.serviceRemoved, "_ = API.Services.files")),
        .init(
            servers("{url: 'https://a.example', description: live}, {url: 'https://b.example', description: test}"),
            servers(
                "{url: 'https://a.example', description: live}, {url: 'https://b.example', description: test}, {url: 'https://c.example', description: own}"
            ),
            .init(.serverAdded, "_ = API.Services.MainServers.test"), .init(.serverRemoved, "_ = API.Services.MainServers.own")),
        .init(
            credentials("key: {type: apiKey, in: header, name: X-Key}"),
            credentials("key: {type: apiKey, in: header, name: X-Key}, token: {type: http, scheme: bearer}"),
            .init(.credentialsAdded, "_ = API.Credentials.key(\"k\")"),
            .init(.credentialsRemoved, "_ = API.Credentials.token(\"t\")")),
        .init(
            credentials("key: {type: apiKey, in: header, name: X-Key}"), credentials("key: {type: http, scheme: basic}"),
            .init(.credentialsChanged, "_ = API.Credentials.key(\"k\")"),
            .init(.credentialsChanged, "_ = API.Credentials.key(user: \"u\", password: \"p\")")),
        .init(
            Part.given(Part.plain), servers("{url: 'https://a.example'}"),
            .init(.initializerAdded, "_ = API(servers: [API.Services.main: \"https://b.example\"])"),
            .init(.initializerRemoved, "_ = API()")),
        .init(
            needing("{key: []}"), needing("{key: []}, {}"), .init(.initializerAdded, "_ = API(.key(\"k\"), servers: [:])"),
            .init(.initializerRemoved, "_ = API(servers: [:])")),
        .init(
            needing(""), needing("{key: []}, {}"), .init(.initializerAdded, "_ = API(servers: [:])"),
            .init(.initializerRemoved, "_ = API(.key(\"k\"), servers: [:])")),
    ]

    /// Returns a document with the alternatives of credentials.
    private static func needing(_ security: String) -> String {
        credentials("key: {type: apiKey, in: header, name: X-Key}").replacing("paths: {", with: "security: [\(security)]\npaths: {")
    }

    private static func servers(_ servers: String) -> String {
        Part.given(Part.plain).replacing("components: {", with: "servers: [\(servers)]\ncomponents: {")
    }

    private static func credentials(_ schemes: String) -> String {
        Part.given(Part.plain).replacing("components: {", with: "components: {securitySchemes: {\(schemes)}, ")
    }

    static let methods: [SwiftFixture] = [
        .init(
            Part.given(Part.plain),
            Part.document(
                Part.create("get", sends: nil) + ", /others: {\(Part.operation("get", id: "other", name: "other"))}",
                schemas: "Thing: \(Part.plain)"),
            .init(.methodAdded, call), .init(.methodRemoved, "_ = try await api.things.other()")),
        .init(
            Part.given(Part.plain), Part.document(Part.create("get", name: "make", sends: nil), schemas: "Thing: \(Part.plain)"),
            .init(.methodRenamed, call), .init(.methodRenamed, "_ = try await api.things.make()")),
        .init(
            moving("Things"), moving("Others"),
            .init(.methodMoved, "_ = try await api.things.move()"), .init(.methodMoved, "_ = try await api.others.move()")),
        .init(
            Part.given(Part.plain),
            Part.document(Part.create("get", sends: nil, more: "deprecated: true"), schemas: "Thing: \(Part.plain)"),
            .init(.methodDeprecated, call), .init(.methodReactivated, call)),
        .init(
            paged(""), paged("x-pagination: {page: page}"),
            .init(.methodAdded, "_ = try await api.things.list(page: 1)"), .init(.methodRemoved, "_ = api.things.all()")),
    ]

    private static func moving(_ tag: String) -> String {
        Part.document(
            Part.create("get", sends: nil) + ", /others: {\(Part.operation("get", id: "other", name: "other", tag: "Others"))}"
                + ", /moves: {\(Part.operation("get", id: "move", name: "move", tag: tag))}",
            schemas: "Thing: \(Part.plain)")
    }

    private static func paged(_ pagination: String) -> String {
        Part.document(
            Part.create(
                "get", name: "list", parameters: Part.query("page", "{type: integer}"), sends: nil,
                gives: "{type: array, items: {type: string}}",
                more: pagination))
    }

    static let arguments: [SwiftFixture] = [
        .init(
            Part.taking(Part.query("a")), Part.taking(Part.query("a"), Part.query("b")),
            .init(
                .argumentAddedWithDefault, "_ = try await api.things.create(a: \"x\")",
                careless: "let function = api.things.create(a:); _ = function"),
            .init(.argumentRemoved, "_ = try await api.things.create(a: \"x\", b: \"y\")")),
        .init(
            Part.taking(Part.query("a")), Part.taking(Part.query("a"), Part.query("b", required: true)),
            .init(.argumentAddedWithoutDefault, "_ = try await api.things.create(a: \"x\")"),
            .init(.argumentRemoved, "_ = try await api.things.create(b: \"y\", a: \"x\")")),
        .init(
            Part.taking(Part.query("a")), Part.taking(Part.query("a", more: "x-swift-name: with a")),
            .init(.argumentLabelChanged, "_ = try await api.things.create(a: \"x\")"),
            .init(.argumentLabelChanged, "_ = try await api.things.create(with: \"x\")")),
        .init(
            Part.taking(Part.query("a"), Part.query("b")), Part.taking(Part.query("b"), Part.query("a")),
            .init(.argumentReordered, "_ = try await api.things.create(a: \"x\", b: \"y\")"),
            .init(.argumentReordered, "_ = try await api.things.create(b: \"y\", a: \"x\")")),
        .init(
            Part.taking(Part.query("a")), Part.taking(Part.query("a", "{type: integer}")),
            .init(.argumentTypeChanged, "_ = try await api.things.create(a: \"x\")"),
            .init(.argumentTypeChanged, "_ = try await api.things.create(a: 1)")),
        .init(
            Part.taking(Part.query("a", required: true)), Part.taking(Part.query("a")),
            .init(.argumentBecameOptional, "let x: String = \"x\"; _ = try await api.things.create(a: x)"),
            .init(.argumentBecameRequired, "_ = try await api.things.create()")),
        .init(
            Part.taking(Part.query("a", "{type: integer, default: 20}", required: true)),
            Part.taking(Part.query("a", "{type: integer, default: 50}", required: true)),
            .init(.argumentDefaultChanged, "_ = try await api.things.create()"),
            .init(.argumentDefaultChanged, "_ = try await api.things.create()")),
    ]

    /// Code compiles as before, but sends something else.
    static let requests: [SwiftFixture] = [
        .init(
            exchanging("find", "purge"), exchanging("purge", "find"), .init(.callSendsAnotherRequest, "try await api.things.find()"),
            .init(.callSendsAnotherRequest, "try await api.things.purge()")),
        .init(
            Part.document(Part.create("get", sends: nil, gives: "{type: string}")),
            Part.document(Part.create("put", sends: nil, gives: "{type: string}")), .init(.callSendsAnotherRequest, call),
            .init(.callSendsAnotherRequest, call)),
        .init(
            Part.given(Part.plain), Part.document(Part.create("get", path: "/v2/things", sends: nil), schemas: "Thing: \(Part.plain)"),
            .init(.callSentElsewhere, call), .init(.callSentElsewhere, call)),
        .init(
            Part.taking(Part.query("a")), Part.taking("{name: a, in: header, schema: {type: string}}"),
            .init(.argumentSentElsewhere, "_ = try await api.things.create(a: \"x\")"),
            .init(.argumentSentElsewhere, "_ = try await api.things.create(a: \"x\")")),
        .init(
            Part.taking(Part.query("a"), Part.query("b")),
            Part.taking(Part.query("b", more: "x-swift-name: a"), Part.query("a", more: "x-swift-name: b")),
            .init(.callSendsAnotherRequest, "_ = try await api.things.create(a: \"x\", b: \"y\")"),
            .init(.callSendsAnotherRequest, "_ = try await api.things.create(a: \"x\", b: \"y\")")),
        .init(
            sending(text: "text/plain"), sending(text: "application/json"),
            .init(.bodySentOtherwise, "try await api.things.create(\"x\")"), .init(.bodySentOtherwise, "try await api.things.create(\"x\")")
        ),
        .init(
            credentials("key: {type: apiKey, in: header, name: X-Key}, token: {type: apiKey, in: header, name: X-Token}"),
            credentials("token: {type: apiKey, in: header, name: X-Key}, key: {type: apiKey, in: header, name: X-Token}"),
            .init(.credentialsExchanged, "_ = API.Credentials.key(\"k\")"),
            .init(.credentialsExchanged, "_ = API.Credentials.token(\"t\")")),
        .init(
            credentials("key: {type: apiKey, in: header, name: X-Key}"), credentials("key: {type: apiKey, in: query, name: key}"),
            .init(.credentialsSentElsewhere, "_ = API.Credentials.key(\"k\")"),
            .init(.credentialsSentElsewhere, "_ = API.Credentials.key(\"k\")")),
    ]

    private static func exchanging(_ first: String, _ second: String) -> String {
        Part.document(
            "/things: {\(Part.operation("get", id: first, name: first, gives: nil)), \(Part.operation("delete", id: second, name: second, gives: nil))}"
        )
    }

    private static func sending(text contentType: String) -> String {
        let body = "requestBody: {required: true, content: {\(contentType): {schema: {type: string}}}}"
        return Part.document("/things: {\(Part.operation("post", gives: nil, more: body))}")
    }

    static let results: [SwiftFixture] = [
        .init(
            Part.document(Part.create(sends: nil, gives: nil)), Part.document(Part.create(sends: nil, gives: "{type: string}")),
            .init(.resultAdded, "try await api.things.create()"),
            .init(.resultRemoved, "let text: String = try await api.things.create(); _ = text")),
        .init(
            Part.document(Part.create(sends: nil, gives: "{type: string}")),
            Part.document(Part.create(sends: nil, gives: "{type: array, items: {type: string}}")),
            .init(.resultTypeChanged, "let text: String = try await api.things.create(); _ = text"),
            .init(
                .resultTypeChanged,
                "for text in try await api.things.create() { _ = text.isEmpty }; let all: [String] = try await api.things.create(); _ = all"
            )
        ),
        .init(
            Part.document(Part.create(sends: nil), schemas: "Thing: \(Part.plain)"),
            Part.document(
                "/things: {\(Part.operation("post", answers: "'204': {description: Nothing}"))}", schemas: "Thing: \(Part.plain)"),
            .init(.resultBecameOptional, "_ = try await api.things.create().name"),
            .init(.resultBecameRequired, "if let thing = try await api.things.create() { _ = thing.name }")),
        .init(
            Part.document(Part.create("get", sends: nil, gives: nil)),
            Part.document(Part.create("get", sends: nil, gives: "{type: string}")),
            .init(.resultMustBeUsed, "try await api.things.create()"),
            .init(.resultRemoved, "let text: String = try await api.things.create(); _ = text")),
    ]
}
