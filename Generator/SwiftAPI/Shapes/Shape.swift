package import GeneratorOpenAPI
package import GeneratorYAML

/// The kind of Swift type that a schema becomes.
package enum Shape {
    case value(TypeReference)
    /// A number with a unit, which is an integer or not.
    case unit(NumberUnit, isWhole: Bool)
    case identifier
    case enumeration(Choices)
    case structure
    case union([Place])
    case array(Place?)
    case dictionary(Place)

    /// The values of an enumeration, as the spec lists them.
    package struct Choices {
        package let values: [Node]
        /// The names that the spec gives the values, in the same order.
        package let names: [String]
        package let areIntegers: Bool
    }

    /// `true` if the value is encoded as a plain JSON string.
    package var isJSONString: Bool {
        switch self {
        case .value(.string), .value(.date), .value(.dateWithFraction), .value(.wallClockTime), .value(.calendarDate), .value(.dayOrTime),
            .value(.duration), .identifier:
            true
        case .enumeration(let choices): !choices.areIntegers
        default: false
        }
    }
}

extension Shape {
    fileprivate var isDay: Bool { if case .value(.calendarDate) = self { true } else { false } }
    fileprivate var isTime: Bool { if case .value(.date) = self { true } else { false } }
}

/// Determines the kind of type that each schema becomes.
///
/// Results depend on the document alone. They are determined when they are first needed, and then kept.
package final class Shapes {
    package let resolutions: Resolutions
    /// The string schemas that are files because they are parts of forms. In JSON, binary data is text.
    private let uploads: Set<Place>
    private let diagnostics: Diagnostics
    private var known: [Place: Shape] = [:]

    init(resolutions: Resolutions, uploads: Set<Place>, diagnostics: Diagnostics) {
        self.resolutions = resolutions
        self.uploads = uploads
        self.diagnostics = diagnostics
    }

    /// Creates the shapes of a document whose problems are reported elsewhere.
    package convenience init(of document: Document) {
        let diagnostics = Diagnostics()
        let resolutions = Resolutions(of: document, diagnostics: diagnostics)
        let directions = Directions(of: document, resolutions: resolutions)
        self.init(resolutions: resolutions, uploads: directions.uploads, diagnostics: diagnostics)
    }

    /// Returns the `x-swift-name` at the place if it names the property or the use rather than the type.
    ///
    /// Next to a reference, or on a schema that declares no type, it can only name the use.
    package func nameOfUse(_ place: Place) -> String? {
        let schema = resolutions.schema(place)
        return resolutions.forward(schema) != nil || !declares(place) ? schema.swiftName : nil
    }

    /// Returns `true` if the schema becomes a named type.
    package func declares(_ place: Place) -> Bool {
        switch shape(of: place) {
        case .identifier, .enumeration, .structure, .union: true
        case .value, .unit, .array, .dictionary: false
        }
    }

    /// Returns `true` if the schema describes an object of which nothing is known.
    func isEmptyObject(_ place: Place) -> Bool {
        let schema = resolutions.resolved(place).schema
        guard case .value(.json) = shape(of: place), schema.types == [.object] else { return false }
        return schema.additionalProperties == .unspecified || schema.additionalProperties == .forbidden
    }

    package func shape(of place: Place) -> Shape {
        let schema = resolutions.resolved(place).schema
        if let shape = known[schema.place] { return shape }
        let shape = decide(schema)
        known[schema.place] = shape
        return shape
    }

    /// Determines the shape of a schema. Needs no shapes of unions, so the recursion is at most one level deep.
    private func decide(_ schema: Schema) -> Shape {
        // The values of such an enum are amounts, which need no names.
        if let unit = schema.unit { return .unit(unit, isWhole: schema.types == [.integer]) }
        if !schema.enumeration.isEmpty {
            guard schema.enumeration.contains(where: { $0.scalar == nil }) else { return enumeration(schema) }
            diagnostics.flaw(
                at: schema.location, "this enum has lists or objects as values, which have no names in Swift",
                otherwise: "any value of its type is taken", remedy: "describe the values with properties or items")
            var schema = schema
            schema.enumeration = []
            return decide(schema)
        }
        if resolutions.isUnion(schema) { return union(schema) }
        if schema.hasOwnMembers { return .structure }
        guard schema.types.count < 2 else { return .value(.json) }
        switch schema.types.first {
        case .string: return string(schema)
        case .integer: return .value(schema.format == "int64" ? .int64 : .int)
        case .number: return .value(.double)
        case .boolean: return .value(.bool)
        case .array: return .array(schema.items)
        case .object, nil:
            if schema.items != nil, schema.types.isEmpty { return .array(schema.items) }
            if case .schema(let value) = schema.additionalProperties { return .dictionary(value) }
            return .value(.json)
        }
    }

    private func string(_ schema: Schema) -> Shape {
        switch schema.format {
        case "date-time" where schema.wallClock != nil, nil where schema.wallClock != nil:
            .value(.wallClockTime(digits: schema.fractionDigits ?? 0))
        // Dates are sent without fractional seconds by default, so zero digits need no type of their own.
        case "date-time": .value(schema.fractionDigits.map { $0 > 0 ? .dateWithFraction(digits: $0) : .date } ?? .date)
        case "date": .value(.calendarDate)
        case "duration": .value(.duration)
        case "binary": .value(uploads.contains(schema.place) ? .upload : .string)
        default: schema.isIdentifier ? .identifier : .value(.string)
        }
    }

    private func enumeration(_ schema: Schema) -> Shape {
        let values = schema.enumeration
        // Values of a string enum may be written without quotation marks and are still strings.
        if schema.types == [.string] || values.allSatisfy(\.isStringScalar) {
            return .enumeration(.init(values: values, names: schema.enumerationNames, areIntegers: false))
        }
        if values.allSatisfy(\.isIntegerScalar) {
            return .enumeration(.init(values: values, names: schema.enumerationNames, areIntegers: true))
        }
        if values.allSatisfy(\.isBoolScalar) { return .value(.bool) }
        if schema.types == [.number] || schema.types.isEmpty && values.allSatisfy(\.isNumberScalar) { return .value(.double) }
        diagnostics.flaw(
            at: schema.location, "this enum mixes kinds of values", otherwise: "any value is taken",
            remedy: "Swift needs them all to be strings, or all whole numbers")
        return .value(.json)
    }

    private func union(_ schema: Schema) -> Shape {
        let places = resolutions.alternatives(of: schema)
        guard let first = places.first else { return .value(.json) }
        guard places.count > 1 || resolutions.isBase(schema) else { return shape(of: first) }
        // A reader cannot distinguish alternatives that are all text.
        let shapes = places.map(shape(of:))
        if shapes.count == 2, shapes.contains(where: \.isDay), shapes.contains(where: \.isTime) { return .value(.dayOrTime) }
        if let choices = integerConstants(places, shapes) { return .enumeration(choices) }
        if let files = listOfFiles(shapes) { return .array(files) }
        guard shapes.allSatisfy(\.isJSONString) else { return .union(places) }
        let values = shapes.flatMap { shape -> [Node] in if case .enumeration(let choices) = shape { choices.values } else { [] } }
        return values.isEmpty ? .value(.string) : .enumeration(.init(values: values, names: [], areIntegers: false))
    }

    /// Returns the elements of the list if the alternatives are a file and a list of files. A list may have one element.
    private func listOfFiles(_ shapes: [Shape]) -> Place? {
        var items: Place?
        for shape in shapes {
            switch shape {
            case .value(.upload): continue
            case .array(let place?):
                // Its shape may be that of the union.
                guard uploads.contains(resolutions.resolved(place).schema.place) else { return nil }
                items = place
            default: return nil
            }
        }
        return items
    }

    /// Returns the values of alternatives if each of them lists whole numbers, as in
    /// `oneOf: [{title: OPEN, const: 0}, {title: CLOSED, const: 1}]`; `nil` if they are something else.
    private func integerConstants(_ places: [Place], _ shapes: [Shape]) -> Shape.Choices? {
        var values: [Node] = []
        var names: [String] = []
        for (place, shape) in zip(places, shapes) {
            guard case .enumeration(let choices) = shape, choices.areIntegers else { return nil }
            values += choices.values
            // The title says what the number stands for.
            let schema = resolutions.schema(place)
            guard choices.values.count == 1, let title = schema.title, Names.typeSuffix(ofTitle: title) != nil else { continue }
            names.append(Names.enumerationMember(title))
        }
        return .init(values: values, names: names.count == values.count && Set(names).count == names.count ? names : [], areIntegers: true)
    }
}

extension Node {
    var isStringScalar: Bool { if case .string = scalar?.value { true } else { false } }
    var isIntegerScalar: Bool { if case .integer = scalar?.value { true } else { false } }
    var isNumberScalar: Bool { if case .decimal = scalar?.value { true } else { isIntegerScalar } }
    var isBoolScalar: Bool { if case .bool = scalar?.value { true } else { false } }
}

extension Schema {
    /// `true` if the schema specifies the members of an object, either itself or by `allOf`.
    var hasOwnMembers: Bool { !properties.isEmpty || !allOf.isEmpty }

    /// `true` for a named string with no other format than `uuid` whose name ends in `ID` or `Id`.
    var isIdentifier: Bool {
        guard types == [.string], format == nil || format == "uuid", let name = typeName ?? swiftName ?? componentName else { return false }
        return name.hasSuffix("ID") || name.hasSuffix("Id")
    }
}
