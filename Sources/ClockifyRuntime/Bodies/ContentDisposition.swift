import Foundation

/// Parses the `Content-Disposition` header (RFC 6266).
enum ContentDisposition {
    /// Returns the file name of a header such as `attachment; filename="invoice.pdf"`.
    ///
    /// Only the last path component is returned, so that the name cannot refer to another folder. `filename*`, which declares its
    /// character set, takes precedence if both parameters are present.
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

    /// Returns the parameters, which follow semicolons outside quotation marks.
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
                    // A backslash escapes a quotation mark or a backslash. Before any other character it is a path separator.
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

    /// Decodes an extended value such as `UTF-8''%e2%82%ac.pdf` (RFC 8187).
    ///
    /// Returns `nil` if the character set is neither UTF-8 nor ISO-8859-1, or the value is not valid text in its character set.
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
    /// Creates a string from Latin-1, in which each byte is one character.
    init(latin1 bytes: some Collection<UInt8>) { self = String(String.UnicodeScalarView(bytes.map { Unicode.Scalar($0) })) }

    /// Creates a string from the bytes of a peer that sends UTF-8 or, like older ones, Latin-1.
    package init(utf8OrLatin1 bytes: some Collection<UInt8>) { self = String(validating: bytes, as: UTF8.self) ?? String(latin1: bytes) }
}
