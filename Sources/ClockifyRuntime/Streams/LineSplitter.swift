/// Splits bytes that arrive in pieces into lines, which end with a line feed, a carriage return, or both.
struct LineSplitter {
    /// The bytes of the line that is not complete yet.
    private var rest: [UInt8] = []
    /// `true` if the last byte was a carriage return, so that a line feed belongs to it.
    private var followsReturn = false
    /// `true` if a carriage return alone ends a line, too.
    private let splitsAtReturns: Bool

    init(splitsAtReturns: Bool) { self.splitsAtReturns = splitsAtReturns }

    /// The number of bytes of the incomplete line.
    var pendingCount: Int { rest.count }

    /// Returns the lines that a piece completes.
    mutating func lines(adding piece: [UInt8]) -> [[UInt8]] {
        var lines: [[UInt8]] = []
        var start = piece.startIndex
        for (index, byte) in piece.enumerated() {
            let isFeed = byte == UInt8(ascii: "\n")
            let isReturn = byte == UInt8(ascii: "\r") && splitsAtReturns
            if isFeed, followsReturn {
                start = index + 1
            } else if isFeed || isReturn {
                lines.append(rest + piece[start..<index])
                rest = []
                start = index + 1
            }
            followsReturn = isReturn
        }
        rest += piece[start...]
        return lines
    }

    /// Returns the last line, which nothing ends.
    mutating func finish() -> [UInt8] {
        defer { rest = [] }
        return rest
    }
}
