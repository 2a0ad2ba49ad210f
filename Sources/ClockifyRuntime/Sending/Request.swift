import HTTPTypes

extension APIClient {
    /// Creates the request for a call, without credentials.
    func request(for call: Call) throws(APIFailure) -> HTTPRequest {
        let base = try servers.base(of: call.operation.service)
        var request = HTTPRequest(
            method: call.operation.method, scheme: base.scheme, authority: base.authority, path: base.path + call.target)
        let usualType = call.acceptsFile ? "*/*" : "application/json"
        request.headerFields[.accept] = call.acceptedTypes.isEmpty ? usualType : call.acceptedTypes.joined(separator: ", ")
        // A compressed transfer cannot be resumed, and not every transport notices that it was truncated.
        if call.acceptsFile { request.headerFields[.acceptEncoding] = "identity" }
        if let body = call.body { request.headerFields[.contentType] = body.contentType }
        for header in call.headers {
            guard let name = HTTPField.Name(header.name) else { throw .configuration("\"\(header.name)\" is not a valid header name") }
            request.headerFields[name] = header.value
        }
        if !call.cookies.isEmpty {
            request.headerFields[.cookie] = call.cookies.map { "\($0.name)=\($0.value)" }.joined(separator: "; ")
        }
        return request
    }
}

extension APIOperation {
    /// Returns `true` if the credentials are to be sent. Throws if the operation needs others.
    func accepts(_ credentials: any APICredentials) throws(APIFailure) -> Bool {
        switch self.credentials {
        case .any: return true
        case .only(let names):
            guard names.contains(credentials.name) || credentials.name.isEmpty else {
                throw .configuration(
                    "\(id) accepts the credentials \(names.joined(separator: " or ")), but the client has \(credentials.name)")
            }
            return true
        case .onlyOrNone(let names): return names.contains(credentials.name) || credentials.name.isEmpty
        }
    }
}

extension CredentialPlacement {
    /// Adds the secret to the place that the API expects it in.
    func add(to request: inout HTTPRequest) throws(APIFailure) {
        if case .together(let placements) = field {
            for placement in placements { try placement.add(to: &request) }
            return
        }
        let secret = secret()
        // Invisible characters, such as a zero-width space, are easily copied along with a key.
        let isInHeader = if case .header = field { true } else { false }
        guard !secret.isEmpty, Call.isFieldValue(secret), !isInHeader || secret.utf8.allSatisfy({ $0 < 0x80 }) else {
            throw .configuration(
                "the credentials for \(self) are empty, or contain characters that a key cannot have, possibly invisible ones")
        }
        switch field {
        case .header(let name):
            guard let name = HTTPField.Name(name) else { throw .configuration("\"\(name)\" is not a valid header name") }
            request.headerFields[name] = secret
        case .query(let name):
            let path = request.path ?? ""
            let item = PercentEncoding.queryValue(name) + "=" + PercentEncoding.queryValue(secret)
            request.path = path + (path.contains("?") ? "&" : "?") + item
        case .cookie(let name):
            let cookie = "\(name)=\(PercentEncoding.queryValue(secret))"
            request.headerFields[.cookie] = request.headerFields[.cookie].map { "\($0); \(cookie)" } ?? cookie
        case .together: break
        }
    }
}

extension HTTPRequest {
    /// Puts all cookies into one field. `HTTPFields` splits them, as HTTP/2 allows; HTTP/1.1 allows a single `Cookie` field (RFC 6265, 5.4).
    mutating func joinCookies() {
        if let cookies = headerFields[.cookie] { headerFields[values: .cookie] = [cookies] }
    }
}
