#if Addon
import ClockifyAPI
import Crypto
import Foundation
import Testing

@testable import ClockifyAddon

@Suite("Verification of add-on tokens")
struct AddonVerifierTests {
    private let signer: TokenSigner
    private let verifier: AddonVerifier
    private static let now = 1_800_000_000.0

    init() throws {
        signer = try TokenSigner()
        verifier = try AddonVerifier(publicKey: signer.publicKey, addonKey: "my-addon", now: { Date(timeIntervalSince1970: Self.now) })
    }

    private func refusal(_ token: String) -> AddonError? {
        do {
            _ = try verifier.verify(token)
            return nil
        } catch {
            #expect(token.count < 20 || !"\(error)".contains(token))
            return error
        }
    }

    @Test(
        "A token signed by another library is verified and decoded", arguments: [AddonFixtures.publicKey, AddonFixtures.publicKeyInPKCS1])
    func foreignToken(publicKey: String) throws {
        let token = try AddonVerifier(publicKey: publicKey, addonKey: "my-addon").verify(AddonFixtures.token)
        #expect(token.workspaceId == "64a687e29ae1f428e7ebe303")
        #expect(token.addonId == "64c777ddd3fcab07cfbb210c")
        #expect(token.user == "5a0ab5acb07987125438b60f")
        #expect(token.addonKey == "my-addon")
        #expect(token.backendUrl?.absoluteString == "https://euc1.clockify.me/api")
        #expect(token.locationsUrl?.absoluteString == "https://locations.api.clockify.me")
        #expect(token.ptoUrl == nil && token.expiresAt == nil)
        #expect(token.issuedAt == Date(timeIntervalSince1970: 1_790_000_000))
        #expect(token.claims["language"] == "en")
    }

    @Test("A key that is not RSA with at least 2048 bits is rejected with a hint about the expected key")
    func keys() throws {
        let keys = [
            "", "key", "-----BEGIN PUBLIC KEY-----\n-----END PUBLIC KEY-----", AddonFixtures.weakKey, AddonFixtures.ellipticKey,
            String(AddonFixtures.publicKey.dropLast(100)), "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----",
        ]
        for key in keys {
            do {
                _ = try AddonVerifier(publicKey: key, addonKey: "my-addon")
                Issue.record("taken: \(key)")
            } catch {
                guard case .publicKey = error else {
                    Issue.record("\(error)")
                    return
                }
            }
        }
    }

    @Test("Only RS256 is accepted", arguments: ["none", "None", "HS256", "RS384", "RS512", "PS256", "ES256", "rs256", "RS256 ", ""])
    func algorithms(name: String) throws {
        // The signature is valid: the header is the reason for the rejection.
        let token = try signer.token(header: ["alg": .string(name)])
        #expect(refusal(token) == .algorithm(name))
        let unsigned = String(token[...(try #require(token.lastIndex(of: ".")))])
        #expect(refusal(unsigned) == .algorithm(name))
    }

    @Test("A header without an algorithm or with extensions is rejected, and a key in it is ignored")
    func headers() throws {
        #expect(refusal(try signer.token(header: ["typ": "JWT"])) == .algorithm("nothing"))
        #expect(refusal(try signer.token(header: ["alg": ["RS256"]])) == .algorithm("nothing"))
        #expect(
            refusal(try signer.token(header: ["alg": "RS256", "crit": ["b64"], "b64": false]))
                == .malformedToken("it has critical extensions"))
        let forger = try TokenSigner(isVendor: false)
        let header: JSONValue = [
            "alg": "RS256", "jwk": ["kty": "RSA"], "jku": "https://evil.test/keys", "x5u": "https://evil.test", "kid": "../key",
        ]
        #expect(refusal(try forger.token(header: header)) == .wrongSignature)
        #expect(refusal(try signer.token(header: ["alg": "RS256", "kid": "1"])) == nil)
    }

    @Test("The public key is not accepted as a shared secret")
    func confusion() throws {
        #expect(refusal(try signer.confusedToken()) == .algorithm("HS256"))
        // The same code under a header with RS256.
        let parts = try signer.confusedToken().split(separator: ".")
        #expect(refusal("\(signer.encode(["alg": "RS256"])).\(parts[1]).\(parts[2])") == .wrongSignature)
    }

    @Test("A foreign signature, a changed text and a partial signature are rejected")
    func signatures() throws {
        let token = try signer.token()
        #expect(refusal(token) == nil)
        #expect(refusal(try TokenSigner(isVendor: false).token()) == .wrongSignature)
        let parts = token.split(separator: ".").map(String.init)
        let other = try signer.token(["workspaceId": "another"]).split(separator: ".").map(String.init)
        #expect(refusal("\(parts[0]).\(other[1]).\(parts[2])") == .wrongSignature)
        #expect(refusal("\(parts[0]).\(parts[1]).\(other[2])") == .wrongSignature)
        #expect(refusal("\(parts[0]).\(parts[1]).") == .wrongSignature)
        #expect(refusal("\(parts[0]).\(parts[1]).\(parts[2].prefix(100))") == .wrongSignature)
        #expect(refusal("\(parts[0]).\(parts[1]).\(parts[2])\(parts[2])") != nil)
    }

    @Test("Every change of a single character invalidates the token")
    func changedCharacters() throws {
        let token = Array(try signer.token().utf8)
        for index in token.indices {
            var changed = token
            changed[index] = changed[index] == UInt8(ascii: "A") ? UInt8(ascii: "B") : UInt8(ascii: "A")
            #expect(refusal(String(decoding: changed, as: UTF8.self)) != nil, "at \(index)")
        }
    }

    @Test(
        "Issuer, subject and type must be present and correct",
        arguments: [("iss", "clockify"), ("sub", "my-addon"), ("type", "addon")])
    func claims(name: String, expected: String) throws {
        #expect(refusal(try signer.token([name: nil])) == .missingClaim(name))
        for value: JSONValue in [
            "", "Clockify", "other", .string(expected + " "), .string(expected + "\0"), .array([.string(expected)]), 1, true,
        ] {
            #expect(refusal(try signer.token([name: value])) == .wrongClaim(name, expected: expected), "\(value)")
        }
    }

    @Test("A token expires at its stated time, give or take the clock tolerance")
    func expiry() throws {
        let end = Date(timeIntervalSince1970: Self.now - 30)
        #expect(refusal(try signer.token(["exp": .integer(Int64(Self.now) - 30)])) == .expired(at: end))
        #expect(refusal(try signer.token(["exp": .integer(Int64(Self.now) - 29)])) == nil)
        #expect(refusal(try signer.token(["exp": .double(Self.now + 0.5)])) == nil)
        #expect(refusal(try signer.token(["exp": .double(-1e300)])) == .expired(at: Date(timeIntervalSince1970: -62_167_219_200)))
        #expect(refusal(try signer.token(["exp": .double(1e300)])) == nil)
        for value: JSONValue in ["1900000000", true, [1_900_000_000], [:]] {
            #expect(refusal(try signer.token(["exp": value])) == .missingClaim("exp"), "\(value)")
            #expect(refusal(try signer.token(["nbf": value])) == .missingClaim("nbf"), "\(value)")
        }
        let start = Int64(Self.now) + 31
        #expect(refusal(try signer.token(["nbf": .integer(start)])) == .notYetValid(until: Date(timeIntervalSince1970: Double(start))))
        #expect(refusal(try signer.token(["nbf": .integer(start - 1)])) == nil)
        let strict = try AddonVerifier(
            publicKey: signer.publicKey, addonKey: "my-addon", leeway: 0, now: { Date(timeIntervalSince1970: Self.now) })
        #expect(throws: AddonError.self) { try strict.verify(signer.token(["exp": .double(Self.now)])) }
    }

    @Test("Times outside the calendar are reported without a crash")
    func absurdTimes() throws {
        guard case .expired(let date)? = refusal(try signer.token(["exp": .double(-1e300)])) else {
            Issue.record("not the expected outcome")
            return
        }
        #expect(AddonError.expired(at: date).description.contains("0000-01-01"))
        let late = VerifiedAddonToken(verified: ["exp": .double(1e300), "iat": .integer(.max)])
        #expect(late.expiresAt?.parameterText.hasPrefix("9999-12-31") == true)
        #expect(late.issuedAt?.parameterText.hasPrefix("9999-12-31") == true)
    }
}
#endif
