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

    /// Returns the parameter's name for the text in braces: `path` for `path+`, whose value may have several components.
    package static func name(_ text: String) -> String { mayHaveSlashes(text) ? String(text.dropLast()) : text }

    /// Returns `true` if the value for the text in braces may have slashes, as in the paths of Amazon API Gateway.
    package static func mayHaveSlashes(_ text: String) -> Bool { text.hasSuffix("+") && text.utf8.count > 1 }

    /// Returns a path as it is sent, with its placeholders: without a fragment, and with everything percent-encoded that a URL cannot
    /// contain. A query stays.
    package static func wirePath(of path: String) -> String {
        var wire = ""
        var isInTemplate = false
        for scalar in path.unicodeScalars {
            switch scalar {
            case "{":
                isInTemplate = true
                wire.unicodeScalars.append(scalar)
            case "}":
                // `{path+}` is the placeholder of the parameter `path`.
                if wire.hasSuffix("+"), !wire.hasSuffix("{+") { wire.removeLast() }
                isInTemplate = false
                wire.unicodeScalars.append(scalar)
            case "#" where !isInTemplate: return wire
            case "a"..."z", "A"..."Z", "0"..."9", "-", ".", "_", "~", "/", "?", "!", "$", "&", "'", "(", ")", "*", "+", ",", ";", "=", ":",
                "@",
                "%":
                wire.unicodeScalars.append(scalar)
            default:
                guard !isInTemplate else {
                    wire.unicodeScalars.append(scalar)
                    continue
                }
                for byte in String(scalar).utf8 {
                    wire += "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
                }
            }
        }
        return wire
    }
}
