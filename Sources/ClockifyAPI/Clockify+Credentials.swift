import Foundation

extension Clockify {
    /// The whole API, for one set of credentials.
    ///
    ///     let clockify = Clockify(.apiKey("…"))
    ///
    /// - Parameters:
    ///   - credentials: An API key (`X-Api-Key`) or an add-on token (`X-Addon-Token`). The service refuses both together.
    ///   - site: Where the workspace lives.
    ///   - transport: What carries the requests.
    public init(_ credentials: Credentials, site: Site = .global, transport: any ClientTransport = SystemTransport()) {
        self.init(client: APIClient(servers: site.servers, credentials: credentials, transport: transport))
    }

    /// The whole API, for credentials that change: they are asked for before each attempt, once for all calls that ask at the
    /// same time.
    ///
    ///     let clockify = Clockify(credentials: { .addonToken(try await vault.token()) })
    ///
    /// A call whose credentials cannot be had fails with ``APIFailure/configuration(_:)``, which names the type of what was
    /// thrown and nothing else of it. Nothing was sent then.
    public init(
        credentials: @escaping @Sendable () async throws -> Credentials, site: Site = .global,
        transport: any ClientTransport = SystemTransport()
    ) {
        self.init(client: APIClient(servers: site.servers, credentials: { try await credentials() }, transport: transport))
    }

    /// Takes the credentials from the environment: `CLOCKIFY_API_KEY` or `CLOCKIFY_ADDON_TOKEN`, of which one is set.
    ///
    /// - Throws: ``APIFailure/configuration(_:)`` when neither is set, or both are.
    public static func fromEnvironment(
        _ environment: [String: String] = ProcessInfo.processInfo.environment, site: Site = .global,
        transport: any ClientTransport = SystemTransport()
    ) throws(APIFailure) -> Clockify {
        // Blank is as good as not set.
        let key = environment["CLOCKIFY_API_KEY"].flatMap { $0.allSatisfy(\.isWhitespace) ? nil : $0 }
        let token = environment["CLOCKIFY_ADDON_TOKEN"].flatMap { $0.allSatisfy(\.isWhitespace) ? nil : $0 }
        switch (key, token) {
        case (let key?, nil): return Clockify(.apiKey(key), site: site, transport: transport)
        case (nil, let token?): return Clockify(.addonToken(token), site: site, transport: transport)
        case (nil, nil): throw .configuration("set CLOCKIFY_API_KEY or CLOCKIFY_ADDON_TOKEN in the environment")
        case (_?, _?): throw .configuration("CLOCKIFY_API_KEY and CLOCKIFY_ADDON_TOKEN are both set; the service refuses both together")
        }
    }
}
