import Foundation

/// A part of a multipart form (RFC 7578).
struct FormPart: Sendable {
    let name: String
    /// `nil` if the part is not a file.
    let fileName: String?
    let contentType: String?
    let bytes: [UInt8]

    /// Returns the parts of a form; `nil` if the body is not a form with the boundary of its content type.
    static func parts(of body: [UInt8], contentType: String) -> [FormPart]? {
        guard let boundary = parameter("boundary", of: contentType), !boundary.isEmpty else { return nil }
        // The first delimiter may be at the start of the body; all others begin with a line break.
        let data = Data("\r\n".utf8) + Data(body)
        let delimiter = Data("\r\n--\(boundary)".utf8)
        guard var last = next(delimiter, in: data[...]) else { return nil }
        var parts: [FormPart] = []
        while !last.isClosing {
            let rest = data[last.range.upperBound...]
            guard let end = next(delimiter, in: rest), let part = part(rest[..<end.range.lowerBound]) else { return nil }
            parts.append(part)
            last = end
        }
        return parts
    }

    /// Finds the next delimiter that is a whole line, or the closing one.
    private static func next(_ delimiter: Data, in data: Data) -> (range: Range<Int>, isClosing: Bool)? {
        var rest = data
        while let range = rest.range(of: delimiter) {
            rest = data[range.upperBound...]
            if rest.starts(with: Data("--".utf8)) { return (range, true) }
            if rest.drop(while: { $0 == 0x20 || $0 == 0x09 }).starts(with: Data("\r\n".utf8)) { return (range, false) }
        }
        return nil
    }

    /// Reads what is between two delimiters.
    private static func part(_ data: Data) -> FormPart? {
        let blank = Data("\r\n\r\n".utf8)
        guard let end = data.range(of: blank) else { return nil }
        var fields: [String: String] = [:]
        for line in String(decoding: data[..<end.lowerBound], as: UTF8.self).split(separator: "\r\n") {
            let pair = line.split(separator: ":", maxSplits: 1)
            guard pair.count == 2 else { continue }
            fields[pair[0].trimmingCharacters(in: .whitespaces).lowercased()] = pair[1].trimmingCharacters(in: .whitespaces)
        }
        let disposition = fields["content-disposition"] ?? ""
        guard let name = parameter("name", of: disposition) else { return nil }
        return FormPart(
            name: unescaped(name), fileName: parameter("filename", of: disposition).map(unescaped), contentType: fields["content-type"],
            bytes: Array(data[end.upperBound...]))
    }

    /// Returns a parameter of a header field: `name` of `form-data; name="a"`.
    private static func parameter(_ name: String, of header: String) -> String? {
        var isQuoted = false
        let parameters = header.split(omittingEmptySubsequences: true) { character in
            if character == "\"" { isQuoted.toggle() }
            return character == ";" && !isQuoted
        }
        for parameter in parameters.dropFirst() {
            let pair = parameter.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
                .map { $0.trimmingCharacters(in: .whitespaces) }
            guard pair.count == 2, pair[0].lowercased() == name else { continue }
            return pair[1].hasPrefix("\"") ? String(pair[1].dropFirst().dropLast()) : pair[1]
        }
        return nil
    }

    /// Clients escape the characters that would end the quotation or the line (WHATWG HTML, multipart form data).
    private static func unescaped(_ text: String) -> String {
        text.replacing("%22", with: "\"").replacing("%0D", with: "\r").replacing("%0A", with: "\n")
    }
}
