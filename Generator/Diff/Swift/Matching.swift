import GeneratorSwiftAPI

/// Pairs what is the same in two lists: first what the first key says is the same, then, of what is left, what the next one does.
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

/// Arguments that say the same of a request, and those of one label.
func matched(_ old: [Method.Argument], _ new: [Method.Argument]) -> [(old: Method.Argument, new: Method.Argument)] {
    pairs(old, new, by: [\.role.key, \.callName]).matched.map { (old[$0.old], new[$0.new]) }
}

/// Properties of one member of the JSON, and those of one name.
func matched(_ old: [Property], _ new: [Property]) -> [(old: Property, new: Property)] {
    pairs(old, new, by: [\.wireName, \.name]).matched.map { (old[$0.old], new[$0.new]) }
}

extension Method.Argument {
    /// How a caller tells it: by its label, or that it has none.
    var callName: String { label ?? "_" }
}

extension Method.Argument.Role {
    /// What it says of a request, however it is written.
    var key: String {
        switch self {
        case .path(let name): "path \(name)"
        case .query(let name, _): "query \(name)"
        case .header(let name): "header \(name.lowercased())"
        case .cookie(let name): "cookie \(name)"
        case .body: "body"
        case .file: "file"
        }
    }
}

/// The old elements that stand elsewhere among the matches now: those outside of the longest run that keeps its order.
func moved(_ matched: [(old: Int, new: Int)]) -> [Int] {
    guard zip(matched, matched.dropFirst()).contains(where: { $0.new > $1.new }) else { return [] }
    /// The match before each in the longest run that ends with it.
    var before: [Int?] = []
    /// Of the runs of each length, the end that most can follow.
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
    /// Where the elements begin that fit, in a list that has them last.
    fileprivate func partitioningIndex(where fits: (Int) -> Bool) -> Int {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if fits(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
