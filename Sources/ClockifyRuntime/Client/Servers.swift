import Foundation

/// Where the services of an API answer.
public struct Servers: Sendable, Hashable {
    /// The parts of a base URL that every request begins with.
    struct Base: Sendable, Hashable {
        let scheme: String
        let authority: String
        let path: String
    }

    private var bases: [String: Base] = [:]
    private let reason: String?

    /// - Parameter urls: The base URL of each service, by its name (`Clockify.Services.backend`).
    public init(_ urls: [String: String]) {
        var bases: [String: Base] = [:]
        var reason: String?
        for (service, url) in urls {
            if let base = Base(url) {
                bases[service] = base
            } else {
                reason = "\"\(url)\" is no server for the service \"\(service)\": write http(s)://host, and no query"
            }
        }
        self.bases = bases
        self.reason = reason
    }

    public init(_ urls: [String: URL]) {
        self.init(urls.mapValues(\.absoluteString))
    }

    func base(of service: String) throws(ClockifyError) -> Base {
        if let base = bases[service] { return base }
        throw .configuration(reason ?? "the client knows no server for the service \"\(service)\"; name one when you create it")
    }
}

extension Servers.Base {
    init?(_ text: String) {
        guard let components = URLComponents(string: text), let scheme = components.scheme?.lowercased(),
            scheme == "https" || scheme == "http", let host = components.percentEncodedHost, !host.isEmpty,
            components.query == nil, components.fragment == nil, components.user == nil, components.password == nil
        else { return nil }
        var path = components.percentEncodedPath
        while path.hasSuffix("/") { path.removeLast() }
        self.init(scheme: scheme, authority: components.port.map { "\(host):\($0)" } ?? host, path: path)
    }
}
