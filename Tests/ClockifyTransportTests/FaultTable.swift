import HTTPTypes
import TestServer
import Testing

/// The possible faults of a server, and the required outcome for every transport.
enum Fault: Sendable, CaseIterable, CustomTestStringConvertible {
    // Connection
    case refuses, resets, resetsReused, resetsInHead, resetsInBody, closesInBody
    // Time
    case stalls, stallsInHead, stallsInBody, trickles
    // Length
    case saysLess, saysMore, endless, endlessChunks, endlessRefusal, hugeHead
    // Invalid HTTP or JSON
    case garbage, html, pdf, wrongTypes, nulls, cutJSON, invalidUTF8, deepNesting, emptyBody
    // Error responses
    case status400, status429, status500, status503, redirects
    // Valid responses
    case unknownMembers

    /// The outcome for the caller.
    enum Outcome: Hashable {
        case value, response(Int), unexpectedAnswer, outcomeUnknown
        /// No response arrived. The value indicates whether the request was sent.
        case connection(wasSent: Bool)
    }

    static let tag = #"{"id": "t1", "name": "x", "workspaceId": "w1", "archived": false}"#

    func script(elsewhere: String) -> [ScriptedServer.Step] {
        switch self {
        case .refuses: []
        case .resets, .resetsReused: [.reset]
        case .resetsInHead: [.send("HTTP/1.1 200 OK\r\nContent-Le"), .reset]
        case .resetsInBody: [.send("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"id\""), .reset]
        case .closesInBody: [.send("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"id\""), .close]
        case .stalls: [.stall]
        case .stallsInHead: [.send("HTTP/1.1 200 OK\r\nContent-Le"), .stall]
        case .stallsInBody: [.send("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"id\""), .stall]
        case .trickles: [.trickle("HTTP/1.1 200 OK\r\nX: " + String(repeating: "y", count: 100_000), milliseconds: 10)]
        case .saysLess: [.send("HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\n\(Fault.tag)"), .close]
        case .saysMore: [.send("HTTP/1.1 200 OK\r\nContent-Length: 10000\r\n\r\n\(Fault.tag)"), .close]
        case .endless: [.send("HTTP/1.1 200 OK\r\nContent-Length: 10737418240\r\n\r\n"), .flood(piece: 1 << 20, count: 10_240)]
        case .endlessChunks:
            [.send("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n280000000\r\n"), .flood(piece: 1 << 20, count: 10_240)]
        case .endlessRefusal: [.send("HTTP/1.1 400 No\r\nContent-Length: 10737418240\r\n\r\n"), .flood(piece: 1 << 20, count: 10_240)]
        case .hugeHead: [.send("HTTP/1.1 200 OK\r\nX-Large: " + String(repeating: "y", count: 2_000_000) + "\r\n\r\n"), .close]
        case .garbage: [.send("\u{1}\u{2}not HTTP at all\r\n\r\n"), .close]
        case .html: [ScriptedServer.response("<html>", type: "text/html")]
        case .pdf: [ScriptedServer.response("%PDF-1.7", type: "application/pdf")]
        case .wrongTypes: [ScriptedServer.response(#"{"id": 7, "name": [], "workspaceId": {}}"#)]
        case .nulls: [ScriptedServer.response(#"{"id": null, "name": null, "workspaceId": null}"#)]
        case .cutJSON: [ScriptedServer.response(#"{"id": "#)]
        case .invalidUTF8: [.send("HTTP/1.1 200 OK\r\nContent-Length: 11\r\n\r\n{\"id\":\""), .bytes([0xFF, 0xC0]), .send("\"}")]
        case .deepNesting: [ScriptedServer.response(#"{"x":"# + String(repeating: "[", count: 100_000))]
        case .emptyBody: [ScriptedServer.response("")]
        case .status400: [ScriptedServer.response(#"{"message": "no", "code": 501}"#, status: "400 Bad Request")]
        case .status429: [ScriptedServer.response("", status: "429 Too Many Requests")]
        case .status500: [ScriptedServer.response("{", status: "500 Internal Server Error")]
        case .status503: [ScriptedServer.response("<html>", status: "503 Service Unavailable", type: "text/html")]
        case .redirects: [ScriptedServer.response("", status: "307 Temporary Redirect", headers: "Location: \(elsewhere)/taken\r\n")]
        case .unknownMembers:
            [ScriptedServer.response(#"{"id": "t1", "name": "x", "workspaceId": "w1", "new": {"deep": [1, null]}, "kind": "NEWEST"}"#)]
        }
    }

    /// `true` if only the call's deadline ends the request.
    var needsDeadline: Bool {
        switch self {
        case .stalls, .stallsInHead, .stallsInBody, .trickles: true
        default: false
        }
    }

    /// `true` if the server sends without end.
    var isFlood: Bool {
        switch self {
        case .endless, .endlessChunks, .endlessRefusal: true
        default: false
        }
    }

    /// Returns the outcome for the caller, and how many of at most three attempts the server sees.
    func required(_ method: HTTPRequest.Method) -> (outcome: Outcome, requests: Int) {
        let isRead = method == .get
        let lost: (Outcome, Int) = isRead ? (.connection(wasSent: true), 3) : (.outcomeUnknown, 1)
        switch self {
        case .refuses: return (.connection(wasSent: false), 0)
        case .resets, .resetsReused, .resetsInHead, .resetsInBody, .closesInBody, .saysMore, .garbage, .hugeHead: return lost
        case .stalls, .stallsInHead, .stallsInBody, .trickles: return (lost.0, 1)
        case .saysLess, .endless, .endlessChunks, .html, .pdf, .wrongTypes, .nulls, .cutJSON, .invalidUTF8, .deepNesting, .emptyBody:
            return (.unexpectedAnswer, 1)
        case .status400, .endlessRefusal: return (.response(400), 1)
        case .status429: return (.response(429), 3)
        case .status500: return (.response(500), isRead ? 3 : 1)
        case .status503: return isRead ? (.response(503), 3) : (.outcomeUnknown, 1)
        case .redirects: return isRead ? (.value, 1) : (.response(307), 1)
        case .unknownMembers: return (.value, 1)
        }
    }

    var testDescription: String { "\(self)" }
}
