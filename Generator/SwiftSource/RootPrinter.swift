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
            if !api.identifiers.isEmpty { printIdentifierKinds(to: &writer) }
            if !api.units.isEmpty { printUnitKinds(to: &writer) }
            printServices(to: &writer)
            if !api.credentials.isEmpty { printCredentials(to: &writer) }
        }
    }

    private func printIdentifierKinds(to writer: inout SourceWriter) {
        writer.line()
        writer.line("/// Markers that tell the kinds of identifiers apart.")
        writer.block("public enum IdentifierKinds {") { writer in
            for identifier in api.identifiers {
                writer.documentation(["The kind of ``\(identifier.name)``."])
                writer.line("public enum \(Names.quoted(identifier.name)) {}")
            }
        }
    }

    private func printUnitKinds(to writer: inout SourceWriter) {
        writer.line()
        writer.line("/// Markers that tell the units of numbers apart.")
        writer.block("public enum UnitKinds {") { writer in
            for (declaration, scale) in api.units {
                writer.documentation(["The unit of ``\(declaration.name)``."])
                writer.block("public \(scale.kindHead(of: declaration.name)) {") { writer in
                    writer.documentation(["By how many decimal digits the service's number is shifted."])
                    writer.line("public \(Scale.digitsProperty) { \(scale.digits) }")
                }
            }
        }
    }

    private func printServices(to writer: inout SourceWriter) {
        writer.line()
        writer.line("/// The services of the API, each with its own servers.")
        writer.block("public enum Services {") { writer in
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
        }
    }

    private func printCredentials(to writer: inout SourceWriter) {
        writer.line()
        writer.line("/// Credentials of one kind.")
        writer.block("public \(API.credentialsHead) {") { writer in
            writer.line("/// Where the secret goes in a request.")
            writer.line("public \(API.placementProperty)")
            for credential in api.credentials {
                writer.line()
                writer.documentation(credential.documentation)
                writer.block("public \(credential.signature) {") { writer in
                    switch credential.kind {
                    case .basic: writer.line(".init(placement: .basic(user: user, password: password))")
                    case .header(let field): writer.line(".init(placement: .header(\(Source.string(field)), secret))")
                    case .query(let item): writer.line(".init(placement: .query(\(Source.string(item)), secret))")
                    case .cookie(let cookie): writer.line(".init(placement: .cookie(\(Source.string(cookie)), secret))")
                    case .bearer: writer.line(".init(placement: .bearer(token))")
                    }
                }
            }
        }
    }
}
