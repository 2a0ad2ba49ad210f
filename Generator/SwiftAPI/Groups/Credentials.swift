import GeneratorOpenAPI
import GeneratorYAML

/// The credentials that an API accepts.
struct Credentials {
    let all: [API.Credential]
    let access: API.Access
    /// The security schemes of each of the credentials.
    private let schemes: [Set<String>]
    /// The security schemes that operations of each service list.
    private let schemesOfServices: [String: Set<String>]

    init(of document: Document, services: Services, diagnostics: Diagnostics) {
        if document.isSilentOnSecurity, !document.operations.isEmpty {
            all = [("bearer", .bearer), ("basic", .basic), ("header", .anyHeader)].map { (name: String, kind: API.Credential.Kind) in
                API.Credential(
                    name: name, kind: kind, documentation: Documentation.lines(kind.documentation), location: document.location)
            }
            access = .optional
            schemes = []
            schemesOfServices = [:]
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
            if case .header(let name) = scheme.kind, !Names.isFieldName(name) {
                diagnostics.error(at: scheme.location, "\"\(name)\" is not a valid name for an HTTP header")
            }
            if case .cookie(let name) = scheme.kind, !Names.isCookieName(name) {
                diagnostics.error(at: scheme.location, "\"\(name)\" is not a valid name for a cookie")
            }
            if let name = scheme.swiftName, !Names.isMember(name) {
                diagnostics.error(at: scheme.location, "x-swift-name \"\(name)\" is not a valid name for credentials", about: .name)
            }
            return API.Credential(
                name: table.unique(scheme.swiftName ?? Names.member(scheme.name)), kind: kind,
                documentation: Documentation.lines(scheme.description ?? kind.documentation), location: scheme.location)
        }
        let named = Dictionary(zip(document.securitySchemes.map(\.name), single)) { first, _ in first }
        var schemes = document.securitySchemes.map { Set([$0.name]) }
        let together = document.operations.flatMap(\.security).compactMap { names -> API.Credential? in
            let credentials = names.compactMap { named[$0] }
            guard credentials.count > 1, !schemes.contains(Set(names)) else { return nil }
            schemes.append(Set(names))
            let name = credentials.dropFirst().reduce(credentials[0].name) {
                $0 + "And" + $1.name.prefix(1).uppercased() + $1.name.dropFirst()
            }
            return API.Credential(
                name: table.unique(name), kind: .together(credentials),
                documentation: ["\(credentials.map { "`\($0.name)`" }.joined(separator: " and ")), sent together."],
                location: credentials[0].location)
        }
        all = single + together
        self.schemes = schemes
        schemesOfServices = document.operations.reduce(into: [:]) { schemes, operation in
            schemes[services.name(for: operation, in: document), default: []].formUnion(operation.security.joined())
        }
        let security = document.operations.map(\.security)
        if !security.joined().contains(where: { !$0.isEmpty }) {
            access = .unauthenticated
        } else {
            access = security.contains { $0.allSatisfy(\.isEmpty) || $0.contains([]) } ? .optional : .required
        }
    }

    /// Returns the names of the credentials that are sent to an operation; `nil` for whichever the client has.
    ///
    /// Credentials that the operation does not list are sent nevertheless if other operations of the same service list them, because documents
    /// are often wrong, and the service decides. They are never sent to a service that does not know them.
    func accepted(by operation: Operation, of service: String) -> [String]? {
        guard operation.security.contains(where: { !$0.isEmpty }) else { return nil }
        let known = schemesOfServices[service] ?? []
        let sent = zip(all, schemes).filter { _, schemes in
            guard known.isSuperset(of: schemes) else { return false }
            return !operation.security.contains([]) || operation.security.contains { !$0.isEmpty && schemes.isSuperset(of: $0) }
        }
        return sent.count == all.count || sent.isEmpty ? nil : sent.map(\.0.name)
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
