package import GeneratorYAML

/// One step of the way from the root of a document to a node.
package enum PathComponent: Hashable, Sendable {
    /// The name of a member of a mapping.
    case name(String)
    /// The position in a sequence, counted from 0.
    case index(Int)
}

/// A node that a query selects, with its location in the tree.
package struct LocatedNode: Sendable {
    package let node: Node
    private let trail: Trail?

    init(root: Node) {
        node = root
        trail = nil
    }

    private init(_ node: Node, trail: Trail) {
        self.node = node
        self.trail = trail
    }

    func child(_ component: PathComponent, _ node: Node) -> LocatedNode { LocatedNode(node, trail: Trail(component, after: trail)) }

    /// The names and indices that lead from the root to the node.
    package var path: [PathComponent] {
        var path: [PathComponent] = []
        var next = trail
        while let trail = next {
            path.append(trail.component)
            next = trail.previous
        }
        return path.reversed()
    }

    /// The normalized path (RFC 9535, 2.7), such as `$['paths']['/tags'][0]`.
    package var normalizedPath: String { path.reduce(into: "$") { $0 += $1.normalized } }
}

/// A path that shares its beginning with the paths of other nodes.
private final class Trail: Sendable {
    let component: PathComponent
    let previous: Trail?

    init(_ component: PathComponent, after previous: Trail?) {
        self.component = component
        self.previous = previous
    }
}

extension PathComponent {
    /// The component as part of a normalized path: `['name']` or `[0]`.
    package var normalized: String {
        switch self {
        case .index(let index): return "[\(index)]"
        case .name(let name):
            var text = "['"
            for scalar in name.unicodeScalars {
                switch scalar {
                case "'": text += "\\'"
                case "\\": text += "\\\\"
                case "\u{8}": text += "\\b"
                case "\t": text += "\\t"
                case "\n": text += "\\n"
                case "\u{C}": text += "\\f"
                case "\r": text += "\\r"
                case _ where scalar.value < 0x20:
                    text += "\\u00" + (scalar.value < 0x10 ? "0" : "") + String(scalar.value, radix: 16)
                default: text.unicodeScalars.append(scalar)
                }
            }
            return text + "']"
        }
    }
}
