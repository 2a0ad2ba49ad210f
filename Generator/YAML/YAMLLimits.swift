/// The limits on the resources that parsing a file and traversing its tree may require.
package struct YAMLLimits: Sendable {
    /// The maximum file size in bytes.
    package var size: Int
    /// The maximum nesting depth of sequences and mappings, with aliases expanded.
    package var depth: Int
    /// The maximum number of nodes in the tree, including keys. Each alias counts as the whole tree it refers to. A long
    /// text counts as one more node for every 64 bytes, because an alias can repeat text as well as nodes.
    package var nodes: Int

    /// Creates limits that are larger than any specification that is written by people.
    package init(size: Int = 64 << 20, depth: Int = 200, nodes: Int = 2_000_000) {
        self.size = size
        self.depth = depth
        self.nodes = nodes
    }

    /// The limits for files of a specification.
    package static let `default` = YAMLLimits()
}
