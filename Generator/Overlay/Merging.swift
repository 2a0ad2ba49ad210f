import GeneratorJSONPath
import GeneratorYAML

extension Node {
    /// Changes the node at a path in place: nothing else is copied if this is the only reference to the tree.
    mutating func change(
        at path: ArraySlice<PathComponent>, _ change: (inout Node) throws(MergeConflict) -> Void
    ) throws(MergeConflict) {
        guard let component = path.first else { return try change(&self) }
        switch (content, component) {
        case (.mapping(var mapping), .name(let name)):
            guard let position = mapping.position(of: name) else { return }
            content = .sequence([])  // so that the mapping has one reference
            defer { content = .mapping(mapping) }
            try mapping.withValue(at: position) { (node) throws(MergeConflict) in try node.change(at: path.dropFirst(), change) }
        case (.sequence(var items), .index(let index)):
            guard items.indices.contains(index) else { return }
            content = .sequence([])
            defer { content = .sequence(items) }
            try items[index].change(at: path.dropFirst(), change)
        default: return
        }
    }

    /// Merges an object into this one: objects merge, arrays are concatenated, and primitives are replaced. Any other pair is an error.
    mutating func merge(_ update: Node) throws(MergeConflict) {
        switch (content, update.content) {
        case (.mapping(var mapping), .mapping(let changes)):
            content = .sequence([])
            defer { content = .mapping(mapping) }
            for entry in changes.entries {
                if let position = mapping.position(of: entry.key) {
                    try mapping.withValue(at: position) { (node) throws(MergeConflict) in try node.merge(entry.value) }
                } else {
                    mapping.append(entry)
                }
            }
        case (.sequence, .sequence(let items)): append(items)
        case (.scalar, .scalar): self = update
        default: throw MergeConflict(node: self, update: update)
        }
    }

    /// Adds items to an array.
    mutating func append(_ new: [Node]) {
        guard case .sequence(var items) = content else { return }
        content = .sequence([])
        items += new
        content = .sequence(items)
    }
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
