import GeneratorOpenAPI
import GeneratorYAML

/// The credentials that an API accepts.
struct Credentials {
    let all: [API.Credential]
    let access: API.Access

    init(of document: Document, diagnostics: Diagnostics) {
        if document.isSilentOnSecurity, !document.operations.isEmpty {
            all = [("bearer", .bearer), ("basic", .basic), ("header", .anyHeader)].map { (name: String, kind: API.Credential.Kind) in
                API.Credential(
                    name: name, kind: kind, documentation: Documentation.lines(kind.documentation), location: document.location)
            }
            access = .optional
            return
        }
        var table = NameTable()
        let single = document.securitySchemes.map { scheme in
            let kind: API.Credential.Kind =
                switch scheme.kind {
                case .header(let name): .header(name)
                case .query(let name): .query(name)
                case .cookie(let name): .cookie(name)
                case .bearer: .bearer
                case .basic: .basic
                }
            if case .header(let name) = scheme.kind { Credentials.check(name, at: scheme.location, diagnostics) }
            if case .cookie(let name) = scheme.kind { Credentials.check(name, at: scheme.location, diagnostics) }
            if let name = scheme.swiftName, !Names.isMember(name) {
                diagnostics.error(at: scheme.location, "x-swift-name \"\(name)\" is not a valid name for credentials", about: .name)
            }
            return API.Credential(
                name: table.unique(scheme.swiftName ?? Names.member(scheme.name)), kind: kind,
                documentation: Documentation.lines(scheme.description ?? kind.documentation), location: scheme.location)
        }
        let named = Dictionary(zip(document.securitySchemes.map(\.name), single)) { first, _ in first }
        var known: Set<[String]> = []
        let together = document.operations.flatMap(\.security).compactMap { names -> API.Credential? in
            let credentials = names.compactMap { named[$0] }
            guard credentials.count > 1, known.insert(names.sorted()).inserted else { return nil }
            let name = credentials.dropFirst().reduce(credentials[0].name) {
                $0 + "And" + $1.name.prefix(1).uppercased() + $1.name.dropFirst()
            }
            return API.Credential(
                name: table.unique(name), kind: .together(credentials),
                documentation: ["\(credentials.map { "`\($0.name)`" }.joined(separator: " and ")), sent together."],
                location: credentials[0].location)
        }
        all = single + together
        let security = document.operations.map(\.security)
        if !security.joined().contains(where: { !$0.isEmpty }) {
            access = .unauthenticated
        } else {
            access = security.contains { $0.allSatisfy(\.isEmpty) || $0.contains([]) } ? .optional : .required
        }
    }

    private static func check(_ name: String, at location: SourceLocation, _ diagnostics: Diagnostics) {
        if !Names.isFieldName(name) { diagnostics.error(at: location, "\"\(name)\" is not a valid name for an HTTP header") }
    }
}

extension API.Credential.Kind {
    /// The documentation to use if the spec has no description.
    fileprivate var documentation: String {
        switch self {
        case .header(let name): "A secret in the header `\(name)`."
        case .anyHeader: "A secret in a header of your choice, because the document does not describe security."
        case .query(let name): "A secret in the query parameter `\(name)`."
        case .cookie(let name): "A secret in the cookie `\(name)`."
        case .bearer: "A bearer token."
        case .basic: "A user name and a password."
        case .together: "Several credentials."
        }
    }
}
