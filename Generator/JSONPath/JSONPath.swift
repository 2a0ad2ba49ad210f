package import GeneratorYAML

/// A JSONPath query (RFC 9535): selects nodes of a document.
///
/// Strings are compared by Unicode scalars, and numbers by their exact values. The keys of a mapping are its texts, so `$['200']` selects
/// the value of the YAML key `200`.
package struct JSONPath: Sendable {
    /// The query as written.
    package let text: String
    let query: Query
    private let limits: JSONPathLimits

    /// Parses a query.
    ///
    /// - Throws: ``JSONPathError`` with the offset of the first error in the text.
    package init(_ text: String, limits: JSONPathLimits = .default) throws(JSONPathError) {
        var parser = QueryParser(text, limits: limits)
        self.text = text
        self.query = try parser.parse()
        self.limits = limits
    }

    /// `true` if the query consists only of names and indices, so that it selects at most one node.
    package var isSingular: Bool { query.isSingular }

    /// Returns the selected nodes in the order of the query and the document. A node occurs as often as it is selected.
    ///
    /// - Parameter root: The root of the document.
    /// - Throws: ``JSONPathError`` if the query visits more nodes than the limit.
    package func nodes(in root: Node) throws(JSONPathError) -> [LocatedNode] {
        var visits = 0
        return try nodes(in: root, visits: &visits)
    }

    /// Returns the selected nodes, and adds the number of visited nodes to a count.
    package func nodes(in root: Node, visits: inout Int) throws(JSONPathError) -> [LocatedNode] {
        var evaluation = Evaluation(root: root, limit: limits.visits)
        defer { visits += evaluation.visits }
        return try evaluation.nodes(query, from: LocatedNode(root: root))
    }
}
