/// The services of an API whose spec has a base URL for every service that operations call.
public protocol DocumentedServers {
    /// The base URLs that the spec documents, by the names of the services.
    static var documented: [String: String] { get }
}

/// An API whose operations need no credentials:
///
///     let zoo = Zoo()
public protocol UnauthenticatedAPI: GeneratedAPI {
    /// The services of the API, each with its own servers.
    associatedtype Services
}

/// An API whose operations need credentials:
///
///     let zoo = Zoo(.apiKey("…"))
///     let sandbox = Zoo(.apiKey("…"), servers: [Zoo.Services.main: Zoo.Services.MainServers.sandbox])
public protocol AuthenticatedAPI: GeneratedAPI {
    /// The credentials that the API accepts.
    associatedtype Credentials: APICredentials
    /// The services of the API, each with its own servers.
    associatedtype Services
}

/// An API that accepts credentials, and has operations that need none:
///
///     let visitor = Zoo()
///     let keeper = Zoo(.apiKey("…"))
public protocol OptionallyAuthenticatedAPI: AuthenticatedAPI {}

extension UnauthenticatedAPI {
    /// Creates the API on servers of your choice.
    ///
    /// - Parameters:
    ///   - servers: The base URL of each service. Calls of services without one fail; documented servers are not used instead.
    ///   - transport: The transport that sends the requests.
    public init(servers: APIClient.Servers, transport: any ClientTransport = SystemTransport()) {
        self.init(client: APIClient(servers: servers, transport: transport))
    }
}

extension UnauthenticatedAPI where Services: DocumentedServers {
    /// Creates the API on its documented servers.
    public init(transport: any ClientTransport = SystemTransport()) {
        self.init(servers: APIClient.Servers(Services.documented), transport: transport)
    }
}

extension AuthenticatedAPI {
    /// Creates the API on servers of your choice, with credentials that do not change.
    ///
    /// - Parameters:
    ///   - credentials: The credentials for every call that needs some.
    ///   - servers: The base URL of each service. Calls of services without one fail; documented servers are not used instead.
    ///   - transport: The transport that sends the requests.
    public init(_ credentials: Credentials, servers: APIClient.Servers, transport: any ClientTransport = SystemTransport()) {
        self.init(client: APIClient(servers: servers, credentials: credentials, transport: transport))
    }

    /// Creates the API on servers of your choice, with credentials that may change.
    ///
    /// The `credentials` closure is called before each attempt. Attempts that request credentials at the same time share the result.
    ///
    /// - Parameters:
    ///   - credentials: Returns the credentials. If it throws an error other than `APIFailure` or `CancellationError`, the call fails with
    ///     `APIFailure.configuration`, which contains only the type of that error. Nothing is sent.
    ///   - servers: The base URL of each service. Calls of services without one fail; documented servers are not used instead.
    ///   - transport: The transport that sends the requests.
    public init(
        credentials: @escaping @Sendable () async throws -> Credentials, servers: APIClient.Servers,
        transport: any ClientTransport = SystemTransport()
    ) {
        self.init(client: APIClient(servers: servers, credentials: { try await credentials() }, transport: transport))
    }
}

extension AuthenticatedAPI where Services: DocumentedServers {
    /// Creates the API on its documented servers, with credentials that do not change.
    ///
    /// - Parameters:
    ///   - credentials: The credentials for every call that needs some.
    ///   - transport: The transport that sends the requests.
    public init(_ credentials: Credentials, transport: any ClientTransport = SystemTransport()) {
        self.init(credentials, servers: APIClient.Servers(Services.documented), transport: transport)
    }

    /// Creates the API on its documented servers, with credentials that may change.
    ///
    ///     let zoo = Zoo(credentials: { .token(try await vault.token()) })
    ///
    /// The `credentials` closure is called before each attempt. Attempts that request credentials at the same time share the result.
    ///
    /// - Parameters:
    ///   - credentials: Returns the credentials. If it throws an error other than `APIFailure` or `CancellationError`, the call fails with
    ///     `APIFailure.configuration`, which contains only the type of that error. Nothing is sent.
    ///   - transport: The transport that sends the requests.
    public init(
        credentials: @escaping @Sendable () async throws -> Credentials, transport: any ClientTransport = SystemTransport()
    ) {
        self.init(credentials: credentials, servers: APIClient.Servers(Services.documented), transport: transport)
    }
}

extension OptionallyAuthenticatedAPI {
    /// Creates the API on servers of your choice, with or without credentials.
    ///
    /// - Parameters:
    ///   - credentials: The credentials for every call that needs some; `nil` for none.
    ///   - servers: The base URL of each service. Calls of services without one fail; documented servers are not used instead.
    ///   - transport: The transport that sends the requests.
    public init(
        _ credentials: Credentials? = nil, servers: APIClient.Servers, transport: any ClientTransport = SystemTransport()
    ) {
        self.init(client: APIClient(servers: servers, credentials: credentials, transport: transport))
    }
}

extension OptionallyAuthenticatedAPI where Services: DocumentedServers {
    /// Creates the API on its documented servers, with or without credentials.
    ///
    /// - Parameters:
    ///   - credentials: The credentials for every call that needs some; `nil` for none.
    ///   - transport: The transport that sends the requests.
    public init(_ credentials: Credentials? = nil, transport: any ClientTransport = SystemTransport()) {
        self.init(credentials, servers: APIClient.Servers(Services.documented), transport: transport)
    }
}
