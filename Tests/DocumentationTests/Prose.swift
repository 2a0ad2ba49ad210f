import Foundation

/// Texts as the page and the spec both have them, whatever their line breaks and links look like.
enum Prose {
    /// The same text without white space, and with links in one form.
    static func normalized(_ text: String) -> String {
        let text = text.replacingOccurrences(of: "https://docs.clockify.me/#", with: "#")
        return String(String.UnicodeScalarView(text.unicodeScalars.filter { !$0.properties.isWhitespace }))
    }

    static func isEqual(_ left: String, _ right: String) -> Bool { normalized(left) == normalized(right) }

    static func contains(_ part: String, in texts: [String]) -> Bool {
        texts.contains { normalized($0).contains(normalized(part)) }
    }
}
