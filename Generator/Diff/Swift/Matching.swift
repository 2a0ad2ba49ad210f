import GeneratorSwiftAPI

/// Pairs what is the same in two lists: first what `key` says is the same, then, of what is left, what has the same name.
func pairs<Element, Key: Hashable>(
    _ old: [Element], _ new: [Element], by key: (Element) -> Key, name: (Element) -> String
) -> (matched: [(old: Int, new: Int)], removed: [Int], added: [Int]) {
    var matched: [(old: Int, new: Int)] = []
    var restOfOld: [Int] = []
    var places = Dictionary(new.indices.map { (key(new[$0]), $0) }) { first, _ in first }
    for index in old.indices {
        if let place = places.removeValue(forKey: key(old[index])) { matched.append((index, place)) } else { restOfOld.append(index) }
    }
    let taken = Set(matched.map(\.new))
    var names = Dictionary(new.indices.filter { !taken.contains($0) }.map { (name(new[$0]), $0) }) { first, _ in first }
    var removed: [Int] = []
    for index in restOfOld {
        if let place = names.removeValue(forKey: name(old[index])) { matched.append((index, place)) } else { removed.append(index) }
    }
    let known = Set(matched.map(\.new))
    return (matched.sorted { $0.old < $1.old }, removed, new.indices.filter { !known.contains($0) })
}

/// Arguments that say the same of a request, and those of one label.
func matched(_ old: [Method.Argument], _ new: [Method.Argument]) -> [(old: Method.Argument, new: Method.Argument)] {
    pairs(old, new, by: \.role.key, name: \.callName).matched.map { (old[$0.old], new[$0.new]) }
}

/// Properties of one member of the JSON, and those of one name.
func matched(_ old: [Property], _ new: [Property]) -> [(old: Property, new: Property)] {
    pairs(old, new, by: \.wireName, name: \.name).matched.map { (old[$0.old], new[$0.new]) }
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
    /// The length of the longest run that ends with each match, and the match before it there.
    var runs: [(length: Int, before: Int?)] = []
    for match in matched {
        let before = runs.indices.filter { matched[$0].new < match.new }.max { runs[$0].length < runs[$1].length }
        runs.append(((before.map { runs[$0].length } ?? 0) + 1, before))
    }
    var kept: Set<Int> = []
    var next = runs.indices.max { runs[$0].length < runs[$1].length }
    while let index = next {
        kept.insert(index)
        next = runs[index].before
    }
    return matched.indices.filter { !kept.contains($0) }.map { matched[$0].old }
}
