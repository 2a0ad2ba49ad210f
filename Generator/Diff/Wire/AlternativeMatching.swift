import GeneratorOpenAPI

/// Maps the alternatives of one side to those of the other.
struct AlternativeMatching {
    private(set) var pairs: [(Int, Int)] = []
    private(set) var added: [Int] = []
    private(set) var removed: [Int] = []

    init(old: [Meaning.Alternative], new: [Meaning.Alternative], oldMeanings: Meanings, newMeanings: Meanings) {
        var left = Array(old.indices)
        var right = Array(new.indices)
        /// Pairs each left alternative with the first right alternative that has the same key.
        func match<Key: Hashable>(_ key: (Meaning.Alternative, Meanings) -> Key?) {
            var others: [Key: [Int]] = [:]
            for index in right.reversed() { if let key = key(new[index], newMeanings) { others[key, default: []].append(index) } }
            var (rest, taken): ([Int], Set<Int>) = ([], [])
            for index in left {
                if let key = key(old[index], oldMeanings), let other = others[key]?.popLast() {
                    pairs.append((index, other))
                    taken.insert(other)
                } else {
                    rest.append(index)
                }
            }
            left = rest
            right.removeAll(where: taken.contains)
        }
        match { alternative, _ in alternative.value }
        match { alternative, meanings in meanings.signature(of: alternative.schemas) }
        match { alternative, meanings in meanings.meaning(of: alternative.schemas).name }
        // Non-object alternatives correspond if their types are equal.
        match { alternative, meanings in
            let types = meanings.meaning(of: alternative.schemas).types
            return types == [.object] ? nil : types
        }
        matchObjects(&left, &right, { oldMeanings.meaning(of: old[$0].schemas) }, { newMeanings.meaning(of: new[$0].schemas) })
        pairs.sort { $0.0 < $1.0 }
        added = right
        removed = left
    }

    /// Pairs objects that share at least half of their members.
    private mutating func matchObjects(
        _ left: inout [Int], _ right: inout [Int], _ before: (Int) -> Meaning, _ after: (Int) -> Meaning
    ) {
        var members: [Int: Set<String>] = [:]
        var others: [String: ArraySlice<Int>] = [:]
        for index in right {
            let meaning = after(index)
            guard meaning.types == [.object] else { continue }
            members[index] = Set(meaning.members.keys)
            for name in meaning.members.keys { others[name, default: []].append(index) }
        }
        let memberless = right.filter { members[$0]?.isEmpty == true }
        var taken: Set<Int> = []
        left.removeAll { index in
            let meaning = before(index)
            guard meaning.types == [.object] else { return false }
            let names = meaning.members.keys.sorted { (others[$0]?.count ?? 0, $0) < (others[$1]?.count ?? 0, $1) }
            // An object that shares half of the names contains at least one name of any larger subset. The search uses the rarest
            // names, to examine few candidates.
            let lists = names.isEmpty ? [memberless[...]] : names.prefix(names.count / 2 + 1).compactMap { others[$0] }
            let same = lists.lazy.joined().first { other in
                guard let theirs = members[other], !taken.contains(other) else { return false }
                return theirs.count <= 2 * names.count && names.count { theirs.contains($0) } * 2 >= max(names.count, theirs.count)
            }
            guard let same else { return false }
            pairs.append((index, same))
            taken.insert(same)
            // Only paired candidates at the front are dropped. Those further back are skipped during the search.
            for name in members[same] ?? [] { others[name] = others[name]?.drop(while: taken.contains) }
            return true
        }
        right.removeAll(where: taken.contains)
    }
}
