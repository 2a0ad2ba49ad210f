/// What the latest changes replaced, so that the state before them can be restored. Its size is bounded.
struct Journal: Sendable {
    /// The number of changes that are kept.
    static let capacity = 100
    /// The number of entities that are kept for all changes together.
    static let totalSize = 100_000

    /// What was in the place of an entity: `nil` if there was none.
    struct Replacement: Sendable {
        let collection: EntityCollection
        let id: String
        let old: Entity?
        /// `true` if the replacement also added to the list of deletions.
        var isListed = false
    }

    /// The replacements of each change, oldest first. The first replacements may belong to no change that is kept.
    private var changes: [[Replacement]] = []
    /// The replacements of a call that has not ended.
    private var open: [Replacement] = []
    private var size = 0

    mutating func append(_ replacement: Replacement) { open.append(replacement) }

    /// Ends a call.
    ///
    /// - Parameter isChange: `true` if the client made the call to change something. Any other call may replace entities too, such as a
    ///   balance that accrues when it is listed. Its replacements count as a part of the previous change.
    mutating func endCall(isChange: Bool) {
        guard !open.isEmpty else { return }
        if isChange {
            changes.append(open)
        } else if !changes.isEmpty {
            changes[changes.count - 1] += open
        } else {
            open = []
            return
        }
        size += open.count
        open = []
        while changes.count > Self.capacity || size > Self.totalSize, let oldest = changes.first {
            size -= oldest.count
            changes.removeFirst()
        }
    }

    /// Returns what to put back to undo the latest changes, newest first. If fewer changes are kept, all of them are undone.
    func undoing(_ count: Int) -> [Replacement] { changes.suffix(count).reversed().flatMap { $0.reversed() } }
}
