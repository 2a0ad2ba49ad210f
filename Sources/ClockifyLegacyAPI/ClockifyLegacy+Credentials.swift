public import Foundation

extension ClockifyLegacy {
    /// Creates a client for the older part of the API: timesheet templates, and the meaning of each status.
    ///
    ///     let templates = try await ClockifyLegacy(.apiKey("…")).templates.list(in: workspace)
    ///
    /// - Parameters:
    ///   - credentials: An API key.
    ///   - backend: The URL before `/workspaces`; `nil` for the documented one.
    ///   - transport: The transport that sends the requests.
    public init(_ credentials: Credentials, backend: URL? = nil, transport: any ClientTransport = SystemTransport()) {
        let servers = backend.map { APIClient.Servers([Services.backend: $0]) } ?? APIClient.Servers(Services.documented)
        self.init(client: APIClient(servers: servers, credentials: credentials, transport: transport))
    }

    /// Creates a client for the older part of the API with credentials that may change.
    ///
    /// The `credentials` closure is called before each attempt. Attempts that request credentials at the same time share the result.
    public init(
        credentials: @escaping @Sendable () async throws -> Credentials, backend: URL? = nil,
        transport: any ClientTransport = SystemTransport()
    ) {
        let servers = backend.map { APIClient.Servers([Services.backend: $0]) } ?? APIClient.Servers(Services.documented)
        self.init(client: APIClient(servers: servers, credentials: { try await credentials() }, transport: transport))
    }
}
