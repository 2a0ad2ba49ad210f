import GeneratorOpenAPI
import GeneratorYAML

extension OperationComparison {
    // MARK: Servers

    /// Compares the URLs of the operation. A path prefix may be part of the server URL on one side and of the path on the other;
    /// the URL is the same.
    mutating func compareServers() {
        let common = Endpoint.commonComponents(old.path, new.path)
        let left = old.bases(besides: common)
        let right = new.bases(besides: common)
        compareDefaults(left, right, common)
        guard left != right else { return }
        let isMoved = Set(left).isDisjoint(with: right) && !left.isEmpty && !right.isEmpty
        let (known, kept) = (Set(left), Set(right))
        for url in unique(left) where !kept.contains(url) {
            note(
                .serverRemoved, isMoved ? .breaking : .risky,
                isMoved ? "the server was removed" : "the server was removed; the others remain", url)
        }
        for url in unique(right) where !known.contains(url) { note(.serverAdded, .compatible, "the server was added", url) }
    }

    /// Compares the URLs that clients use by default, as long as both are still served.
    private mutating func compareDefaults(_ left: [String], _ right: [String], _ common: Int) {
        if let before = old.defaultBase(besides: common), let after = new.defaultBase(besides: common), before != after,
            left.first.map(right.contains) == true
        {
            noteDefault(before, after, old.servers.first, new.servers.first)
        }
        // Servers after the first are only called by clients that select them.
        let others = Dictionary(old.servers.dropFirst().map { ($0.url, $0) }) { first, _ in first }
        for server in new.servers.dropFirst() {
            guard let other = others[server.url] else { continue }
            let (before, after) = (other.defaultURL, server.defaultURL)
            if before != after { noteDefault(before, after, other, server) }
        }
    }

    private mutating func noteDefault(_ before: String, _ after: String, _ left: Server?, _ right: Server?) {
        add(
            .defaultServerChanged, .none, "new clients call \(after) by default, existing ones \(before)",
            subject: Subject("server \(after)"), old: left?.location, new: right?.location)
    }

    private func unique(_ urls: [String]) -> [String] {
        var seen: Set<String> = []
        return urls.filter { seen.insert($0).inserted }
    }

    /// Records one change for all operations on that server.
    private mutating func note(_ check: OperationCheck, _ verdict: Verdict, _ text: String, _ url: String) {
        func location(_ endpoint: Endpoint) -> SourceLocation? {
            endpoint.servers.first { server in server.urls.contains { url.hasPrefix($0) } }?.location
        }
        let before = location(old)
        let after = location(new)
        add(
            check, verdict, "\(url): \(text)", subject: Subject("server \(url)", opening: "the server"),
            old: check == .serverRemoved ? before : nil,
            new: check == .serverAdded ? after : nil, nearest: after ?? new.servers.first?.location ?? self.after.location)
    }

    // MARK: Security

    /// Compares the credentials that the operation accepts, by what is sent rather than by scheme name.
    mutating func compareSecurity() {
        let left = alternatives(before, old.document)
        let right = alternatives(after, new.document)
        guard Set(left) != Set(right) else { return }
        // Operations with the same old and new alternatives share one change.
        func subject(_ way: Set<String>, _ sign: String) -> Subject {
            Subject("security \(words(left)) → \(words(right)): \(sign)\(name(way))", opening: "security")
        }
        // A change from or to no credentials is reported with the other alternatives.
        for alternative in right where !left.contains(alternative) && right != [[]] {
            // Clients that send less are only rejected if none of the old alternatives is sufficient any more.
            let refused = left.filter { way in !right.contains { $0.isSubset(of: way) } }
            let verdict: Verdict = refused.isEmpty || !left.contains(where: { $0.isSubset(of: alternative) }) ? .compatible : .breaking
            add(
                .securityAdded, verdict,
                verdict == .breaking
                    ? "now requires \(name(alternative)); requests with \(words(refused)) are rejected"
                    : "accepts \(name(alternative)) now",
                subject: subject(alternative, "+"), old: before.location, new: after.location)
        }
        for alternative in left where !right.contains(alternative) && left != [[]] {
            let isEnough = right.contains { $0.isSubset(of: alternative) }
            add(
                .securityRemoved, isEnough ? .compatible : .breaking,
                isEnough
                    ? "no longer requires \(name(alternative))" : "no longer accepts \(name(alternative)); requests with it are rejected",
                subject: subject(alternative, "-"), old: before.location, new: after.location)
        }
    }

    private func alternatives(_ operation: Operation, _ document: Document) -> [Set<String>] {
        let alternatives = operation.security.map { names in
            Set(names.map { name in document.securitySchemes.first { $0.name == name }?.kind.words ?? name })
        }
        return alternatives.isEmpty ? [[]] : alternatives
    }

    private func name(_ alternative: Set<String>) -> String {
        alternative.isEmpty ? "no credentials" : alternative.sorted().joined(separator: " with ")
    }

    private func words(_ alternatives: [Set<String>]) -> String {
        Set(alternatives.map(name)).sorted().joined(separator: " or ")
    }
}

extension SecurityScheme.Kind {
    /// A description of what is sent.
    fileprivate var words: String {
        switch self {
        case .header(let name): "header \(name.lowercased())"
        case .query(let name): "query \(name)"
        case .cookie(let name): "cookie \(name)"
        case .bearer: "bearer token"
        case .basic: "user and password"
        }
    }
}
