import GeneratorYAML

/// What the generator reads of the plugin's configuration, `GenerateClient.json`. The plugin reads the rest.
package struct PluginConfiguration: Sendable {
    /// `operations`: the operations to generate.
    package private(set) var operations = OperationSelection.all
    /// `strict`: `true` if flaws of the document are errors (``Diagnostics/isStrict``).
    package private(set) var isStrict = false

    /// Reads the configuration and reports problems to `diagnostics`. Makes `diagnostics` strict if the file has `"strict": true`.
    ///
    /// The plugin cannot report locations, so this reports the members that neither the plugin nor the generator knows.
    ///
    /// - Parameters:
    ///   - bytes: The content of `GenerateClient.json`.
    ///   - file: The file's name for locations.
    package init(_ bytes: [UInt8], file: String, diagnostics: Diagnostics) {
        // The configuration itself is not someone else's document.
        let wasStrict = diagnostics.isStrict
        diagnostics.isStrict = true
        defer { diagnostics.isStrict = wasStrict || isStrict }
        do {
            let root = try YAML.parse(bytes, file: file)
            guard var members = ObjectReader(root, at: Place(file: file, path: []), what: "the configuration", diagnostics: diagnostics)
            else { return }
            members.ignore("document", "emit", "overlays")
            isStrict = members.bool("strict") ?? false
            let node = members.node("operations")
            members.finish()
            guard let node,
                var object = ObjectReader(node, at: Place(file: file, path: ["operations"]), what: "operations", diagnostics: diagnostics)
            else { return }
            operations = OperationSelection(&object)
        } catch {
            diagnostics.error(at: error.location, error.message, about: .syntax)
        }
    }
}
