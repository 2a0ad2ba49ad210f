import GeneratorYAML

/// The kinds of nodes that overlays distinguish.
enum NodeKind {
    case object, array, primitive

    /// The kind with its article, for messages.
    var name: String {
        switch self {
        case .object: "an object"
        case .array: "an array"
        case .primitive: "a primitive value"
        }
    }
}

extension Node {
    var kind: NodeKind {
        switch content {
        case .mapping: .object
        case .sequence: .array
        case .scalar: .primitive
        }
    }

    /// The number of nodes, counted like `YAMLLimits.nodes`, and of collection levels. The recursion is as deep as the tree, whose depth is
    /// limited.
    var size: (nodes: Int, height: Int) {
        var nodes = 1
        var height = 0
        switch content {
        case .scalar(let scalar): nodes += scalar.text.utf8.count / 64
        case .sequence(let items):
            height = 1
            for item in items {
                let size = item.size
                nodes += size.nodes
                height = max(height, size.height + 1)
            }
        case .mapping(let mapping):
            height = 1
            for entry in mapping.entries {
                let size = entry.value.size
                nodes += size.nodes + 1 + entry.key.utf8.count / 64
                height = max(height, size.height + 1)
            }
        }
        return (nodes, height)
    }
}
