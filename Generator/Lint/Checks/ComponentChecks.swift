import GeneratorOpenAPI
import GeneratorOutline
import GeneratorYAML

extension Check {
    static let unusedComponent = Check(
        "unused-component", "Every component is used by an operation, directly or indirectly.",
        """
        A component that no operation uses has no effect on the Swift API, and nobody notices when it becomes outdated. Refer to it, or \
        remove it. A component that is used only by unused components is unused, too. So is a path of a section file that the document \
        does not list.
        """
    ) { specification, report in
        guard let document = specification.document else { return }
        let used = Reachable(specification, from: document.file)
        for object in specification.objects where object.isComponent && !used.contains(object) {
            let what = object.kind == .securityScheme ? "no operation accepts it" : "no operation leads to it"
            report.add(object, "\(what); use \"\(object.key)\", or remove it")
        }
        for object in specification.objects
        where object.kind == .pathItem && object.place.file != document.file && object.place.path.first == "paths"
            && object.place.path.count == 2 && !used.contains(object)
        {
            report.add(object, "the paths of \(document.file) do not list \(object.key); list it there")
        }
    }

    static let unusedFile = Check(
        "unused-file", "The document refers to every file in its folder.",
        """
        Every .yaml, .yml and .json file in the folder belongs to the spec. Nothing is generated from a file that the document does not \
        reach: list its paths in the document, refer to its components, or move it out of the folder.
        """
    ) { specification, report in
        guard let document = specification.document else { return }
        for file in specification.fileNames where !document.files.contains(file) {
            guard let root = specification.files.root(of: file, neededAt: nil) else { continue }
            let start = SourceLocation(file: root.location.file, line: 1, column: 1)
            report.add(at: start, file, "\(document.file) does not refer to this file; refer to it, or move it out of the folder")
        }
    }

    static let unusedTag = Check(
        "unused-tag", "Every tag has operations, every operation's tag is listed, and groups of tags have each tag once.",
        """
        Tags are the groups of the Swift API: clockify.timeEntries. The document lists them with a description and their Swift names, \
        and every operation names one of them exactly. If x-tagGroups groups the tags, each tag is in one group. A tag without \
        operations is a guide if it has a description and is in such a group.
        """
    ) { specification, report in
        guard let document = specification.document else { return }
        let listed = Set(document.tags.map(\.name))
        let used = Set(document.operations.compactMap(\.tag))
        let groups = specification.files.root(of: document.file, neededAt: nil)?["x-tagGroups"]?.sequence ?? []
        let grouped = groups.flatMap { $0["tags"]?.sequence ?? [] }
        var seen: Set<String> = []
        for node in grouped {
            guard let name = node.string else { continue }
            if !listed.contains(name) {
                report.add(at: node.location, "x-tagGroups/\(name)", "the tag \(name.doubleQuoted) is not listed in tags; list it")
            } else if !seen.insert(name).inserted {
                report.add(at: node.location, "x-tagGroups/\(name)", "the tag \(name.doubleQuoted) is in a group already; remove it here")
            }
        }
        if !grouped.isEmpty {
            for tag in document.tags where !seen.contains(tag.name) {
                report.add(
                    at: tag.location, "tags/\(tag.name)", "the tag \(tag.name.doubleQuoted) is in no group of x-tagGroups; put it into one")
            }
        }
        for tag in document.tags where !used.contains(tag.name) && !(seen.contains(tag.name) && tag.description != nil) {
            report.add(at: tag.location, "tags/\(tag.name)", "no operation has the tag \"\(tag.name)\"; remove it, or give it to one")
        }
        for operation in document.operations {
            guard let tag = operation.tag else {
                report.add(at: operation.location, operation.id, "the operation has no tag, and so no group in Swift; name one of tags")
                continue
            }
            if !listed.contains(tag) {
                report.add(at: operation.location, operation.id, "the tag \"\(tag)\" is not listed in tags of \(document.file); list it")
            }
        }
    }
}

/// The objects that are reachable from the paths of a document.
private struct Reachable {
    private var places: Set<Place> = []

    init(_ specification: LintedSpecification, from file: String) {
        guard let document = specification.document else { return }
        // The outgoing links: references and discriminators, which name components. The targets are recorded for each place that
        // contains the link.
        var leads: [Place: [Place]] = [:]
        func note(_ target: Place, from origin: Place) {
            for length in 0...origin.path.count {
                leads[Place(file: origin.file, path: Array(origin.path.prefix(length))), default: []].append(target)
            }
        }
        for reference in specification.references {
            guard let text = reference.node.string, let target = try? Place(reference: text, in: reference.file) else { continue }
            note(target, from: reference.origin)
        }
        for object in specification.objects where object.kind == .discriminator {
            for target in Self.mapped(by: object) { note(target, from: object.place) }
        }
        var pending = specification.objects.filter { $0.kind == .paths && $0.place.file == file }.map(\.place)
        pending += specification.objects.filter { $0.kind == .pathItem && $0.place.path.first == "webhooks" }.map(\.place)
        var done: Set<Place> = []
        while let place = pending.popLast() {
            guard done.insert(place).inserted else { continue }
            for target in leads[place] ?? [] {
                // A reference to something inside a component uses the component.
                for length in Swift.stride(from: target.path.count, through: 0, by: -1) {
                    places.insert(Place(file: target.file, path: Array(target.path.prefix(length))))
                }
                pending.append(target)
            }
        }
        for name in document.operations.flatMap({ $0.security.joined() }) {
            places.insert(Place(file: file, path: ["components", "securitySchemes", name]))
        }
    }

    func contains(_ object: SpecObject) -> Bool { places.contains(object.place) }

    /// Returns the targets of a discriminator, which are component names or references.
    private static func mapped(by discriminator: SpecObject) -> [Place] {
        (discriminator.node["mapping"]?.mapping?.entries ?? []).compactMap { entry in
            guard let text = entry.value.string else { return nil }
            if !text.contains("/"), !text.contains("#") {
                return Place(file: discriminator.place.file, path: ["components", "schemas", text])
            }
            return try? Place(reference: text, in: discriminator.place.file)
        }
    }
}
