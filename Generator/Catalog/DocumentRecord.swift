import GeneratorOpenAPI
import GeneratorYAML

/// The record of the document-wide facts: the servers and the security schemes.
struct DocumentRecord {
    let document: Document

    var json: DocumentValue {
        var members = CatalogMembers()
        members.add("kind", "document")
        members.add("title", document.title)
        members.add("version", document.version)
        members.list("servers", document.servers.map(Self.json(of:)))
        members.list("securitySchemes", document.securitySchemes.map(json(of:)))
        return members.json
    }

    /// Returns the JSON of a server. `service` is the name of the service at its URL.
    static func json(of server: Server) -> DocumentValue {
        var members = CatalogMembers()
        members.add("url", server.url)
        members.add("service", server.swiftName)
        return members.json
    }

    private func json(of scheme: SecurityScheme) -> DocumentValue {
        var members = CatalogMembers()
        members.add("name", scheme.name)
        switch scheme.kind {
        case .header(let name):
            members.add("in", "header")
            members.add("field", name)
        case .query(let name):
            members.add("in", "query")
            members.add("field", name)
        case .cookie(let name):
            members.add("in", "cookie")
            members.add("field", name)
        case .bearer: members.add("in", "bearer")
        case .basic: members.add("in", "basic")
        }
        return members.json
    }
}
