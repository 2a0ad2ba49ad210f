import Foundation
package import HTTPTypes

/// The proxies from environment variables, interpreted as curl does, so that every transport uses the same proxy.
///
/// Of `http_proxy`, only the lowercase form is read: web servers pass a request's `Proxy` header to their programs as `HTTP_PROXY`.
package struct ProxySettings: Sendable, Hashable {
    package struct Proxy: Sendable, Hashable {
        package enum Kind: Sendable, Hashable { case http, socks5, other }

        package let kind: Kind
        package let host: String
        package let port: Int
        package let user: String?
        package let password: String?
    }

    private let http: String?
    private let https: String?
    private let exceptions: [String]

    package init(environment: [String: String]) {
        func value(_ names: String...) -> String? { names.lazy.compactMap { environment[$0] }.first { !$0.isEmpty } }
        let all = value("all_proxy", "ALL_PROXY")
        http = value("http_proxy") ?? all
        https = value("https_proxy", "HTTPS_PROXY") ?? all
        exceptions = (value("no_proxy", "NO_PROXY") ?? "").split { $0 == "," || $0.isWhitespace }.map { $0.lowercased() }
    }

    /// Returns the proxy for a request, or `nil` for a direct connection.
    ///
    /// - Throws: ``TransportFailure`` if the variable does not name a valid proxy, so that the request does not bypass the proxy.
    package func proxy(for request: HTTPRequest) throws(TransportFailure) -> Proxy? {
        guard let text = request.scheme?.lowercased() == "https" ? https : http,
            let host = URLComponents(string: "//\(request.authority ?? "")")?.host, !isException(host)
        else { return nil }
        guard let proxy = Proxy(text) else {
            throw TransportFailure(
                fate: .notSent, reason: "the environment's proxy is not a valid proxy URL", underlying: URLError(.badURL))
        }
        return proxy
    }

    private func isException(_ host: String) -> Bool {
        if exceptions == ["*"] { return true }
        let host = ProxySettings.trimmed(host.lowercased())
        let address = Address(host)
        return exceptions.contains { exception in
            if let address { return address.isIn(exception) }
            let suffix = ProxySettings.trimmed(exception)
            return !suffix.isEmpty && (host == suffix || host.hasSuffix("." + suffix))
        }
    }

    /// Returns the host without brackets, and without a leading or trailing dot.
    private static func trimmed(_ host: String) -> String {
        var host = host[...]
        if host.hasPrefix("["), host.hasSuffix("]") { host = host.dropFirst().dropLast() }
        if host.hasPrefix(".") { host = host.dropFirst() }
        if host.hasSuffix(".") { host = host.dropLast() }
        return String(host)
    }

    /// The bytes of an IP address.
    private struct Address: Equatable {
        let bytes: [UInt8]

        init?(_ text: String) {
            var bytes = [UInt8](repeating: 0, count: 16)
            if inet_pton(AF_INET, text, &bytes) == 1 {
                self.bytes = Array(bytes.prefix(4))
            } else if inet_pton(AF_INET6, text, &bytes) == 1 {
                self.bytes = bytes
            } else {
                return nil
            }
        }

        /// - Parameter range: An address, or a prefix and its length in bits: `10.0.0.0/8`.
        func isIn(_ range: String) -> Bool {
            let parts = range.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
            guard let first = parts.first, let other = Address(ProxySettings.trimmed(String(first))), other.bytes.count == bytes.count
            else {
                return false
            }
            guard parts.count > 1 else { return other == self }
            guard let bits = Int(parts[1]), 0...bytes.count * 8 ~= bits else { return false }
            return bytes.indices.allSatisfy { index in
                let mask = UInt8(truncatingIfNeeded: 0xFF00 >> min(max(bits - index * 8, 0), 8))
                return bytes[index] & mask == other.bytes[index] & mask
            }
        }
    }
}

extension ProxySettings.Proxy {
    /// - Parameter text: `host`, `host:port`, or a URL, optionally with `user:password@`.
    init?(_ text: String) {
        guard let components = URLComponents(string: text.contains("://") ? text : "http://\(text)"),
            let scheme = components.scheme?.lowercased(), let host = components.host, !host.isEmpty,
            1...65_535 ~= components.port ?? 1080
        else { return nil }
        let kind: Kind =
            switch scheme {
            case "http": .http
            case "socks5", "socks5h": .socks5
            default: .other
            }
        let bare = host.hasPrefix("[") && host.hasSuffix("]") ? String(host.dropFirst().dropLast()) : host
        self.init(kind: kind, host: bare, port: components.port ?? 1080, user: components.user, password: components.password)
    }
}
