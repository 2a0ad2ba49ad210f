public import Foundation

extension Clockify {
    /// Returns a client for the same workspace data on another site, with the same credentials, options and middleware.
    public func with(site: Site) -> Clockify {
        var client = client
        client.servers = site.servers
        return Clockify(client: client)
    }

    /// The servers that host a workspace.
    ///
    /// From the section "API URLs" of the documentation.
    public struct Site: Sendable, Hashable {
        /// A region in which a workspace's data is kept.
        public enum Region: String, Sendable, Hashable, CaseIterable {
            /// Germany.
            case eu = "euc1"
            /// The United States.
            case us = "use2"
            /// The United Kingdom.
            case uk = "euw2"
            /// Australia.
            case au = "apse2"
        }

        let servers: APIClient.Servers

        /// The site of workspaces that did not choose a region.
        public static let global = Site(
            backend: "https://api.clockify.me/api", reports: "https://reports.api.clockify.me", timeOff: "https://pto.api.clockify.me")

        /// Returns the site of workspaces whose data is kept in a region.
        public static func region(_ region: Region) -> Site {
            let host = "\(region.rawValue).clockify.me"
            return Site(
                backend: "https://\(host)/api", reports: "https://\(host)/report", timeOff: "https://\(region.rawValue).api.clockify.me/pto"
            )
        }

        /// The vendor's site for developing add-ons, developer.clockify.me. It has accounts, workspaces and keys of its own.
        public static let developer = Site(
            backend: "https://developer.clockify.me/api", reports: "https://developer.clockify.me/report",
            timeOff: "https://developer.clockify.me/api")

        /// Returns the site of workspaces on their own subdomain: `acme` for acme.clockify.me.
        ///
        /// Reports and time off are on the subdomain. Everything else is where it is for all workspaces. The API key must have been created
        /// in the subdomain's own profile settings. An invalid subdomain fails with `APIFailure.configuration` when the first call is
        /// made.
        ///
        /// - Parameters:
        ///   - name: The subdomain.
        ///   - region: The region in which the workspace's data is kept, if it chose one.
        public static func subdomain(_ name: String, region: Region? = nil) -> Site {
            let isLabel =
                !name.isEmpty && name.utf8.count <= 63
                && name.utf8.allSatisfy { byte in
                    switch byte {
                    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                        UInt8(ascii: "0")...UInt8(ascii: "9"),
                        UInt8(ascii: "-"):
                        true
                    default: false
                    }
                }
            // An invalid label could name another host, which would receive the key.
            let host = isLabel ? "\(name).clockify.me" : ""
            return Site(
                backend: region.map { "https://\($0.rawValue).clockify.me/api" } ?? "https://api.clockify.me/api",
                reports: "https://\(host)/report", timeOff: "https://\(host)/pto")
        }

        /// Returns a site with your own servers, such as a proxy or a test server. Each URL is the part before `/v1`.
        ///
        /// - Parameters:
        ///   - backend: The server of most operations.
        ///   - reports: The server of the reports.
        ///   - timeOff: The server of time off.
        ///   - allowsPlainHTTP: `true` to allow sending the key unencrypted over a network. If `false`, the key is sent over http only to
        ///     this machine, and calls to other hosts over http fail with `APIFailure.configuration`.
        public static func custom(backend: URL, reports: URL, timeOff: URL, allowsPlainHTTP: Bool = false) -> Site {
            Site(
                backend: backend.absoluteString, reports: reports.absoluteString, timeOff: timeOff.absoluteString,
                allowsPlainHTTP: allowsPlainHTTP)
        }

        private init(backend: String, reports: String, timeOff: String, allowsPlainHTTP: Bool = false) {
            servers = APIClient.Servers(["backend": backend, "reports": reports, "timeOff": timeOff], allowsPlainHTTP: allowsPlainHTTP)
        }
    }
}
