/// Functions for texts with names in braces: the paths of operations and the URLs of servers.
package enum Template {
    /// Replaces each name, including its braces.
    package static func replacing(in text: String, _ replacement: (String) -> String) -> String {
        var result = ""
        var rest = Substring(text)
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            result += rest[..<open]
            result += replacement(String(rest[rest.index(after: open)..<close]))
            rest = rest[rest.index(after: close)...]
        }
        return result + rest
    }

    /// Returns the names in their order of occurrence.
    package static func names(in text: String) -> [String] {
        var names: [String] = []
        _ = replacing(in: text) { name in
            names.append(name)
            return name
        }
        return names
    }
}
