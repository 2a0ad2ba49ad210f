import GeneratorYAML

/// Checks for text that is not allowed in the path of an operation or the URL of a server, because it would change the request.
enum URLProblem {
    /// Returns the reason why a path is invalid; `nil` if it is valid.
    static func ofPath(_ path: String) -> String? {
        if let problem = ofCharacters(path, besides: " ") { return "a path must not contain a \(problem)" }
        // The text in braces is a name, which is replaced.
        let fixed = withoutTemplates(path)
        if fixed.contains("\\") { return "a path must not contain a backslash; write /" }
        if fixed.prefix(while: { $0 != "?" && $0 != "#" }).split(separator: "/").contains(where: { $0 == "." || $0 == ".." }) {
            return "a path must not have the components . and ..; write the resulting path"
        }
        return nil
    }

    /// Reports what OpenAPI does not allow in a path although its meaning is certain. ``Template/wirePath(of:)`` has the path that is sent.
    static func reportFlaws(ofPath path: String, at location: SourceLocation, to diagnostics: Diagnostics) {
        let fixed = withoutTemplates(path)
        if fixed.contains(" ") {
            diagnostics.flaw(
                at: location, "a path must not contain a space", otherwise: "it is sent as %20", remedy: "write %20")
        }
        let beforeFragment = fixed.prefix { $0 != "#" }
        if beforeFragment.contains("?") {
            diagnostics.flaw(
                at: location, "a path must not have a query", otherwise: "it is sent with every call",
                remedy: "describe what follows the ? as query parameters")
        }
        if beforeFragment.utf8.count < fixed.utf8.count {
            diagnostics.flaw(
                at: location, "a path must not have a fragment", otherwise: "it is not sent",
                remedy: "remove what follows the #, which is never sent")
        }
    }

    /// Returns the reason why the URL of a server is invalid; `nil` if it is valid.
    static func ofServer(_ url: String) -> String? {
        if let problem = ofCharacters(url) { return "the URL of a server must not contain a \(problem)" }
        let fixed = withoutTemplates(url)
        if fixed.contains("?") {
            return "the URL of a server must not have a query; describe what follows the ? as parameters of the operations"
        }
        if fixed.contains("#") { return "the URL of a server must not have a fragment; remove what follows the #, which is never sent" }
        guard let start = fixed.firstRange(of: "://") else { return nil }
        let authority = fixed[start.upperBound...].prefix { $0 != "/" }
        if authority.contains("@") {
            return
                "the URL of a server must not contain a user or a password: every copy of the client would contain them; use a security scheme"
        }
        return nil
    }

    private static func ofCharacters(_ text: String, besides allowed: Unicode.Scalar? = nil) -> String? {
        for scalar in text.unicodeScalars where scalar != allowed {
            switch scalar.value {
            case 0x0A, 0x0D, 0x85, 0x2028, 0x2029: return "line break"
            case 0x20: return "space; write %20"
            case 0..<0x20, 0x7F..<0xA0: return "control character"
            default: continue
            }
        }
        return nil
    }

    private static func withoutTemplates(_ text: String) -> String { Template.replacing(in: text) { _ in "x" } }
}
