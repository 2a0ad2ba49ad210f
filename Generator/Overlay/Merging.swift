import GeneratorJSONPath
import GeneratorYAML

extension Node {
    /// Changes the mapping in place, if this is one. It has no other reference while it is changed, so that it is not copied.
    mutating func changeMapping<Failure: Error>(_ change: (inout Mapping) throws(Failure) -> Void) throws(Failure) {
        guard case .mapping(var mapping) = content else { return }
        content = .sequence([])
        defer { content = .mapping(mapping) }
        try change(&mapping)
    }

    /// Changes the items in place, if this is a sequence.
    mutating func changeItems<Failure: Error>(_ change: (inout [Node]) throws(Failure) -> Void) throws(Failure) {
        guard case .sequence(var items) = content else { return }
        content = .sequence([])
        defer { content = .sequence(items) }
        try change(&items)
    }

    /// Changes the node at a path in place: nothing else is copied if this is the only reference to the tree.
    mutating func change(
        at path: ArraySlice<PathComponent>, _ change: (inout Node) throws(MergeConflict) -> Void
    ) throws(MergeConflict) {
        switch path.first {
        case nil: try change(&self)
        case .name(let name):
            try changeMapping { (mapping) throws(MergeConflict) in
                guard let position = mapping.position(of: name) else { return }
                try mapping.withValue(at: position) { (node) throws(MergeConflict) in try node.change(at: path.dropFirst(), change) }
            }
        case .index(let index):
            try changeItems { (items) throws(MergeConflict) in
                guard items.indices.contains(index) else { return }
                try items[index].change(at: path.dropFirst(), change)
            }
        }
    }

    /// Merges an object into this one: objects merge, arrays are concatenated, and primitives are replaced. Any other pair is an error.
    mutating func merge(_ update: Node) throws(MergeConflict) {
        guard kind == update.kind else { throw MergeConflict(node: self, update: update) }
        switch update.content {
        case .scalar: self = update
        case .sequence(let items): append(items)
        case .mapping(let changes):
            try changeMapping { (mapping) throws(MergeConflict) in
                for entry in changes.entries {
                    if let position = mapping.position(of: entry.key) {
                        try mapping.withValue(at: position) { (node) throws(MergeConflict) in try node.merge(entry.value) }
                    } else {
                        mapping.append(entry)
                    }
                }
            }
        }
    }

    /// Adds items to an array.
    mutating func append(_ new: [Node]) { changeItems { $0 += new } }
}

/// Two values of kinds that do not merge.
struct MergeConflict: Error {
    let node: Node
    let update: Node

    /// - Parameter namingBoth: `true` if the message names the place of the update as well.
    func message(namingBoth: Bool) -> String {
        let place = namingBoth ? ", which is at \(update.location)," : ""
        return
            "\(update.kind.name)\(place) does not merge with \(node.kind.name), which is at \(node.location); to replace it, remove it first"
    }
}
