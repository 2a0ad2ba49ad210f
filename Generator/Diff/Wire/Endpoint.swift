package import GeneratorOpenAPI

/// An operation as it appears on the network: a method at a URL.
package struct Endpoint {
    package let operation: Operation
    let document: Document

    /// The path with unnamed parameters: `/v1/workspaces/{}/tags`.
    let path: String
    /// The names of the path parameters, in order.
    let pathNames: [String]

    init(_ operation: Operation, in document: Document) {
        self.operation = operation
        self.document = document
        (path, pathNames) = Endpoint.unnamed(operation.path)
    }

    /// The display name: `GET /v1/workspaces/{}/tags`, or `webhook paid POST` if the service makes the request.
    var name: String {
        let method = operation.method.rawValue.uppercased()
        return path.hasPrefix("/") ? "\(method) \(path)" : "\(path) \(method)"
    }

    var servers: [Server] { operation.servers.isEmpty ? document.servers : operation.servers }

    /// All URLs of the endpoint, with every combination of server variables.
    var urls: [String] { servers.flatMap(\.urls).map { Endpoint.joined($0, path) } }

    /// Returns the base URLs, without the last components of the path.
    func bases(besides components: Int) -> [String] { servers.flatMap(\.urls).map { Endpoint.joined($0, prefix(components)) } }

    /// Returns the base URL that clients use by default.
    func defaultBase(besides components: Int) -> String? { servers.first.map { Endpoint.joined($0.defaultURL, prefix(components)) } }

    private func prefix(_ components: Int) -> String {
        path.split(separator: "/").dropLast(components).map { "/" + $0 }.joined()
    }

    private static func joined(_ url: String, _ path: String) -> String {
        (url.hasSuffix("/") ? String(url.dropLast()) : url) + path
    }

    private static func unnamed(_ path: String) -> (path: String, names: [String]) {
        (Template.replacing(in: path) { _ in "{}" }, Template.names(in: path))
    }

    /// Returns the number of trailing components that two paths have in common.
    static func commonComponents(_ left: String, _ right: String) -> Int {
        zip(left.split(separator: "/").reversed(), right.split(separator: "/").reversed()).prefix { $0 == $1 }.count
    }
}

extension Server {
    /// All URLs that the server's variables produce. A variable without a list of values stays a placeholder. The URL with the
    /// default values comes first.
    var urls: [String] {
        var fixed: [String: String] = [:]
        var choices: [[String: String]] = [[:]]
        for variable in variables {
            var values = variable.values.isEmpty ? ["{}"] : variable.values
            if let index = values.firstIndex(of: variable.defaultValue) { values.swapAt(0, index) }
            if values.count == 1 { fixed[variable.name] = values[0] }
            // Limits the number of combinations. No real server has a thousand of them.
            guard values.count > 1, choices.count * values.count <= 1000 else { continue }
            choices = choices.flatMap { choice in values.map { choice.merging([variable.name: $0]) { $1 } } }
        }
        return choices.map { choice in url(with: choice.isEmpty ? fixed : fixed.merging(choice) { $1 }) }
    }
}

/// The operations of two documents, with matching ones paired.
package struct EndpointMatching {
    package private(set) var pairs: [(old: Endpoint, new: Endpoint)] = []
    package private(set) var removed: [Endpoint] = []
    package private(set) var added: [Endpoint] = []

    package init(old: Document, new: Document, _ operations: (Document) -> [Operation] = \.operations) {
        var before = operations(old).map { Endpoint($0, in: old) }
        var after = operations(new).map { Endpoint($0, in: new) }
        match(&before, &after) { endpoint in endpoint.urls.map { "\(endpoint.operation.method.rawValue) \($0)" } }
        // Matches the same path when all servers have changed.
        match(&before, &after) { [$0.name] }
        removed = before
        added = after
        pairs.sort { ($0.new.name, $0.new.operation.id) < ($1.new.name, $1.new.operation.id) }
        removed.sort { ($0.name, $0.operation.id) < ($1.name, $1.operation.id) }
        added.sort { ($0.name, $0.operation.id) < ($1.name, $1.operation.id) }
    }

    private mutating func match(_ before: inout [Endpoint], _ after: inout [Endpoint], by keys: (Endpoint) -> [String]) {
        var byKey: [String: [Int]] = [:]
        for (index, endpoint) in after.enumerated() {
            for key in keys(endpoint) { byKey[key, default: []].append(index) }
        }
        var taken: Set<Int> = []
        var rest: [Endpoint] = []
        for endpoint in before {
            let candidates = keys(endpoint).lazy.flatMap { byKey[$0] ?? [] }.filter { !taken.contains($0) }
            // Several operations may share one URL. The one with the same identifier is preferred.
            let same = candidates.first { after[$0].operation.id == endpoint.operation.id } ?? candidates.first
            guard let same else {
                rest.append(endpoint)
                continue
            }
            taken.insert(same)
            pairs.append((endpoint, after[same]))
        }
        before = rest
        after = after.enumerated().filter { !taken.contains($0.offset) }.map(\.element)
    }
}
