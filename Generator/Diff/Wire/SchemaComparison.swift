import GeneratorOpenAPI
import GeneratorYAML

extension SchemaComparison.Use {
    /// Creates a use from the values of one media type; `nil` if neither side describes them.
    init?(_ old: MediaType, _ new: MediaType) {
        guard old.schema != nil || new.schema != nil else { return nil }
        self.init(
            old: [old.schema].compactMap { $0 }, new: [new.schema].compactMap { $0 }, oldLocation: old.location, newLocation: new.location)
    }
}

/// Compares the schemas that are reachable from operations. Each pair is compared once, no matter how often it is used.
final class SchemaComparison {
    let old: Meanings
    let new: Meanings
    private var nodes: [Node] = []
    private var known: [Key: Int] = [:]
    /// The nodes whose schemas are not compared yet. A list instead of recursion, so that deep nesting does not overflow.
    private var pending: [Int] = []

    private struct Key: Hashable {
        let old: Int
        let new: Int
        let target: SchemaTarget
    }

    /// A pair of schemas that describe the same value.
    struct Node {
        let old: Int
        let new: Int
        let target: SchemaTarget
        let subject: Subject
        /// The location of the value's declaration, for schemas without a name.
        let oldLocation: SourceLocation?
        let newLocation: SourceLocation?
        var occurrences: [Occurrence] = []
        /// The nodes that contain this one.
        var parents: Set<Int> = []
        /// The operations that use this node directly.
        var operations: Set<String> = []
    }

    /// The maximum number of schema pairs to compare. Members that are described in several parts of an `allOf` multiply the pairs.
    let limit: Int
    /// `true` if the limit was exceeded.
    private(set) var isIncomplete = false

    init(old: Document, new: Document, limit: Int = 200_000) {
        self.limit = limit
        self.old = Meanings(old)
        self.new = Meanings(new)
    }

    /// The places of a value's schemas on each side.
    struct Use {
        let old: [Place]
        let new: [Place]
        var oldLocation: SourceLocation?
        var newLocation: SourceLocation?
    }

    /// Compares a value that an operation sends or receives.
    func compare(_ use: Use, at target: SchemaTarget, subject: Subject, operation: String) {
        if let node = need(use, at: target, subject: subject) { nodes[node].operations.insert(operation) }
        while let next = pending.popLast() { compareNode(next) }
    }

    /// Returns a comparison for changes that depend on the use of a value, rather than on the value itself.
    func comparison(of before: [Place], and after: [Place], at target: SchemaTarget, subject: Subject) -> ValueComparison {
        let (left, right) = (old.identifier(of: before), new.identifier(of: after))
        let node = Node(old: left, new: right, target: target, subject: subject, oldLocation: nil, newLocation: nil)
        return ValueComparison(old: old[left], new: new[right], node: node, oldMeanings: old, newMeanings: new)
    }

    /// Adds a part of a node to the comparison.
    func descend(_ use: Use, at target: SchemaTarget, subject: Subject, from parent: Int) {
        if let node = need(use, at: target, subject: subject) { nodes[node].parents.insert(parent) }
    }

    private func need(_ use: Use, at target: SchemaTarget, subject: Subject) -> Int? {
        let key = Key(old: old.identifier(of: use.old), new: new.identifier(of: use.new), target: target)
        if let known = known[key] { return known }
        guard nodes.count < limit else {
            isIncomplete = true
            return nil
        }
        let (before, after) = (old[key.old], new[key.new])
        // A component name is only used if both sides are components.
        var named: Subject?
        if let old = before.name, let new = after.name { named = Subject(old == new ? new : "\(old)→\(new)", isNamed: true) }
        let node = nodes.count
        nodes.append(
            Node(
                old: key.old, new: key.new, target: target, subject: named ?? subject,
                oldLocation: before.name == nil ? use.oldLocation ?? before.location : before.location,
                newLocation: after.name == nil ? use.newLocation ?? after.location : after.location))
        known[key] = node
        pending.append(node)
        return node
    }

    private func compareNode(_ index: Int) {
        let node = nodes[index]
        var comparison = ValueComparison(
            old: old[node.old], new: new[node.new], node: node, oldMeanings: old, newMeanings: new)
        comparison.compare()
        nodes[index].occurrences = comparison.occurrences
        for part in comparison.parts { descend(part.use, at: part.target, subject: part.subject, from: index) }
    }

    /// The occurrences, each with the operations that reach it.
    var occurrences: [(occurrence: Occurrence, operations: Set<String>)] {
        nodes.indices.flatMap { index -> [(occurrence: Occurrence, operations: Set<String>)] in
            guard !nodes[index].occurrences.isEmpty else { return [] }
            let operations = operations(reaching: index)
            return nodes[index].occurrences.map { ($0, operations) }
        }
    }

    private func operations(reaching node: Int) -> Set<String> {
        var operations: Set<String> = []
        var seen: Set<Int> = [node]
        var pending = [node]
        while let next = pending.popLast() {
            operations.formUnion(nodes[next].operations)
            for parent in nodes[next].parents where seen.insert(parent).inserted { pending.append(parent) }
        }
        return operations
    }
}
