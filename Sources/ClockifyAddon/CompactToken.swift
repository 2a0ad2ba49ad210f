import ClockifyAPI
@_spi(Generated) import ClockifyRuntime

/// A signed JSON Web Token in its compact form (RFC 7515): header, claims and signature, each in base64url. Nothing is verified yet.
struct CompactToken {
    let header: [String: JSONValue]
    let claims: [String: JSONValue]
    let signature: [UInt8]
    /// The signed bytes: header and claims as received.
    let signedBytes: [UInt8]

    /// The maximum size of a token. The service's tokens have less than 2 KiB.
    static let maximumBytes = 16_384

    init(_ text: String) throws(AddonError) {
        let bytes = Array(text.utf8)
        guard bytes.count <= Self.maximumBytes else { throw .malformedToken("it has more than \(Self.maximumBytes) bytes") }
        let parts = bytes.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard parts.count == 3 else { throw .malformedToken("it has \(parts.count) parts instead of three") }
        header = try Self.object(parts[0], "header")
        claims = try Self.object(parts[1], "claims")
        guard let signature = Base64URL.decode(parts[2]) else { throw .malformedToken("its signature is not base64url") }
        self.signature = signature
        signedBytes = Array(bytes[..<parts[1].endIndex])
    }

    private static func object(_ part: ArraySlice<UInt8>, _ name: String) throws(AddonError) -> [String: JSONValue] {
        guard let json = Base64URL.decode(part) else { throw .malformedToken("its \(name) is not base64url") }
        guard let object = (try? JSONReader.decode(JSONValue.self, from: json))?.objectValue else {
            throw .malformedToken("its \(name) is not a JSON object")
        }
        return object
    }
}

/// Base64 as used in tokens (RFC 7515, appendix C): the alphabet for URLs, no padding, and only one text for the same bytes.
enum Base64URL {
    /// Decodes a text. Returns `nil` if it has other characters, or bits left over.
    static func decode(_ text: ArraySlice<UInt8>) -> [UInt8]? {
        guard text.count % 4 != 1 else { return nil }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.count / 4 * 3 + 2)
        var bits: UInt32 = 0
        var count = 0
        for character in text {
            guard let value = value(of: character) else { return nil }
            bits = bits << 6 | UInt32(value)
            count += 6
            if count >= 8 {
                count -= 8
                bytes.append(UInt8(truncatingIfNeeded: bits >> UInt32(count)))
                bits &= (1 << UInt32(count)) - 1
            }
        }
        return bits == 0 ? bytes : nil
    }

    private static func value(of character: UInt8) -> UInt8? {
        switch character {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): character - UInt8(ascii: "A")
        case UInt8(ascii: "a")...UInt8(ascii: "z"): character - UInt8(ascii: "a") + 26
        case UInt8(ascii: "0")...UInt8(ascii: "9"): character - UInt8(ascii: "0") + 52
        case UInt8(ascii: "-"): 62
        case UInt8(ascii: "_"): 63
        default: nil
        }
    }
}
