/// YAML 1.2 with the core schema, as far as a file of plain data needs it: one document, keys that are scalars, no
/// merge keys, no tags of one's own. JSON is part of it.
public enum YAML {
    /// Reads the one document of a file.
    ///
    /// - Parameters:
    ///   - bytes: The file's content, UTF-8, with or without a byte order mark.
    ///   - file: The file's name for locations.
    /// - Throws: What is wrong, where, and what to do. Nothing is skipped or repaired.
    public static func parse(
        _ bytes: [UInt8], file: String, limits: YAMLLimits = .default
    ) throws(YAMLError) -> Node {
        let source = try SourceText(checking: bytes, file: file, limits: limits)
        var builder = TreeBuilder(limits: limits)
        try source.forEachEvent { (event) throws(YAMLError) in try builder.receive(event) }
        guard let root = builder.root else { throw source.isEmptyError }
        return root
    }
}
