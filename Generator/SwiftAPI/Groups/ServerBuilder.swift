import GeneratorOpenAPI
import GeneratorYAML

/// Determines the names of a service's servers, and of the variables in their URLs.
struct ServerBuilder {
    private(set) var servers: [API.Server] = []
    private var names = NameTable()

    init(_ documented: [Server]) {
        for server in documented {
            let name = names.unique(ServerBuilder.name(of: server))
            var parameters = NameTable(reserved: ["self"])
            let wireNames = Template.names(in: server.url).reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
            var documentation = Documentation.lines(server.description)
            if !documentation.isEmpty { documentation.append("") }
            documentation.append("`\(server.url)`")
            let variables = wireNames.map { wireName in
                let variable = server.variables.first { $0.name == wireName }
                if let values = variable?.values, !values.isEmpty {
                    documentation.append("with the \(wireName) \(values.map { "`\($0)`" }.joined(separator: ", ")).")
                }
                return API.Server.Variable(
                    name: parameters.unique(Names.member(wireName)), wireName: wireName, defaultValue: variable?.defaultValue)
            }
            servers.append(
                .init(name: name, url: server.url, variables: variables, documentation: documentation, location: server.location))
        }
    }

    /// Returns a name from a short description, or else from the host.
    private static func name(of server: Server) -> String {
        let words = Names.words(of: server.description ?? "")
        if (1...4).contains(words.count), server.description?.utf8.allSatisfy({ $0 < 0x80 }) == true {
            return Names.member(words.joined(separator: " "))
        }
        let host = server.url.split(separator: "/").dropFirst().first ?? ""
        let labels = host.split(separator: ".").filter { $0 != "www" && $0 != "api" }
        let name = Names.member(labels.dropLast().joined(separator: " "))
        return labels.count < 2 || name.hasPrefix("_") ? "server" : name
    }
}

extension Server {
    /// `true` if calls can go to the URL. A relative one is relative to the location of the document.
    var isAbsolute: Bool { url.hasPrefix("http://") || url.hasPrefix("https://") || url.hasPrefix("{") }
}
