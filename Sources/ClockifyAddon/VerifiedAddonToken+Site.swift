public import ClockifyAPI
import Foundation

extension VerifiedAddonToken {
    /// The site of the workspace, according to the token:
    ///
    ///     let clockify = Clockify(.addonToken(installation.authToken), site: try token.site)
    ///
    /// The servers must be the vendor's (`clockify.me` and its subdomains), reached by https on the default port.
    ///
    /// - Throws: ``AddonError/untrustedServer(claim:origin:)``, ``AddonError/missingClaim(_:)``.
    public var site: Clockify.Site {
        get throws(AddonError) { try site(trusting: []) }
    }

    /// Returns the site of the workspace. Also accepts servers on hosts that you trust with your add-on's tokens.
    ///
    /// - Parameter hosts: Complete host names, such as `clockify.example.com`. Their subdomains are not trusted.
    public func site(trusting hosts: Set<String>) throws(AddonError) -> Clockify.Site {
        let backend = try server("backendUrl", trusting: hosts)
        let reports = try server("reportsUrl", trusting: hosts)
        // The backend also serves time off if the token names no separate server for it.
        let timeOff = claims["ptoUrl"] == nil ? backend : try server("ptoUrl", trusting: hosts)
        return .custom(backend: backend, reports: reports, timeOff: timeOff)
    }

    /// Returns the base URL in a claim, without the version that each path of the API begins with.
    private func server(_ claim: String, trusting hosts: Set<String>) throws(AddonError) -> URL {
        guard let text = claims[claim]?.stringValue, let parts = URLComponents(string: text), let host = parts.percentEncodedHost,
            parts.query == nil, parts.fragment == nil, parts.user == nil, parts.password == nil
        else { throw .missingClaim(claim) }
        let name = host.lowercased()
        guard parts.scheme?.lowercased() == "https", parts.port == nil || parts.port == 443,
            name.isVendorHost || hosts.contains(where: { $0.lowercased() == name })
        else { throw .untrustedServer(claim: claim, origin: "\(parts.scheme ?? "")://\(host)\(parts.port.map { ":\($0)" } ?? "")") }
        var base = URLComponents()
        base.scheme = "https"
        base.percentEncodedHost = name
        base.percentEncodedPath = parts.percentEncodedPath.withoutVersion
        guard let url = base.url else { throw .missingClaim(claim) }
        return url
    }
}

extension String {
    /// `true` if this is `clockify.me` or a subdomain of it, in ASCII.
    fileprivate var isVendorHost: Bool {
        guard self == "clockify.me" || hasSuffix(".clockify.me") else { return false }
        return split(separator: ".", omittingEmptySubsequences: false).allSatisfy { label in
            !label.isEmpty
                && label.utf8.allSatisfy { byte in
                    switch byte {
                    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"): true
                    default: false
                    }
                }
        }
    }

    fileprivate var withoutVersion: String {
        var path = self
        while path.hasSuffix("/") { path.removeLast() }
        return path.hasSuffix("/v1") ? String(path.dropLast(3)) : path
    }
}
