import Foundation
import HTTPTypes
import Testing

@_spi(Generated) @testable import ClockifyRuntime

@Suite("Webhook deliveries")
struct WebhookDeliveryTests {
    private let token = "eyJhbGciOiJSUzI1NiJ9.eyJpc3MiOiJjbG9ja2lmeSJ9.c2lnbmF0dXJl"
    private var headers: [String: String] { ["Clockify-Signature": token, "clockify-webhook-event-type": "NEW_TAG"] }

    private func refusal(_ headers: some ReceivedHeaders, _ body: String = "{}", token: String? = nil, limit: Int = 100) -> WebhookError? {
        do {
            _ = try WebhookDelivery(headers: headers, body: Array(body.utf8), token: token ?? self.token, maximumBodyBytes: limit)
            return nil
        } catch {
            #expect(!"\(error)".contains(self.token) && !String(reflecting: error).contains(self.token))
            return error
        }
    }

    @Test("Headers are accepted in the forms that servers use, whatever their case")
    func headerForms() throws {
        var fields = HTTPFields()
        fields[try #require(HTTPField.Name("CLOCKIFY-SIGNATURE"))] = token
        fields[try #require(HTTPField.Name("Clockify-Webhook-Event-Type"))] = "NEW_TAG"
        let list = HeaderList([
            (name: "host", value: "x"), (name: "cLOCKIFY-signature", value: token), (name: "clockify-webhook-event-type", value: "NEW_TAG"),
        ])
        for headers: any ReceivedHeaders in [fields, headers, list] {
            let delivery = try WebhookDelivery(headers: headers, body: Data("{}".utf8), token: token)
            #expect(delivery.eventType == "NEW_TAG")
            #expect(delivery.body == Array("{}".utf8))
        }
    }

    @Test("White space around a header or token is ignored")
    func whiteSpace() {
        #expect(refusal(["clockify-signature": " \(token)\t", "clockify-webhook-event-type": " NEW_TAG "], token: "\(token)\n") == nil)
    }

    @Test("Any other signature is rejected, whether it is changed in one bit, truncated, extended or in another case")
    func wrongSignatures() {
        var others = [
            String(token.dropLast()), String(token.dropFirst()), token + "A", "A" + token, token + token, token.uppercased(),
            "Bearer " + token,
        ]
        others += ["\(token), \(token)", "é", "\u{0}", String(repeating: "A", count: token.utf8.count)]
        for index in token.utf8.indices {
            for bit in 0..<7 {
                var bytes = Array(token.utf8)
                bytes[token.utf8.distance(from: token.startIndex, to: index)] ^= 1 << bit
                others.append(String(decoding: bytes, as: UTF8.self))
            }
        }
        for other in others where other.trimmingWhitespace() != token {
            let error = refusal(["clockify-signature": other, "clockify-webhook-event-type": "NEW_TAG"])
            #expect(error == .wrongSignature, "\(other)")
        }
        #expect(others.count > 400)
    }

    @Test(
        "An empty or invisible token proves nothing, even if the signature equals it",
        arguments: ["", " ", "\n", "\u{200B}", "\u{FEFF}\u{200D}", "\u{2060} \u{A0}", "\u{AD}"])
    func emptyToken(token: String) {
        #expect(refusal(["clockify-signature": token, "clockify-webhook-event-type": "NEW_TAG"], token: token) == .emptyToken)
    }

    @Test("A missing, empty or repeated header is reported by name, even if both values are equal")
    func missingAndRepeated() throws {
        let (signature, type) = ("clockify-signature", "clockify-webhook-event-type")
        #expect(refusal([String: String]()) == .missingHeader(signature))
        #expect(refusal([signature: "", type: "NEW_TAG"]) == .missingHeader(signature))
        #expect(refusal([signature: token]) == .missingHeader(type))
        #expect(refusal([signature: token, type: "  "]) == .missingHeader(type))
        #expect(refusal([signature: token, "Clockify-Signature": token, type: "NEW_TAG"]) == .repeatedHeader(signature))
        #expect(
            refusal(HeaderList([(name: signature, value: token), (name: type, value: "A"), (name: type, value: "B")]))
                == .repeatedHeader(type))
        var fields = HTTPFields()
        let name = try #require(HTTPField.Name(signature))
        fields.append(HTTPField(name: name, value: "forged"))
        fields.append(HTTPField(name: name, value: token))
        #expect(refusal(fields) == .repeatedHeader(signature))
    }

    @Test("A header with similar characters of another script is a different header")
    func lookAlikes() {
        #expect(
            refusal(["cloc\u{212A}ify-signature": token, "clockify-webhook-event-type": "NEW_TAG"]) == .missingHeader("clockify-signature"))
        #expect(
            refusal(["clockify-\u{17F}ignature": token, "clockify-webhook-event-type": "NEW_TAG"]) == .missingHeader("clockify-signature"))
    }

    @Test(
        "An invalid event type is rejected",
        arguments: ["new_tag", "NEW-TAG", "NEW_TAG,NEW_TASK", "NEW\nTAG", "ＮEW_TAG", String(repeating: "A", count: 101)])
    func eventTypes(type: String) {
        guard
            case .malformedHeader("clockify-webhook-event-type", _) = refusal([
                "clockify-signature": token, "clockify-webhook-event-type": type,
            ])
        else {
            Issue.record("\(type) was taken")
            return
        }
    }

    @Test("A header or body that is too large is not parsed")
    func sizes() {
        #expect(refusal(headers, String(repeating: " ", count: 100)) == nil)
        #expect(refusal(headers, String(repeating: " ", count: 101)) == .tooLarge("body", limit: 100))
        let huge = ["clockify-signature": String(repeating: "A", count: 1 << 20), "clockify-webhook-event-type": "NEW_TAG"]
        #expect(refusal(huge) == .tooLarge("clockify-signature", limit: 16_384))
    }

    @Test("The signature is checked before the body")
    func order() {
        let body = String(repeating: "x", count: 101)
        #expect(refusal(["clockify-signature": "forged", "clockify-webhook-event-type": "x"], body) == .wrongSignature)
    }

    @Test("An unexpected body is reported with its JSON path")
    func unreadable() throws {
        struct Tag: JSONReadable {
            init(from json: inout JSONReader) throws(JSONError) {
                try json.beginObject()
                while let name = try json.nextKey() { if name == "id" { _ = try json.readString() } else { try json.skipValue() } }
            }
        }
        for (body, path) in [
            (#"{"name": "x", "id": 7}"#, "$.id"), ("[]", "$"), ("", "$"), (#"{"id": "7"} x"#, "$"), (#"{"id": "7"#, "$.id"),
        ] {
            let delivery = try WebhookDelivery(headers: headers, body: Array(body.utf8), token: token)
            do {
                _ = try delivery.decode(Tag.self)
                Issue.record("read \(body)")
            } catch {
                guard case .unreadablePayload(let error) = error else {
                    Issue.record("\(error)")
                    return
                }
                #expect(error.path == path, "\(body)")
            }
        }
    }

    @Test("Random header bytes are rejected without side effects")
    func randomHeaders() {
        var random = SystemRandomNumberGenerator()
        for _ in 0..<2_000 {
            let bytes = (0..<Int.random(in: 0...80, using: &random)).map { _ in UInt8.random(in: 0...255, using: &random) }
            let text = String(decoding: bytes, as: UTF8.self)
            let error = refusal(["clockify-signature": text, "clockify-webhook-event-type": text])
            #expect(error == .wrongSignature || error == .missingHeader("clockify-signature"))
        }
    }
}
