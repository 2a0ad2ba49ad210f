#if Addon
import ClockifyAPI
import Crypto
import CryptoExtras
import Foundation

@testable import ClockifyAddon

/// Acts as the vendor and creates tokens, including invalid ones.
struct TokenSigner {
    private static let key = Result { try _RSA.Signing.PrivateKey(keySize: .bits2048) }
    private static let otherKey = Result { try _RSA.Signing.PrivateKey(keySize: .bits2048) }

    private let key: _RSA.Signing.PrivateKey
    let publicKey: String

    init(isVendor: Bool = true) throws {
        key = try (isVendor ? Self.key : Self.otherKey).get()
        publicKey = key.publicKey.pemRepresentation
    }

    static let claims: [String: JSONValue] = [
        "iss": "clockify", "sub": "my-addon", "type": "addon", "workspaceId": "64a687e29ae1f428e7ebe303",
        "addonId": "64c777ddd3fcab07cfbb210c", "backendUrl": "https://euc1.clockify.me/api",
        "reportsUrl": "https://euc1.clockify.me/report",
    ]

    /// Returns a token with the usual claims changed as given. A null removes a claim.
    func token(_ changes: [String: JSONValue] = [:], header: JSONValue = ["alg": "RS256", "typ": "JWT"]) throws -> String {
        let claims = Self.claims.merging(changes) { $1 }.filter { !$0.value.isNull }
        return try sign(encode(header) + "." + encode(.object(claims)))
    }

    func sign(_ text: String) throws -> String {
        let signature = try key.signature(for: SHA256.hash(data: Data(text.utf8)), padding: .insecurePKCS1v1_5)
        return text + "." + base64URL(signature.rawRepresentation)
    }

    /// Returns a token that uses the text of the public key as a shared secret, to attack verifiers that trust the algorithm in the token.
    func confusedToken() throws -> String {
        let text = encode(["alg": "HS256", "typ": "JWT"]) + "." + encode(.object(Self.claims))
        let code = HMAC<SHA256>.authenticationCode(for: Data(text.utf8), using: SymmetricKey(data: Data(publicKey.utf8)))
        return text + "." + base64URL(Data(code))
    }

    func encode(_ json: JSONValue) -> String { base64URL(Data(json.description.utf8)) }

    func base64URL(_ data: Data) -> String {
        data.base64EncodedString().replacingOccurrences(of: "+", with: "-").replacingOccurrences(of: "/", with: "_")
            .replacingOccurrences(of: "=", with: "")
    }
}
#endif
