import GeneratorOpenAPI
import GeneratorOutline
import GeneratorSwiftAPI
import GeneratorYAML

/// A spec, read in every way that checks need.
public final class LintedSpecification {
    let files: SpecificationFiles
    /// Nil when the document cannot be read at all.
    let document: Document?
    /// Every file that belongs to the spec, whether the document leads to it or not.
    let fileNames: [String]
    let objects: [SpecObject]
    let references: [SpecReference]
    /// What reading the files and the document found.
    let read: [Diagnostic]
    /// What deciding the Swift API found.
    let decided: [Diagnostic]
    private let objectAt: [Place: SpecObject]
    /// Whether a text matches a pattern; nil when the pattern cannot be used.
    let matches: (String, String) -> Bool?

    /// - Parameters:
    ///   - document: The document's name in the spec's folder.
    ///   - fileNames: The files that belong to the spec.
    ///   - matches: Whether a pattern, the first, occurs in a text; nil when it is none. This module loads no library that knows.
    public init(
        document name: String, fileNames: [String], displayName: @escaping (String) -> String = { $0 },
        matches: @escaping (String, String) -> Bool?, contents: @escaping SpecificationFiles.Contents
    ) {
        let diagnostics = Diagnostics()
        let decisions = Diagnostics()
        files = SpecificationFiles(diagnostics: diagnostics, displayName: displayName, contents: contents)
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

    /// What was found out about schemas that values are held against.
    private lazy var facts = document.map(SchemaFacts.init)
    /// See ``types(of:)``.
    var typedSchemas: [Place: Place] = [:]
    private var resolvedObjects: [Place: SpecObject] = [:]
    /// In the order in which they stand.
    private lazy var objectsOfFile = Dictionary(grouping: objects, by: \.node.location.file)

    func fit(in document: Document, direction: ValueFit.Direction? = nil) -> ValueFit {
        ValueFit(document: document, matches: matches, direction: direction, facts: facts)
    }

    func object(at place: Place) -> SpecObject? { objectAt[place] }

    /// The object that a reference object stands for; the object itself when it is none. Nil when it leads nowhere.
    func resolved(_ object: SpecObject) -> SpecObject? {
        var way: [Place] = []
        var seen: Set<Place> = []
        var end = object
        while let reference = end.node["$ref"] {
            if let known = resolvedObjects[end.place] {
                end = known
                break
            }
            guard seen.insert(end.place).inserted, let text = reference.string,
                let target = try? Place(reference: text, in: end.place.file),
                let next = objectAt[target]
            else { return nil }
            way.append(end.place)
            end = next
        }
        for place in way { resolvedObjects[place] = end }
        return end
    }

    /// What people call the innermost object that begins at or before a place in a file.
    func name(around location: SourceLocation) -> String {
        // Sorted by place; objects nest, so that the last one to begin is the innermost, or a neighbour's inside.
        let objects = objectsOfFile[location.file] ?? []
        var (low, high) = (0, objects.count)
        while low < high {
            let middle = (low + high) / 2
            if objects[middle].node.location <= location { low = middle + 1 } else { high = middle }
        }
        return low > 0 ? objects[low - 1].name : ""
    }
}
