/// What `Content-Type` says.
enum MediaTypes {
    /// Whether an answer of this type may be JSON: it says so, or says nothing.
    static func mayBeJSON(_ contentType: String) -> Bool {
        // What nearly every answer says, before what looks at characters one by one.
        if contentType == "application/json" || contentType.hasPrefix("application/json;") { return true }
        let essence = essence(contentType)
        return essence == "application/json" || essence.hasSuffix("+json") || essence == "text/json" || essence == "text/plain"
            || essence == "application/octet-stream" || essence.isEmpty
    }

    /// The type and subtype alone: `text/csv` of `Text/CSV; charset=utf-8`.
    static func essence(_ contentType: String) -> String {
        contentType.prefix { $0 != ";" }.lowercased().filter { !$0.isWhitespace }
    }

    /// Whether a type such as `image/*` includes another one.
    static func includes(_ range: String, _ contentType: String) -> Bool {
        let (range, essence) = (essence(range), essence(contentType))
        guard range != essence else { return true }
        return range == "*/*" ? essence.contains("/") : range.hasSuffix("/*") && essence.hasPrefix(range.dropLast())
    }

    /// Whether transports undo such a compression. Some still say then that it is there.
    static func isUnpacked(_ contentEncoding: String) -> Bool {
        ["", "identity", "gzip", "x-gzip", "deflate"].contains(contentEncoding.trimmingWhitespace().lowercased())
    }

    /// Whether an answer of this type may be a file that was exported: it does not say that it is JSON, or a page.
    static func mayBeExport(_ contentType: String) -> Bool {
        let essence = essence(contentType)
        return essence != "application/json" && !essence.hasSuffix("+json") && essence != "text/json" && essence != "text/html"
    }
}
