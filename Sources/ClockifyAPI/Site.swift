import Foundation

extension Clockify {
    /// Where a workspace lives: which servers answer for it.
    ///
    /// From the section "API URLs" of the documentation.
    public struct Site: Sendable, Hashable {
        /// A region in which a workspace's data is kept.
        public enum Region: String, Sendable, Hashable, CaseIterable {
            /// Germany
            case eu = "euc1"
            /// The United States.
            case us = "use2"
            /// The United Kingdom.
            case uk = "euw2"
            /// Australia
            case au = "apse2"
        }

        let servers: APIClient.Servers

        /// For workspaces that chose no region.
        public static let global = Site(
            backend: "https://api.clockify.me/api", reports: "https://reports.api.clockify.me", timeOff: "https://pto.api.clockify.me")

        /// For workspaces whose data is kept in a region.
        public static func region(_ region: Region) -> Site {
            let host = "\(region.rawValue).clockify.me"
            return Site(
                backend: "https://\(host)/api", reports: "https://\(host)/report", timeOff: "https://\(region.rawValue).api.clockify.me/pto"
            )
        }

        /// For workspaces on a subdomain of their own: `acme` for acme.clockify.me.
        ///
        /// Reports and time off are on the subdomain, everything else where it is for all. The API key must have been made
        /// in the subdomain's own profile settings. A name that is no subdomain fails with ``APIFailure/configuration(_:)``
        /// when the first call is made.
        ///
        /// - Parameter region: Where the workspace's data is kept, when it chose a region.
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
            // What is no label could name another host, and would be sent the key.
            let host = isLabel ? "\(name).clockify.me" : ""
            return Site(
                backend: region.map { "https://\($0.rawValue).clockify.me/api" } ?? "https://api.clockify.me/api",
                reports: "https://\(host)/report", timeOff: "https://\(host)/pto")
        }

        /// Servers of your own: a proxy, or a stand-in for tests. Each URL is what stands before `/v1`.
        ///
        /// - Parameter allowsPlainHTTP: Whether the key may go unencrypted over a network. Over http it goes to this machine alone
        ///   otherwise, and calls elsewhere fail with ``APIFailure/configuration(_:)``.
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
