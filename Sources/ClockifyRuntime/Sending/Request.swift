import HTTPTypes

extension APIClient {
    /// The request for a call, without credentials.
    func request(for call: Call) throws(APIFailure) -> HTTPRequest {
        let base = try servers.base(of: call.operation.service)
        var request = HTTPRequest(
            method: call.operation.method, scheme: base.scheme, authority: base.authority, path: base.path + call.target)
        request.headerFields[.accept] = call.acceptsFile ? "*/*" : "application/json"
        // What is compressed on the way cannot be resumed, and not every transport tells where it was cut off.
        if call.acceptsFile { request.headerFields[.acceptEncoding] = "identity" }
        if let body = call.body { request.headerFields[.contentType] = body.contentType }
        for header in call.headers {
            guard let name = HTTPField.Name(header.name) else { throw .configuration("\"\(header.name)\" is no name of a header") }
            request.headerFields[name] = header.value
        }
        if !call.cookies.isEmpty {
            request.headerFields[.cookie] = call.cookies.map { "\($0.name)=\($0.value)" }.joined(separator: "; ")
        }
        return request
    }
}

extension CredentialPlacement {
    /// Puts the secret where the API wants it.
    func add(to request: inout HTTPRequest) throws(APIFailure) {
        let secret = secret()
        // What is copied along with a key, such as a space without width, nobody sees.
        let isInHeader = if case .header = field { true } else { false }
        guard !secret.isEmpty, Call.isFieldValue(secret), !isInHeader || secret.utf8.allSatisfy({ $0 < 0x80 }) else {
            throw .configuration("the credentials for \(self) are empty, or have characters that no key has, maybe invisible ones")
        }
        switch field {
        case .header(let name):
            guard let name = HTTPField.Name(name) else { throw .configuration("\"\(name)\" is no name of a header") }
            request.headerFields[name] = secret
        case .query(let name):
            let path = request.path ?? ""
            let item = PercentEncoding.queryValue(name) + "=" + PercentEncoding.queryValue(secret)
            request.path = path + (path.contains("?") ? "&" : "?") + item
        case .cookie(let name):
            let cookie = "\(name)=\(PercentEncoding.queryValue(secret))"
            request.headerFields[.cookie] = request.headerFields[.cookie].map { "\($0); \(cookie)" } ?? cookie
        }
    }
}
