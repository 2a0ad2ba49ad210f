/// Percent-encodes values, so that a value cannot end the part of the URL that contains it.
enum PercentEncoding {
    /// Encodes a value in a path. If the value consists only of dots, they are encoded too, because it would refer to another folder.
    static func pathValue(_ text: String) -> String {
        let isDots = !text.isEmpty && text.utf8.allSatisfy { $0 == UInt8(ascii: ".") }
        return encode(text, keepingDots: !isDots)
    }

    /// Encodes a name or a value in a query. A space becomes `%20` and a plus sign `%2B`, which every parser interprets correctly.
    static func queryValue(_ text: String) -> String { encode(text, keepingDots: true) }

    /// Encodes the value of a query parameter with `allowReserved`, like `{+var}` of RFC 6570: reserved characters and existing
    /// percent-encoding are kept.
    ///
    /// Some are encoded nevertheless: `&` and `#`, which would end the value, `+`, which servers read as a space, and `[` and `]`, which RFC
    /// 3986 does not allow in a query.
    static func reservedQueryValue(_ text: String) -> String {
        let bytes = Array(text.utf8)
        var encoded = ""
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            let isEncoded = byte == UInt8(ascii: "%") && bytes[index...].dropFirst().prefix(2).count(where: isHexDigit) == 2
            if isEncoded || keptInQuery.contains(byte) {
                encoded.unicodeScalars.append(Unicode.Scalar(byte))
            } else {
                encoded += encode(bytes[index...index], keepingDots: true)
            }
            index += 1
        }
        return encoded
    }

    /// The reserved characters that a value in a query can have.
    private static let keptInQuery = Set(":/?@!$'()*,;=".utf8)

    private static func isHexDigit(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "f"), UInt8(ascii: "A")...UInt8(ascii: "F"): true
        default: false
        }
    }

    private static func encode(_ text: String, keepingDots: Bool) -> String { encode(text.utf8, keepingDots: keepingDots) }

    private static func encode(_ text: some Collection<UInt8>, keepingDots: Bool) -> String {
        var encoded: [UInt8] = []
        encoded.reserveCapacity(text.count)
        for byte in text {
            if isUnreserved(byte), keepingDots || byte != UInt8(ascii: ".") {
                encoded.append(byte)
            } else {
                encoded.append(UInt8(ascii: "%"))
                encoded.append(hexDigit(byte >> 4))
                encoded.append(hexDigit(byte & 15))
            }
        }
        return String(decoding: encoded, as: UTF8.self)
    }

    /// `true` for the unreserved characters of RFC 3986, which never need encoding.
    private static func isUnreserved(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
            UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "~"):
            true
        default: false
        }
    }

    private static func hexDigit(_ value: UInt8) -> UInt8 {
        value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "A") + value - 10
    }
}
