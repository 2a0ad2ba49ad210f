import GeneratorSurface
import GeneratorTestSupport

/// The public declarations in a source as the emitter lays it out: found by their text, and by nothing that the generator
/// knows about them.
struct EmittedDeclarations {
    /// A line for each, as ``line(_:root:)`` has it.
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
            // The extension that follows ends at the margin.
            if isForTheRuntime {
                if line == "}" { isForTheRuntime = false }
                continue
            }
            if text.hasPrefix("//") || text.hasPrefix("@") || text.hasPrefix("public import ") { continue }
            if text.hasPrefix("\"\"\"") { isInText.toggle() }
            if isInText { continue }
            while let last = scopes.last, last.indentation >= indentation { scopes.removeLast() }
            if let head = list {
                // An argument a line.
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

    /// A declaration of the listing, in the same form.
    static func line(_ declaration: Surface.Declaration, root: String) -> String {
        "\(declaration.scope) \(bare(Substring(declaration.text), root: root))"
    }

    /// Without body and accessors, the value of a constant, and the API's type before the types in it.
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
