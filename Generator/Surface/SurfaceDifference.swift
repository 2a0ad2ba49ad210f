/// The difference between a committed listing and the current surface.
package struct SurfaceDifference: Sendable, Equatable {
    /// The lines of the listing that no longer match a declaration, in the listing's order.
    package let removed: [String]
    /// The lines missing from the listing, sorted.
    package let added: [String]
    /// `true` if the text differs in any way, including order or duplicates. Line endings are ignored.
    package let isStale: Bool

    /// Compares a listing with the surface that it should show.
    ///
    /// - Parameter committed: The text of the listing.
    package init(committed: String, current: Surface) {
        let committed = committed.replacing("\r\n", with: "\n")
        let old = committed.split(separator: "\n").map(String.init)
        let new = current.declarations.map(\.description)
        let (oldLines, newLines) = (Set(old), Set(new))
        removed = old.filter { !newLines.contains($0) }
        added = new.filter { !oldLines.contains($0) }
        isStale = committed != current.text
    }

    /// The removed and added lines, sorted so that lines of the same type are adjacent.
    package var lines: [String] {
        let marked = removed.map { (line: $0, mark: "- ") } + added.map { (line: $0, mark: "+ ") }
        let sorted = marked.sorted { ($0.line, $1.mark) < ($1.line, $0.mark) }
        return sorted.map { $0.mark + $0.line }
    }
}
