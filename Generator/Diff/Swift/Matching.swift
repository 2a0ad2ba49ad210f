import GeneratorSwiftAPI

/// Pairs equal elements of two lists: first by the first key, then the remaining ones by the next key.
func pairs<Element>(
    _ old: [Element], _ new: [Element], by keys: [(Element) -> String]
) -> (matched: [(old: Int, new: Int)], removed: [Int], added: [Int]) {
    var matched: [(old: Int, new: Int)] = []
    var (removed, added) = (Array(old.indices), Array(new.indices))
    for key in keys where !removed.isEmpty && !added.isEmpty {
        var places = Dictionary(added.map { (key(new[$0]), $0) }) { first, _ in first }
        let before = matched.count
        removed.removeAll { index in
            guard let place = places.removeValue(forKey: key(old[index])) else { return false }
            matched.append((index, place))
            return true
        }
        let taken = Set(matched[before...].map(\.new))
        added.removeAll(where: taken.contains)
    }
    return (matched.sorted { $0.old < $1.old }, removed, added)
}

/// Pairs arguments that set the same part of a request, then arguments with the same label.
func matched(_ old: [Method.Argument], _ new: [Method.Argument]) -> [(old: Method.Argument, new: Method.Argument)] {
    pairs(old, new, by: [\.role.key, \.callName]).matched.map { (old[$0.old], new[$0.new]) }
}

/// Pairs properties of the same JSON member, then properties with the same name.
func matched(_ old: [Property], _ new: [Property]) -> [(old: Property, new: Property)] {
    pairs(old, new, by: [\.wireName, \.name]).matched.map { (old[$0.old], new[$0.new]) }
}

extension Method.Argument {
    /// The name that identifies the argument in a call: its label, or `_` if it has none.
    var callName: String { label ?? "_" }
}

extension Method.Argument.Role {
    /// The part of the request that the argument sets, independent of its Swift form.
    var key: String {
        switch self {
        case .path(let name): "path \(name)"
        case .query(let name, _): "query \(name)"
        case .header(let name): "header \(name.lowercased())"
        case .cookie(let name): "cookie \(name)"
        case .body: "body"
        case .bodyFormat: "body format"
        case .file: "file"
        }
    }
}

/// Returns the old elements that moved relative to the other matches: those outside the longest increasing subsequence.
func moved(_ matched: [(old: Int, new: Int)]) -> [Int] {
    guard zip(matched, matched.dropFirst()).contains(where: { $0.new > $1.new }) else { return [] }
    /// The predecessor of each match in the longest increasing subsequence that ends with it.
    var before: [Int?] = []
    /// For each subsequence length, the end that the most matches can follow.
    var ends: [Int] = []
    for (index, match) in matched.enumerated() {
        let length = ends.partitioningIndex { matched[$0].new >= match.new }
        before.append(length > 0 ? ends[length - 1] : nil)
        if length == ends.count { ends.append(index) } else { ends[length] = index }
    }
    var kept: Set<Int> = []
    var next = ends.last
    while let index = next {
        kept.insert(index)
        next = before[index]
    }
    return matched.indices.filter { !kept.contains($0) }.map { matched[$0].old }
}

extension [Int] {
    /// Returns the index of the first element that satisfies the predicate, in a list where all such elements come last.
    fileprivate func partitioningIndex(where fits: (Int) -> Bool) -> Int {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if fits(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}

extension Array {
    /// Returns the elements that satisfy the predicate, and the others.
    func split(_ isFirst: (Element) -> Bool) -> ([Element], [Element]) { (filter(isFirst), filter { !isFirst($0) }) }
}
