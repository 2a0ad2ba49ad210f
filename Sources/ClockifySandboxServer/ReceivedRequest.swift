import HTTPTypes
import NIOCore
import NIOHTTP1

/// A request as it arrives.
struct ReceivedRequest {
    let head: HTTPRequestHead
    private(set) var body: [UInt8] = []

    init(_ head: HTTPRequestHead) { self.head = head }

    /// Returns `false` if the body is too large.
    mutating func append(_ part: ByteBuffer) -> Bool {
        guard body.count + part.readableBytes <= Limits.bodySize else { return false }
        body.append(contentsOf: part.readableBytesView)
        return true
    }

    /// The reason to reject the request before its body arrives.
    var objection: Rejection? {
        if head.version.major == 1, head.version.minor > 0, head.headers["host"].count != 1 { return .hosts }
        if let text = head.headers.first(name: "content-length"), Int(text).map({ $0 > Limits.bodySize }) ?? true { return .tooLarge }
        if let expectation, expectation != "100-continue" { return .expectation }
        return nil
    }

    /// `true` if the client sends the body only after a response with status 100.
    var awaitsContinue: Bool { expectation == "100-continue" }

    /// `true` if the connection can be used for another request.
    var keepsConnection: Bool {
        // After an upgrade is offered, the decoder stops.
        head.isKeepAlive && head.method != .CONNECT && !head.headers.contains(name: "upgrade")
    }

    // HTTP/1.0 has no expectations.
    private var expectation: String? { head.version.minor > 0 ? head.headers.first(name: "expect")?.lowercased() : nil }

    /// The request for the sandbox, exactly as it was received; `nil` if its method is not a token.
    var request: HTTPRequest? {
        guard let method = HTTPRequest.Method(head.method.rawValue) else { return nil }
        var fields = HTTPFields()
        for (name, value) in head.headers {
            guard let name = HTTPField.Name(name), name != .connection else { continue }
            fields.append(HTTPField(name: name, value: value))
        }
        return HTTPRequest(
            method: method, scheme: "http", authority: head.headers.first(name: "host"), path: head.uri, headerFields: fields)
    }
}
