/// Finds types that would contain themselves and puts a box where they do.
enum Recursion {
    static func `break`(in declarations: inout [String: TypeDeclaration]) {
        for name in declarations.keys.sorted() {
            guard case .union(var union) = declarations[name]?.kind else { continue }
            union.isRecursive = reaches(name, from: union.alternatives.map(\.type), in: declarations)
            declarations[name]?.kind = .union(union)
        }
        for name in declarations.keys.sorted() {
            guard case .structure(var structure) = declarations[name]?.kind else { continue }
            for index in structure.properties.indices {
                let type = structure.properties[index].type
                guard reaches(name, from: [type], in: declarations) else { continue }
                structure.properties[index].type = boxed(type)
            }
            declarations[name]?.kind = .structure(structure)
        }
    }

    /// Whether a value of one of the types has a value of the type `name` in itself; lists and boxes keep theirs elsewhere.
    private static func reaches(_ name: String, from types: [TypeReference], in declarations: [String: TypeDeclaration]) -> Bool {
        var pending = types.compactMap(inline)
        var seen: Set<String> = []
        while let next = pending.popLast() {
            if next == name { return true }
            guard seen.insert(next).inserted else { continue }
            switch declarations[next]?.kind {
            case .structure(let structure): pending += structure.properties.compactMap { inline($0.type) }
            case .union(let union) where !union.isRecursive: pending += union.alternatives.compactMap { inline($0.type) }
            default: break
            }
        }
        return false
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
