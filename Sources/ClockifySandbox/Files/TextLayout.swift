/// Lays tables out in lines of text.
enum TextLayout {
    /// Cells that are longer continue in the next line.
    private static let widest = 48

    static func lines(of table: FileTable) -> [String] {
        let rows = table.lines
        let widths = table.columns.indices.map { column in
            min(widest, max(1, rows.map { $0.indices.contains(column) ? $0[column].count : 0 }.max() ?? 1))
        }
        var lines = [table.title, ""]
        for (index, row) in rows.enumerated() {
            let cells = zip(row, widths).map { pieces(of: $0, $1) }
            for number in 0..<(cells.map(\.count).max() ?? 0) {
                let line = zip(cells, widths).map { cell, width in
                    let piece = cell.indices.contains(number) ? cell[number] : ""
                    return piece + String(repeating: " ", count: width - piece.count)
                }
                lines.append(line.joined(separator: "  "))
            }
            if index == 0 { lines.append(widths.map { String(repeating: "-", count: $0) }.joined(separator: "  ")) }
        }
        return lines
    }

    private static func pieces(of text: String, _ width: Int) -> [String] {
        var rest = text[...]
        var pieces: [String] = []
        repeat {
            pieces.append(String(rest.prefix(width)))
            rest = rest.dropFirst(width)
        } while !rest.isEmpty
        return pieces
    }
}
