extension Array {
    /// Returns the elements in the order of their names. Elements without a listed name follow, in their own order.
    package func ordered(by names: [String], _ name: (Element) -> String) -> [Element] {
        guard !names.isEmpty else { return self }
        let positions = Dictionary(zip(names, names.indices)) { first, _ in first }
        let ranks = enumerated().map { (rank: positions[name($0.element)] ?? names.count, index: $0.offset) }
        return ranks.sorted { ($0.rank, $0.index) < ($1.rank, $1.index) }.map { self[$0.index] }
    }
}
