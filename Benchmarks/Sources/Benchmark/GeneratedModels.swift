/// The models in a generated Swift file, without the operations.
struct GeneratedModels {
    /// A declaration at the top level of the file.
    struct Block {
        /// Its first line without attributes: `extension Clockify.Tag: MemberwiseEquatable, MemberNaming {`.
        let head: Substring
        /// All its lines, with attributes.
        let lines: [Substring]
    }

    /// The extensions of the API's type, which declare the models.
    let declarations: [Block]
    /// The extensions of the models, by the model's name: how it is read and written, or the values of an enumeration.
    let extensions: [Substring: Block]

    /// - Parameter root: The API's type.
    init(file text: String, root: String) {
        var declarations: [Block] = []
        var extensions: [Substring: Block] = [:]
        for block in GeneratedModels.blocks(of: text) {
            if block.head == "extension \(root) {" {
                declarations.append(block)
            } else if block.head.hasPrefix("extension \(root)."), !block.head.hasPrefix("extension \(root).Operations.") {
                let name = block.head.dropFirst("extension \(root).".count).prefix { $0 != " " && $0 != ":" }
                extensions[name] = block
            }
        }
        self.declarations = declarations
        self.extensions = extensions
    }

    /// The unmodified models as a source file.
    var source: String {
        let blocks = declarations + extensions.sorted { $0.key < $1.key }.map(\.value)
        return "@_spi(Generated) import ClockifyRuntime\nimport Foundation\n\n"
            + blocks.map { $0.lines.joined(separator: "\n") }.joined(separator: "\n\n") + "\n"
    }

    /// Returns the enclosing type of all models, with the types that distinguish identifiers, enumerations and units.
    static func root(_ name: String, of files: [String]) -> String {
        let kinds = files.flatMap { text in
            ["IdentifierKinds", "EnumKinds", "UnitKinds"].flatMap { kind -> [Substring] in
                let lines = text.split(separator: "\n").drop { $0 != "    public enum \(kind) {" }
                return lines.prefix { $0 != "    }" } + lines.prefix(1).map { _ in "    }" }
            }
        }
        // The runtime has the protocols of units.
        return ((kinds.isEmpty ? [] : ["import ClockifyRuntime", ""]) + ["public enum \(name) {"] + kinds + ["}"]).joined(separator: "\n")
            + "\n"
    }

    private static func blocks(of text: String) -> [Block] {
        var blocks: [Block] = []
        var lines: [Substring] = []
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            if lines.isEmpty, line.isEmpty || line.hasPrefix("//") || line.hasPrefix("#") || line.contains("import ") { continue }
            lines.append(line)
            guard line == "}", let head = lines.first(where: { !$0.hasPrefix("@") && !$0.hasPrefix("///") }) else { continue }
            blocks.append(Block(head: head, lines: lines))
            lines = []
        }
        return blocks
    }
}
