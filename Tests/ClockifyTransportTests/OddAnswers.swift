import HTTPTypes
import TestServer
import Testing

/// Unusual and invalid responses, and their required outcomes.
enum OddAnswer: Sendable, CaseIterable, CustomTestStringConvertible {
    // Responses before the response
    case interim100, interim102, interim103, interimSeveral, interim101
    // Status lines
    case statusWithoutReason, status000, status099, status1000, statusNegative, statusMissing, notHTTP
    // The end of the response
    case trailers, closesInHead, closesInHeadReused, closesWithoutAnswer, finishes, truncatedGzip
    // Lengths
    case lengthOfInt64, lengthBeyondInt64, lengthNegative, lengthsThatDiffer, chunkSizeNoNumber, chunkSizeTooLarge, chunksCut
    // Headers
    case manyHeaders, largeHeader, headByByte, bodyByByte, latin1Header, utf8Header
    // Authentication challenges
    case basic, digest, ntlm, negotiate, proxyBasic

    private static let whole = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: \(Fault.tag.utf8.count)\r\n"
    private static let answer = "\(whole)\r\n\(Fault.tag)"
    private static func status(_ text: String) -> [ScriptedServer.Step] {
        [.send("HTTP/1.1 \(text)\r\nContent-Length: \(Fault.tag.utf8.count)\r\n\r\n\(Fault.tag)"), .close]
    }
    private static func length(_ text: String) -> [ScriptedServer.Step] {
        [.send("HTTP/1.1 200 OK\r\n\(text)\r\n\r\n\(Fault.tag)"), .close]
    }
    private static func chunked(_ text: String) -> [ScriptedServer.Step] {
        [.send("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n\(text)"), .close]
    }
    private static func asking(_ challenge: String, status: String = "401 Unauthorized") -> [ScriptedServer.Step] {
        let name = status.hasPrefix("407") ? "Proxy-Authenticate" : "WWW-Authenticate"
        return [ScriptedServer.response(#"{"message": "who are you?", "code": 1}"#, status: status, headers: "\(name): \(challenge)\r\n")]
    }
    private static let hexLength = String(Fault.tag.utf8.count, radix: 16)

    var script: [ScriptedServer.Step] {
        switch self {
        case .interim100: [.send("HTTP/1.1 100 Continue\r\n\r\n\(OddAnswer.answer)")]
        case .interim102: [.send("HTTP/1.1 102 Processing\r\n\r\n"), .send(OddAnswer.answer)]
        case .interim103: [.send("HTTP/1.1 103 Early Hints\r\nLink: </x>; rel=preload\r\n\r\n\(OddAnswer.answer)")]
        case .interimSeveral:
            [
                .send(
                    String(repeating: "HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\nHTTP/1.1 102 Processing\r\n\r\n", count: 20)
                        + OddAnswer.answer)
            ]
        case .interim101: [.send("HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\nConnection: Upgrade\r\n\r\nhello"), .close]
        case .statusWithoutReason: OddAnswer.status("200")
        case .status000: OddAnswer.status("000 Nothing")
        case .status099: OddAnswer.status("099 Nothing")
        case .status1000: OddAnswer.status("1000 Much")
        case .statusNegative: OddAnswer.status("-5 Less")
        case .statusMissing: OddAnswer.status("")
        case .notHTTP: [.send("220 mail.example ESMTP\r\n\r\n"), .close]
        case .trailers: OddAnswer.chunked("\(OddAnswer.hexLength)\r\n\(Fault.tag)\r\n0\r\nX-Sum: 7\r\n\r\n")
        case .closesInHead, .closesInHeadReused: [.send("HTTP/1.1 200 OK\r\nContent-Ty"), .close]
        case .closesWithoutAnswer: [.close]
        case .finishes: [.send("HTTP/1.1 200 OK\r\n\r\n\(Fault.tag)"), .finish]
        case .truncatedGzip: Compressed.cut
        case .lengthOfInt64: OddAnswer.length("Content-Length: 9223372036854775807")
        case .lengthBeyondInt64: OddAnswer.length("Content-Length: 99999999999999999999")
        case .lengthNegative: OddAnswer.length("Content-Length: -1")
        case .lengthsThatDiffer: OddAnswer.length("Content-Length: 3\r\nContent-Length: \(Fault.tag.utf8.count)")
        case .chunkSizeNoNumber: OddAnswer.chunked("xyz\r\n\(Fault.tag)\r\n0\r\n\r\n")
        case .chunkSizeTooLarge: OddAnswer.chunked("FFFFFFFFFFFFFFFFFF\r\n\(Fault.tag)\r\n0\r\n\r\n")
        case .chunksCut: OddAnswer.chunked("\(OddAnswer.hexLength)\r\n\(Fault.tag)\r\n")
        case .manyHeaders:
            [.send("HTTP/1.1 200 OK\r\n" + (0..<100_000).map { "X-\($0): \($0)\r\n" }.joined() + "\r\n"), .close]
        case .largeHeader: [.send("HTTP/1.1 200 OK\r\nX-Large: \(String(repeating: "y", count: 10 << 20))\r\n\r\n"), .close]
        case .headByByte: [.trickle("\(OddAnswer.whole)\r\n", milliseconds: 0), .send(Fault.tag)]
        case .bodyByByte: [.send("\(OddAnswer.whole)\r\n"), .trickle(Fault.tag, milliseconds: 0)]
        case .latin1Header:
            [
                .send("\(OddAnswer.whole)Content-Disposition: attachment; filename=\"M"), .bytes([0xE4]),
                .send("rz.pdf\"\r\n\r\n\(Fault.tag)"),
            ]
        case .utf8Header: [.send("\(OddAnswer.whole)Content-Disposition: attachment; filename=\"März.pdf\"\r\n\r\n\(Fault.tag)")]
        case .basic: OddAnswer.asking("Basic realm=\"x\"")
        case .digest: OddAnswer.asking("Digest realm=\"x\", nonce=\"y\", qop=\"auth\"")
        case .ntlm: OddAnswer.asking("NTLM")
        case .negotiate: OddAnswer.asking("Negotiate")
        case .proxyBasic: OddAnswer.asking("Basic realm=\"x\"", status: "407 Proxy Authentication Required")
        }
    }

    /// The outcome for the caller.
    func required(_ method: HTTPRequest.Method, _ carrier: Carrier) -> Fault.Outcome {
        let lost: Fault.Outcome = method == .get ? .connection(wasSent: true) : .outcomeUnknown
        if let outcome = carrier.outcomeBelowUs(self, lost: lost) { return outcome }
        switch self {
        case .interim100, .interim102, .interim103, .interimSeveral, .statusWithoutReason, .finishes, .headByByte, .bodyByByte, .utf8Header,
            .trailers, .latin1Header:
            return .value
        case .interim101, .status000, .status099, .status1000, .statusNegative, .statusMissing, .notHTTP, .closesInHead,
            .closesInHeadReused, .closesWithoutAnswer, .truncatedGzip, .lengthOfInt64, .lengthBeyondInt64, .lengthNegative,
            .lengthsThatDiffer, .chunkSizeNoNumber, .chunkSizeTooLarge, .chunksCut, .manyHeaders, .largeHeader:
            return lost
        case .basic, .digest, .ntlm, .negotiate: return .response(401)
        case .proxyBasic: return .response(407)
        }
    }

    var testDescription: String { "\(self)" }
}
