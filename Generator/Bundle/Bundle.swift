package import GeneratorOpenAPI
import GeneratorOutline
package import GeneratorYAML

/// A spec of several files as one self-contained document. Only comments are lost.
///
/// Paths that the document references from section files are inlined. The components of all files are moved to its components under
/// their names. Other targets of references become components.
package struct Bundle {
    /// The document as a value.
    package let root: DocumentValue

    /// Creates the bundle.
    ///
    /// Returns `nil` and reports diagnostics if the spec cannot be read or something cannot be bundled.
    ///
    /// - Parameter document: The document's name in the spec's folder.
    package init?(document name: String, from files: SpecificationFiles, diagnostics: Diagnostics) {
        // The reader reports errors in the document. A bundle of an invalid spec would have errors at other locations.
        guard Document.read(name, from: files, diagnostics: diagnostics) != nil, !diagnostics.hasErrors,
            let root = files.root(of: name, neededAt: nil)
        else { return nil }
        // Files that are only referenced by unused components are also part of the spec.
        var names = files.names
        var walk = SpecWalk(files, named: names)
        while names != files.names {
            names = files.names
            walk = SpecWalk(files, named: names)
        }
        guard !diagnostics.hasErrors else { return nil }
        var bundler = Bundler(document: name, files: files, walk: walk, diagnostics: diagnostics)
        self.root = bundler.bundle(root)
        guard !diagnostics.hasErrors else { return nil }
    }

    /// The document as YAML.
    package var yaml: String { YAMLWriter.text(of: root) }

    /// The document as JSON; `nil` if it contains a number that JSON cannot represent, such as .inf.
    package var json: String? { root.isJSON ? JSONPrinter.text(of: root, isIndented: true) : nil }
}
