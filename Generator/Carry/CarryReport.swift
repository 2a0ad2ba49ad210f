package import GeneratorYAML

/// What became of the decisions of the old spec, for the person who reviews the overlay.
package struct CarryReport: Sendable {
    package struct Entry: Sendable {
        package let text: String
        package let location: SourceLocation

        init(_ text: String, at location: SourceLocation) {
            self.text = text
            self.location = location
        }
    }

    /// The number of carried decisions by the member that states them, such as `x-swift-name`.
    package internal(set) var carried: [String: Int] = [:]
    /// What only the new document has, with the names that were proposed or derived for it.
    package internal(set) var new: [Entry] = []
    /// Decisions that the new document does not allow, or states otherwise.
    package internal(set) var contradictions: [Entry] = []
    /// What only the old document has.
    package internal(set) var gone: [Entry] = []

    /// The report as Markdown.
    package var text: String {
        let total = carried.values.reduce(0, +)
        let kinds = carried.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { "\($0.value) `\($0.key)`" }
        var lines = ["### Carried (\(total))", "", kinds.isEmpty ? "Nothing had to be carried." : kinds.joined(separator: ", ") + "."]
        for (title, entries) in [("New", new), ("Contradicted", contradictions), ("Gone", gone)] where !entries.isEmpty {
            lines += ["", "### \(title) (\(entries.count))", ""] + entries.map { "- \($0.location): \($0.text)" }
        }
        return lines.joined(separator: "\n") + "\n"
    }
}
