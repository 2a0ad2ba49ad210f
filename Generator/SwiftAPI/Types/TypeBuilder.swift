import GeneratorOpenAPI
import GeneratorYAML

/// Declares the Swift types for schemas and creates references to them.
final class TypeBuilder {
    let document: Document
    let diagnostics: Diagnostics
    let resolutions: Resolutions
    let shapes: Shapes
    let directions: Directions
    let exports: Exports
    private(set) var declared = DeclaredTypes()
    /// The declared file format types by name, with their values and locations.
    private var fileForms: [String: (values: [String], location: SourceLocation)] = [:]
    private var table: NameTable
    private var names: [Place: String] = [:]
    /// The names of the units' types, by the units' names.
    private var unitNames: [String: String] = [:]
    /// The types that are named but whose parts are not processed yet.
    private var pending: [(name: String, schema: Schema)] = []

    init(
        document: Document, rootName: String, shapes: Shapes, directions: Directions, exports: Exports, diagnostics: Diagnostics
    ) {
        self.document = document
        self.diagnostics = diagnostics
        self.resolutions = shapes.resolutions
        self.shapes = shapes
        self.directions = directions
        self.exports = exports
        self.table = NameTable(reserved: Names.reservedTypes.union([rootName]))
        let units = document.units.map(\.name)
        unitNames = Dictionary(zip(units, table.unique(units) { Names.unreserved(Names.type($0)) })) { first, _ in first }
        claimComponentNames()
        for operation in document.operations { claimFileForm(of: operation) }
    }

    /// Claims the names of components before the names of inline types.
    private func claimComponentNames() {
        // Most schemas are inline and have no name. Sorting them, too, would take long.
        let named = document.schemas.values.filter { $0.typeName != nil || $0.swiftName != nil || $0.componentName != nil }
        let places = named.map(\.place).sorted()
        for place in places {
            let schema = document.schema(place)
            guard resolutions.forward(schema) == nil else { continue }
            guard shapes.declares(place) else {
                if let name = schema.typeName {
                    diagnostics.error(
                        at: schema.location,
                        "x-swift-type \"\(name)\" is on a schema that has no type of its own in Swift; it is for objects, enums, unions and identifiers",
                        about: .name)
                }
                continue
            }
            guard let swiftName = schema.typeName ?? schema.swiftName else { continue }
            let key = schema.typeName == nil ? "x-swift-name" : "x-swift-type"
            if !Names.isType(swiftName) {
                diagnostics.flaw(
                    at: schema.location, "\(key) \"\(swiftName)\" is not a valid name for a Swift type",
                    otherwise: "the type gets another name", remedy: "use letters and digits, beginning with an uppercase letter",
                    about: .name)
            } else if !table.claim(swiftName) {
                diagnostics.flaw(
                    at: schema.location, "the Swift name \"\(swiftName)\" is taken or reserved", otherwise: "the type gets another name",
                    remedy: "give this schema another \(key)", about: .name)
            } else {
                names[place] = swiftName
            }
        }
        let components = places.compactMap { place -> (place: Place, name: String)? in
            let schema = document.schema(place)
            guard names[place] == nil, resolutions.forward(schema) == nil, let name = schema.componentName, shapes.declares(place) else {
                return nil
            }
            return (place, name)
        }
        let unique = table.unique(components.map(\.name)) { Names.unreserved(Names.type($0)) }
        for (component, name) in zip(components, unique) { names[component.place] = name }
    }

    /// Claims the name of an operation's file format type. Operations that export the same files may share a type.
    private func claimFileForm(of operation: Operation) {
        guard let export = exports.export(of: operation), let name = export.swiftName else { return }
        let values = export.files.compactMap { $0.scalar?.text }
        if let other = fileForms[name] {
            if other.values != values {
                diagnostics.error(
                    at: export.location,
                    "\"\(name)\" has other files at \(other.location); list the same files, or write another name after as:")
            }
        } else if !Names.isType(name) || !table.claim(name) {
            diagnostics.error(
                at: export.location, "the Swift name \"\(name)\" is not a valid type name, or is taken or reserved; write another after as:"
            )
        } else {
            fileForms[name] = (values, export.location)
        }
    }

    /// Returns the type of the file formats that an operation exports, without the value that selects JSON.
    func fileForm(of operation: Operation, _ export: Operation.Export) -> TypeReference {
        let name = export.swiftName ?? table.unique(Names.unreserved(operation.typePrefix + "File"))
        guard declared.kind(of: name) == nil else { return .named(name) }
        // If the spec lists all values, the members are named as in that list.
        let choices = exports.choices(of: operation) ?? .init(values: export.files, names: [], areIntegers: false)
        let all = enumeration(choices).members
        let members = export.files.compactMap { file -> Enumeration.Member? in
            guard let member = all.first(where: { $0.value == .string(file.scalar?.text ?? "") }) else { return nil }
            // The compiler synthesizes a property with this name.
            return member.name == "allCases" ? .init(name: "allCases_", value: member.value, location: member.location) : member
        }
        add(
            name, .enumeration(.init(rawType: .string, members: members, use: .fileForm)),
            documentation: ["The file formats that a response can have."], file: operation.place.file, location: export.location)
        return .named(name)
    }

    // MARK: References

    /// Returns the type of a schema's values without optionality. Declares the type and all types that it consists of.
    ///
    /// - Parameter context: The name of a type that the spec does not name.
    func type(of place: Place, context: String) -> TypeReference {
        let type = reference(to: place, context: context)
        completePending()
        return type
    }

    /// Returns the only part of a form, if it is a file; `nil` for any other schema. Callers pass the file itself, so such a form needs
    /// no type.
    func onlyFile(of place: Place, context: String) -> Property? {
        guard case .structure = shapes.shape(of: place) else { return nil }
        let schema = resolutions.resolved(place).schema
        let written = writtenMembers(ofForm: schema)
        switch resolutions.members(of: schema.place).additional {
        case .unspecified, .forbidden: break
        case .anything, .schema: return nil
        }
        guard written.count == 1, case .value(.upload) = shapes.shape(of: written[0].schema) else { return nil }
        let form = structure(schema, name: context)
        completePending()
        return form.properties.first(where: \.isWritten)
    }

    /// Uses no recursion, so that chains of types can be arbitrarily long.
    private func completePending() {
        while let (name, schema) = pending.popLast() { complete(name, schema) }
    }

    /// Returns the type of a part of a type that is being declared.
    func reference(to place: Place, context: String) -> TypeReference {
        var outer: Set<Place> = []
        return reference(to: place, context: context, inside: &outer)
    }

    private func reference(to place: Place, context: String, inside outer: inout Set<Place>) -> TypeReference {
        let schema = resolutions.resolved(place).schema
        switch shapes.shape(of: place) {
        case .value(let type): return type
        case .unit(let unit, let isWhole): return declare(unit, isWhole: isWhole, at: schema.location)
        case .array(nil): return .array(.json)
        case .array(let items?): return .array(element(items, of: schema, context: context + "Item", inside: &outer))
        case .dictionary(let value): return .dictionary(element(value, of: schema, context: context + "Value", inside: &outer))
        case .identifier, .enumeration, .structure, .union: return declare(schema, context: context)
        }
    }

    /// Returns the element type of a list or map.
    ///
    /// A lenient list (`x-lenient`) has no null elements: they are skipped when it is read.
    /// Nested lists are supported up to a depth of 16. Deeper lists, and lists that contain themselves, have elements of any JSON.
    private func element(_ place: Place, of list: Schema, context: String, inside outer: inout Set<Place>) -> TypeReference {
        outer.insert(list.place)
        guard outer.count < 16, !outer.contains(resolutions.resolved(place).schema.place) else { return .json }
        let type = withoutFraction(reference(to: place, context: context, inside: &outer), at: place)
        return resolutions.resolved(place).isNullable && !list.isLenient ? .optional(type) : type
    }

    /// Returns the type without a fraction, and reports an error if it has one.
    ///
    /// Only a member or a parameter can specify the format of a point in time.
    func withoutFraction(_ type: TypeReference, at place: Place) -> TypeReference {
        guard type.hasFraction else { return type }
        diagnostics.error(
            at: resolutions.resolved(place).schema.location,
            "x-fraction-digits is for a member or parameter that is a point in time, not for elements or alternatives; remove it"
        )
        if case .wallClockTime = type { return .wallClockTime(digits: 0) }
        return .date
    }

    // MARK: Declarations

    /// Declares the type of numbers with a unit.
    private func declare(_ unit: NumberUnit, isWhole: Bool, at location: SourceLocation) -> TypeReference {
        let name = unitNames[unit.name] ?? Names.type(unit.name)
        guard case .unit(let scale) = declared.kind(of: name) else {
            add(
                name, .unit(.init(measure: unit.measure, digits: unit.digits, isWhole: isWhole)),
                documentation: Documentation.lines(unit.description ?? "The unit `\(unit.name)`."), file: document.file,
                location: unit.location)
            return .named(name)
        }
        if scale.isWhole != isWhole {
            diagnostics.error(
                at: location,
                "the unit \"\(unit.name)\" is on integers elsewhere and on a number with fractions here, or the other way round; Swift has one type for it, so give the others a unit of their own",
                about: .unit)
        }
        return .named(name)
    }

    private func declare(_ schema: Schema, context: String) -> TypeReference {
        let name = names[schema.place] ?? table.unique(Names.unreserved(String(context.prefix(150))))
        names[schema.place] = name
        guard declared.kind(of: name) == nil else { return .named(name) }
        // The kind is recorded immediately because other types may need it. The contents are processed later.
        let kind: TypeDeclaration.Kind
        switch shapes.shape(of: schema.place) {
        case .enumeration(let choices): kind = .enumeration(enumeration(choices))
        case .union:
            kind = .union(.init(alternatives: [], discriminator: nil, isRecursive: false))
            pending.append((name, schema))
        case .structure:
            kind = .structure(structure(schema, properties: [], rules: []))
            pending.append((name, schema))
        case .identifier, .value, .unit, .array, .dictionary: kind = .identifier
        }
        add(name, kind, documentation: documentation(of: schema), file: schema.place.file, location: schema.location)
        return .named(name)
    }

    /// Declares a type that no schema describes.
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
        declared.add(TypeDeclaration(name: name, documentation: documentation, kind: kind, location: location), file: file)
    }

    private func complete(_ name: String, _ schema: Schema) {
        let kind: TypeDeclaration.Kind
        switch shapes.shape(of: schema.place) {
        case .union(let alternatives): kind = .union(union(schema, alternatives, name: name))
        case .structure: kind = .structure(structure(schema, name: name))
        case .identifier, .enumeration, .value, .unit, .array, .dictionary: return
        }
        declared.complete(name, kind)
    }

    private func documentation(of schema: Schema) -> [String] {
        let fallback = schema.componentName.map { "The schema `\($0)`." } ?? "A schema that the spec does not name."
        let text = Documentation.lines(schema.description ?? schema.title ?? fallback)
        guard schema.isDeprecated else { return text }
        return text + (text.isEmpty ? [] : [""]) + ["Deprecated."]
    }
}
