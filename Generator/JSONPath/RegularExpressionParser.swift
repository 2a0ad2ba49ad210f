/// Compiles the text of an I-Regexp (RFC 9485, 3) to instructions.
struct RegularExpressionParser {
    enum Problem: Error {
        case invalid
        case tooLarge
    }

    private typealias Program = [RegularExpression.Instruction]

    private let scalars: [Unicode.Scalar]
    private var position = 0
    private var depth = 0
    private static let deepest = 100

    init(_ source: String) { scalars = Array(source.unicodeScalars) }

    mutating func parse() throws(Problem) -> [RegularExpression.Instruction] {
        guard scalars.count <= RegularExpression.limit else { throw .tooLarge }
        let program = try parseAlternatives()
        guard position == scalars.count else { throw .invalid }
        return program
    }

    private var peek: Unicode.Scalar? { position < scalars.count ? scalars[position] : nil }

    private mutating func take(_ scalar: Unicode.Scalar) -> Bool {
        guard peek == scalar else { return false }
        position += 1
        return true
    }

    private mutating func parseAlternatives() throws(Problem) -> Program {
        var branches = [try parseBranch()]
        while take("|") { branches.append(try parseBranch()) }
        // Built from the last branch on, in one pass: each is a split to itself and to what follows, and jumps to the end.
        guard branches.count > 1 else { return branches[0] }
        let total = branches.reduce(0) { $0 + $1.count } + 2 * (branches.count - 1)
        guard total <= RegularExpression.limit else { throw .tooLarge }
        var program: Program = []
        for (index, branch) in branches.enumerated() {
            guard index < branches.count - 1 else {
                program += branch
                break
            }
            program.append(.split(1, branch.count + 2))
            program += branch
            program.append(.jump(total - program.count))
        }
        return program
    }

    private mutating func parseBranch() throws(Problem) -> Program {
        var program: Program = []
        while let scalar = peek, scalar != "|", scalar != ")" {
            let atom = try parseAtom(scalar)
            program += try parseQuantifier(of: atom)
            guard program.count <= RegularExpression.limit else { throw .tooLarge }
        }
        return program
    }

    private mutating func parseAtom(_ scalar: Unicode.Scalar) throws(Problem) -> Program {
        switch scalar {
        case "(":
            guard depth < Self.deepest else { throw .tooLarge }
            depth += 1
            position += 1
            let group = try parseAlternatives()
            guard take(")") else { throw .invalid }
            depth -= 1
            return group
        case ".":
            position += 1
            return [.any]
        case "[":
            position += 1
            return [.set(try parseSet())]
        case "\\":
            if let category = try parseCategory() { return [.set(ScalarSet(elements: [category]))] }
            return [.scalar(try parseEscape())]
        // The grammar of RFC 9485 takes both for ordinary characters. The compliance test suite of JSONPath, and the regular expressions
        // that people know, take them for anchors.
        case "^":
            position += 1
            return [.start]
        case "$":
            position += 1
            return [.end]
        case "*", "+", "?", "]", "{", "}": throw .invalid
        default:
            position += 1
            return [.scalar(scalar)]
        }
    }

    // MARK: Quantifiers

    private mutating func parseQuantifier(of atom: Program) throws(Problem) -> Program {
        if take("*") { return Self.repeated(atom) }
        if take("+") { return atom + Self.repeated(atom) }
        if take("?") { return Self.optional(atom) }
        guard take("{") else { return atom }
        guard let least = takeNumber() else { throw .invalid }
        var most: Int? = least
        if take(",") { most = takeNumber() }
        guard take("}") else { throw .invalid }
        if let most, most < least { throw .invalid }
        guard !atom.isEmpty else { return [] }
        let length = max(least, most ?? least + 1).multipliedReportingOverflow(by: atom.count + 1)
        guard !length.overflow, length.partialValue <= RegularExpression.limit else { throw .tooLarge }
        var program: Program = []
        for _ in 0..<least { program += atom }
        guard let most else { return program + Self.repeated(atom) }
        for _ in least..<most { program += Self.optional(atom) }
        return program
    }

    private static func repeated(_ atom: Program) -> Program {
        [.split(1, atom.count + 2)] + atom + [.jump(-atom.count - 1)]
    }

    private static func optional(_ atom: Program) -> Program { [.split(1, atom.count + 1)] + atom }

    /// Takes digits. A number beyond the limit of states is as good as any other.
    private mutating func takeNumber() -> Int? {
        var value: Int?
        while let scalar = peek, ("0"..."9").contains(scalar) {
            value = min((value ?? 0) * 10 + Int(scalar.value - 0x30), 1_000_000)
            position += 1
        }
        return value
    }

    // MARK: Classes

    /// Parses a class after its bracket. A hyphen stands for itself only at the beginning and the end.
    private mutating func parseSet() throws(Problem) -> ScalarSet {
        var set = ScalarSet(elements: [], isComplement: take("^"))
        if take("-") { set.elements.append(.range("-"..."-")) }
        while let scalar = peek, scalar != "]" {
            if scalar == "-" {
                guard !set.elements.isEmpty, position + 1 < scalars.count, scalars[position + 1] == "]" else { throw .invalid }
                position += 1
                set.elements.append(.range("-"..."-"))
                break
            }
            if let category = try parseCategory() {
                set.elements.append(category)
                continue
            }
            let first = try parseMember()
            guard peek == "-", position + 1 < scalars.count, scalars[position + 1] != "]" else {
                set.elements.append(.range(first...first))
                continue
            }
            position += 1
            let last = try parseMember()
            guard first <= last else { throw .invalid }
            set.elements.append(.range(first...last))
        }
        guard take("]"), !set.elements.isEmpty else { throw .invalid }
        return set
    }

    private mutating func parseMember() throws(Problem) -> Unicode.Scalar {
        guard let scalar = peek else { throw .invalid }
        switch scalar {
        case "\\": return try parseEscape()
        case "[", "]", "-": throw .invalid
        default:
            position += 1
            return scalar
        }
    }

    /// Parses `\p{…}` or `\P{…}`. Returns `nil` if there is another character.
    private mutating func parseCategory() throws(Problem) -> ScalarSet.Element? {
        guard peek == "\\", position + 2 < scalars.count, scalars[position + 1] == "p" || scalars[position + 1] == "P" else { return nil }
        let isComplement = scalars[position + 1] == "P"
        position += 2
        guard take("{") else { throw .invalid }
        var name = ""
        while let scalar = peek, scalar != "}", name.utf8.count < 3 {
            name.unicodeScalars.append(scalar)
            position += 1
        }
        guard take("}"), let categories = ScalarSet.categories(named: name) else { throw .invalid }
        return .category(categories, isComplement: isComplement)
    }

    private mutating func parseEscape() throws(Problem) -> Unicode.Scalar {
        guard position + 1 < scalars.count else { throw .invalid }
        let scalar = scalars[position + 1]
        position += 2
        switch scalar {
        case "n": return "\n"
        case "r": return "\r"
        case "t": return "\t"
        case "(", ")", "*", "+", "-", ".", "?", "[", "\\", "]", "^", "{", "|", "}": return scalar
        default: throw .invalid
        }
    }
}
