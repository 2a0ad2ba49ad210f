/// The models in the generated Swift files, without the operations.
struct GeneratedModels {
    /// Returns the enclosing type of all models, with the types that distinguish identifiers and units.
    static func root(of files: [String]) -> String {
        var kinds: [String] = []
        for text in files {
            for name in ["IdentifierKinds", "UnitKinds"] {
                let lines = text.split(separator: "\n").drop { $0 != "    public enum \(name) {" }
                kinds += lines.prefix { $0 != "    }" }.map(String.init)
                if !lines.isEmpty { kinds.append("    }") }
            }
        }
        // The runtime has the protocols of units.
        let imports: [String] = kinds.isEmpty ? [] : ["import ClockifyRuntime", ""]
        let lines: [String] = imports + ["public enum Clockify {"] + kinds + ["}"]
        return lines.joined(separator: "\n") + "\n"
    }

    /// The lines of a file that contain models: every `extension Clockify { … }`.
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

    /// The unmodified models as a source file.
    var source: String { "import ClockifyRuntime\nimport Foundation\n\n" + lines.joined(separator: "\n") + "\n" }
}
