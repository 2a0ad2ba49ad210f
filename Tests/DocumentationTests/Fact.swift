import Foundation

/// A fact on a page of the documentation: a line of a fixture, printed by `extract-facts`.
struct Fact: Hashable, CustomStringConvertible {
    /// An operation, a schema definition, or the anchor of a heading.
    let subject: String
    /// The element of the subject: `operation`, `query name`, `body name`, `status 200`, `request`, …
    let element: String
    /// The attribute of the element: `type`, `required`, `enum`, `description`, `sample`, …
    let attribute: String
    let value: String

    var description: String { "\(subject) · \(element) · \(attribute)" }

    /// The kind of element and its name, if it has one.
    var elementParts: (kind: String, name: String) {
        let parts = element.split(separator: " ", maxSplits: 1).map(String.init)
        return (parts[0], parts.count > 1 ? parts[1] : "")
    }

    static func read(_ file: URL) throws -> [Fact] {
        try rows(of: file).map { row in
            guard row.count == 4 else { throw FixtureProblem("a fact has four columns: \(row)") }
            return Fact(subject: row[0], element: row[1], attribute: row[2], value: row[3])
        }
    }
}

/// A fixture that cannot be read.
struct FixtureProblem: Error, CustomStringConvertible {
    let description: String

    init(_ description: String) { self.description = description }
}

/// Returns the lines of a file with tab-separated columns, without blank lines and comments (`# …`).
func rows(of file: URL) throws -> [[String]] {
    try String(contentsOf: file, encoding: .utf8).split(separator: "\n").filter { !$0.hasPrefix("# ") }.map { line in
        line.split(separator: "\t", omittingEmptySubsequences: false).map(unescaped)
    }
}

/// Reverts the escapes of tabs, newlines and backslashes by `extract-facts`.
private func unescaped(_ text: Substring) -> String {
    guard text.contains("\\") else { return String(text) }
    var result = ""
    var rest = text[...]
    while let character = rest.popFirst() {
        guard character == "\\", let escaped = rest.popFirst() else {
            result.append(character)
            continue
        }
        result.append(escaped == "n" ? "\n" : escaped == "t" ? "\t" : escaped)
    }
    return result
}

/// The escaped form that ``rows(of:)`` reads.
func escaped(_ text: String) -> String {
    text.replacingOccurrences(of: "\\", with: "\\\\").replacingOccurrences(of: "\t", with: "\\t")
        .replacingOccurrences(of: "\n", with: "\\n")
}
