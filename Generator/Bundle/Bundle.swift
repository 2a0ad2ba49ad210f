import GeneratorOpenAPI
import GeneratorOutline
import GeneratorYAML

/// A spec of many files as one document that refers to nothing outside of itself. Comments are lost, and nothing else.
///
/// Paths that the document takes from section files stand in it; components of all files stand in its components under their
/// names. What references lead to elsewhere becomes a component.
public struct Bundle {
    let root: Value

    /// Puts the spec together.
    ///
    /// Nil, and diagnostics, when the spec cannot be read or a place cannot be bundled.
    ///
    /// - Parameter document: The document's name in the spec's folder.
    public init?(document name: String, from files: SpecificationFiles, diagnostics: Diagnostics) {
        // The reader says what is wrong with the document; a bundle of a broken spec would be broken elsewhere.
        guard Document.read(name, from: files, diagnostics: diagnostics) != nil, !diagnostics.hasErrors,
            let root = files.root(of: name, neededAt: nil)
        else { return nil }
        // Files that only unused components lead to belong to the spec as well.
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
    public var yaml: String { YAMLWriter.text(of: root) }

    /// The document as JSON; nil when it has a number that JSON cannot say, such as .inf.
    public var json: String? { JSONWriter.text(of: root) }
}
