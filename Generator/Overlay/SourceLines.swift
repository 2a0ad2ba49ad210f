import GeneratorYAML

/// The text of an overlay by lines, for finding the characters of a query in it.
final class SourceLines {
    private let source: [UInt8]
    /// The offset of the first byte of each line. Only errors need it.
    private lazy var starts = SourceLines.starts(in: source)
    /// The columns in which a query is looked for. Lines are as long as their author likes, and each error would scan one.
    private static let lastColumn = 10_000

    init(_ source: [UInt8]) { self.source = source }

    private static func starts(in source: [UInt8]) -> [Int] {
        var starts = [source.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0]
        for (position, byte) in source.enumerated() {
            let isReturnAlone = byte == 0x0D && !(position + 1 < source.count && source[position + 1] == 0x0A)
            if byte == 0x0A || isReturnAlone { starts.append(position + 1) }
        }
        return starts
    }

    /// Returns the location of a character of a query. Returns `nil` if what precedes it is not written literally, such as with escapes or on
    /// several lines, or if it is far to the right.
    ///
    /// - Parameters:
    ///   - offset: The character's offset in the query.
    ///   - start: The location of the query, which may begin with a quote.
    func location(of offset: Int, in query: String, at start: SourceLocation) -> SourceLocation? {
        guard starts.indices.contains(start.line - 1), start.column + offset < Self.lastColumn else { return nil }
        // A scalar has at most four bytes, and one more is for the quote.
        let bytes = source[starts[start.line - 1]...].prefix(4 * (start.column + offset + 1)).prefix { $0 != 0x0A && $0 != 0x0D }
        let rest = String(decoding: bytes, as: UTF8.self).unicodeScalars.dropFirst(start.column - 1)
        let isQuoted = rest.first == "'" || rest.first == "\""
        guard rest.dropFirst(isQuoted ? 1 : 0).starts(with: query.unicodeScalars.prefix(offset)) else { return nil }
        var location = start
        location.column += offset + (isQuoted ? 1 : 0)
        return location
    }
}
