import Foundation

extension ClockifyLegacy {
    /// The older page of the API: timesheet templates, and the meaning of each status.
    ///
    ///     let templates = try await ClockifyLegacy(.apiKey("…")).templates.list(in: workspace)
    ///
    /// - Parameters:
    ///   - credentials: An API key.
    ///   - backend: What stands before `/workspaces`; the documentation's own when nil.
    ///   - transport: What carries the requests.
    public init(_ credentials: Credentials, backend: URL? = nil, transport: any ClientTransport = SystemTransport()) {
        let servers = backend.map { APIClient.Servers([Services.backend: $0]) } ?? APIClient.Servers(Services.documented)
        self.init(client: APIClient(servers: servers, credentials: credentials, transport: transport))
    }

    /// The older page of the API, for credentials that change: they are asked for before each attempt, once for all calls that
    /// ask at the same time.
    public init(
        credentials: @escaping @Sendable () async throws -> Credentials, backend: URL? = nil,
        transport: any ClientTransport = SystemTransport()
    ) {
        let servers = backend.map { APIClient.Servers([Services.backend: $0]) } ?? APIClient.Servers(Services.documented)
        self.init(client: APIClient(servers: servers, credentials: { try await credentials() }, transport: transport))
    }
}
