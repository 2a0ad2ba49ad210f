import GeneratorOpenAPI
import GeneratorOutline
import GeneratorYAML

extension Check {
    static let collidingName = Check(
        "colliding-name", "No two names differ in case only, and component names are unique across all files.",
        """
        File systems, HTTP headers and people do not distinguish `userId` and `userID`. If two properties of a schema differ only in \
        case, one of them gets an unexpected Swift name. If two files have a component of the same name, one of them gets a number, and \
        a bundled file cannot contain both. The check compares components of the same kind, properties of a schema, parameters of an \
        operation in the same position, operationIds and files.
        """
    ) { specification, report in
        func compare(_ names: [(name: String, location: SourceLocation, subject: String)], _ what: String) {
            var first: [String: (name: String, location: SourceLocation)] = [:]
            for item in names {
                guard let other = first[item.name.lowercased()] else {
                    first[item.name.lowercased()] = (item.name, item.location)
                    continue
                }
                let difference = other.name == item.name ? "has the same name" : "is \"\(other.name)\", and only the case differs"
                report.add(at: item.location, item.subject, "\(what) at \(other.location) \(difference); rename one of them")
            }
        }
        let components = Dictionary(grouping: specification.objects.filter(\.isComponent)) { $0.place.path[1] }
        for kind in components.keys.sorted() {
            compare((components[kind] ?? []).map { ($0.key, $0.location, $0.name) }, "another component of \(kind)")
        }
        for object in specification.objects where object.kind == .schema {
            let entries = object.node["properties"]?.mapping?.entries ?? []
            compare(entries.map { ($0.key, $0.keyLocation, "\(object.name)/properties/\($0.key)") }, "the property")
        }
        for operation in specification.document?.operations ?? [] {
            for (_, parameters) in Dictionary(grouping: operation.parameters, by: \.position).sorted(by: {
                $0.key.rawValue < $1.key.rawValue
            }) {
                compare(parameters.map { ($0.name, $0.location, "\(operation.id)/parameters/\($0.name)") }, "the parameter")
            }
        }
        // The reader already rejects exact duplicates.
        var seen: Set<String> = []
        let operations = (specification.document?.operations ?? []).filter { seen.insert($0.id).inserted }
        compare(operations.map { ($0.id, $0.location, $0.id) }, "the operation")
        compare(
            specification.fileNames.compactMap { name in
                specification.files.root(of: name, neededAt: nil).map {
                    (name, SourceLocation(file: $0.location.file, line: 1, column: 1), name)
                }
            }, "the file")
    }

    static let ambiguousPath = Check(
        "ambiguous-path", "No two paths differ only in the names of their parameters.",
        """
        For a service, /tags/{id} and /tags/{tagId} are the same path. Put the methods of both under one of them.
        """
    ) { specification, report in
        var first: [String: SpecObject] = [:]
        for object in specification.objects
        where object.kind == .pathItem && object.place.path.count == 2 && object.place.path[0] == "paths" {
            // A path of the document that references a section file is the same path.
            guard object.place.file == specification.document?.file || specification.document == nil else { continue }
            let shape = object.key.split(separator: "/").map { $0.hasPrefix("{") && $0.hasSuffix("}") ? "{}" : String($0) }
                .joined(separator: "/")
            if let other = first[shape] {
                report.add(object, "\(object.key) is the same path for a service as \(other.key); join the two")
            } else {
                first[shape] = object
            }
        }
    }

    static let missingOperationID = Check(
        "missing-operation-id", "Every operation has an operationId.",
        """
        The operationId names the call in Swift unless there is an x-swift-name. Reports, `spec explain` and other tools use it, too. \
        Copy it from the documentation.
        """
    ) { specification, report in
        for object in specification.objects where object.kind == .operation && object.node["operationId"] == nil {
            report.add(object, "the operation has no operationId; give it the documentation's")
        }
    }
}
