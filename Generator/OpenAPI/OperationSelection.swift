package import GeneratorYAML

/// A choice of a document's operations. The others are not read.
package struct OperationSelection: Sendable {
    /// A tag, a path or an operationId.
    package struct Entry: Sendable {
        package let text: String
        /// The location for diagnostics; `nil` for that of the document.
        package let location: SourceLocation?

        package init(_ text: String, at location: SourceLocation? = nil) {
            self.text = text
            self.location = location
        }
    }

    /// The operations with any of some tags, paths or operationIds.
    package struct Filter: Sendable {
        package var tags: [Entry] = []
        /// Paths as in the document. With `/*` at the end, all paths below: `/books/*` has `/books/{id}` and `/books/{id}/pages`, but not
        /// `/books`.
        package var paths: [Entry] = []
        package var operationIDs: [Entry] = []

        package init() {}

        package var isEmpty: Bool { tags.isEmpty && paths.isEmpty && operationIDs.isEmpty }
    }

    /// The operations to read; all of them if the filter is empty.
    package var include = Filter()
    /// The operations not to read, even if they are included.
    package var exclude = Filter()

    /// All operations.
    package static let all = OperationSelection()

    package init() {}

    /// `true` if all operations are chosen.
    package var isAll: Bool { include.isEmpty && exclude.isEmpty }

    /// Reads a choice of operations, such as the member `operations` of the plugin's configuration.
    init(_ object: inout ObjectReader) {
        include = Filter(of: "include", in: &object)
        exclude = Filter(of: "exclude", in: &object)
        object.finish()
    }

    /// Returns the selection with the entries of another one added.
    package func adding(_ other: OperationSelection) -> OperationSelection {
        var sum = self
        sum.include.add(other.include)
        sum.exclude.add(other.exclude)
        return sum
    }
}

extension OperationSelection.Filter {
    fileprivate mutating func add(_ other: Self) {
        tags += other.tags
        paths += other.paths
        operationIDs += other.operationIDs
    }

    fileprivate init(of name: String, in object: inout ObjectReader) {
        guard let node = object.node(name),
            var filter = ObjectReader(node, at: object.place.appending(name), what: "\"\(name)\"", diagnostics: object.diagnostics)
        else { return }
        tags = Self.entries("tags", in: &filter)
        paths = Self.entries("paths", in: &filter)
        operationIDs = Self.entries("operationIds", in: &filter)
        filter.finish()
        // Without entries, everything would be included.
        guard ["tags", "paths", "operationIds"].allSatisfy({ node[$0] == nil || node[$0]?.sequence?.isEmpty == true }) else { return }
        object.diagnostics.error(at: node.location, "\"\(name)\" needs tags, paths or operationIds; name some, or remove it")
    }

    private static func entries(_ name: String, in filter: inout ObjectReader) -> [OperationSelection.Entry] {
        let nodes = filter.list(name)
        let diagnostics = filter.diagnostics
        return nodes.compactMap { node in
            guard let text = node.string else {
                diagnostics.error(at: node.location, "\"\(name)\" must be a list of strings")
                return nil
            }
            return OperationSelection.Entry(text, at: node.location)
        }
    }
}
