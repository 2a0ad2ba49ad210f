import GeneratorSurface
import GeneratorTestSupport

/// The public declarations in emitted code, found by their text only, independently of the generator's
/// own data.
struct EmittedDeclarations {
    /// A line for each declaration, in the format of ``line(_:root:)``.
    private(set) var lines: [String] = []

    init(_ source: String, root: String) {
        var scopes: [(indentation: Int, name: Substring, isEnum: Bool)] = []
        var list: String?
        var isInText = false
        var isForTheRuntime = false
        for line in source.split(separator: "\n") {
            let indentation = line.prefix { $0 == " " }.count
            var text = line.dropFirst(indentation)
            if line == "@_spi(Generated)" { isForTheRuntime = true }
            // The extension that follows ends at a line without indentation.
            if isForTheRuntime {
                if line == "}" { isForTheRuntime = false }
                continue
            }
            if text.hasPrefix("//") || text.hasPrefix("@") || text.hasPrefix("public import ") { continue }
            if text.hasPrefix("\"\"\"") { isInText.toggle() }
            if isInText { continue }
            while let last = scopes.last, last.indentation >= indentation { scopes.removeLast() }
            if let head = list {
                // There is one argument per line.
                let joined = head + text + (text.hasSuffix(",") ? " " : "")
                list = text.hasPrefix(")") ? nil : joined
                guard list == nil else { continue }
                text = Substring(joined)
            } else if text.hasPrefix("public "), text.hasSuffix("("), !text.contains(" = ") {
                list = String(text)
                continue
            }
            let scope = scopes.map(\.name).joined(separator: ".")
            if text.hasPrefix("extension "), let match = text.wholeMatch(of: /extension (.*) \{/) {
                scopes.append((indentation, match.1, false))
            } else if text.hasPrefix("public ") {
                let declaration = text.dropFirst("public ".count)
                lines.append("\(scope) \(EmittedDeclarations.bare(declaration, root: root))")
                if let match = declaration.prefixMatch(of: /(?:indirect )?(struct|enum) (\w+|`\w+`)/), declaration.hasSuffix("{") {
                    scopes.append((indentation, match.2, match.1 == "enum"))
                }
            } else if text.hasPrefix("case "), let last = scopes.last, last.isEnum, indentation == last.indentation + 4 {
                lines.append("\(scope) \(EmittedDeclarations.bare(text, root: root))")
            }
        }
    }

    /// Returns a declaration of the listing in the same format.
    static func line(_ declaration: Surface.Declaration, root: String) -> String {
        "\(declaration.scope) \(bare(Substring(declaration.text), root: root))"
    }

    /// Returns a declaration without body and accessors, without the value of a constant, and with the API's type before its nested types.
    private static func bare(_ declaration: Substring, root: String) -> String {
        var isQuoted = false
        var text = ""
        for character in declaration {
            if character == "\"", text.last != "\\" { isQuoted.toggle() }
            if character == "{", !isQuoted { break }
            text.append(character)
        }
        if text.hasPrefix("case ") { text = String(text.prefix { $0 != "=" }) }
        if text.hasPrefix("static let ") || text.hasPrefix("static var ") { text = String(text.prefix { $0 != ":" && $0 != "=" }) }
        while text.last == " " { text.removeLast() }
        return text.replacing("\(root).", with: "")
    }
}
