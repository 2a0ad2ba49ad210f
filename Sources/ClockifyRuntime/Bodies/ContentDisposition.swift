import Foundation

/// Reads `Content-Disposition` (RFC 6266).
enum ContentDisposition {
    /// The file name of `attachment; filename="invoice.pdf"`: its last component, so that it cannot lead elsewhere.
    ///
    /// `filename*`, which says its character set, comes first where both are there.
    static func fileName(_ header: String) -> String? {
        let parameters = parameters(of: header)
        let extended = parameters.first { $0.name == "filename*" }.flatMap { decodeExtended($0.value) }.flatMap(lastComponent)
        return extended ?? parameters.first { $0.name == "filename" }.flatMap { lastComponent($0.value) }
    }

    private static func lastComponent(_ name: String) -> String? {
        let visible = name.unicodeScalars.filter { $0.value >= 0x20 && $0.value != 0x7F }
        let last = String(String.UnicodeScalarView(visible)).split(whereSeparator: { $0 == "/" || $0 == "\\" }).last
        let trimmed = last.map { String($0).trimmingWhitespace() } ?? ""
        return trimmed.isEmpty || trimmed == "." || trimmed == ".." ? nil : trimmed
    }

    /// What stands behind the semicolons, but for those inside of quotes.
    private static func parameters(of header: String) -> [(name: String, value: String)] {
        var parameters: [(name: String, value: String)] = []
        var rest = header.unicodeScalars[...].drop { $0 != ";" }
        while rest.popFirst() != nil {
            let name = String(rest.prefix { $0 != "=" && $0 != ";" }).trimmingWhitespace().lowercased()
            rest = rest.drop { $0 != "=" && $0 != ";" }
            guard rest.first == "=" else { continue }
            rest = rest.dropFirst().drop { $0 == " " || $0 == "\t" }
            var value = String.UnicodeScalarView()
            if rest.first == "\"" {
                rest.removeFirst()
                while let character = rest.popFirst(), character != "\"" {
                    // A backslash makes a quote or a backslash a part of the text. Before anything else it is one of a path's.
                    if character == "\\", let escaped = rest.first, escaped == "\"" || escaped == "\\" {
                        rest.removeFirst()
                        value.append(escaped)
                    } else {
                        value.append(character)
                    }
                }
                rest = rest.drop { $0 != ";" }
            } else {
                value.append(contentsOf: rest.prefix { $0 != ";" })
                rest = rest.drop { $0 != ";" }
            }
            parameters.append((name, String(value).trimmingWhitespace()))
        }
        return parameters
    }

    /// `UTF-8''%e2%82%ac.pdf` (RFC 8187); nil for other character sets, and for what is not text in its own.
    private static func decodeExtended(_ value: String) -> String? {
        let parts = value.split(separator: "'", maxSplits: 2, omittingEmptySubsequences: false)
        guard parts.count == 3 else { return nil }
        var bytes: [UInt8] = []
        var rest = Array(parts[2].utf8)[...]
        while let byte = rest.popFirst() {
            guard byte == UInt8(ascii: "%") else {
                bytes.append(byte)
                continue
            }
            guard rest.count >= 2, let decoded = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16) else { return nil }
            rest = rest.dropFirst(2)
            bytes.append(decoded)
        }
        switch parts[0].lowercased() {
        case "utf-8": return String(validating: bytes, as: UTF8.self)
        case "iso-8859-1": return String(latin1: bytes)
        default: return nil
        }
    }
}

extension String {
    /// A text of which each byte is a character.
    init(latin1 bytes: some Collection<UInt8>) { self = String(String.UnicodeScalarView(bytes.map { Unicode.Scalar($0) })) }

    /// Bytes of a peer that may write in UTF-8 or, as older ones do, in Latin-1.
    package init(utf8OrLatin1 bytes: some Collection<UInt8>) { self = String(validating: bytes, as: UTF8.self) ?? String(latin1: bytes) }
}
