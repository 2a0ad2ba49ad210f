import Foundation

/// The path and query of a request. The path is split before percent-decoding, so that an encoded slash is not a separator.
package struct RequestTarget: Sendable {
    /// The service that the path's prefix stands for; `nil` if there is no prefix, in which case all services match.
    package let service: String?
    let segments: [String]
    package let query: QueryItems

    private static let services = ["api": "backend", "report": "reports", "pto": "timeOff"]

    /// - Parameters:
    ///   - text: The target in the request line.
    ///   - authority: The host, for services that are distinguished by it.
    package init(_ text: String, authority: String?) throws(Refusal) {
        let parts = text.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        var path = (parts.first ?? "").split(separator: "/", omittingEmptySubsequences: false).dropFirst()
        if let first = path.first, path.dropFirst().first == "v1", let service = RequestTarget.services[String(first)] {
            self.service = service
            path = path.dropFirst()
        } else if authority?.hasPrefix("reports.") == true {
            service = "reports"
        } else if authority?.hasPrefix("pto.") == true {
            service = "timeOff"
        } else {
            service = nil
        }
        var segments: [String] = []
        for segment in path { segments.append(try RequestTarget.decoded(segment)) }
        self.segments = segments
        var query = QueryItems()
        for item in parts.count > 1 ? parts[1].split(separator: "&") : [] {
            let pair = item.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            // Form encoding represents a space as a plus sign.
            let value = pair.count > 1 ? String(pair[1].map { $0 == "+" ? " " : $0 }) : ""
            query.add(try RequestTarget.decoded(pair[0]), try RequestTarget.decoded(value[...]))
        }
        self.query = query
    }

    private static func decoded(_ text: Substring) throws(Refusal) -> String {
        guard let decoded = String(text).removingPercentEncoding else {
            throw Refusal(400, code: 3000, "The URL has an escape that is broken, or is not UTF-8")
        }
        return decoded
    }
}

/// The names and values in a query.
package struct QueryItems: Sendable {
    package private(set) var items: [(name: String, value: String)] = []

    mutating func add(_ name: String, _ value: String) { items.append((name, value)) }

    subscript(name: String) -> String? { items.first { $0.name == name }?.value }

    func all(_ name: String) -> [String] { items.filter { $0.name == name }.map(\.value) }

    func flag(_ name: String) -> Bool? { self[name].flatMap { Bool($0.lowercased()) } }

    func integer(_ name: String) -> Int? { self[name].flatMap { Int($0) } }
}
