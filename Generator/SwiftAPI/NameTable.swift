/// Gives every name once.
struct NameTable {
    private var taken: Set<String>
    /// The number to try next for a name that is taken.
    private var numbers: [String: Int] = [:]

    init(reserved: Set<String> = []) { taken = reserved }

    /// Whether `name` was free; it is taken now.
    mutating func claim(_ name: String) -> Bool { taken.insert(name).inserted }

    /// `name`, or `name2`, `name3`… when it is taken.
    mutating func unique(_ name: String) -> String {
        if claim(name) { return name }
        var number = numbers[name] ?? 2
        while !claim(name + String(number)) { number += 1 }
        numbers[name] = number + 1
        return name + String(number)
    }

    /// A name for each text. Texts that are names already keep theirs, whatever comes before them.
    mutating func unique(_ texts: [String], _ name: (String) -> String) -> [String] {
        var names: [String?] = texts.map { text in name(text) == text && claim(text) ? text : nil }
        for index in names.indices where names[index] == nil { names[index] = unique(name(texts[index])) }
        return names.compactMap { $0 }
    }
}
