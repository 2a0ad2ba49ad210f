public import Foundation
import HTTPTypes

extension APIClient {
    /// The base URLs of an API's services.
    public struct Servers: Sendable, Hashable {
        /// The parts of a base URL, with which every request begins.
        struct Base: Sendable, Hashable {
            let scheme: String
            let authority: String
            let path: String
        }

        private var bases: [String: Base] = [:]
        /// The server of services without one of their own; `nil` if calls of these services fail.
        private var other: Base?
        private let reason: String?
        private let allowsPlainHTTP: Bool

        /// - Parameters:
        ///   - urls: The base URL of each service, by its name (`Clockify.Services.backend`).
        ///   - allowsPlainHTTP: `true` to allow sending credentials unencrypted over a network. If `false`, credentials are sent over http
        ///     only to this machine, and calls to other hosts over http fail with ``APIFailure/configuration(_:)``.
        public init(_ urls: [String: String], allowsPlainHTTP: Bool = false) {
            self.allowsPlainHTTP = allowsPlainHTTP
            var bases: [String: Base] = [:]
            var reason: String?
            for (service, url) in urls {
                if let base = Base(url) {
                    bases[service] = base
                } else {
                    reason =
                        "\"\(Servers.printable(url))\" is not a server URL for the service \"\(service)\": use http(s)://host without a query"
                }
            }
            self.bases = bases
            self.reason = reason
        }

        /// Creates servers from the base URL of each service, by its name.
        public init(_ urls: [String: URL], allowsPlainHTTP: Bool = false) {
            self.init(urls.mapValues(\.absoluteString), allowsPlainHTTP: allowsPlainHTTP)
        }

        /// Servers for services of any name, to which nothing is ever sent.
        static var nowhere: Servers {
            var servers = Servers([String: String]())
            servers.other = Base(scheme: "https", authority: "fake.invalid", path: "")
            return servers
        }

        /// Returns the URL without a user, a password and a query, which may contain secrets.
        private static func printable(_ url: String) -> String {
            var text = url.prefix { $0 != "?" && $0 != "#" }
            if let at = text.lastIndex(of: "@") {
                let start = text.range(of: "://").map(\.upperBound).flatMap { $0 <= at ? $0 : nil } ?? text.startIndex
                text.replaceSubrange(start..<at, with: "…")
            }
            return String(text) + (text.utf8.count < url.utf8.count && !url.contains("@") ? "…" : "")
        }

        /// Checks that a secret may be added to a request.
        func checkThatItMayCarrySecrets(_ request: HTTPRequest) throws(APIFailure) {
            guard !allowsPlainHTTP, request.scheme?.lowercased() != "https" else { return }
            guard let authority = request.authority, Servers.isThisMachine(authority) else {
                throw .configuration(
                    "credentials are not sent over http to \(request.authority ?? "another machine"), where others can read them: "
                        + "use https, or set allowsPlainHTTP")
            }
        }

        private static func isThisMachine(_ authority: String) -> Bool {
            let host: Substring
            if authority.hasPrefix("[") {
                host = authority.dropFirst().prefix { $0 != "]" }
            } else {
                host = authority.prefix { $0 != ":" }
            }
            let octets = host.split(separator: ".", omittingEmptySubsequences: false)
            return host.lowercased() == "localhost" || host.lowercased().hasSuffix(".localhost") || host == "::1"
                || octets.count == 4 && octets[0] == "127" && octets.allSatisfy { UInt8($0) != nil }
        }

        func base(of service: String) throws(APIFailure) -> Base {
            if let base = bases[service] ?? other { return base }
            throw .configuration(reason ?? "the client has no server for the service \"\(service)\"; pass one when you create it")
        }
    }
}

extension APIClient.Servers.Base {
    init?(_ text: String) {
        guard let components = URLComponents(string: text), let scheme = components.scheme?.lowercased(),
            scheme == "https" || scheme == "http", let host = components.percentEncodedHost, !host.isEmpty,
            components.query == nil, components.fragment == nil, components.user == nil, components.password == nil,
            components.port.map({ 1...65_535 ~= $0 }) ?? true
        else { return nil }
        var path = components.percentEncodedPath
        while path.hasSuffix("/") { path.removeLast() }
        self.init(scheme: scheme, authority: components.port.map { "\(host):\($0)" } ?? host, path: path)
    }
}

extension APIClient.Servers: ExpressibleByDictionaryLiteral {
    /// Creates servers from base URLs by the names of their services. If a service is listed twice, the last URL is used.
    public init(dictionaryLiteral urls: (String, String)...) {
        self.init(Dictionary(urls) { $1 })
    }
}
