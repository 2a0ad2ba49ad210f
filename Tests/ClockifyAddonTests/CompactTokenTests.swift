import ClockifyAPI
import Foundation
import Testing

@testable import ClockifyAddon

@Suite("Tokens before verification")
struct CompactTokenTests {
    private func refusal(_ text: String) -> String? {
        do {
            _ = try CompactToken(text)
            return nil
        } catch {
            guard case .malformedToken(let reason) = error else { return "\(error)" }
            return reason
        }
    }

    @Test("A token has three parts")
    func parts() throws {
        let token = try CompactToken(AddonFixtures.token)
        #expect(token.header == ["alg": "RS256", "typ": "JWT"])
        #expect(token.claims["iss"] == "clockify")
        #expect(token.signature.count == 256)
        #expect(AddonFixtures.token.hasPrefix(String(decoding: token.signedBytes, as: UTF8.self) + "."))
    }

    @Test(
        "A malformed token is rejected with the reason",
        arguments: [
            ("", "it has 1 parts instead of three"), ("a.b", "it has 2 parts instead of three"),
            ("e30.e30.AA.AA", "it has 4 parts instead of three"),
            ("..", "its header is not a JSON object"), ("e30..", "its claims is not a JSON object"),
            ("W10.e30.AA", "its header is not a JSON object"),
            ("e30.bnVsbA.AA", "its claims is not a JSON object"), ("e30=.e30.AA", "its header is not base64url"),
            ("e 30.e30.AA", "its header is not base64url"), ("e30.e30.A+", "its signature is not base64url"),
            ("e30.e30.A/", "its signature is not base64url"), ("e30.e30.A", "its signature is not base64url"),
            ("e30.e30.AB", "its signature is not base64url"), ("e30.e30.AAB", "its signature is not base64url"),
            (" e30.e30.AA", "its header is not base64url"), ("é.e30.AA", "its header is not base64url"),
        ])
    func malformed(text: String, reason: String) {
        #expect(refusal(text) == reason)
    }

    @Test("Deeply nested claims and very long tokens are rejected")
    func huge() {
        let deep = Data(#"{"a":"#.utf8) + Data(repeating: UInt8(ascii: "["), count: 10_000)
        #expect(refusal("e30.\(deep.base64EncodedString().filter { $0 != "=" }).AA") == "its claims is not a JSON object")
        #expect(refusal(String(repeating: "A", count: 1 << 20)) == "it has more than 16384 bytes")
        #expect(refusal(String(repeating: ".", count: 16_384)) == "it has 16385 parts instead of three")
    }

    @Test("Base64url decodes what Foundation's Base64 encodes, and each value has exactly one text", arguments: 0...70)
    func base64(count: Int) throws {
        let bytes = (0..<count).map { _ in UInt8.random(in: 0...255) }
        let text = Data(bytes).base64EncodedString().replacingOccurrences(of: "+", with: "-").replacingOccurrences(of: "/", with: "_")
        let unpadded = text.filter { $0 != "=" }
        #expect(Base64URL.decode(Array(unpadded.utf8)[...]) == bytes)
        if text.contains("=") { #expect(Base64URL.decode(Array(text.utf8)[...]) == nil) }
    }

    @Test("Truncated, changed and random tokens are either decoded or rejected")
    func fuzz() {
        let token = Array(AddonFixtures.token.utf8)
        var random = SystemRandomNumberGenerator()
        var refused = 0
        for _ in 0..<3_000 {
            var bytes = token
            for _ in 0..<Int.random(in: 1...4, using: &random) {
                switch Int.random(in: 0...3, using: &random) {
                case 0: bytes = Array(bytes.prefix(Int.random(in: 0...bytes.count, using: &random)))
                case 1 where !bytes.isEmpty:
                    bytes[Int.random(in: bytes.indices, using: &random)] = UInt8.random(in: 0...255, using: &random)
                case 2: bytes.insert(UInt8.random(in: 0...255, using: &random), at: Int.random(in: 0...bytes.count, using: &random))
                default: bytes += bytes.suffix(Int.random(in: 0...40, using: &random))
                }
            }
            if refusal(String(decoding: bytes, as: UTF8.self)) != nil { refused += 1 }
        }
        #expect(refused > 1_000)
    }
}
