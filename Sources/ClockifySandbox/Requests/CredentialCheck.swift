import HTTPTypes

/// Checks the credentials of a request: exactly one, of a kind that the operation accepts.
struct CredentialCheck: Sendable {
    let schemes: [CatalogSecurityScheme]
    /// The secret of each kind, by lowercase header name.
    let secrets: [String: String]

    /// Returns the authentication scheme that the request uses.
    func scheme(of fields: HTTPFields) throws(Refusal) -> CatalogSecurityScheme {
        var shown: (scheme: CatalogSecurityScheme, secret: String)?
        var count = 0
        for scheme in schemes {
            guard let name = scheme.header.flatMap({ HTTPField.Name($0) }), let secret = fields[name] else { continue }
            shown = (scheme, secret)
            count += 1
        }
        guard let shown, count == 1 else { throw Refusal(401, code: 1000, "Multiple or none auth tokens present") }
        let header = shown.scheme.header?.lowercased() ?? ""
        guard shown.secret == secrets[header] else {
            throw header == "x-api-key"
                ? Refusal(401, code: 4003, "Api key does not exist") : Refusal(401, code: 4017, "Token is not valid")
        }
        return shown.scheme
    }

    /// Rejects a credential of a kind that the operation does not accept.
    func check(_ scheme: CatalogSecurityScheme, for operation: CatalogOperation) throws(Refusal) {
        guard operation.security.isEmpty || operation.security.contains(where: { $0.isEmpty || $0.contains(scheme.name) }) else {
            throw Refusal(401, code: 4017, "API is not accessible")
        }
    }

    /// Returns the header fields without the secrets.
    func withoutSecrets(_ fields: HTTPFields) -> HTTPFields {
        fields.filter { field in
            let name = field.name.canonicalName
            return secrets[name] == nil && name != "authorization" && name != "cookie"
        }
    }
}

extension HTTPFields {
    fileprivate func filter(_ isIncluded: (HTTPField) -> Bool) -> HTTPFields {
        var kept = HTTPFields()
        for field in self where isIncluded(field) { kept.append(field) }
        return kept
    }
}
