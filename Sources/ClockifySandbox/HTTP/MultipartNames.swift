import Foundation

/// Reads the names of the parts of a multipart form.
enum MultipartNames {
    /// Returns the `name` in each part's `Content-Disposition`; empty if the body is not a form with that boundary.
    static func names(in body: [UInt8], contentType: String) -> Set<String> {
        guard let boundary = parameter("boundary", of: contentType), !boundary.isEmpty else { return [] }
        var names: Set<String> = []
        var rest = Data(body)
        let delimiter = Data("--\(boundary)\r\n".utf8)
        let end = Data("\r\n\r\n".utf8)
        while let start = rest.range(of: delimiter), let headerEnd = rest.range(of: end, in: start.upperBound..<rest.endIndex) {
            let lines = String(decoding: rest[start.upperBound..<headerEnd.lowerBound], as: UTF8.self).split(separator: "\r\n")
            for line in lines where line.lowercased().hasPrefix("content-disposition:") {
                if let name = parameter("name", of: String(line)) { names.insert(name) }
            }
            rest = rest[headerEnd.upperBound...]
        }
        return names
    }

    private static func parameter(_ name: String, of header: String) -> String? {
        for part in header.split(separator: ";").dropFirst() {
            let pair = part.split(separator: "=", maxSplits: 1).map { $0.trimmingCharacters(in: .whitespaces) }
            guard pair.count == 2, pair[0].lowercased() == name else { continue }
            return pair[1].hasPrefix("\"") ? String(pair[1].dropFirst().dropLast()) : pair[1]
        }
        return nil
    }
}
