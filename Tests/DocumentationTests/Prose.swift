import Foundation

/// Compares texts of the page and the spec independently of their line breaks and links.
enum Prose {
    /// Returns the text without white space and with uniform links.
    static func normalized(_ text: String) -> String {
        let text = text.replacingOccurrences(of: "https://docs.clockify.me/#", with: "#")
        return String(String.UnicodeScalarView(text.unicodeScalars.filter { !$0.properties.isWhitespace }))
    }

    static func isEqual(_ left: String, _ right: String) -> Bool { normalized(left) == normalized(right) }

    static func contains(_ part: String, in texts: [String]) -> Bool {
        texts.contains { normalized($0).contains(normalized(part)) }
    }
}
