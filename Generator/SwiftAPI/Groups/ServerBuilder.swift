import GeneratorOpenAPI
import GeneratorYAML

/// Determines the names of a service's servers, and of the variables in their URLs.
struct ServerBuilder {
    private(set) var servers: [API.Server] = []
    private var names = NameTable()
    private var typeNames = NameTable()
    /// The types of variables by their names on the wire and their values.
    private var types: [[String]: String] = [:]

    init(_ documented: [Server]) {
        for server in documented {
            let name = names.unique(ServerBuilder.name(of: server))
            var parameters = NameTable(reserved: ["self"])
            let variables = Template.names(in: server.url).reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
                .map { variable($0, of: server, name: parameters.unique(Names.member($0))) }
            var documentation = Documentation.lines(server.description)
            if !documentation.isEmpty { documentation.append("") }
            documentation.append("`\(server.url)`")
            servers.append(.init(name: name, url: server.url, variables: variables, documentation: documentation))
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

    private mutating func variable(_ wireName: String, of server: Server, name: String) -> API.Server.Variable {
        guard let variable = server.variables.first(where: { $0.name == wireName }) else {
            return .init(name: name, wireName: wireName, defaultValue: nil, typeName: nil, values: [])
        }
        guard !variable.values.isEmpty else {
            return .init(name: name, wireName: wireName, defaultValue: .string(variable.defaultValue), typeName: nil, values: [])
        }
        let values = variable.values.contains(variable.defaultValue) ? variable.values : [variable.defaultValue] + variable.values
        let key = [wireName] + values
        let typeName = types[key] ?? typeNames.unique(Names.unreserved(Names.type(wireName)))
        types[key] = typeName
        let memberNames = EnumerationNames(values, explicit: variable.names.count == values.count ? variable.names : []).names
        let members = zip(values, memberNames).map { value, name in
            Enumeration.Member(name: name == "allCases" ? "allCases_" : name, value: .string(value), location: server.location)
        }
        let chosen = members.first { $0.value == .string(variable.defaultValue) }
        return .init(
            name: name, wireName: wireName, defaultValue: chosen.map { .member($0.name) }, typeName: typeName, values: members)
    }
}

extension Server {
    /// `true` if calls can go to the URL. A relative one is relative to the location of the document.
    var isAbsolute: Bool { url.hasPrefix("http://") || url.hasPrefix("https://") || url.hasPrefix("{") }
}
