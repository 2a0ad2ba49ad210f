package import GeneratorOpenAPI
package import GeneratorSwiftAPI
import GeneratorYAML

/// One of the two specs: the one whose decisions are carried, or the one that they are carried to.
package struct CarrySide {
    package let document: Document
    package let api: API
    let files: SpecificationFiles
    let shapes: Shapes
    var resolutions: Resolutions { shapes.resolutions }
    /// The declared types by the location of their schemas.
    private let types: [SourceLocation: TypeDeclaration]
    private let methods: [String: [Method]]

    package init(document: Document, api: API, files: SpecificationFiles) {
        self.document = document
        self.api = api
        self.files = files
        shapes = Shapes(of: document)
        types = Dictionary(api.files.flatMap(\.types).map { ($0.location, $0) }) { first, _ in first }
        methods = Dictionary(grouping: api.files.flatMap(\.methods), by: \.operationID)
    }

    /// Returns the type that a schema declares.
    func type(of schema: Schema) -> TypeDeclaration? { types[schema.location] }

    /// Returns the methods of an operation. The first is the one that the operation is named after.
    func methods(of operation: Operation) -> [Method] { methods[operation.id] ?? [] }

    /// Returns the object at a place as it is written; `nil` if there is none.
    func node(at place: Place) -> Node? {
        guard var node = files.root(of: place.file, neededAt: nil) else { return nil }
        for component in place.written.path {
            let next: Node? =
                switch node.content {
                case .mapping(let mapping): mapping[component]
                case .sequence(let elements): Int(component).flatMap { elements.indices.contains($0) ? elements[$0] : nil }
                case .scalar: nil
                }
            guard let next else { return nil }
            node = next
        }
        return node
    }

    var root: Place { Place(file: document.file, path: []) }
}

extension Parameter {
    /// The place of the parameter object. A parameter with `content` has its schema two levels further down.
    var place: Place { Place(file: schema.file, path: Array(schema.path.dropLast(isJSON ? 3 : 1))) }
}

extension Response {
    /// The place of the response object, if its content has a schema.
    var place: Place? {
        content.lazy.compactMap(\.schema).first.map { Place(file: $0.file, path: Array($0.path.dropLast(3))) }
    }
}
