import NIOHTTP1

/// What a request may be at most.
enum Limits {
    static let bodySize = 32 << 20
    /// The size of the request target, and of a header field.
    static let fieldSize = 64 << 10

    static let decoder: NIOHTTPDecoderLimitConfiguration = {
        var limits = NIOHTTPDecoderLimitConfiguration()
        limits.maxHeaderFieldSize = fieldSize
        limits.maxHeaderListSize = 256 << 10
        limits.maxHeaderFieldCount = 256
        return limits
    }()

    /// The time that a client has to read a response after which the connection is closed.
    static let lingeringSeconds: Int64 = 2
}
