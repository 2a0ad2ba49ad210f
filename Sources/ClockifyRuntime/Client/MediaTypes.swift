/// What `Content-Type` and `Content-Disposition` say.
enum MediaTypes {
    /// Whether an answer of this type may be JSON: it says so, or says nothing.
    static func mayBeJSON(_ contentType: String) -> Bool {
        // What nearly every answer says, before what looks at characters one by one.
        if contentType == "application/json" || contentType.hasPrefix("application/json;") { return true }
        let essence = contentType.prefix { $0 != ";" }.lowercased().filter { !$0.isWhitespace }
        return essence == "application/json" || essence.hasSuffix("+json") || essence == "text/json" || essence == "text/plain"
            || essence == "application/octet-stream" || essence.isEmpty
    }

    /// Whether an answer of this type may be a file that was exported: it does not say that it is JSON, or a page.
    static func mayBeExport(_ contentType: String) -> Bool {
        let essence = contentType.prefix { $0 != ";" }.lowercased().filter { !$0.isWhitespace }
        return essence != "application/json" && !essence.hasSuffix("+json") && essence != "text/json" && essence != "text/html"
    }
}

enum ContentDisposition {
    /// The file name of `attachment; filename="invoice.pdf"`: its last component, so that it cannot lead elsewhere.
    static func fileName(_ header: String) -> String? {
        for parameter in header.split(separator: ";").dropFirst() {
            let pair = parameter.split(separator: "=", maxSplits: 1).map { String($0).trimmingWhitespace() }
            guard pair.count == 2, pair[0].lowercased() == "filename" else { continue }
            let name = pair[1].hasPrefix("\"") ? String(pair[1].dropFirst().prefix { $0 != "\"" }) : pair[1]
            let last = name.split(whereSeparator: { $0 == "/" || $0 == "\\" }).last.map(String.init) ?? ""
            return last.isEmpty || last == "." || last == ".." ? nil : last
        }
        return nil
    }
}
