import GeneratorSwiftAPI

/// Prints a Swift API. Every decision is in the API already.
public struct SwiftSource {
    let api: API

    public init(_ api: API) { self.api = api }

    /// The source text for each file of the spec, by the spec file's name.
    public func files(documentFile: String) -> [(source: String, text: String)] {
        api.files.map { ($0.source, text(of: $0, isDocument: $0.source == documentFile)) }
    }

    private func text(of file: API.File, isDocument: Bool) -> String {
        var writer = SourceWriter()
        writer.line("// Generated from \(Source.comment(file.source)). Changes belong there.")
        writer.line()
        writer.line("import ClockifyRuntime")
        if needsDate(file) {
            writer.line()
            writer.line("#if canImport(FoundationEssentials)")
            writer.line("import FoundationEssentials")
            writer.line("#else")
            writer.line("import Foundation")
            writer.line("#endif")
        }
        if isDocument {
            writer.line()
            RootPrinter(api: api).print(to: &writer)
        }
        for group in api.groups {
            let methods = file.methods.filter { $0.group == group.name }
            guard !methods.isEmpty else { continue }
            writer.line()
            writer.block("extension \(api.name).Operations.\(Names.quoted(group.typeName)) {") { writer in
                for (index, method) in methods.enumerated() {
                    if index > 0 { writer.line() }
                    MethodPrinter(rootName: api.name, method: method).print(to: &writer)
                }
            }
        }
        if !file.types.isEmpty {
            writer.line()
            writer.block("extension \(api.name) {") { writer in
                for (index, declaration) in file.types.enumerated() {
                    if index > 0 { writer.line() }
                    TypePrinter(declaration: declaration).print(to: &writer)
                }
            }
        }
        return writer.text
    }

    private func needsDate(_ file: API.File) -> Bool {
        file.types.contains { declaration in
            switch declaration.kind {
            case .structure(let structure):
                structure.properties.contains { mentionsDate($0.type) } || structure.additionalProperties.map(mentionsDate) == true
            case .union(let union): union.alternatives.contains { mentionsDate($0.type) }
            case .enumeration, .identifier: false
            }
        }
            || file.methods.contains { method in
                if case .value(let type) = method.result, mentionsDate(type) { return true }
                return method.arguments.contains { mentionsDate($0.type) }
            }
    }

    private func mentionsDate(_ type: TypeReference) -> Bool {
        switch type {
        case .date: true
        case .array(let type), .dictionary(let type), .optional(let type), .nullable(let type), .indirect(let type): mentionsDate(type)
        default: false
        }
    }
}

/// Prints the type that stands for the whole API.
struct RootPrinter {
    let api: API

    func print(to writer: inout SourceWriter) {
        writer.documentation(api.documentation)
        writer.block("public struct \(api.name): Sendable {") { writer in
            writer.line("/// What makes the calls.")
            writer.line("public let client: APIClient")
            writer.line()
            writer.line("/// - Parameter client: Knows the servers, the credentials and the transport.")
            writer.line("public init(client: APIClient) { self.client = client }")
            for group in api.groups {
                writer.line()
                writer.documentation(group.documentation)
                writer.line("public var \(Names.quoted(group.name)): Operations.\(Names.quoted(group.typeName)) { .init(client: client) }")
            }
            writer.line()
            writer.line("/// The operations, in groups.")
            writer.block("public enum Operations {") { writer in
                for (index, group) in api.groups.enumerated() {
                    if index > 0 { writer.line() }
                    writer.documentation(group.documentation)
                    writer.line("public struct \(Names.quoted(group.typeName)): Sendable { let client: APIClient }")
                }
            }
            printServices(to: &writer)
            if !api.credentials.isEmpty { printCredentials(to: &writer) }
        }
    }

    private func printServices(to writer: inout SourceWriter) {
        writer.line()
        writer.line("/// The services that the API consists of, each on servers of its own.")
        writer.block("public enum Services {") { writer in
            for service in api.services {
                writer.line("public static let \(Names.quoted(service.name)) = \(Source.string(service.name))")
            }
            writer.line()
            writer.line("/// Where the spec says that they answer.")
            let known = api.services.filter { $0.url != nil }
            if known.isEmpty {
                writer.line("public static let documented: [String: String] = [:]")
            } else {
                writer.block("public static let documented: [String: String] = [", closing: "]") { writer in
                    for service in known { writer.line("\(Source.string(service.name)): \(Source.string(service.url ?? "")),") }
                }
            }
        }
    }

    private func printCredentials(to writer: inout SourceWriter) {
        writer.line()
        writer.line("/// What a caller shows to be let in: one kind at a time.")
        writer.block("public struct Credentials: APICredentials {") { writer in
            writer.line("public let placement: CredentialPlacement")
            for credential in api.credentials {
                writer.line()
                writer.documentation(credential.documentation)
                let name = Names.quoted(credential.name)
                switch credential.kind {
                case .basic:
                    writer.line("public static func \(name)(user: String, password: String) -> Self {")
                    writer.line("    .init(placement: .basic(user: user, password: password))")
                    writer.line("}")
                case .header(let field):
                    writer.line("public static func \(name)(_ secret: String) -> Self {")
                    writer.line("    .init(placement: .header(\(Source.string(field)), secret))")
                    writer.line("}")
                case .query(let item):
                    writer.line("public static func \(name)(_ secret: String) -> Self {")
                    writer.line("    .init(placement: .query(\(Source.string(item)), secret))")
                    writer.line("}")
                case .cookie(let cookie):
                    writer.line("public static func \(name)(_ secret: String) -> Self {")
                    writer.line("    .init(placement: .cookie(\(Source.string(cookie)), secret))")
                    writer.line("}")
                case .bearer:
                    writer.line("public static func \(name)(_ token: String) -> Self { .init(placement: .bearer(token)) }")
                }
            }
        }
    }
}
