import GeneratorOpenAPI
import GeneratorYAML

/// What kind of Swift type a schema becomes.
indirect enum Shape {
    case value(TypeReference)
    case identifier
    case enumeration([Node], names: [String])
    case structure
    case union([Place])
    case array(Place?)
    case dictionary(Place)
}

/// Looks through references and decides what kind of type each schema becomes.
final class Shapes {
    let document: Document
    private let diagnostics: Diagnostics
    private var known: [Place: Shape] = [:]

    init(document: Document, diagnostics: Diagnostics) {
        self.document = document
        self.diagnostics = diagnostics
    }

    /// The schema at the end of references and of `allOf`s that only name one other, and whether null was allowed on the way.
    func resolved(_ place: Place) -> (schema: Schema, isNullable: Bool) {
        var schema = document.schema(place)
        var isNullable = schema.isNullable
        var seen: Set<Place> = [place]
        while let next = schema.forward, seen.insert(next).inserted {
            schema = document.schema(next)
            isNullable = isNullable || schema.isNullable
        }
        if schema.forward != nil {
            diagnostics.error(at: schema.location, "this schema only refers to itself; say what its values are")
        }
        return (schema, isNullable)
    }

    func shape(of place: Place) -> Shape {
        let schema = resolved(place).schema
        if let shape = known[schema.place] { return shape }
        // What a schema that contains itself sees of itself while it is being looked at.
        known[schema.place] = schema.isUnion ? .union([]) : .structure
        let shape = decide(schema)
        known[schema.place] = shape
        return shape
    }

    private func decide(_ schema: Schema) -> Shape {
        if !schema.enumeration.isEmpty { return enumeration(schema) }
        if !schema.oneOf.isEmpty || !schema.anyOf.isEmpty, !hasOwnMembers(schema) { return union(schema) }
        if hasOwnMembers(schema) || schema.properties.count > 0 { return .structure }
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

    /// Whether the schema says which members an object has, itself or by `allOf`.
    private func hasOwnMembers(_ schema: Schema) -> Bool { !schema.properties.isEmpty || !schema.allOf.isEmpty }

    private func string(_ schema: Schema) -> Shape {
        switch schema.format {
        case "date-time": return .value(.date)
        case "date": return .value(.calendarDate)
        case "duration": return .value(.duration)
        case "binary": return .value(.upload)
        default: return schema.isIdentifier ? .identifier : .value(.string)
        }
    }

    private func enumeration(_ schema: Schema) -> Shape {
        let values = schema.enumeration
        if schema.types == [.string] || values.allSatisfy({ $0.isStringScalar }) {
            return .enumeration(values, names: schema.enumerationNames)
        }
        if values.allSatisfy({ $0.isIntegerScalar }) { return .enumeration(values, names: schema.enumerationNames) }
        if values.allSatisfy({ $0.isBoolScalar }) { return .value(.bool) }
        if values.allSatisfy({ $0.scalar != nil }), schema.types == [.number] { return .value(.double) }
        diagnostics.error(
            at: schema.location, "this enum mixes kinds of values; Swift needs them all to be strings, or all whole numbers")
        return .value(.json)
    }

    private func union(_ schema: Schema) -> Shape {
        let alternatives = flattened(schema)
        // Alternatives that are all text differ in nothing that a reader could see.
        let texts = alternatives.map { (place: $0, shape: shape(of: $0)) }
        if texts.allSatisfy({ $0.shape.isText }), texts.count > 1 {
            let values = texts.flatMap { text -> [Node] in
                if case .enumeration(let values, _) = text.shape { values } else { [] }
            }
            return values.isEmpty ? .value(.string) : .enumeration(values, names: [])
        }
        switch alternatives.count {
        case 0: return .value(.json)
        case 1: return shape(of: alternatives[0])
        default: return .union(alternatives)
        }
    }

    /// The alternatives of a union, those of nested unions in their place, itself and doubles left out.
    private func flattened(_ schema: Schema) -> [Place] {
        var result: [Place] = []
        var seen: Set<Place> = [schema.place]
        func add(_ schema: Schema) {
            for place in schema.oneOf + schema.anyOf {
                let alternative = resolved(place).schema
                guard seen.insert(alternative.place).inserted else { continue }
                if alternative.isUnion, alternative.enumeration.isEmpty, !hasOwnMembers(alternative) {
                    add(alternative)
                } else {
                    result.append(alternative.place)
                }
            }
        }
        add(schema)
        return result
    }

    // MARK: Members of objects

    struct Member {
        let name: String
        let location: SourceLocation
        let schema: Place
        var isRequired: Bool
    }

    /// The members of an object, with those that `allOf` adds, each once: the last that names it counts.
    func members(of place: Place) -> [Member] {
        var members: [Member] = []
        var required: Set<String> = []
        var seen: Set<Place> = []
        func add(_ schema: Schema, asAlternative isAlternative: Bool) {
            guard seen.insert(schema.place).inserted else { return }
            for part in schema.allOf {
                let part = resolved(part).schema
                checkIsObject(part)
                add(part, asAlternative: isAlternative)
            }
            for property in schema.properties {
                let member = Member(name: property.name, location: property.location, schema: property.schema, isRequired: false)
                if let index = members.firstIndex(where: { $0.name == property.name }) {
                    members[index] = member
                } else {
                    members.append(member)
                }
            }
            if !isAlternative { required.formUnion(schema.required) }
            // Alternatives beside members: an object that may have the members of each.
            for alternative in schema.oneOf + schema.anyOf where hasOwnMembers(schema) {
                add(resolved(alternative).schema, asAlternative: true)
            }
        }
        let schema = resolved(place).schema
        add(schema, asAlternative: false)
        for index in members.indices { members[index].isRequired = required.contains(members[index].name) }
        for name in required.sorted() where !members.contains(where: { $0.name == name }) {
            diagnostics.error(at: schema.location, "\"\(name)\" is required, but no such property is described; add it to properties")
        }
        return members
    }

    private func checkIsObject(_ schema: Schema) {
        let isOther = schema.types.contains { $0 != .object } || (!schema.enumeration.isEmpty)
        if isOther {
            diagnostics.error(
                at: schema.location,
                "allOf joins objects, but this is none; refer to it without allOf, or describe the result as one schema")
        }
    }
}

extension Schema {
    /// Where the schema only leads on: a reference, or an `allOf` that only names one other.
    var forward: Place? {
        if let reference { return reference }
        let isWrapper = allOf.count == 1 && properties.isEmpty && oneOf.isEmpty && anyOf.isEmpty && enumeration.isEmpty
        return isWrapper ? allOf[0] : nil
    }

    /// The name under which other schemas refer to this one.
    var componentName: String? {
        guard let last = place.path.last else {
            let file = place.file.split(separator: "/").last ?? ""
            return file.split(separator: ".").first.map(String.init)
        }
        let isComponent = place.path.count == 3 && place.path[0] == "components" && place.path[1] == "schemas"
        let isDefinition = place.path.count == 2 && (place.path[0] == "definitions" || place.path[0] == "$defs")
        return isComponent || isDefinition || place.path.count == 1 ? last : nil
    }

    /// A named string without further form whose name says that it identifies something.
    var isIdentifier: Bool {
        guard types == [.string], format == nil || format == "uuid", let name = swiftName ?? componentName else { return false }
        return name.hasSuffix("ID") || name.hasSuffix("Id")
    }
}

extension Shape {
    /// Whether a JSON string is all that can be seen of it.
    var isText: Bool {
        switch self {
        case .value(.string), .value(.date), .value(.calendarDate), .value(.duration), .identifier: true
        case .enumeration(let values, _): values.allSatisfy(\.isStringScalar)
        default: false
        }
    }
}

extension Node {
    var isStringScalar: Bool { if case .string = scalar?.value { true } else { false } }
    var isIntegerScalar: Bool { if case .integer = scalar?.value { true } else { false } }
    var isBoolScalar: Bool { if case .bool = scalar?.value { true } else { false } }
}
