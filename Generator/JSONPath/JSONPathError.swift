/// The reason why a query is invalid or cannot be evaluated.
package struct JSONPathError: Error, Sendable, CustomStringConvertible {
    /// The offset of the error in the query's text, in Unicode scalars. A query that visits too many nodes has the offset 0.
    package let offset: Int
    /// The problem and how to fix it, on one line.
    package let message: String

    init(at offset: Int, _ message: String) {
        self.offset = offset
        self.message = message
    }

    package var description: String { "character \(offset + 1): \(message)" }
}

/// The limits on the resources that a query may require.
package struct JSONPathLimits: Sendable {
    /// The maximum length of a query in Unicode scalars.
    package var length: Int
    /// The maximum nesting depth of filters, parentheses and function arguments.
    package var depth: Int
    /// The maximum number of nodes that a query may visit, each counted as often as it is visited. Comparing texts and matching regular
    /// expressions count too, in proportion to their cost.
    package var visits: Int

    package init(length: Int = 1 << 16, depth: Int = 40, visits: Int = 3_000_000) {
        self.length = length
        self.depth = depth
        self.visits = visits
    }

    package static let `default` = JSONPathLimits()
}
