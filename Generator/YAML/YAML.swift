/// A parser for YAML 1.2 with the core schema, limited to files of plain data: one document, scalar keys, no merge keys,
/// no custom tags. JSON is included.
package enum YAML {
    /// Parses the single document of a file.
    ///
    /// - Parameters:
    ///   - bytes: The file's content, UTF-8, with or without a byte order mark.
    ///   - file: The file's name for locations.
    /// - Throws: ``YAMLError`` with the problem, its location, and how to fix it. Nothing is skipped or repaired.
    package static func parse(
        _ bytes: [UInt8], file: String, limits: YAMLLimits = .default
    ) throws(YAMLError) -> Node {
        let source = try SourceText(checking: bytes, file: file, limits: limits)
        var builder = TreeBuilder(limits: limits)
        try source.forEachEvent { (event) throws(YAMLError) in try builder.receive(event) }
        guard let root = builder.root else { throw source.isEmptyError }
        return root
    }
}
