/// What cannot stand in the path of an operation or in the URL of a server: a client that sent it would ask for something else.
enum URLProblem {
    /// Why a path is none; nil when it is one.
    static func ofPath(_ path: String) -> String? {
        if let problem = ofCharacters(path) { return "a path has no \(problem)" }
        // What stands in braces is a name, and is replaced.
        let fixed = withoutTemplates(path)
        if fixed.contains("?") { return "a path has no query; describe what follows the ? as query parameters" }
        if fixed.contains("#") { return "a path has no fragment; remove what follows the #, which is never sent" }
        if fixed.contains("\\") { return "a path has no backslash; write /" }
        if fixed.split(separator: "/").contains(where: { $0 == "." || $0 == ".." }) {
            return "a path has no . and no .. as a component; write where it leads"
        }
        return nil
    }

    /// Why the URL of a server is none; nil when it is one.
    static func ofServer(_ url: String) -> String? {
        if let problem = ofCharacters(url) { return "the URL of a server has no \(problem)" }
        let fixed = withoutTemplates(url)
        if fixed.contains("?") { return "the URL of a server has no query; describe what follows the ? as parameters of the operations" }
        if fixed.contains("#") { return "the URL of a server has no fragment; remove what follows the #, which is never sent" }
        guard let start = fixed.firstRange(of: "://") else { return nil }
        let authority = fixed[start.upperBound...].prefix { $0 != "/" }
        if authority.contains("@") {
            return "the URL of a server has no user and no password: everybody who has the client would have them; use a security scheme"
        }
        return nil
    }

    private static func ofCharacters(_ text: String) -> String? {
        for scalar in text.unicodeScalars {
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
