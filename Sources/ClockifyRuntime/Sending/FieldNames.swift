package import HTTPTypes

extension HTTPField.Name {
    package static let requestID = HTTPField.Name(token: "X-Request-Id")
    static let lastPage = HTTPField.Name(token: "Last-Page")

    /// Creates a name from a literal.
    ///
    /// - Parameter token: A token (RFC 9110), unlike a text from elsewhere, which may not be one.
    package init(token: StaticString) {
        guard let name = HTTPField.Name("\(token)") else { preconditionFailure("\(token) is not a valid header name") }
        self = name
    }
}
