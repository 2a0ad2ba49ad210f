/// Interprets the `Content-Type` header and related headers.
enum MediaTypes {
    /// `true` if a response of this type may be JSON: the type is a JSON type, is generic, or is missing.
    static func mayBeJSON(_ contentType: String) -> Bool {
        // Nearly every response has this type. Checking it first avoids the slower comparison below.
        if contentType == "application/json" || contentType.hasPrefix("application/json;") { return true }
        let essence = essence(contentType)
        return isJSON(essence) || essence == "text/plain" || essence == "application/octet-stream" || essence.isEmpty
    }

    /// `true` for a type of JSON.
    static func isJSON(_ contentType: String) -> Bool {
        let essence = essence(contentType)
        return essence == "application/json" || essence.hasSuffix("+json") || essence == "text/json"
    }

    /// Returns the type and subtype only: `text/csv` for `Text/CSV; charset=utf-8`.
    static func essence(_ contentType: String) -> String {
        contentType.prefix { $0 != ";" }.lowercased().filter { !$0.isWhitespace }
    }

    /// `true` if a media range such as `image/*` includes the given type.
    static func includes(_ range: String, _ contentType: String) -> Bool {
        let (range, essence) = (essence(range), essence(contentType))
        guard range != essence else { return true }
        return range == "*/*" ? essence.contains("/") : range.hasSuffix("/*") && essence.hasPrefix(range.dropLast())
    }

    /// `true` if transports decode this content encoding. Some keep the header after they have decoded the body.
    static func isUnpacked(_ contentEncoding: String) -> Bool {
        ["", "identity", "gzip", "x-gzip", "deflate"].contains(contentEncoding.trimmingWhitespace().lowercased())
    }

    /// `true` if a response of this type may be an exported file: the type is neither a JSON type nor HTML.
    static func mayBeExport(_ contentType: String) -> Bool {
        let essence = essence(contentType)
        return !isJSON(essence) && essence != "text/html"
    }
}
