import GeneratorJSONPath
import GeneratorYAML

/// The nodes that one action removes, as a tree of their paths, so that each collection is rebuilt once.
final class Removal {
    private var isRemoved = false
    private var children: [PathComponent: Removal] = [:]

    init(_ paths: [[PathComponent]]) {
        for path in paths {
            var node = self
            for component in path {
                // Removed along with a node around it.
                if node.isRemoved { break }
                if let next = node.children[component] {
                    node = next
                } else {
                    let next = Removal([])
                    node.children[component] = next
                    node = next
                }
            }
            node.isRemoved = true
        }
    }

    func apply(to node: inout Node) {
        node.changeMapping { mapping in
            var removed: Set<Int> = []
            for (component, child) in children {
                guard case .name(let name) = component, let position = mapping.position(of: name) else { continue }
                if child.isRemoved { removed.insert(position) } else { mapping.withValue(at: position) { child.apply(to: &$0) } }
            }
            mapping.remove(at: removed)
        }
        node.changeItems { items in
            var removed: Set<Int> = []
            for (component, child) in children {
                guard case .index(let index) = component, items.indices.contains(index) else { continue }
                if child.isRemoved { removed.insert(index) } else { child.apply(to: &items[index]) }
            }
            if !removed.isEmpty { items = items.enumerated().filter { !removed.contains($0.offset) }.map(\.element) }
        }
    }
}
