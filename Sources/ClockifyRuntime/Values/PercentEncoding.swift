/// Percent-encodes values, so that a value cannot end the part of the URL that contains it.
enum PercentEncoding {
    /// Encodes a value in a path. If the value consists only of dots, they are encoded too, because it would refer to another folder.
    static func pathValue(_ text: String) -> String {
        let isDots = !text.isEmpty && text.utf8.allSatisfy { $0 == UInt8(ascii: ".") }
        return encode(text, keepingDots: !isDots)
    }

    /// Encodes a name or a value in a query. A space becomes `%20` and a plus sign `%2B`, which every parser interprets correctly.
    static func queryValue(_ text: String) -> String { encode(text, keepingDots: true) }

    private static func encode(_ text: String, keepingDots: Bool) -> String {
        var encoded: [UInt8] = []
        encoded.reserveCapacity(text.utf8.count)
        for byte in text.utf8 {
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
