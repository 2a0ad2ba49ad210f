import GeneratorOpenAPI
import GeneratorYAML

/// The services of an API. Each is a set of servers; the document's own comes first.
struct Services {
    private(set) var all: [API.Service] = []
    private var names: [String: String] = [:]

    init(of document: Document, diagnostics: Diagnostics) {
        // `documented` is the emitted list of all services.
        var table = NameTable(reserved: ["documented"])
        func add(_ servers: [Server], at location: SourceLocation) {
            let key = servers.map(\.url).joined(separator: "\n")
            guard names[key] == nil else { return }
            var name = servers.first?.swiftName
            if let first = servers.first, let swiftName = name, !Names.isMember(swiftName) || !table.claim(swiftName) {
                diagnostics.error(
                    at: first.location, "the service name \"\(swiftName)\" is used for other servers, or is not a valid Swift name",
                    about: .name)
                name = nil
            }
            let serviceName = name ?? table.unique(all.isEmpty ? "main" : Services.name(of: servers.first))
            names[key] = serviceName
            // A relative server URL is relative to the location of the document, so it cannot be called.
            let usable = servers.filter(\.isAbsolute)
            // A variable without a default is left for callers to fill.
            let url = servers.first.flatMap { $0.isAbsolute && !$0.defaultURL.contains("{") ? $0.defaultURL : nil }
            let isOnlyURL = usable.count < 2 && usable.allSatisfy { Template.names(in: $0.url).isEmpty }
            all.append(
                .init(
                    name: serviceName, url: url, servers: isOnlyURL ? [] : ServerBuilder(usable).servers,
                    location: servers.first?.location ?? location))
        }
        add(document.servers, at: document.location)
        for operation in document.operations where !operation.servers.isEmpty { add(operation.servers, at: operation.location) }
    }

    /// Returns `true` if every service that operations call has a base URL.
    func serveAll(of document: Document) -> Bool {
        let called = Set(document.operations.map { name(for: $0, in: document) })
        return all.allSatisfy { $0.url != nil || !called.contains($0.name) }
    }

    /// Returns `files` for `https://files.example.com`; `other` if the URL does not begin with a word.
    private static func name(of server: Server?) -> String {
        guard let server, let start = server.url.firstRange(of: "://") else { return "other" }
        let host = server.url[start.upperBound...].prefix { $0 != "/" && $0 != ":" }
        let labels = host.split(separator: ".", omittingEmptySubsequences: false)
        // `example.com` is a domain, and has no label for the service.
        guard labels.count > 2, let label = labels.first, label.utf8.first.map(Names.isLetter) == true, !host.contains("{") else {
            return "other"
        }
        let name = Names.member(String(label))
        return Names.isMember(name) && !Names.keywords.contains(name) ? name : "other"
    }

    func name(for operation: Operation, in document: Document) -> String {
        let servers = operation.servers.isEmpty ? document.servers : operation.servers
        return names[servers.map(\.url).joined(separator: "\n")] ?? all[0].name
    }
}
