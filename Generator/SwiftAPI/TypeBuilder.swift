import GeneratorOpenAPI
import GeneratorYAML

/// Declares the Swift types that schemas become, and refers to them.
final class TypeBuilder {
    let document: Document
    let diagnostics: Diagnostics
    let shapes: Shapes
    let directions: Directions
    private var table: NameTable
    private var names: [Place: String] = [:]
    private(set) var declarations: [String: TypeDeclaration] = [:]
    /// The file of the spec in which each declared type is described.
    private(set) var files: [String: String] = [:]
    /// Types that were named and whose parts were not looked at yet.
    private var pending: [(name: String, schema: Schema)] = []

    init(document: Document, rootName: String, shapes: Shapes, diagnostics: Diagnostics) {
        self.document = document
        self.diagnostics = diagnostics
        self.shapes = shapes
        self.directions = Directions(of: document, shapes: shapes)
        self.table = NameTable(reserved: Names.reservedTypes.union([rootName]))
        shapes.uploads = directions.uploads
        claimComponentNames()
    }

    /// Components have their names before anything that is named after where it stands.
    private func claimComponentNames() {
        let places = document.schemas.keys.sorted()
        for place in places {
            let schema = document.schema(place)
            guard let swiftName = schema.swiftName, shapes.forward(schema) == nil, declares(place) else { continue }
            if !Names.isType(swiftName) {
                diagnostics.error(
                    at: schema.location,
                    "x-swift-name \"\(swiftName)\" is not a name that a Swift type can have; write letters and digits, a capital first",
                    about: .name)
            } else if !table.claim(swiftName) {
                diagnostics.error(
                    at: schema.location, "the Swift name \"\(swiftName)\" is taken or reserved; give this schema another x-swift-name",
                    about: .name)
            } else {
                names[place] = swiftName
            }
        }
        let named = places.compactMap { place -> (place: Place, name: String)? in
            let schema = document.schema(place)
            guard names[place] == nil, shapes.forward(schema) == nil, let name = schema.componentName, declares(place) else { return nil }
            return (place, name)
        }
        let unique = table.unique(named.map(\.name)) { Names.unreserved(Names.type($0)) }
        for (component, name) in zip(named, unique) { names[component.place] = name }
    }

    /// Whether the schema becomes a type with a name.
    func declares(_ place: Place) -> Bool {
        switch shapes.shape(of: place) {
        case .identifier, .enumeration, .structure, .union: true
        case .value, .array, .dictionary: false
        }
    }

    // MARK: References

    /// The type of the values of a schema, optionality not included. It and all that it is made of is declared.
    ///
    /// - Parameter context: What a type that has no name of its own is called.
    func type(of place: Place, context: String) -> TypeReference {
        let type = reference(to: place, context: context)
        // Not recursive, so that no chain of types is too long.
        while let (name, schema) = pending.popLast() { complete(name, schema) }
        return type
    }

    /// The type of a part of a type that is being declared.
    func reference(to place: Place, context: String) -> TypeReference {
        var outer: Set<Place> = []
        return reference(to: place, context: context, inside: &outer)
    }

    private func reference(to place: Place, context: String, inside outer: inout Set<Place>) -> TypeReference {
        let schema = shapes.resolved(place).schema
        switch shapes.shape(of: place) {
        case .value(let type): return type
        case .array(nil): return .array(.json)
        case .array(let items?): return .array(element(items, of: schema, context: context + "Item", inside: &outer))
        case .dictionary(let value): return .dictionary(element(value, of: schema, context: context + "Value", inside: &outer))
        case .identifier, .enumeration, .structure, .union: return declare(schema, context: context)
        }
    }

    /// Lists of lists go as deep as people write them; a list of itself, or one that nobody wrote, is any JSON.
    private func element(_ place: Place, of list: Schema, context: String, inside outer: inout Set<Place>) -> TypeReference {
        outer.insert(list.place)
        guard outer.count < 16, !outer.contains(shapes.resolved(place).schema.place) else { return .json }
        let type = reference(to: place, context: context, inside: &outer)
        return shapes.resolved(place).isNullable ? .optional(type) : type
    }

    // MARK: Declarations

    private func declare(_ schema: Schema, context: String) -> TypeReference {
        let name = names[schema.place] ?? table.unique(Names.unreserved(String(context.prefix(150))))
        names[schema.place] = name
        guard declarations[name] == nil else { return .named(name) }
        // Of what kind it is, others may want to know at once; what it is made of is looked at later.
        let kind: TypeDeclaration.Kind
        switch shapes.shape(of: schema.place) {
        case .enumeration(let choices): kind = .enumeration(enumeration(choices))
        case .union:
            kind = .union(.init(alternatives: [], discriminator: nil, isRecursive: false))
            pending.append((name, schema))
        case .structure:
            kind = .structure(structure(schema, properties: [], rules: []))
            pending.append((name, schema))
        case .identifier, .value, .array, .dictionary: kind = .identifier
        }
        add(name, kind, documentation: documentation(of: schema), file: schema.place.file)
        return .named(name)
    }

    /// A type that no schema describes.
    func declare(_ context: String, _ kind: TypeDeclaration.Kind, documentation: [String], file: String) -> TypeReference {
        let name = table.unique(Names.unreserved(context))
        add(name, kind, documentation: documentation, file: file)
        return .named(name)
    }

    private func add(_ name: String, _ kind: TypeDeclaration.Kind, documentation: [String], file: String) {
        declarations[name] = TypeDeclaration(name: name, documentation: documentation, kind: kind)
        files[name] = file
    }

    private func complete(_ name: String, _ schema: Schema) {
        let kind: TypeDeclaration.Kind
        switch shapes.shape(of: schema.place) {
        case .union(let alternatives): kind = .union(union(schema, alternatives, name: name))
        case .structure: kind = .structure(structure(schema, name: name))
        case .identifier, .enumeration, .value, .array, .dictionary: return
        }
        declarations[name]?.kind = kind
    }

    private func documentation(of schema: Schema) -> [String] {
        let text = Documentation.lines(schema.description ?? schema.title)
        guard schema.isDeprecated else { return text }
        return text + (text.isEmpty ? [] : [""]) + ["Deprecated."]
    }

    /// Forgets a type that no one needs to say.
    func drop(_ name: String) {
        declarations[name] = nil
        files[name] = nil
    }

    /// Completes what could not be known before every type was declared.
    ///
    /// - Returns: What has checks and what has none.
    func finish() -> Pruning {
        Recursion.break(in: &declarations)
        let pruning = Pruning(declarations)
        pruning.prune(&declarations)
        return pruning
    }
}
