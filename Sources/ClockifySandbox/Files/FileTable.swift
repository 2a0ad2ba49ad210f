import Foundation

/// The rows of an exported file.
struct FileTable: Sendable {
    enum Cell: Sendable, Equatable {
        case text(String)
        case number(Double, fractionDigits: Int)

        /// The value as text, with a dot before the fraction in every locale.
        var text: String {
            switch self {
            case .text(let text): text
            case .number(let number, let digits): String(format: "%.\(digits)f", number)
            }
        }
    }

    let title: String
    let columns: [String]
    let rows: [[Cell]]

    /// The column names followed by the rows, as text.
    var lines: [[String]] { [columns] + rows.map { $0.map(\.text) } }
}
