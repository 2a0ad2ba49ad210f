/// Hands out each name at most once.
struct NameTable {
    private var taken: Set<String>
    /// The next number to try for a taken name.
    private var numbers: [String: Int] = [:]

    init(reserved: Set<String> = []) { taken = reserved }

    /// Claims `name`. Returns `true` if it was free.
    mutating func claim(_ name: String) -> Bool { taken.insert(name).inserted }

    /// Returns `name`, or `name2`, `name3`… if it is taken.
    mutating func unique(_ name: String) -> String {
        if claim(name) { return name }
        var number = numbers[name] ?? 2
        while !claim(name + String(number)) { number += 1 }
        numbers[name] = number + 1
        return name + String(number)
    }

    /// Returns a name for each text. Texts that are already valid names keep theirs, regardless of their position.
    mutating func unique(_ texts: [String], _ name: (String) -> String) -> [String] {
        var names: [String?] = texts.map { text in name(text) == text && claim(text) ? text : nil }
        for index in names.indices where names[index] == nil { names[index] = unique(name(texts[index])) }
        return names.compactMap { $0 }
    }
}
