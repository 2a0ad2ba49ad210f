/// An I-Regexp (RFC 9485) as a program that is run on all its states at once, in time linear in the text.
struct RegularExpression: Sendable {
    enum Instruction: Sendable {
        case scalar(Unicode.Scalar)
        /// Every character except line feed and carriage return.
        case any
        case set(ScalarSet)
        /// Continues only at the beginning of the text.
        case start
        /// Continues only at the end of the text.
        case end
        /// Continues at both distances.
        case split(Int, Int)
        /// Continues at a distance.
        case jump(Int)
    }

    /// Distances between instructions are relative, so that programs can be joined and repeated. The end of the program accepts.
    private let program: [Instruction]

    /// The number of instructions.
    var size: Int { program.count + 1 }

    /// The maximum number of instructions.
    static let limit = 10_000

    /// Compiles an expression. Returns `nil` if it is not a valid I-Regexp, in which case RFC 9535 has it match nothing.
    ///
    /// - Parameter offset: The offset in the query for the error if the expression is too large.
    static func compile(_ source: String, at offset: Int) throws(JSONPathError) -> RegularExpression? {
        var parser = RegularExpressionParser(source)
        do {
            return RegularExpression(program: try parser.parse())
        } catch {
            switch error {
            case .invalid: return nil
            case .tooLarge:
                throw JSONPathError(
                    at: offset,
                    "the regular expression has more than \(limit) states, with its repetitions written out, or nests too deeply")
            }
        }
    }

    /// Returns `true` if the expression matches the whole text, or a part of it.
    func matches(_ text: String, isWhole: Bool) -> Bool {
        var states = States(count: size)
        var next = States(count: size)
        var scalars = text.unicodeScalars.makeIterator()
        var following = scalars.next()
        follow(0, in: &states, isStart: true, isEnd: following == nil)
        while let scalar = following {
            if !isWhole, states.contains(program.count) { return true }
            following = scalars.next()
            next.removeAll()
            for position in states.members where position < program.count {
                let advances =
                    switch program[position] {
                    case .scalar(let expected): scalar == expected
                    case .any: scalar != "\n" && scalar != "\r"
                    case .set(let set): set.contains(scalar)
                    case .split, .jump, .start, .end: false
                    }
                if advances { follow(position + 1, in: &next, isStart: false, isEnd: following == nil) }
            }
            if !isWhole { follow(0, in: &next, isStart: false, isEnd: following == nil) }
            if next.members.isEmpty { return false }
            swap(&states, &next)
        }
        return states.contains(program.count)
    }

    /// Adds a state and all that are reached from it without a character.
    private func follow(_ first: Int, in states: inout States, isStart: Bool, isEnd: Bool) {
        var pending = [first]
        while let position = pending.popLast() {
            guard states.insert(position), position < program.count else { continue }
            switch program[position] {
            case .split(let first, let second):
                pending.append(position + second)
                pending.append(position + first)
            case .jump(let distance): pending.append(position + distance)
            case .start: if isStart { pending.append(position + 1) }
            case .end: if isEnd { pending.append(position + 1) }
            case .scalar, .any, .set: break
            }
        }
    }

    /// A set of states that is emptied without touching each.
    private struct States {
        private(set) var members: [Int] = []
        private var generations: [Int]
        private var generation = 1

        init(count: Int) { generations = Array(repeating: 0, count: count) }

        func contains(_ state: Int) -> Bool { generations[state] == generation }

        /// Returns `false` if the state is already a member.
        mutating func insert(_ state: Int) -> Bool {
            guard generations[state] != generation else { return false }
            generations[state] = generation
            members.append(state)
            return true
        }

        mutating func removeAll() {
            generation += 1
            members.removeAll(keepingCapacity: true)
        }
    }
}
