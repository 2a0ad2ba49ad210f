package import GeneratorYAML

/// The result of carrying decisions, for the person who reviews the overlay.
package struct CarryReport: Sendable {
    package struct Entry: Sendable {
        package let text: String
        package let location: SourceLocation

        init(_ text: String, at location: SourceLocation) {
            self.text = text
            self.location = location
        }
    }

    /// The number of decisions that were carried, by member, such as `x-swift-name`.
    package internal(set) var carried: [String: Int] = [:]
    /// Operations and components that only the new document has, with their proposed or derived names.
    package internal(set) var new: [Entry] = []
    /// Decisions that conflict with the new document.
    package internal(set) var contradictions: [Entry] = []
    /// Operations and credentials that only the old document has.
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
