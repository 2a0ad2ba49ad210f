/// Finds types that would contain themselves, or too many others within each other, and boxes a reference.
struct Recursion {
    private var declarations: [String: TypeDeclaration]
    /// The types that are being visited, and those that have been visited.
    private var states: [String: State] = [:]

    private enum State {
        case open
        /// Visited. Values have `depth` levels of types within each other that are not boxed.
        case closed(depth: Int)
    }

    /// The most levels of types that are stored within each other.
    ///
    /// The compiler copies and destroys a value member by member through all levels, so that a chain of types that contain each other costs
    /// the square of its length.
    private static let deepest = 8

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
                    states[step.name] = .closed(depth: limitedDepth(of: step.name))
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

    /// Boxes the contents of a visited type that are too deep. Returns the depth of what is left.
    private mutating func limitedDepth(of name: String) -> Int {
        var depth = 1
        for content in contents(of: name) {
            guard case .closed(let inner) = states[content] else { continue }
            if inner >= Recursion.deepest { box(content, in: name) } else { depth = max(depth, inner + 1) }
        }
        if case .union(let union) = declarations[name]?.kind, union.isRecursive { return 1 }
        return depth
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
