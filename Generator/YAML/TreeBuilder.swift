/// Builds a tree from events, and rejects what a tree of plain data cannot represent.
///
/// The stack is on the heap, so that the possible depth of a file does not depend on the thread that parses it.
struct TreeBuilder {
    private(set) var root: Node?
    private let limits: YAMLLimits
    private var open: [OpenCollection] = []
    private var anchors: [String: Anchor] = [:]
    private var hasDocument = false
    /// The number of nodes so far, counted like ``YAMLLimits/nodes``.
    private var nodes = 0

    init(limits: YAMLLimits) { self.limits = limits }

    mutating func receive(_ event: Event) throws(YAMLError) {
        switch event.kind {
        case .scalar:
            try addScalar(event)
        case .mappingStart, .sequenceStart:
            try openCollection(event)
        case .collectionEnd:
            try closeCollection()
        case .alias:
            try addAlias(event)
        case .documentStart:
            guard !hasDocument else {
                throw YAMLError(
                    event.location, "a second document begins here, but a file holds one; move it to another file")
            }
            hasDocument = true
        case .other:
            break
        }
    }

    private mutating func addScalar(_ event: Event) throws(YAMLError) {
        // libyaml reports this for a document that contains only comments.
        if open.isEmpty, event.isPlain, event.text.isEmpty, event.tag == nil, event.anchor == nil { return }
        try count(1 + event.text.utf8.count / 64, at: event.location)
        let scalar = Scalar(text: event.text, value: try CoreSchema.value(of: event))
        var location = event.location
        if event.text.isEmpty, event.isPlain, let key = open.last?.key, key.location.line != location.line {
            location = key.location  // no value: libyaml reports the location of the next token, which may be far away
        }
        let node = Node(location, .scalar(scalar))
        if let name = event.anchor {
            anchors[name] = .closed(node, nodes: 1 + event.text.utf8.count / 64, height: 0)
        }
        try add(node, isPlainKey: event.isPlain && event.tag == nil)
    }

    private mutating func addAlias(_ event: Event) throws(YAMLError) {
        let name = event.anchor ?? ""
        switch anchors[name] {
        case .closed(let node, let nodes, let height):
            guard open.count + height <= limits.depth else { throw depthError(event.location) }
            try count(nodes, at: event.location)
            if let parent = open.last { parent.height = max(parent.height, height + 1) }
            try add(node, isPlainKey: false)
        case .open:
            throw YAMLError(
                event.location,
                "the alias *\(name) is inside the value of its own anchor, which would never end; write the value out"
            )
        case nil:
            throw YAMLError(
                event.location,
                "the alias *\(name) has no anchor above it; define &\(name) before, or quote a text that begins with `*`"
            )
        }
    }

    private mutating func openCollection(_ event: Event) throws(YAMLError) {
        let isMapping = event.kind == .mappingStart
        try CoreSchema.checkCollectionTag(event)
        guard open.count < limits.depth else { throw depthError(event.location) }
        if let parent = open.last, parent.isMapping, parent.key == nil {
            throw YAMLError(
                event.location,
                "a \(isMapping ? "mapping" : "sequence") is used as a key, and keys are texts; quote it if braces or "
                    + "brackets belong to a text")
        }
        if let name = event.anchor { anchors[name] = .open(depth: open.count) }
        open.append(
            OpenCollection(location: event.location, isMapping: isMapping, anchor: event.anchor, nodesBefore: nodes))
        try count(1, at: event.location)
    }

    private mutating func closeCollection() throws(YAMLError) {
        guard let collection = open.popLast() else { return }
        let node = Node(
            collection.location,
            collection.isMapping ? .mapping(collection.mapping) : .sequence(collection.items))
        // If the name was redefined inside the collection, the later definition is kept.
        if let name = collection.anchor, case .open(depth: open.count) = anchors[name] {
            anchors[name] = .closed(node, nodes: nodes - collection.nodesBefore, height: collection.height)
        }
        if let parent = open.last { parent.height = max(parent.height, collection.height + 1) }
        try add(node, isPlainKey: false)
    }

    /// Adds a finished node to the tree: as the root, an item, a key, or the value of the preceding key.
    private mutating func add(_ node: Node, isPlainKey: Bool) throws(YAMLError) {
        guard let parent = open.last else {
            root = node
            return
        }
        if !parent.isMapping {
            parent.items.append(node)
        } else if let key = parent.key {
            parent.mapping.append(Mapping.Entry(key: key.text, keyLocation: key.location, value: node))
            parent.key = nil
        } else {
            parent.key = (try keyText(node, isPlain: isPlainKey, in: parent.mapping), node.location)
        }
    }

    private func keyText(_ node: Node, isPlain: Bool, in mapping: Mapping) throws(YAMLError) -> String {
        guard case .scalar(let scalar) = node.content else {
            throw YAMLError(node.location, "an alias for a mapping or sequence is used as a key, and keys are texts")
        }
        let key = scalar.text
        if isPlain, key.isEmpty {
            throw YAMLError(node.location, "a key is missing before the colon; write it, or \"\" for an empty text")
        }
        if isPlain, key == "<<" {
            throw YAMLError(
                node.location,
                "`<<` merges mappings in YAML 1.1 and is not part of YAML 1.2; write the entries out, or quote the key")
        }
        if let earlier = mapping.position(of: key) {
            throw YAMLError(
                node.location,
                "the key \(quoted(key)) is already on line \(mapping.entries[earlier].keyLocation.line) of this mapping, "
                    + "and a key has one value; remove or rename one of the two")
        }
        return key
    }

    private mutating func count(_ more: Int, at location: SourceLocation) throws(YAMLError) {
        nodes += more
        guard nodes <= limits.nodes else {
            throw YAMLError(
                location,
                "the document has more than \(limits.nodes) nodes, each alias counted as all it stands for; use fewer "
                    + "aliases or split the file")
        }
    }

    private func depthError(_ location: SourceLocation) -> YAMLError {
        YAMLError(location, "values nest deeper than \(limits.depth) levels, which is the limit; flatten the document")
    }
}

/// The target of an anchor name.
private enum Anchor {
    /// The incomplete collection at a depth of the stack.
    case open(depth: Int)
    /// A node, the number of nodes it counts as, and its number of collection levels.
    case closed(Node, nodes: Int, height: Int)
}

/// A sequence or mapping that is not closed yet. It is a class, so that it grows in place on the stack.
private final class OpenCollection {
    let location: SourceLocation
    let isMapping: Bool
    let anchor: String?
    let nodesBefore: Int
    var items: [Node] = []
    var mapping = Mapping()
    /// The key whose value has not been added yet.
    var key: (text: String, location: SourceLocation)?
    var height = 1

    init(location: SourceLocation, isMapping: Bool, anchor: String?, nodesBefore: Int) {
        self.location = location
        self.isMapping = isMapping
        self.anchor = anchor
        self.nodesBefore = nodesBefore
    }
}
