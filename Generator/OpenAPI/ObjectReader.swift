import GeneratorYAML

/// Reads the members of one object of the spec and reports unknown members.
struct ObjectReader {
    /// The name of the kind of object in diagnostics, such as "an operation".
    let what: String
    let node: Node
    let place: Place
    let diagnostics: Diagnostics
    private let mapping: Mapping
    /// The members that have been read or ignored. A list is cheaper than a set here, because objects are small.
    private var known: [String] = []

    /// Returns `nil` and reports a diagnostic if `node` is not a mapping.
    init?(_ node: Node, at place: Place, what: String, diagnostics: Diagnostics) {
        guard let mapping = node.mapping else {
            diagnostics.error(at: node.location, "\(what) must be a mapping of names to values")
            return nil
        }
        self.what = what
        self.node = node
        self.place = place
        self.diagnostics = diagnostics
        self.mapping = mapping
    }

    var location: SourceLocation { node.location }

    mutating func node(_ name: String) -> Node? {
        known.append(name)
        return mapping[name]
    }

    mutating func requiredNode(_ name: String) -> Node? {
        let node = node(name)
        if node == nil { diagnostics.error(at: location, "\(what) needs \"\(name)\"") }
        return node
    }

    mutating func string(_ name: String) -> String? {
        guard let node = node(name) else { return nil }
        guard let scalar = node.scalar else {
            diagnostics.error(at: node.location, "\"\(name)\" of \(what) must be a string")
            return nil
        }
        if case .null = scalar.value {
            diagnostics.error(at: node.location, "\"\(name)\" of \(what) is empty; write a string or remove it")
            return nil
        }
        return scalar.text
    }

    mutating func requiredString(_ name: String) -> String? {
        requiredNode(name) == nil ? nil : string(name)
    }

    mutating func bool(_ name: String) -> Bool? {
        guard let node = node(name) else { return nil }
        guard case .bool(let value) = node.scalar?.value else {
            diagnostics.error(at: node.location, "\"\(name)\" of \(what) must be true or false")
            return nil
        }
        return value
    }

    /// Reads a count: a non-negative whole number, which JSON may write as 5.0.
    mutating func count(_ name: String) -> Int? {
        guard let node = node(name) else { return nil }
        guard let number = ObjectReader.number(in: node), let whole = number.roundedDown, whole == number, whole >= .zero else {
            diagnostics.error(at: node.location, "\"\(name)\" of \(what) must be a whole number that is not negative")
            return nil
        }
        guard let integer = whole.integer else {
            diagnostics.error(at: node.location, "\"\(name)\" of \(what) must be at most \(Int64.max)")
            return nil
        }
        return Int(integer)
    }

    mutating func number(_ name: String) -> Number? {
        guard let node = node(name) else { return nil }
        let number = ObjectReader.number(in: node)
        if number == nil { diagnostics.error(at: node.location, "\"\(name)\" of \(what) must be a number") }
        return number
    }

    private static func number(in node: Node) -> Number? {
        switch node.scalar?.value {
        case .integer(let value): Number(text: String(value), integer: value)
        // Returns `nil` for infinity and NaN.
        case .decimal(let text): Number(text: text)
        default: nil
        }
    }

    mutating func list(_ name: String) -> [Node] {
        guard let node = node(name) else { return [] }
        guard let elements = node.sequence else {
            diagnostics.error(at: node.location, "\"\(name)\" of \(what) must be a list")
            return []
        }
        return elements
    }

    mutating func strings(_ name: String) -> [String] {
        list(name).compactMap { element in
            if element.string == nil { diagnostics.error(at: element.location, "\"\(name)\" of \(what) must be a list of strings") }
            return element.string
        }
    }

    /// Reads a list of names in which none occurs twice.
    mutating func order(_ name: String) -> [String] {
        let names = strings(name)
        var seen: Set<String> = []
        for (index, text) in names.enumerated() where !seen.insert(text).inserted {
            let location = node(name)?.sequence?[index].location ?? location
            diagnostics.error(at: location, "\"\(name)\" lists \"\(text)\" twice")
        }
        return names
    }

    mutating func entries(_ name: String) -> [Mapping.Entry] {
        guard let node = node(name) else { return [] }
        guard let mapping = node.mapping else {
            diagnostics.error(at: node.location, "\"\(name)\" of \(what) must be a mapping")
            return []
        }
        return mapping.entries
    }

    /// Marks members as known although nothing reads them.
    mutating func ignore(_ names: String...) { known += names }

    /// Rejects the member `name`, if present, with a reason.
    mutating func refuse(_ name: String, _ reason: String) {
        if let node = node(name) { diagnostics.error(at: node.location, "\"\(name)\" \(reason)") }
    }

    /// Reports the member `name`, if present, as a flaw.
    mutating func leaveOut(_ name: String, _ reason: String, otherwise: String, remedy: String) {
        guard let node = node(name) else { return }
        diagnostics.flaw(at: node.location, "\"\(name)\" \(reason)", otherwise: otherwise, remedy: remedy)
    }

    /// Reports the members that were neither read nor ignored. Extensions (`x-`) are always allowed.
    func finish() {
        for entry in mapping.entries where !known.contains(entry.key) && !entry.key.hasPrefix("x-") {
            let suggestion = known.min { (distance($0, entry.key), $0) < (distance($1, entry.key), $1) }
            let isMeant = suggestion.map { distance($0, entry.key) <= 2 } ?? false
            diagnostics.flaw(
                at: entry.keyLocation, "\"\(entry.key)\" is not a member of \(what)", otherwise: "it is ignored",
                remedy: isMeant ? "did you mean \"\(suggestion ?? "")\"?" : "remove it")
        }
    }
}

/// Returns the edit distance of two words, or 3 without computing it if their lengths differ by more than 2.
private func distance(_ left: String, _ right: String) -> Int {
    abs(left.utf8.count - right.utf8.count) <= 2 ? editDistance(left, right) : 3
}
