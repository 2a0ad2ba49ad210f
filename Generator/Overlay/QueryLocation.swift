import GeneratorYAML

/// Finds the characters of a query in the text of the overlay.
struct QueryLocation {
    private let start: SourceLocation
    /// The rest of the line from the location of the query on.
    private let rest: [Unicode.Scalar]

    /// Scans the source, so it is for errors only.
    init(of start: SourceLocation, in source: [UInt8]) {
        self.start = start
        var line = 1
        var position = 0
        while position < source.count, line < start.line {
            let isReturnAlone = source[position] == 0x0D && !(position + 1 < source.count && source[position + 1] == 0x0A)
            if source[position] == 0x0A || isReturnAlone { line += 1 }
            position += 1
        }
        if line == 1, source.starts(with: [0xEF, 0xBB, 0xBF]) { position += 3 }
        let end = source[position...].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? source.count
        rest = Array(String(decoding: source[position..<end], as: UTF8.self).unicodeScalars.dropFirst(start.column - 1))
    }

    /// Returns the location of a character of the query. Returns `nil` if what precedes it is not written literally, such as with escapes
    /// or on several lines.
    func location(of offset: Int, in query: String) -> SourceLocation? {
        let isQuoted = rest.first == "'" || rest.first == "\""
        let text = rest.dropFirst(isQuoted ? 1 : 0)
        guard text.starts(with: query.unicodeScalars.prefix(offset)) else { return nil }
        var location = start
        location.column += offset + (isQuoted ? 1 : 0)
        return location
    }
}
