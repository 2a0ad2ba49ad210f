import GeneratorJSONPath
import GeneratorYAML

/// Applies the actions of an overlay to a document, one after the other.
struct OverlayApplication {
    private(set) var root: Node
    private let document: String
    private let version: OverlayVersion
    private let limits: OverlayLimits
    /// The number of nodes of the document and of everything that was inserted.
    private var nodes: Int
    private var visits = 0
    /// `true` if a limit is exceeded that no further action can stay within.
    private(set) var isExhausted = false

    init(root: Node, document: String, version: OverlayVersion, limits: OverlayLimits) {
        self.root = root
        self.document = document
        self.version = version
        self.limits = limits
        nodes = root.size.nodes
    }

    mutating func perform(_ action: Overlay.Action) throws(OverlayProblem) {
        let targets = try targets(of: action.target)
        guard !targets.isEmpty else {
            throw OverlayProblem(.warning, at: action.target.location, "the target matches nothing in \(document)")
        }
        switch action.effect {
        case .remove:
            guard !targets.contains(where: \.path.isEmpty) else {
                throw OverlayProblem(at: action.target.location, "the root of a document cannot be removed")
            }
            Removal(targets.map(\.path)).apply(to: &root)
        case .update(let update): try self.update(targets, with: update, writtenAt: update.location, of: action)
        case .copy(let source):
            let node = try self.source(of: source)
            try update(targets, with: node, writtenAt: source.location, of: action)
        }
    }

    // MARK: Queries

    /// A node that an action changes. It has no reference to the node itself, which would be copied when it is changed.
    private struct Match {
        let path: [PathComponent]
        let kind: NodeKind
        let location: SourceLocation
    }

    /// Returns what a query selects, each node once.
    private mutating func targets(of target: Overlay.Target) throws(OverlayProblem) -> [Match] {
        let nodes = try select(target)
        var seen: Set<[PathComponent]> = []
        return nodes.compactMap { node in
            let path = node.path
            guard nodes.count == 1 || seen.insert(path).inserted else { return nil }
            return Match(path: path, kind: node.node.kind, location: node.node.location)
        }
    }

    private mutating func source(of source: Overlay.Target) throws(OverlayProblem) -> Node {
        let nodes = try select(source)
        guard nodes.count == 1 else {
            throw OverlayProblem(
                at: source.location, "\"copy\" selects exactly one node, and this selects \(nodes.isEmpty ? "none" : "\(nodes.count)")")
        }
        return nodes[0].node
    }

    private mutating func select(_ target: Overlay.Target) throws(OverlayProblem) -> [LocatedNode] {
        guard visits <= limits.visits else {
            isExhausted = true
            throw OverlayProblem(
                at: target.location,
                "the queries of this overlay visit more than \(limits.visits) nodes, which is the limit; name the ways to what they select")
        }
        do {
            return try target.query.nodes(in: root, visits: &visits)
        } catch {
            throw OverlayProblem(at: target.location, error.message)
        }
    }

    // MARK: Updates

    /// - Parameter location: The location in the overlay of the value, or of the query that copies it.
    private mutating func update(
        _ targets: [Match], with update: Node, writtenAt location: SourceLocation, of action: Overlay.Action
    ) throws(OverlayProblem) {
        guard let first = targets.first else { return }
        if let other = targets.first(where: { $0.kind != first.kind }) {
            throw OverlayProblem(
                at: action.target.location,
                "the target matches \(first.kind.name) at \(first.location) and \(other.kind.name) at \(other.location); the targets of one "
                    + "action are of one kind")
        }
        if first.kind == .primitive, version < .v1_1 {
            throw OverlayProblem(
                at: action.target.location,
                "the target matches a primitive value, at \(first.location), which overlays can update from version 1.1 on; update the "
                    + "object around it")
        }
        try check(targets, for: update, writtenAt: location)
        do {
            for target in targets {
                try root.change(at: target.path[...]) { (node) throws(MergeConflict) in
                    switch node.kind {
                    case .object, .primitive: try node.merge(update)
                    case .array:
                        if version >= .v1_2, let items = update.sequence { node.append(items) } else { node.append([update]) }
                    }
                }
            }
        } catch {
            // Values of the overlay are the place to change. What is copied is in the document.
            if case .copy = action.effect { throw OverlayProblem(at: location, error.message(namingBoth: true)) }
            throw OverlayProblem(at: error.update.location, error.message(namingBoth: false))
        }
    }

    /// Checks that the result stays within the limits.
    private mutating func check(
        _ targets: [Match], for update: Node, writtenAt location: SourceLocation
    ) throws(OverlayProblem) {
        let size = update.size
        let deepest = targets.reduce(0) { max($0, $1.path.count) }
        // An entry of an array is one level further down.
        let isEntry = targets[0].kind == .array && !(version >= .v1_2 && update.kind == .array)
        guard deepest + size.height + (isEntry ? 1 : 0) <= limits.result.depth else {
            throw OverlayProblem(
                at: location, "with this, the document nests deeper than \(limits.result.depth) levels, which is the limit")
        }
        let added = size.nodes.multipliedReportingOverflow(by: targets.count)
        let total = nodes.addingReportingOverflow(added.partialValue)
        guard !added.overflow, !total.overflow, total.partialValue <= limits.result.nodes else {
            isExhausted = true
            throw OverlayProblem(
                at: location, "with this, the document has more than \(limits.result.nodes) nodes, which is the limit")
        }
        nodes = total.partialValue
    }
}
