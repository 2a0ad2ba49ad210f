import GeneratorOpenAPI
import GeneratorYAML

/// Declares the Swift types that schemas become, and refers to them.
final class TypeBuilder {
    let document: Document
    let diagnostics: Diagnostics
    let shapes: Shapes
    let directions: Directions
    let exports: Exports
    /// The types of file forms that are declared, by their names, with what they are made of.
    private var fileForms: [String: (values: [String], location: SourceLocation)] = [:]
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
        self.exports = Exports(of: document, shapes: shapes, diagnostics: diagnostics)
        claimComponentNames()
        for operation in document.operations { claimFileForm(of: operation) }
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

    /// Operations that export the same files may share the type that names them.
    private func claimFileForm(of operation: Operation) {
        guard let export = exports.export(of: operation), let name = export.swiftName else { return }
        let values = export.files.compactMap { $0.scalar?.text }
        if let other = fileForms[name] {
            if other.values != values {
                diagnostics.error(
                    at: export.location, "\"\(name)\" has other files at \(other.location); list the same, or write another name after as:")
            }
        } else if !Names.isType(name) || !table.claim(name) {
            diagnostics.error(
                at: export.location, "the Swift name \"\(name)\" is none for a type, taken or reserved; write another after as:")
        } else {
            fileForms[name] = (values, export.location)
        }
    }

    /// The type of the files that an operation exports, without the value that asks for JSON.
    func fileForm(of operation: Operation, _ export: Operation.Export) -> TypeReference {
        let name = export.swiftName ?? table.unique(Names.unreserved(Names.type(operation.swiftNameOfInlineTypes) + "File"))
        guard declarations[name] == nil else { return .named(name) }
        // Named as where all values are listed, if they are.
        let choices = exports.choices(of: operation) ?? .init(values: export.files, names: [], areIntegers: false)
        let all = enumeration(choices).members
        let members = export.files.compactMap { file -> Enumeration.Member? in
            guard let member = all.first(where: { $0.value == .string(file.scalar?.text ?? "") }) else { return nil }
            // The compiler lists the cases under this name.
            return member.name == "allCases" ? .init(name: "allCases_", value: member.value, location: member.location) : member
        }
        add(
            name, .enumeration(.init(rawType: .string, members: members, isClosed: true)),
            documentation: ["The file formats that a response can have."], file: operation.place.file, location: export.location)
        return .named(name)
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
        let type = withoutFraction(reference(to: place, context: context, inside: &outer), at: place)
        return shapes.resolved(place).isNullable ? .optional(type) : type
    }

    /// How a point in time is written, its place says: a member or a parameter. Others have none to say it.
    func withoutFraction(_ type: TypeReference, at place: Place) -> TypeReference {
        guard case .dateWithFraction = type else { return type }
        diagnostics.error(
            at: shapes.resolved(place).schema.location,
            "x-fraction-digits is for a member or a parameter that is a point in time itself, not for elements and alternatives; leave it out"
        )
        return .date
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
        add(name, kind, documentation: documentation(of: schema), file: schema.place.file, location: schema.location)
        return .named(name)
    }

    /// A type that no schema describes.
    func declare(
        _ context: String, _ kind: TypeDeclaration.Kind, documentation: [String], file: String, location: SourceLocation
    ) -> TypeReference {
        let name = table.unique(Names.unreserved(context))
        add(name, kind, documentation: documentation, file: file, location: location)
        return .named(name)
    }

    private func add(
        _ name: String, _ kind: TypeDeclaration.Kind, documentation: [String], file: String, location: SourceLocation
    ) {
        declarations[name] = TypeDeclaration(name: name, documentation: documentation, kind: kind, location: location)
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
        let fallback = schema.componentName.map { "The schema `\($0)`." } ?? "A schema that the spec does not name."
        let text = Documentation.lines(schema.description ?? schema.title ?? fallback)
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
