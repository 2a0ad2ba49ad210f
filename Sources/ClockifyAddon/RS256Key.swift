#if Addon
import Crypto
import CryptoExtras

/// An RSA key that verifies signatures by RS256: PKCS #1 v1.5 over SHA-256.
struct RS256Key: Sendable {
    private let key: _RSA.Signing.PublicKey

    /// - Parameter pem: A public key of 2048 bits or more.
    init(pem: String) throws(AddonError) {
        guard !pem.contains("PRIVATE KEY") else {
            throw .publicKey("it is a private key; give the vendor's public one")
        }
        do {
            key = try _RSA.Signing.PublicKey(pemRepresentation: pem)
        } catch {
            throw .publicKey("give an RSA key of 2048 bits or more, as PEM (-----BEGIN PUBLIC KEY-----)")
        }
    }

    func isValid(_ signature: [UInt8], for bytes: [UInt8]) -> Bool {
        // The library's name warns of encryption with this padding; RS256 is signing with it.
        key.isValidSignature(
            _RSA.Signing.RSASignature(rawRepresentation: signature), for: SHA256.hash(data: bytes), padding: .insecurePKCS1v1_5)
    }
}
#endif
