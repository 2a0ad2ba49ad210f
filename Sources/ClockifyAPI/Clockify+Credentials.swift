public import Foundation

extension Clockify {
    /// Creates a client for the whole API with credentials that do not change.
    ///
    ///     let clockify = Clockify(.apiKey("…"))
    ///
    /// - Parameters:
    ///   - credentials: An API key (`X-Api-Key`) or an add-on token (`X-Addon-Token`). The service rejects requests with both.
    ///   - site: The site of the workspace.
    ///   - transport: The transport that sends the requests.
    public init(_ credentials: Credentials, site: Site = .global, transport: any ClientTransport = SystemTransport()) {
        self.init(client: APIClient(servers: site.servers, credentials: credentials, transport: transport))
    }

    /// Creates a client for the whole API with credentials that may change.
    ///
    /// The `credentials` closure is called before each attempt. Attempts that request credentials at the same time share the result.
    ///
    ///     let clockify = Clockify(credentials: { .addonToken(try await vault.token()) })
    ///
    /// If the closure throws an error other than `APIFailure` or `CancellationError`, the call fails with
    /// `APIFailure.configuration`, which contains only the type of that error. Nothing is sent.
    public init(
        credentials: @escaping @Sendable () async throws -> Credentials, site: Site = .global,
        transport: any ClientTransport = SystemTransport()
    ) {
        self.init(client: APIClient(servers: site.servers, credentials: { try await credentials() }, transport: transport))
    }

    /// Creates a client with credentials from the environment: exactly one of `CLOCKIFY_API_KEY` and `CLOCKIFY_ADDON_TOKEN` must be set.
    ///
    /// - Throws: `APIFailure.configuration` if neither is set, or if both are.
    public static func fromEnvironment(
        _ environment: [String: String] = ProcessInfo.processInfo.environment, site: Site = .global,
        transport: any ClientTransport = SystemTransport()
    ) throws(APIFailure) -> Clockify {
        // A blank value counts as not set.
        let key = environment["CLOCKIFY_API_KEY"].flatMap { $0.allSatisfy(\.isWhitespace) ? nil : $0 }
        let token = environment["CLOCKIFY_ADDON_TOKEN"].flatMap { $0.allSatisfy(\.isWhitespace) ? nil : $0 }
        switch (key, token) {
        case (let key?, nil): return Clockify(.apiKey(key), site: site, transport: transport)
        case (nil, let token?): return Clockify(.addonToken(token), site: site, transport: transport)
        case (nil, nil): throw .configuration("set CLOCKIFY_API_KEY or CLOCKIFY_ADDON_TOKEN in the environment")
        case (_?, _?): throw .configuration("CLOCKIFY_API_KEY and CLOCKIFY_ADDON_TOKEN are both set; the service rejects both together")
        }
    }
}
