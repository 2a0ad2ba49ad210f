import GeneratorSwiftAPI

/// Prints the type that represents the whole API.
struct RootPrinter {
    let api: API

    func print(to writer: inout SourceWriter) {
        writer.documentation(api.documentation)
        writer.block("public \(api.head) {") { writer in
            writer.line("/// The client that makes the calls.")
            writer.line("public \(API.clientProperty)")
            writer.line()
            writer.line("/// Creates the API on a client, which has the servers, the credentials and the transport.")
            writer.line("public \(API.initializer) { self.client = client }")
            for group in api.groups {
                writer.line()
                writer.documentation(group.documentation)
                writer.line("public \(group.property(in: nil)) { .init(client: client) }")
            }
            writer.line()
            writer.line("/// The groups of operations.")
            writer.block("public enum Operations {") { writer in
                for (index, group) in api.groups.enumerated() {
                    if index > 0 { writer.line() }
                    writer.documentation(group.documentation)
                    writer.line("public \(group.head) { let client: APIClient }")
                }
            }
            printKinds("IdentifierKinds", of: api.identifiers, "identifiers", to: &writer)
            printKinds("EnumKinds", of: api.openEnumerations, "enumerations", to: &writer)
            printKinds("UnitKinds", of: api.units.map(\.declaration), "numbers with a unit", to: &writer)
            printServices(to: &writer)
            if !api.credentials.isEmpty { printCredentials(to: &writer) }
        }
    }

    /// Prints the markers that tell apart types which are one generic type.
    private func printKinds(_ name: String, of types: [TypeDeclaration], _ plural: String, to writer: inout SourceWriter) {
        guard !types.isEmpty else { return }
        writer.line()
        writer.line("/// Markers that tell the kinds of \(plural) apart.")
        writer.block("public enum \(name) {") { writer in
            for type in types {
                writer.documentation(["The kind of ``\(type.name)``."])
                guard case .unit(let scale) = type.kind else {
                    writer.line("public enum \(Names.quoted(type.name)) {}")
                    continue
                }
                writer.block("public \(scale.kindHead(of: type.name)) {") { writer in
                    writer.documentation(["The number of decimal digits by which the service's number is shifted."])
                    writer.line("public \(Scale.digitsProperty) { \(scale.digits) }")
                }
            }
        }
    }

    private func printServices(to writer: inout SourceWriter) {
        writer.line()
        writer.line("/// The services of the API, each with its own servers.")
        writer.block("public \(api.servicesHead) {") { writer in
            for service in api.services {
                writer.documentation([service.documentation])
                writer.line("public \(service.constant) = \(Source.string(service.name))")
            }
            writer.line()
            writer.line("/// The base URLs that the spec documents.")
            let known = api.services.filter { $0.url != nil }
            if known.isEmpty {
                writer.line("public \(API.documentedServers) = [:]")
            } else {
                writer.block("public \(API.documentedServers) = [", closing: "]") { writer in
                    for service in known { writer.line("\(Source.string(service.name)): \(Source.string(service.url ?? "")),") }
                }
            }
            for service in api.services where !service.servers.isEmpty { print(service, to: &writer) }
        }
    }

    private func printCredentials(to writer: inout SourceWriter) {
        writer.line()
        writer.line("/// Credentials of one kind.")
        writer.block("public \(API.credentialsHead) {") { writer in
            if api.namesCredentials {
                writer.line("/// The name of the kind, by which operations say which they accept.")
                writer.line("public \(API.credentialNameProperty)")
            }
            writer.line("/// Where the secret goes in a request.")
            writer.line("public \(API.placementProperty)")
            for credential in api.credentials {
                writer.line()
                writer.documentation(credential.documentation)
                writer.block("public \(credential.signature) {") { writer in
                    let name = api.namesCredentials ? ["name: \(Source.string(credential.name))"] : []
                    writer.fill(".init(", name + ["placement: \(placement(of: credential, together: false))"], closing: ")")
                }
            }
        }
    }

    /// - Parameter together: `true` if the method takes several credentials, so that its parameters are named like them.
    private func placement(of credential: API.Credential, together: Bool) -> String {
        let name = Names.quoted(credential.name)
        return switch credential.kind {
        case .basic:
            ".basic(user: \(together ? credential.name + "User" : "user"), password: \(together ? credential.name + "Password" : "password"))"
        case .header(let field): ".header(\(Source.string(field)), \(together ? name : "secret"))"
        case .anyHeader: ".header(name, secret)"
        case .query(let item): ".query(\(Source.string(item)), \(together ? name : "secret"))"
        case .cookie(let cookie): ".cookie(\(Source.string(cookie)), \(together ? name : "secret"))"
        case .bearer: ".bearer(\(together ? name : "token"))"
        case .together(let credentials): ".together([\(credentials.map { placement(of: $0, together: true) }.joined(separator: ", "))])"
        }
    }

    private func print(_ service: API.Service, to writer: inout SourceWriter) {
        writer.line()
        writer.documentation(["The base URLs of the service `\(service.name)`, for `APIClient.Servers`."])
        writer.block("public enum \(Names.quoted(service.serversName)) {") { writer in
            for server in service.servers {
                writer.documentation(server.documentation)
                if server.variables.isEmpty {
                    writer.line("public \(server.declaration) = \(server.expression)")
                } else {
                    writer.line("public \(server.declaration) { \(server.expression) }")
                }
            }
        }
    }
}
