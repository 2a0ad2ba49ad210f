public import HTTPTypes

/// Sets `User-Agent` to the name of your program, followed by the name of this library.
///
///     let clockify = Clockify(.apiKey("…")).with(try UserAgentMiddleware(product: "Timesheets", version: "2.1"))
public struct UserAgentMiddleware: ClientMiddleware {
    /// The header's value, such as `Timesheets/2.1 clockify-swift`.
    public let value: String

    /// - Parameters:
    ///   - product: The program's name. HTTP allows letters, digits and `!#$%&'*+-.^_`|~`.
    ///   - version: The program's version. The same characters are allowed.
    /// - Throws: ``APIFailure/configuration(_:)`` for other characters, such as a line break, which would begin another header.
    public init(product: String, version: String? = nil) throws(APIFailure) {
        for token in [product, version].compactMap({ $0 }) where !UserAgentMiddleware.isToken(token) {
            throw .configuration("\(token.debugDescription) is not allowed in User-Agent: use letters, digits and !#$%&'*+-.^_`|~")
        }
        value = product + (version.map { "/\($0)" } ?? "") + " clockify-swift"
    }

    private static func isToken(_ text: String) -> Bool {
        !text.isEmpty
            && text.utf8.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"):
                    true
                default: "!#$%&'*+-.^_`|~".utf8.contains(byte)
                }
            }
    }

    /// Replaces the `User-Agent` header.
    public func intercept(_ request: HTTPRequest, body: RequestBody?, attempt: CallAttempt, next: Next) async throws -> TransportResponse {
        var request = request
        request.headerFields[.userAgent] = value
        return try await next(request, body)
    }
}
