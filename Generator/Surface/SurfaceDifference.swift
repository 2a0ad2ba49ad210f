/// How a listing that was committed differs from the surface as it is now.
public struct SurfaceDifference: Sendable, Equatable {
    /// Lines of the listing that no declaration has any more, in its order.
    public let removed: [String]
    /// Lines that the listing lacks, sorted.
    public let added: [String]
    /// Whether the text differs at all: also by order or doubles. How a checkout ends its lines does not matter.
    public let isStale: Bool

    public init(committed: String, current: Surface) {
        let committed = committed.replacing("\r\n", with: "\n")
        let old = committed.split(separator: "\n").map(String.init)
        let new = current.declarations.map(\.description)
        let (oldLines, newLines) = (Set(old), Set(new))
        removed = old.filter { !newLines.contains($0) }
        added = new.filter { !oldLines.contains($0) }
        isStale = committed != current.text
    }

    /// What goes and what comes, a line each, next to each other where they are of one type.
    public var lines: [String] {
        let marked = removed.map { (line: $0, mark: "- ") } + added.map { (line: $0, mark: "+ ") }
        let sorted = marked.sorted { ($0.line, $1.mark) < ($1.line, $0.mark) }
        return sorted.map { $0.mark + $0.line }
    }
}
