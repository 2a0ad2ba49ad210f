import GeneratorYAML

/// Reads security schemes.
extension DocumentReader {
    func readSecuritySchemes(_ entries: [Mapping.Entry]) -> [SecurityScheme] {
        entries.compactMap { entry in
            let place = Place(file: file, path: ["components", "securitySchemes", entry.key])
            guard let (node, target) = files.resolve(entry.value, at: place),
                var object = ObjectReader(node, at: target, what: "a security scheme", diagnostics: diagnostics),
                let type = object.requiredString("type")
            else { return nil }
            let kind = readKind(of: type, &object)
            let scheme = kind.map {
                SecurityScheme(
                    name: entry.key, kind: $0, description: object.string("description"), swiftName: object.string("x-swift-name"),
                    location: entry.keyLocation)
            }
            object.ignore("description", "bearerFormat", "flows", "openIdConnectUrl", "oauth2MetadataUrl")
            if kind == nil { object.ignore("scheme") }
            object.finish()
            return scheme
        }
    }

    private func readKind(of type: String, _ object: inout ObjectReader) -> SecurityScheme.Kind? {
        switch type {
        case "apiKey":
            guard let name = object.requiredString("name"), let position = object.requiredString("in") else { return nil }
            switch position {
            case "header": return .header(name)
            case "query": return .query(name)
            case "cookie": return .cookie(name)
            default: break
            }
            diagnostics.error(at: object.location, "an API key has in: header, query or cookie")
            return nil
        case "http":
            switch object.requiredString("scheme")?.lowercased() {
            case "bearer": return .bearer
            case "basic": return .basic
            case let scheme:
                diagnostics.flaw(
                    at: object.location, "the HTTP scheme \"\(scheme ?? "")\" is not supported",
                    otherwise: "calls are made without it", remedy: "bearer and basic are")
                return nil
            }
        case "oauth2", "openIdConnect":
            // Both result in a bearer token. Obtaining it is the caller's responsibility.
            return .bearer
        default:
            diagnostics.flaw(
                at: object.location, "the security type \"\(type)\" is not supported",
                otherwise: type == "mutualTLS" ? "the certificate is up to the client's transport" : "calls are made without it",
                remedy: "apiKey, http, oauth2 and openIdConnect are")
            return nil
        }
    }
}
