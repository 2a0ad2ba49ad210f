package import GeneratorOpenAPI
import GeneratorYAML

/// Finds every OpenAPI object in the files of a spec.
///
/// A file is traversed from its root if it has the layout of a document, and from every place that a reference points to.
package struct SpecWalk {
    package private(set) var objects: [SpecObject] = []
    package private(set) var references: [SpecReference] = []
    private typealias Item = (kind: SpecObject.Kind, node: Node, place: Place, location: SourceLocation, name: String)
    private var seen: Set<Place> = []
    private var pending: [Item] = []
    private var deferred: [Item] = []
    private let files: SpecificationFiles

    package init(_ files: SpecificationFiles, named names: [String]) {
        self.files = files
        for name in names.sorted() {
            guard let root = files.root(of: name, neededAt: nil), let mapping = root.mapping else { continue }
            let isDocument = ["openapi", "paths", "components", "webhooks"].contains { mapping[$0] != nil }
            guard isDocument else { continue }
            add(.document, root, at: Place(file: name, path: []), root.location, "")
        }
        repeat {
            while let next = pending.popLast() { visit(next) }
            // A referenced object outside any known layout has the kind that the reference expects.
            for target in deferred { add(target.kind, target.node, at: target.place, target.location, target.name) }
            deferred = []
        } while !pending.isEmpty
        objects.sort { ($0.place.file, $0.node.location, $0.place) < ($1.place.file, $1.node.location, $1.place) }
    }

    private mutating func add(_ kind: SpecObject.Kind, _ node: Node, at place: Place, _ location: SourceLocation, _ name: String) {
        guard seen.insert(place).inserted else { return }
        pending.append((kind, node, place, location, name))
    }

    private mutating func visit(_ item: Item) {
        let (kind, node, place, location, name) = item
        // `additionalProperties: true` is not an object. Neither is a malformed node, which the reader reports.
        guard let mapping = node.mapping else { return }
        objects.append(SpecObject(kind: kind, place: place, node: node, location: location, name: name))
        if let reference = mapping["$ref"] {
            references.append(SpecReference(node: reference, file: place.file, kind: kind, origin: place, name: name))
            follow(reference, as: kind, from: place)
        }
        for entry in mapping.entries where !entry.key.hasPrefix("x-") {
            switch Self.layout[kind]?[entry.key] {
            case .one(let child): descend(child, entry, at: place, name)
            case .map(let child): descendMap(child, entry, at: place, name)
            case .list(let child): descendList(child, entry, at: place, name)
            case nil: descendPattern(kind, entry, at: place, name)
            }
        }
    }

    /// Visits members of objects whose member names are chosen by the spec.
    private mutating func descendPattern(_ kind: SpecObject.Kind, _ entry: Mapping.Entry, at place: Place, _ name: String) {
        switch kind {
        case .paths where entry.key.hasPrefix("/"):
            add(.pathItem, entry.value, at: place.appending(entry.key), entry.keyLocation, entry.key)
        case .pathItem where Operation.Method(rawValue: entry.key) != nil:
            let id = entry.value["operationId"]?.string ?? "\(entry.key) \(name)"
            add(.operation, entry.value, at: place.appending(entry.key), entry.keyLocation, id)
        case .responses:
            add(.response, entry.value, at: place.appending(entry.key), entry.keyLocation, "\(name)/\(entry.key)")
        case .callback:
            add(.pathItem, entry.value, at: place.appending(entry.key), entry.keyLocation, "\(name)/\(entry.key)")
        default: break
        }
    }

    private mutating func descend(_ kind: SpecObject.Kind, _ entry: Mapping.Entry, at place: Place, _ name: String) {
        add(kind, entry.value, at: place.appending(entry.key), entry.keyLocation, join(name, entry.key))
    }

    private mutating func descendMap(_ kind: SpecObject.Kind, _ entry: Mapping.Entry, at place: Place, _ name: String) {
        for member in entry.value.mapping?.entries ?? [] {
            // Components are named by their kind and name, such as `schemas/Tag`.
            add(
                kind, member.value, at: place.appending(entry.key, member.key), member.keyLocation,
                join(name == "components" ? "" : name, "\(entry.key)/\(member.key)"))
        }
    }

    private mutating func descendList(_ kind: SpecObject.Kind, _ entry: Mapping.Entry, at place: Place, _ name: String) {
        for (index, element) in (entry.value.sequence ?? []).enumerated() {
            let label = element["name"]?.string ?? String(index)
            add(kind, element, at: place.appending(entry.key, String(index)), element.location, join(name, "\(entry.key)/\(label)"))
        }
    }

    private mutating func follow(_ reference: Node, as kind: SpecObject.Kind, from place: Place) {
        guard let target = files.target(of: reference, in: place.file), !seen.contains(target),
            let node = files.node(at: target, neededAt: reference.location)
        else { return }
        deferred.append((kind, node, target, node.location, target.path.isEmpty ? target.file : target.description))
    }

    private func join(_ name: String, _ rest: String) -> String { name.isEmpty ? rest : "\(name)/\(rest)" }

    // MARK: Layout

    private enum Member { case one(SpecObject.Kind), map(SpecObject.Kind), list(SpecObject.Kind) }

    private static let layout: [SpecObject.Kind: [String: Member]] = [
        .document: [
            "info": .one(.info), "servers": .list(.server), "tags": .list(.tag), "paths": .one(.paths), "webhooks": .map(.pathItem),
            "components": .one(.components), "externalDocs": .one(.externalDocs),
        ],
        .info: ["contact": .one(.contact), "license": .one(.license)],
        .server: ["variables": .map(.serverVariable)],
        .tag: ["externalDocs": .one(.externalDocs)],
        .components: [
            "schemas": .map(.schema), "responses": .map(.response), "parameters": .map(.parameter), "examples": .map(.example),
            "requestBodies": .map(.requestBody), "headers": .map(.header), "securitySchemes": .map(.securityScheme), "links": .map(.link),
            "callbacks": .map(.callback), "pathItems": .map(.pathItem),
        ],
        .pathItem: ["servers": .list(.server), "parameters": .list(.parameter)],
        .operation: [
            "externalDocs": .one(.externalDocs), "parameters": .list(.parameter), "requestBody": .one(.requestBody),
            "responses": .one(.responses), "callbacks": .map(.callback), "servers": .list(.server),
        ],
        .parameter: ["schema": .one(.schema), "content": .map(.mediaType), "examples": .map(.example)],
        .header: ["schema": .one(.schema), "content": .map(.mediaType), "examples": .map(.example)],
        .requestBody: ["content": .map(.mediaType)],
        .response: ["headers": .map(.header), "content": .map(.mediaType), "links": .map(.link)],
        .mediaType: ["schema": .one(.schema), "examples": .map(.example), "encoding": .map(.encoding)],
        .encoding: ["headers": .map(.header)],
        .link: ["server": .one(.server)],
        .schema: [
            "properties": .map(.schema), "patternProperties": .map(.schema), "dependentSchemas": .map(.schema), "$defs": .map(.schema),
            "definitions": .map(.schema), "allOf": .list(.schema), "oneOf": .list(.schema), "anyOf": .list(.schema),
            "prefixItems": .list(.schema), "items": .one(.schema), "additionalProperties": .one(.schema), "not": .one(.schema),
            "if": .one(.schema), "then": .one(.schema), "else": .one(.schema), "contains": .one(.schema), "propertyNames": .one(.schema),
            "unevaluatedItems": .one(.schema), "unevaluatedProperties": .one(.schema), "discriminator": .one(.discriminator),
            "xml": .one(.xml), "externalDocs": .one(.externalDocs),
        ],
    ]
}
