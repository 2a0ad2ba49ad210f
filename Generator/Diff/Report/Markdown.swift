/// Text from a spec in Markdown.
enum Markdown {
    static func code(_ text: String) -> String {
        // A backtick inside a code span would end it.
        let quoted = printable(text).map { $0 == "|" ? "\\|" : $0 == "`" ? "'" : String($0) }.joined()
        return "`\(quoted)`"
    }

    /// Escapes text so that it contains no markup, table separators or mentions.
    static func escaped(_ text: String) -> String {
        printable(text).map { character in
            switch character {
            case "<": "&lt;"
            case ">": "&gt;"
            case "&": "&amp;"
            case "@": "&#64;"
            case "\\", "`", "*", "_", "[", "]", "|", "#", "~": "\\\(character)"
            default: String(character)
            }
        }.joined()
    }
}
