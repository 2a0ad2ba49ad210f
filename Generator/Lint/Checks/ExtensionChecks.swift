import GeneratorOpenAPI
import GeneratorOutline
import GeneratorYAML

extension Check {
    static let unknownExtension = Check(
        "unknown-extension", "Every x- extension is in CONTRIBUTING.md's table, in a place and with a value that the table allows.",
        """
        Standard tools ignore x- extensions, so a typo such as x-enum-varname goes unnoticed. These extensions have a meaning: \
        \(Extension.all.map { "\($0.name) (\($0.kinds.map(\.rawValue).sorted().joined(separator: ", ")))" }.joined(separator: "; ")).
        """
    ) { specification, report in
        for object in specification.objects {
            for entry in object.node.mapping?.entries ?? [] where entry.key.hasPrefix("x-") {
                let subject = object.name.isEmpty ? entry.key : "\(object.name)/\(entry.key)"
                guard let word = Extension.all.first(where: { $0.name == entry.key }) else {
                    let words = Extension.all.map(\.name).joined(separator: ", ")
                    report.add(at: entry.keyLocation, subject, "nothing reads \"\(entry.key)\"; the known extensions are \(words)")
                    continue
                }
                if !word.kinds.contains(object.kind) {
                    let places = word.kinds.map(\.phrase).sorted().joined(separator: ", ")
                    report.add(
                        at: entry.keyLocation, subject, "\"\(entry.key)\" has no meaning on a \(object.kind.phrase); it goes on: \(places)")
                } else if let problem = word.problem(entry.value) {
                    report.add(at: entry.value.location, subject, "\"\(entry.key)\" \(problem)")
                }
            }
        }
    }
}

/// A specification extension.
struct Extension {
    let name: String
    let kinds: Set<SpecObject.Kind>
    /// Returns the problem with a value; `nil` if it is valid.
    let problem: (Node) -> String?

    static var all: [Extension] {
        [
            Extension(
                name: "x-swift-name", kinds: [.info, .tag, .operation, .parameter, .schema, .server, .securityScheme],
                problem: problemOfName),
            Extension(name: "x-swift-type", kinds: [.schema], problem: problemOfName),
            Extension(name: "x-swift-order", kinds: [.operation, .schema]) { node in
                node.sequence?.allSatisfy { $0.string != nil } == true ? nil : "must be a list of names"
            },
            Extension(name: "x-enum-varnames", kinds: [.schema, .serverVariable]) { node in
                node.sequence?.allSatisfy { $0.string != nil } == true ? nil : "must be a list of names, one for each value of enum"
            },
            // The reader validates the contents of these extensions.
            Extension(name: "x-pagination", kinds: [.operation]) { _ in nil },
            Extension(name: "x-export", kinds: [.operation]) { _ in nil },
            Extension(name: "x-replaces", kinds: [.operation]) { _ in nil },
            Extension(name: "x-replacement", kinds: [.operation, .schema], problem: problemOfName),
            Extension(name: "x-experimental", kinds: [.operation]) { node in
                if case .bool(true) = node.scalar?.value { nil } else { "must be true, or absent" }
            },
            Extension(name: "x-may-be-empty", kinds: [.response]) { node in
                if case .bool(true) = node.scalar?.value { nil } else { "must be true, or absent" }
            },
            // The document reader validates these extensions.
            Extension(name: "x-lenient", kinds: [.schema]) { _ in nil },
            Extension(name: "x-also-read-as", kinds: [.schema]) { _ in nil },
            Extension(name: "x-fraction-digits", kinds: [.schema]) { node in
                ["0", "3", "6"].contains(node.scalar?.text ?? "") ? nil : "is 0, 3 or 6"
            },
            // The document reader validates these extensions.
            Extension(name: "x-wall-clock", kinds: [.schema]) { _ in nil },
            Extension(name: "x-window", kinds: [.operation, .schema]) { _ in nil },
            Extension(name: "x-source", kinds: [.schema, .header, .securityScheme]) { node in
                let known = ["vendor-openapi", "live-behaviour"]
                return node.string.map(known.contains) == true ? nil : "must be one of \(known.joined(separator: ", "))"
            },
            // The document reader validates these extensions.
            Extension(name: "x-unit", kinds: [.schema]) { _ in nil },
            Extension(name: "x-units", kinds: [.document]) { _ in nil },
            Extension(name: "x-unit-source", kinds: [.schema]) { node in
                let known = ["documentation", "samples", "vendor-openapi", "live-behaviour"]
                return node.string.map(known.contains) == true ? nil : "must be one of \(known.joined(separator: ", "))"
            },
            // Extensions of Redoc and other tools, for readers of the document.
            Extension(name: "x-logo", kinds: [.info]) { node in
                node["url"]?.string?.isEmpty == false ? nil : "must have the address of a picture: {url: https://…}"
            },
            Extension(name: "x-tagGroups", kinds: [.document]) { node in
                let isGroups =
                    node.sequence?.allSatisfy { group in
                        group["name"]?.string?.isEmpty == false && group["tags"]?.sequence?.allSatisfy { $0.string != nil } == true
                    } ?? false
                return isGroups ? nil : "must be a list of groups: [{name: Reports, tags: [Expense Report]}]"
            },
        ]
    }

    private static func problemOfName(_ node: Node) -> String? {
        node.string?.isEmpty == false ? nil : "must be a name"
    }
}

extension SpecObject.Kind {
    /// The name of the kind in messages.
    var phrase: String {
        switch self {
        case .serverVariable: "server variable"
        case .externalDocs: "link to documentation"
        case .pathItem: "path"
        case .requestBody: "request body"
        case .mediaType: "media type"
        case .securityScheme: "security scheme"
        default: rawValue
        }
    }
}
