/// How much a file may ask of the parser and of those who walk its tree.
public struct YAMLLimits: Sendable {
    /// The largest file, in bytes.
    public var size: Int
    /// How deep sequences and mappings may nest, aliases followed.
    public var depth: Int
    /// How many nodes the tree may have, keys included and every alias counted as the whole tree it stands for. A long
    /// text counts as one more for every 64 bytes, since an alias can repeat text as well as nodes.
    public var nodes: Int

    public init(size: Int = 64 << 20, depth: Int = 200, nodes: Int = 2_000_000) {
        self.size = size
        self.depth = depth
        self.nodes = nodes
    }

    public static let `default` = YAMLLimits()
}
