/// Finds types that would contain themselves, or too many others within each other, and boxes a reference.
struct Recursion {
    private var declarations: [String: TypeDeclaration]
    /// The types that are being visited, and those that have been visited.
    private var states: [String: State] = [:]

    private enum State {
        case open
        /// Visited. A value stores `depth` levels of types inline, with `members` members in total.
        case closed(depth: Int, members: Int)
    }

    // The compiler copies and destroys a value member by member through all levels, and so does the code for each type that contains it. A
    // chain of types that contain each other costs the square of its length, and a tree of them more.

    /// The maximum number of levels of types that are stored inline.
    private static let mostLevels = 8

    /// The maximum number of members that a type stores inline, in addition to its own.
    private static let mostInnerMembers = 128

    /// Returns the types with boxes where one would contain itself, or more levels of other types than the compiler handles well.
    static func boxed(_ declarations: [String: TypeDeclaration]) -> [String: TypeDeclaration] {
        var recursion = Recursion(declarations: declarations)
        recursion.run()
        return recursion.declarations
    }

    private init(declarations: [String: TypeDeclaration]) { self.declarations = declarations }

    /// Traverses the types depth-first. A reference to a type on the current path closes a cycle and is boxed.
    private mutating func run() {
        for root in declarations.keys.sorted() where states[root] == nil {
            states[root] = .open
            var way = [(name: root, contents: contents(of: root), next: 0)]
            while let step = way.last {
                guard step.next < step.contents.count else {
                    states[step.name] = limited(step.name)
                    way.removeLast()
                    continue
                }
                way[way.count - 1].next += 1
                let content = step.contents[step.next]
                switch states[content] {
                case .open: box(content, in: step.name)
                case .closed: break
                case nil:
                    states[content] = .open
                    way.append((content, contents(of: content), 0))
                }
            }
        }
    }

    /// Boxes contents that are nested too deeply, then the largest ones until the rest has few enough members.
    private mutating func limited(_ name: String) -> State {
        var depth = 1
        var sizes: [String: Int] = [:]
        for content in contents(of: name) {
            guard case .closed(let inner, let members) = states[content] else { continue }
            if inner >= Recursion.mostLevels {
                box(content, in: name)
            } else {
                depth = max(depth, inner + 1)
                sizes[content, default: 0] += members
            }
        }
        var innerMembers = sizes.values.reduce(0, +)
        for (content, members) in sizes.sorted(by: { ($1.value, $0.key) < ($0.value, $1.key) })
        where innerMembers > Recursion.mostInnerMembers {
            box(content, in: name)
            innerMembers -= members
        }
        if case .union(let union) = declarations[name]?.kind, union.isRecursive { return .closed(depth: 1, members: 1) }
        return .closed(depth: depth, members: ownMembers(of: name) + innerMembers)
    }

    private func ownMembers(of name: String) -> Int {
        if case .structure(let structure) = declarations[name]?.kind { max(1, structure.properties.count) } else { 1 }
    }

    private mutating func box(_ content: String, in name: String) {
        switch declarations[name]?.kind {
        case .structure(var structure):
            for index in structure.properties.indices where Recursion.inline(structure.properties[index].type) == content {
                structure.properties[index].type = Recursion.boxed(structure.properties[index].type)
            }
            declarations[name]?.kind = .structure(structure)
        case .union(var union):
            union.isRecursive = true
            declarations[name]?.kind = .union(union)
        default: break
        }
    }

    /// Returns the declared types that a value stores inline. Lists and boxes store their contents elsewhere.
    private func contents(of name: String) -> [String] {
        switch declarations[name]?.kind {
        case .structure(let structure): structure.properties.compactMap { Recursion.inline($0.type) }
        case .union(let union): union.alternatives.compactMap { Recursion.inline($0.type) }
        case .answers(let answers): answers.cases.compactMap { $0.type.flatMap(Recursion.inline) }
        default: []
        }
    }

    private static func inline(_ type: TypeReference) -> String? {
        switch type {
        case .named(let name): name
        case .optional(let type), .nullable(let type): inline(type)
        default: nil
        }
    }

    private static func boxed(_ type: TypeReference) -> TypeReference {
        switch type {
        case .optional(let type): .optional(boxed(type))
        case .nullable(let type): .nullable(boxed(type))
        default: .indirect(type)
        }
    }
}
