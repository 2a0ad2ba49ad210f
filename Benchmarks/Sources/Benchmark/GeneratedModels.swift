/// The models of generated Swift files, without the operations.
struct GeneratedModels {
    /// The type in which all models are.
    static let root = "public enum Clockify {}\n"

    /// The lines of a file that are models: all `extension Clockify { … }`.
    let lines: [Substring]

    init(file text: String) {
        var lines: [Substring] = []
        var isInside = false
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            if line == "extension Clockify {" { isInside = true }
            if isInside { lines.append(line) }
            if line == "}" { isInside = false }
        }
        self.lines = lines
    }

    /// The models as they are.
    var source: String { "import ClockifyRuntime\nimport Foundation\n\n" + lines.joined(separator: "\n") + "\n" }
}
