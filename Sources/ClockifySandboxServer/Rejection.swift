import NIOHTTP1

/// The response to a request that does not reach the sandbox. The connection is closed after it.
struct Rejection: Sendable {
    let status: HTTPResponseStatus
    let message: String

    static let malformed = Rejection(status: .badRequest, message: "The request is not valid HTTP")
    static let hosts = Rejection(status: .badRequest, message: "The request does not have one Host field")
    static let tooLarge = Rejection(status: .payloadTooLarge, message: "The body is larger than \(Limits.bodySize >> 20) MiB")
    static let expectation = Rejection(status: .expectationFailed, message: "The only expectation that can be met is 100-continue")
    static let longHead = Rejection(status: .requestHeaderFieldsTooLarge, message: "The request target or the header fields are too long")
    static let version = Rejection(status: .httpVersionNotSupported, message: "Only HTTP/1.0 and HTTP/1.1 are supported")

    init(status: HTTPResponseStatus, message: String) {
        self.status = status
        self.message = message
    }

    init(_ error: HTTPParserError) {
        switch error {
        case .headerOverflow: self = .longHead
        case .invalidVersion: self = .version
        default: self = .malformed
        }
    }

    var body: [UInt8] { Array("{\"message\":\"\(message)\",\"code\":\(status.code)}".utf8) }
}
