/// Security and servers.
extension OperationPair {
    static let security: [OperationPair] =
        [
            .operation("", "security: [{key: []}]", ["api-security-added: breaking"], back: ["api-security-removed: compatible"]),
            .operation(
                "security: [{key: []}]", "security: [{key: []}, {token: []}]", ["api-security-added: compatible"],
                back: ["api-security-removed: breaking"]),
            .operation(
                "security: [{key: []}]", "security: [{token: []}]", ["api-security-added: compatible", "api-security-removed: breaking"],
                back: ["api-security-added: compatible", "api-security-removed: breaking"]),
            .operation(
                "security: [{key: []}]", "security: [{key: [], token: []}]",
                ["api-security-added: breaking", "api-security-removed: breaking"],
                back: ["api-security-added: compatible", "api-security-removed: compatible"]),
            .operation(
                "security: [{key: []}]", "security: [{key: []}, {}]", ["api-security-added: compatible"],
                back: ["api-security-removed: breaking"]),
            // The same credentials are sent, whatever the scheme is called.
            .operation("security: [{key: []}]", "security: [{sameKey: []}]", [], back: []),
            .operation("security: []", "", [], back: []),
        ]
        + ["cookie", "query", "password"].map { scheme in
            .operation(
                "security: [{key: []}, {\(scheme): []}]", "security: [{key: []}]", ["api-security-removed: breaking"],
                back: ["api-security-added: compatible"])
        }

    private static func servers(_ urls: String...) -> String { "servers: [\(urls.map { "{url: '\($0)'}" }.joined(separator: ", "))]" }
    private static let regions = "variables: {region: {default: eu, enum: [eu, us]}}"
    static let servers: [OperationPair] = [
        .init(
            "/a: {\(get)}", "/a: {\(get)}", ["api-server-added: compatible"], back: ["api-server-removed: risky"],
            more: servers("https://x.test"), newMore: servers("https://x.test", "https://y.test")),
        .init(
            "/a: {\(get)}", "/a: {\(get)}", ["api-server-added: compatible", "api-server-removed: breaking"],
            back: ["api-server-added: compatible", "api-server-removed: breaking"], more: servers("https://x.test"),
            newMore: servers("https://y.test")),
        .init(
            "/a: {\(get)}", "/a: {\(get)}", ["api-default-server-changed: none"], back: ["api-default-server-changed: none"],
            more: servers("https://x.test", "https://y.test"), newMore: servers("https://y.test", "https://x.test")),
        .init(
            "/a: {\(get)}", "/a: {\(get)}", ["api-server-added: compatible"], back: ["api-server-removed: risky"],
            more: "servers: [{url: 'https://{region}.test', \(regions)}]",
            newMore: "servers: [{url: 'https://{region}.test', \(regions.replacing("us", with: "us, uk"))}]"),
        // The server accepts any value of the variable.
        .init(
            "/a: {\(get)}", "/a: {\(get)}", ["api-default-server-changed: none"], back: ["api-default-server-changed: none"],
            more: "servers: [{url: 'https://{name}.test', variables: {name: {default: x}}}]",
            newMore: "servers: [{url: 'https://{name}.test', variables: {name: {default: y}}}]"),
        .init(
            "/a: {\(get)}", "/a: {\(get)}", ["api-default-server-changed: none"], back: ["api-default-server-changed: none"],
            more: "servers: [{url: 'https://x.test'}, {url: 'https://{name}.test', variables: {name: {default: x, enum: [x, y]}}}]",
            newMore: "servers: [{url: 'https://x.test'}, {url: 'https://{name}.test', variables: {name: {default: y, enum: [x, y]}}}]"),
        // A path segment that moves from the paths to the servers leaves the URL unchanged.
        .init(
            "/v1/a: {\(get)}, '/v1/b/{id}/c': {parameters: [{name: id, in: path, required: true, schema: {type: string}}], \(put)}",
            "/a: {\(get)}, '/b/{id}/c': {parameters: [{name: id, in: path, required: true, schema: {type: string}}], \(put)}", [], back: [],
            more: servers("https://x.test/api"), newMore: servers("https://x.test/api/v1/")),
        .init("/a: {\(get)}", "/a: {servers: [{url: 'https://x.test'}], \(get)}", [], back: [], more: servers("https://x.test")),
    ]
}
