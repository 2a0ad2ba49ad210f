import GeneratorYAML

/// Runs a query, and counts the nodes that it visits.
struct Evaluation {
    let root: Node
    private let limit: Int
    private(set) var visits = 0
    /// The pattern that was compiled last, because a filter tests many nodes with the same one.
    var lastPattern: (source: String, expression: RegularExpression?)?

    init(root: Node, limit: Int) {
        self.root = root
        self.limit = limit
    }

    /// Counts visited nodes, or work of that cost.
    mutating func visit(_ count: Int = 1) throws(JSONPathError) {
        visits = visits.addingReportingOverflow(count).partialValue
        guard visits >= 0, visits <= limit else {
            visits = limit
            throw JSONPathError(
                at: 0, "the query visits more than \(limit) nodes of the document, which is the limit; name the way to what it selects")
        }
    }

    mutating func nodes(_ query: Query, from start: LocatedNode) throws(JSONPathError) -> [LocatedNode] {
        var nodes = [start]
        for segment in query.segments {
            if nodes.isEmpty { return [] }
            var selected: [LocatedNode] = []
            for node in nodes {
                if segment.isDescendant {
                    try selectDescendants(of: node, segment.selectors, into: &selected)
                } else {
                    for selector in segment.selectors { try select(selector, of: node, into: &selected) }
                }
            }
            nodes = selected
        }
        return nodes
    }

    /// Returns the node of a singular query; `nil` if it selects none.
    mutating func node(_ query: Query, from start: Node) throws(JSONPathError) -> Node? {
        var node = start
        for segment in query.segments {
            try visit()
            let next: Node? =
                switch segment.selectors[0] {
                case .name(let name): node.member(name)
                case .index(let index): node.sequence.flatMap { items in Self.position(index, in: items.count).map { items[$0] } }
                case .wildcard, .slice, .filter: nil
                }
            guard let next else { return nil }
            node = next
        }
        return node
    }

    /// Applies selectors to a node and every node below it, each before its children.
    private mutating func selectDescendants(
        of start: LocatedNode, _ selectors: [Selector], into selected: inout [LocatedNode]
    ) throws(JSONPathError) {
        var pending = [start]
        while let node = pending.popLast() {
            for selector in selectors { try select(selector, of: node, into: &selected) }
            // Nothing is selected from a scalar. Most nodes are scalars, so they are counted here.
            switch node.node.content {
            case .scalar: break
            case .sequence(let items):
                try visit(items.count)
                for index in items.indices.reversed() where items[index].isCollection {
                    pending.append(node.child(.index(index), items[index]))
                }
            case .mapping(let mapping):
                let entries = mapping.entries
                try visit(entries.count)
                for position in entries.indices.reversed() where entries[position].value.isCollection {
                    pending.append(node.child(.name(entries[position].key), entries[position].value))
                }
            }
        }
    }

    private mutating func select(
        _ selector: Selector, of parent: LocatedNode, into selected: inout [LocatedNode]
    ) throws(JSONPathError) {
        switch selector {
        case .name(let name):
            try visit()
            if let node = parent.node.member(name) { selected.append(parent.child(.name(name), node)) }
        case .index(let index):
            try visit()
            guard case .sequence(let items) = parent.node.content, let position = Self.position(index, in: items.count) else { return }
            selected.append(parent.child(.index(position), items[position]))
        case .slice(let start, let end, let step):
            guard case .sequence(let items) = parent.node.content else { return try visit() }
            for position in Self.positions(from: start, to: end, step: step, in: items.count) {
                try visit()
                selected.append(parent.child(.index(position), items[position]))
            }
        case .wildcard: try selectChildren(of: parent, into: &selected) { (_, _) throws(JSONPathError) in true }
        case .filter(let condition):
            try selectChildren(of: parent, into: &selected) { (evaluation, node) throws(JSONPathError) in
                try evaluation.holds(condition, for: node)
            }
        }
    }

    private mutating func selectChildren(
        of parent: LocatedNode, into selected: inout [LocatedNode],
        where isSelected: (inout Evaluation, Node) throws(JSONPathError) -> Bool
    ) throws(JSONPathError) {
        switch parent.node.content {
        case .scalar: break
        case .sequence(let items):
            for index in items.indices {
                try visit()
                if try isSelected(&self, items[index]) { selected.append(parent.child(.index(index), items[index])) }
            }
        case .mapping(let mapping):
            let entries = mapping.entries
            for position in entries.indices {
                try visit()
                guard try isSelected(&self, entries[position].value) else { continue }
                selected.append(parent.child(.name(entries[position].key), entries[position].value))
            }
        }
    }

    private static func position(_ index: Int, in count: Int) -> Int? {
        let position = index < 0 ? count + index : index
        return position >= 0 && position < count ? position : nil
    }

    /// Returns the positions of a slice (RFC 9535, 2.3.4.2.2).
    private static func positions(from start: Int?, to end: Int?, step: Int, in count: Int) -> StrideTo<Int> {
        func normalized(_ bound: Int) -> Int { bound < 0 ? count + bound : bound }
        if step > 0 {
            let lower = min(max(normalized(start ?? 0), 0), count)
            let upper = min(max(normalized(end ?? count), 0), count)
            return stride(from: lower, to: upper, by: step)
        }
        guard step < 0 else { return stride(from: 0, to: 0, by: 1) }
        let upper = min(max(start.map(normalized) ?? count - 1, -1), count - 1)
        let lower = min(max(end.map(normalized) ?? -1, -1), count - 1)
        return stride(from: upper, to: lower, by: step)
    }
}

extension Node {
    fileprivate var isCollection: Bool {
        if case .scalar = content { false } else { true }
    }

    /// Returns the value of a key. A key that is only canonically equivalent to the name is another name.
    func member(_ name: String) -> Node? {
        guard case .mapping(let mapping) = content, let entry = mapping.entry(name) else { return nil }
        return entry.key.isIdentical(to: name) ? entry.value : nil
    }
}

extension String {
    /// Returns `true` if both strings have the same Unicode scalars.
    func isIdentical(to other: String) -> Bool { utf8.elementsEqual(other.utf8) }
}
