#if Addon
import Crypto
import CryptoExtras

/// An RSA key that verifies signatures by RS256: PKCS #1 v1.5 over SHA-256.
struct RS256Key: Sendable {
    private let key: _RSA.Signing.PublicKey

    /// - Parameter pem: A public key of 2048 bits or more.
    init(pem: String) throws(AddonError) {
        guard !pem.contains("PRIVATE KEY") else {
            throw .publicKey("it is a private key; pass the vendor's public key")
        }
        do {
            key = try _RSA.Signing.PublicKey(pemRepresentation: pem)
        } catch {
            throw .publicKey("pass an RSA key of 2048 bits or more, as PEM (-----BEGIN PUBLIC KEY-----)")
        }
    }

    func isValid(_ signature: [UInt8], for bytes: [UInt8]) -> Bool {
        // The library's name for this padding warns against encryption with it. RS256 uses it for signatures.
        key.isValidSignature(
            _RSA.Signing.RSASignature(rawRepresentation: signature), for: SHA256.hash(data: bytes), padding: .insecurePKCS1v1_5)
    }
}
#endif
