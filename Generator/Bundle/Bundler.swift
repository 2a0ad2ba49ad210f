import GeneratorOpenAPI
import GeneratorOutline
import GeneratorYAML

/// Assigns everything in a spec a location in one document.
struct Bundler {
    private let document: String
    private let files: SpecificationFiles
    private let diagnostics: Diagnostics
    private let references: [Place: SpecReference]
    private let discriminators: Set<Place>
    private let objects: [SpecObject]
    /// The destinations of places. Contents move along with them.
    private var destinations: [Place: [String]] = [:]
    private var taken: [String: Set<String>] = [:]
    /// The values that become components without having been components before, in order.
    private var hoisted: [(node: Node, place: Place, kind: String, name: String)] = []

    init(document: String, files: SpecificationFiles, walk: SpecWalk, diagnostics: Diagnostics) {
        self.document = document
        self.files = files
        self.diagnostics = diagnostics
        objects = walk.objects
        references = Dictionary(walk.references.map { ($0.origin, $0) }, uniquingKeysWith: { first, _ in first })
        discriminators = Set(walk.objects.filter { $0.kind == .discriminator }.map(\.place))
    }

    mutating func bundle(_ root: Node) -> DocumentValue {
        let start = Place(file: document, path: [])
        destinations[start] = []
        placePaths(of: root)
        let components = placeComponents()
        placeTheRest()
        guard case .object(var members) = value(of: root, at: start) else { return .object([]) }
        var bundled: [DocumentValue.Member] = []
        if case .object(let own)? = members["components"] { bundled = own }
        for component in components where component.place.file != document {
            add(value(of: component.node, at: component.place), as: component.destination, to: &bundled)
        }
        for item in hoisted {
            add(value(of: item.node, at: item.place), as: ["components", item.kind, item.name], to: &bundled)
        }
        if !bundled.isEmpty { members["components"] = .object(bundled) }
        return .object(members)
    }

    private func add(_ value: DocumentValue, as destination: [String], to components: inout [DocumentValue.Member]) {
        var ofKind: [DocumentValue.Member] = []
        if case .object(let members)? = components[destination[1]] { ofKind = members }
        ofKind[destination[2]] = value
        components[destination[1]] = .object(ofKind)
    }

    // MARK: Places

    /// Moves the paths of section files to where the document lists them.
    private mutating func placePaths(of root: Node) {
        for entry in root["paths"]?.mapping?.entries ?? [] {
            var place = Place(file: document, path: ["paths", entry.key])
            while let reference = references[place], let target = files.target(of: reference.node, in: place.file) {
                if destinations[target] == nil { destinations[target] = ["paths", entry.key] }
                place = target
            }
        }
    }

    /// Places the components, which keep their names. Duplicate names get numbers in the order of their places, as in the generated
    /// Swift.
    private mutating func placeComponents() -> [(node: Node, place: Place, destination: [String])] {
        let components = objects.filter(\.isComponent)
        let first = components.filter { $0.place.file == document }
        let others = components.filter { $0.place.file != document }.sorted { left, right in
            left.place.file == right.place.file ? left.location < right.location : left.place.file < right.place.file
        }
        return (first + others).map { component in
            let kind = component.place.path[1]
            let destination = ["components", kind, unique(component.key, among: kind)]
            destinations[component.place] = destination
            return (component.node, component.place, destination)
        }
    }

    /// Places the remaining targets of references into other files.
    private mutating func placeTheRest() {
        let targets = references.values.compactMap { reference in
            files.target(of: reference.node, in: reference.file).map { (place: $0, reference: reference) }
        }
        // Shorter paths come first, because values nested in a target move along with it.
        let order = targets.sorted { left, right in
            let (inner, outer) = (left.place.path.count, right.place.path.count)
            return inner == outer ? (left.place, left.reference.origin) < (right.place, right.reference.origin) : inner < outer
        }
        for (target, reference) in order {
            guard destination(of: target) == nil, let node = files.node(at: target, neededAt: reference.node.location) else { continue }
            guard let kind = Self.componentKinds[reference.kind] else {
                diagnostics.error(
                    at: reference.node.location,
                    "what the reference leads to has no place in one document; make it a component, or list it under paths",
                    about: .reference)
                continue
            }
            let name = unique(Self.name(for: target), among: kind)
            destinations[target] = ["components", kind, name]
            hoisted.append((node, target, kind, name))
        }
    }

    /// Returns the destination of a place, derived from the closest enclosing place that has one.
    private func destination(of place: Place) -> [String]? {
        for length in stride(from: place.path.count, through: 0, by: -1) {
            let outer = Place(file: place.file, path: Array(place.path.prefix(length)))
            if let destination = destinations[outer] { return destination + place.path.dropFirst(length) }
        }
        return nil
    }

    private mutating func unique(_ name: String, among kind: String) -> String {
        var unique = name
        var number = 2
        while !taken[kind, default: []].insert(unique).inserted {
            unique = "\(name)\(number)"
            number += 1
        }
        return unique
    }

    /// Returns a valid component name, derived from the last name in a place's path.
    private static func name(for place: Place) -> String {
        let stem = place.file.split(separator: "/").last.map { String($0.split(separator: ".")[0]) } ?? ""
        let last = place.path.last { Int($0) == nil } ?? stem
        let name = String(last.unicodeScalars.map { isNameScalar($0) ? Character($0) : "_" })
        return name.isEmpty ? "component" : name
    }

    private static func isNameScalar(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "a"..."z", "A"..."Z", "0"..."9", ".", "_", "-": true
        default: false
        }
    }

    private static let componentKinds: [SpecObject.Kind: String] = [
        .schema: "schemas", .response: "responses", .parameter: "parameters", .example: "examples", .requestBody: "requestBodies",
        .header: "headers", .securityScheme: "securitySchemes", .link: "links", .callback: "callbacks", .pathItem: "pathItems",
    ]

    // MARK: Values

    private func value(of node: Node, at place: Place) -> DocumentValue {
        switch node.content {
        case .scalar(let scalar): return .scalar(scalar.value)
        case .sequence(let elements):
            return .list(elements.enumerated().map { value(of: $1, at: place.appending(String($0))) })
        case .mapping(let mapping):
            if let path = inlinedPath(mapping, at: place) { return path }
            return .object(mapping.entries.map { .init(key: $0.key, value: member($0, of: place)) })
        }
    }

    private func member(_ entry: Mapping.Entry, of place: Place) -> DocumentValue {
        if entry.key == "$ref", let reference = references[place], let text = rewritten(reference.node, in: place.file) {
            return .text(text)
        }
        if entry.key == "mapping", discriminators.contains(place), let mapping = entry.value.mapping {
            return .object(mapping.entries.map { .init(key: $0.key, value: mapped($0.value, in: place.file)) })
        }
        return value(of: entry.value, at: place.appending(entry.key))
    }

    /// Returns the path item of a section file that replaces a path's reference, merged with the members next to the reference.
    private func inlinedPath(_ mapping: Mapping, at place: Place) -> DocumentValue? {
        guard place.file == document, place.path.count == 2, place.path[0] == "paths", let reference = references[place],
            let target = files.target(of: reference.node, in: place.file), destination(of: target) == place.path,
            let node = files.node(at: target, neededAt: reference.node.location),
            case .object(var members) = chained(node, at: target, destination: place.path)
        else { return nil }
        for entry in mapping.entries where entry.key != "$ref" { members[entry.key] = member(entry, of: place) }
        return .object(members)
    }

    /// Resolves a chain of references to a path item.
    private func chained(_ node: Node, at place: Place, destination wanted: [String]) -> DocumentValue {
        guard let reference = references[place], let target = files.target(of: reference.node, in: place.file),
            destination(of: target) == wanted, let next = files.node(at: target, neededAt: reference.node.location)
        else { return value(of: node, at: place) }
        return chained(next, at: target, destination: wanted)
    }

    private func rewritten(_ reference: Node, in file: String) -> String? {
        guard let target = files.target(of: reference, in: file), let destination = destination(of: target) else { return nil }
        return Self.pointer(to: destination)
    }

    /// Rewrites a discriminator mapping, which is a reference or the name of a component.
    private func mapped(_ node: Node, in file: String) -> DocumentValue {
        guard let text = node.string else { return .text("") }
        let named = Place(file: file, path: ["components", "schemas", text])
        if let destination = destinations[named] { return .text(Self.pointer(to: destination)) }
        return .text(rewritten(node, in: file) ?? text)
    }

    /// Returns a JSON pointer as a URI fragment.
    private static func pointer(to path: [String]) -> String {
        var text = "#"
        for component in path {
            text += "/"
            for byte in component.utf8 {
                switch byte {
                case UInt8(ascii: "~"): text += "~0"
                case UInt8(ascii: "/"): text += "~1"
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"):
                    text.unicodeScalars.append(Unicode.Scalar(byte))
                case _ where "-._!$&'()*+,;=:@?".utf8.contains(byte): text.unicodeScalars.append(Unicode.Scalar(byte))
                default:
                    let digits = String(byte, radix: 16, uppercase: true)
                    text += "%" + (digits.count == 1 ? "0" : "") + digits
                }
            }
        }
        return text
    }
}
