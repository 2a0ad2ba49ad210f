import GeneratorYAML

/// Reads the members of one object of the spec and reports unknown members.
struct ObjectReader {
    /// The name of the kind of object in diagnostics, such as "an operation".
    let what: String
    let node: Node
    let place: Place
    let diagnostics: Diagnostics
    private let mapping: Mapping
    /// Every name that has been looked up, whether the object has it or not. The spelling of unknown members is compared with them.
    private var names: [String] = []
    /// For each entry of the mapping, whether it has been read or ignored.
    private var isKnown: [Bool]
    /// `true` if the object has any extension (`x-`).
    private let hasExtensions: Bool

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
        isKnown = [Bool](repeating: false, count: mapping.entries.count)
        hasExtensions = mapping.entries.contains { $0.key.utf8.starts(with: "x-".utf8) }
        // About as many names are looked up in a schema.
        names.reserveCapacity(80)
    }

    var location: SourceLocation { node.location }

    mutating func node(_ name: String) -> Node? {
        if !hasExtensions, name.hasPrefix("x-") { return nil }
        names.append(name)
        guard let position = mapping.position(of: name) else { return nil }
        isKnown[position] = true
        return mapping.entries[position].value
    }

    /// Returns `true` if the object has any of the members. If not, the caller need not look them up one by one.
    mutating func hasAny(of names: Set<String>) -> Bool {
        if mapping.entries.contains(where: { names.contains($0.key) }) { return true }
        self.names += names
        return false
    }

    mutating func requiredNode(_ name: String) -> Node? {
        let node = node(name)
        if node == nil { diagnostics.error(at: location, "\(what) needs \"\(name)\"") }
        return node
    }

    mutating func string(_ name: String) -> String? {
        guard let node = node(name), !isLeftOutAsNull(node, name, remedy: "write a string or remove it") else { return nil }
        return text(of: node, name)
    }

    mutating func requiredString(_ name: String) -> String? {
        guard let node = requiredNode(name) else { return nil }
        if node.scalar?.value == .null {
            diagnostics.error(at: node.location, "\"\(name)\" of \(what) is empty; write a string")
            return nil
        }
        return text(of: node, name)
    }

    private func text(of node: Node, _ name: String) -> String? {
        if node.scalar == nil { diagnostics.error(at: node.location, "\"\(name)\" of \(what) must be a string") }
        return node.scalar?.text
    }

    mutating func bool(_ name: String) -> Bool? {
        guard let node = node(name), !isLeftOutAsNull(node, name, remedy: "write true or false, or remove it") else { return nil }
        switch node.scalar?.value {
        case .bool(let value): return value
        case .string("true"), .string("false"):
            reportString(node, name, mustBe: "true or false")
            return node.string == "true"
        default:
            diagnostics.error(at: node.location, "\"\(name)\" of \(what) must be true or false")
            return nil
        }
    }

    /// Reads a count: a non-negative whole number, which JSON may write as 5.0.
    mutating func count(_ name: String) -> Int? {
        let kind = "a whole number that is not negative"
        guard let node = node(name), !isLeftOutAsNull(node, name, remedy: "write \(kind), or remove it") else { return nil }
        guard let number = number(in: node, name, mustBe: kind), let whole = number.roundedDown, whole == number, whole >= .zero else {
            diagnostics.error(at: node.location, "\"\(name)\" of \(what) must be \(kind)")
            return nil
        }
        guard let integer = whole.integer else {
            diagnostics.flaw(
                at: node.location, "\"\(name)\" of \(what) must be at most \(Int64.max)", otherwise: "it is not checked",
                remedy: "remove it",
                about: .constraint)
            return nil
        }
        return Int(integer)
    }

    mutating func number(_ name: String) -> Number? {
        guard let node = node(name), !isLeftOutAsNull(node, name, remedy: "write a number or remove it") else { return nil }
        let number = number(in: node, name, mustBe: "a number")
        if number == nil { diagnostics.error(at: node.location, "\"\(name)\" of \(what) must be a number") }
        return number
    }

    private func number(in node: Node, _ name: String, mustBe kind: String) -> Number? {
        switch node.scalar?.value {
        case .integer(let value): return Number(text: String(value), integer: value)
        // Returns `nil` for infinity and NaN.
        case .decimal(let text): return Number(text: text)
        case .string(let text):
            guard let number = Int64(text).map({ Number(text: String($0), integer: $0) }) else { return nil }
            reportString(node, name, mustBe: kind)
            return number
        default: return nil
        }
    }

    mutating func list(_ name: String) -> [Node] {
        guard let node = node(name), !isLeftOutAsNull(node, name, remedy: "write a list or remove it") else { return [] }
        guard let elements = node.sequence else {
            diagnostics.error(at: node.location, "\"\(name)\" of \(what) must be a list")
            return []
        }
        return elements
    }

    mutating func strings(_ name: String) -> [String] { stringNodes(name).map(\.text) }

    /// Reads a list of strings with their locations.
    mutating func stringNodes(_ name: String) -> [(text: String, location: SourceLocation)] {
        let nodes = list(name)
        return nodes.compactMap { element in
            if let text = element.string { return (text, element.location) }
            guard let scalar = element.scalar, scalar.value != .null else {
                diagnostics.error(at: element.location, "\"\(name)\" of \(what) must be a list of strings")
                return nil
            }
            diagnostics.flaw(
                at: element.location, "\"\(name)\" of \(what) must be a list of strings", otherwise: "\(scalar.text) is read as one",
                remedy: "write it in quotation marks")
            return (scalar.text, element.location)
        }
    }

    /// Returns `true` for null, and reports it. Members without a value are left over from an editor or a template.
    private func isLeftOutAsNull(_ node: Node, _ name: String, remedy: String) -> Bool {
        guard node.scalar?.value == .null else { return false }
        diagnostics.flaw(at: node.location, "\"\(name)\" of \(what) is empty", otherwise: "it is ignored", remedy: remedy)
        return true
    }

    private func reportString(_ node: Node, _ name: String, mustBe kind: String) {
        diagnostics.flaw(
            at: node.location, "\"\(name)\" of \(what) must be \(kind)", otherwise: "the string is read as one",
            remedy: "remove the quotation marks")
    }

    /// Returns an extension of the generator if it has the form that it knows. Others use the same names for their own purposes.
    mutating func extensionNode(_ name: String, mustBe kind: String, if fits: (Node) -> Bool) -> Node? {
        guard let node = node(name) else { return nil }
        guard !fits(node) else { return node }
        diagnostics.flaw(
            at: node.location, "\(name) must be \(kind)", otherwise: "it is ignored, as someone else's extension",
            remedy: "write it so, or remove it")
        return nil
    }

    /// Reads an extension of the generator that is a string.
    mutating func extensionString(_ name: String) -> String? {
        extensionNode(name, mustBe: "a string") { $0.scalar.map { $0.value != .null } ?? false }?.scalar?.text
    }

    /// Reads a required member of one of the generator's extensions.
    mutating func extensionMember(_ name: String) -> String? {
        guard node(name) != nil else {
            reportMissing(name)
            return nil
        }
        return extensionString(name)
    }

    /// Reports that one of the generator's extensions lacks a required member.
    func reportMissing(_ name: String) {
        diagnostics.flaw(
            at: location, "\(what) needs \"\(name)\"", otherwise: "it is ignored, as someone else's extension",
            remedy: "add it, or remove \(what)")
    }

    /// Reads an extension of the generator that is a Boolean.
    mutating func extensionBool(_ name: String) -> Bool? {
        guard case .bool(let value) = extensionNode(name, mustBe: "true or false", if: { $0.scalar?.value.isBool == true })?.scalar?.value
        else { return nil }
        return value
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
        guard let node = node(name), !isLeftOutAsNull(node, name, remedy: "write a mapping or remove it") else { return [] }
        guard let mapping = node.mapping else {
            diagnostics.error(at: node.location, "\"\(name)\" of \(what) must be a mapping")
            return []
        }
        return mapping.entries
    }

    /// Marks members as known although nothing reads them.
    mutating func ignore(_ names: String...) {
        for name in names { _ = node(name) }
    }

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
        for (entry, isKnown) in zip(mapping.entries, isKnown) where !isKnown && !entry.key.hasPrefix("x-") {
            let suggestion = names.min { (distance($0, entry.key), $0) < (distance($1, entry.key), $1) }
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
