package import GeneratorOpenAPI
import GeneratorOutline
import GeneratorSwiftAPI
import GeneratorYAML

/// A spec, parsed into all forms that the checks need.
package final class LintedSpecification {
    let files: SpecificationFiles
    /// The document; `nil` if it cannot be read.
    let document: Document?
    /// All files of the spec, whether or not the document references them.
    let fileNames: [String]
    let objects: [SpecObject]
    let references: [SpecReference]
    /// The diagnostics from reading the files and the document.
    let read: [Diagnostic]
    /// The diagnostics from deciding the Swift API.
    let decided: [Diagnostic]
    private let objectAt: [Place: SpecObject]
    /// Returns whether a text matches a pattern; `nil` if the pattern is invalid.
    let matches: (String, String) -> Bool?

    /// - Parameters:
    ///   - document: The document's name in the spec's folder.
    ///   - fileNames: The files that belong to the spec.
    ///   - matches: Returns whether the pattern, its first argument, occurs in a text; `nil` if the pattern is invalid. This module
    ///     does not import a regular expression library.
    ///   - overlays: Returns the changes to be made to files when they are read, and reports problems in them.
    package init(
        document name: String, fileNames: [String], displayName: @escaping (String) -> String = { $0 },
        overlays: (Diagnostics) -> Overlays = { _ in .none }, matches: @escaping (String, String) -> Bool?,
        contents: @escaping SpecificationFiles.Contents
    ) {
        let diagnostics = Diagnostics()
        let decisions = Diagnostics()
        files = SpecificationFiles(diagnostics: diagnostics, displayName: displayName, overlays: overlays(diagnostics), contents: contents)
        self.matches = matches
        document = Document.read(name, from: files, diagnostics: diagnostics, isPattern: { matches($0, "") != nil })
        self.fileNames = Set(fileNames + [name]).sorted()
        let walk = SpecWalk(files, named: self.fileNames)
        objects = walk.objects
        references = walk.references
        objectAt = Dictionary(objects.map { ($0.place, $0) }, uniquingKeysWith: { first, _ in first })
        if let document, !diagnostics.hasErrors { _ = API(of: document, diagnostics: decisions) }
        read = diagnostics.all
        decided = decisions.all
    }

    /// Cached facts about the schemas that values are checked against.
    private lazy var facts = document.map(SchemaFacts.init)
    /// The ends of chains of references between schemas, and between objects of all kinds.
    var schemaReferences = ChainEnds()
    private var objectReferences = ChainEnds()
    /// The objects of each file, in the order of their locations.
    private lazy var objectsOfFile = Dictionary(grouping: objects, by: \.node.location.file).mapValues { objects in
        // Objects that an overlay inserts into several files are sorted by these files.
        objects.sorted { ($0.node.location, $0.place) < ($1.node.location, $1.place) }
    }

    func fit(in document: Document, direction: ValueFit.Direction? = nil) -> ValueFit {
        ValueFit(document: document, matches: matches, direction: direction, facts: facts)
    }

    func object(at place: Place) -> SpecObject? { objectAt[place] }

    /// Returns the object that a reference object stands for, or the object itself if it is not a reference. Returns `nil` if the
    /// reference cannot be resolved.
    func resolved(_ object: SpecObject) -> SpecObject? {
        guard object.isReference else { return object }
        let end = objectReferences.end(of: object.place) { place in
            guard let text = objectAt[place]?.node["$ref"]?.string, let target = try? Place(reference: text, in: place.file) else {
                return nil
            }
            return objectAt[target] == nil ? nil : target
        }
        // The last object of a chain that is broken or endless is a reference itself.
        return objectAt[end].flatMap { $0.isReference ? nil : $0 }
    }

    /// Returns the name of the innermost object that begins at or before a location in a file.
    func name(around location: SourceLocation) -> String {
        // The objects are sorted by location. Because they nest, the last one to begin is the innermost, or is nested in a
        // preceding sibling.
        let objects = objectsOfFile[location.file] ?? []
        var (low, high) = (0, objects.count)
        while low < high {
            let middle = (low + high) / 2
            if objects[middle].node.location <= location { low = middle + 1 } else { high = middle }
        }
        return low > 0 ? objects[low - 1].name : ""
    }
}
