package import GeneratorOpenAPI
package import GeneratorSwiftAPI
import GeneratorSwiftSource

/// A human-readable description of everything that the spec declares about an operation.
package struct Explanation {
    private let operation: Operation
    private let document: Document
    private let api: API

    /// - Parameter name: An `operationId`, or the call in Swift: `tags.create`.
    /// - Returns: `nil` if the document has no such operation.
    package init?(_ name: String, in document: Document, api: API) {
        let methods = api.files.flatMap(\.methods)
        let method = methods.first { method in
            [method.name, method.pages?.name].contains { $0.map { "\(method.group).\($0)" } == name }
        }
        guard
            let operation = document.operations.first(where: { $0.id == name })
                ?? document.operations.first(where: { $0.id == method?.operationID })
        else {
            return nil
        }
        self.operation = operation
        self.document = document
        self.api = api
    }

    /// Returns the `operationId`s that resemble a name, the closest first.
    package static func suggestions(for name: String, in documents: [Document]) -> [String] {
        let wanted = name.lowercased()
        guard !wanted.isEmpty else { return [] }
        var found: [(id: String, distance: Int, length: Int)] = []
        for id in Set(documents.flatMap { $0.operations.map(\.id) }) {
            let candidate = id.lowercased()
            let isPart = candidate.contains(wanted) || wanted.contains(candidate)
            let distance = isPart ? (candidate == wanted ? 0 : 1) : editDistance(candidate, wanted)
            if distance <= max(2, wanted.utf8.count / 3) {
                found.append((id, distance, abs(candidate.utf8.count - wanted.utf8.count)))
            }
        }
        return found.sorted { ($0.distance, $0.length, $0.id) < ($1.distance, $1.length, $1.id) }.prefix(5).map(\.id)
    }

    /// The whole description: the head, the call in Swift, its arguments, the responses and a curl command.
    package var text: String {
        var sections = [head]
        sections.append(section("Swift", methods.flatMap(lines)))
        sections.append(section("Arguments", methods.first.map(arguments) ?? []))
        sections.append(section("Answers", operation.responses.flatMap(answer)))
        // Not indented, because a quoted string may contain line breaks.
        sections.append("Curl\n\(curl)\n")
        return sections.filter { !$0.isEmpty }.joined(separator: "\n") + "\n"
    }

    /// The curl command alone.
    package var curl: String { Curl(operation, document: document, api: api).text }

    private var methods: [GeneratorSwiftAPI.Method] { api.files.flatMap(\.methods).filter { $0.operationID == operation.id } }

    private func section(_ title: String, _ lines: [String]) -> String {
        lines.isEmpty ? "" : title + "\n" + lines.map { $0.isEmpty ? "\n" : "  \($0)\n" }.joined()
    }

    // MARK: Parts

    private var head: String {
        var lines = [operation.id]
        if let summary = operation.summary { lines.append(summary) }
        lines += ["", "\(operation.method.rawValue.uppercased()) \(operation.path)"]
        if let tag = operation.tag { lines.append("section \(tag)") }
        if let link = operation.documentation { lines.append(link) }
        lines.append("\(operation.location)")
        if operation.isDeprecated {
            lines.append("deprecated: " + (methods.first?.deprecation ?? "The documentation marks this as deprecated."))
        }
        if operation.isExperimental { lines.append("experimental: the service may still change it") }
        if operation.security.isEmpty || operation.security.contains([]) { lines.append("needs no credentials") }
        if let description = operation.description, description != operation.summary { lines += ["", description] }
        return lines.joined(separator: "\n") + "\n"
    }

    private func lines(of method: GeneratorSwiftAPI.Method) -> [String] {
        var signatures = [method.signature(in: api.name)]
        if let window = method.window { signatures.append(method.signature(of: window, pages: nil, in: api.name)) }
        if let pages = method.pages {
            signatures.append(method.signature(of: pages, in: api.name))
            if let window = method.window { signatures.append(method.signature(of: window, pages: pages, in: api.name)) }
        }
        return signatures.flatMap { signature -> [String] in
            let head = "\(member(api.name)).\(method.group)." + signature.opening.dropFirst("func ".count)
            let line = head + signature.arguments.joined(separator: ", ") + signature.closing
            if line.utf8.count <= 110 || signature.arguments.isEmpty { return [line] }
            let last = signature.arguments.count - 1
            return [head] + signature.arguments.enumerated().map { "    \($1)\($0 < last ? "," : "")" } + [signature.closing]
        }
    }

    private func member(_ name: String) -> String { name.prefix(1).lowercased() + name.dropFirst() }

    private func arguments(of method: GeneratorSwiftAPI.Method) -> [String] {
        method.arguments.flatMap { argument -> [String] in
            let place: String =
                switch argument.role {
                case .path(let name): "path \(name)"
                case .query(let name, _): "query \(name)"
                case .header(let name): "header \(name)"
                case .cookie(let name): "cookie \(name)"
                case .body: "body"
                case .bodyFormat: "media type of the body"
                case .file: "kind of file"
                }
            let presence = argument.isOptional || argument.defaultValue != nil ? "optional" : "required"
            var lines = ["\(argument.name): \(argument.type.source(in: api.name)), \(place), \(presence)"]
            lines += argument.documentation.filter { !$0.isEmpty }.map { "    " + $0 }
            if argument.role == .body { lines += members(of: argument.type).map { "    " + $0 } }
            return lines
        }
    }

    /// Returns the members that a request body may contain.
    private func members(of type: TypeReference) -> [String] {
        let name: String
        switch type {
        case .named(let type), .optional(.named(let type)): name = type
        default: return []
        }
        guard let declaration = api.files.lazy.flatMap(\.types).first(where: { $0.name == name }),
            case .structure(let structure) = declaration.kind
        else { return [] }
        return structure.properties.filter(\.isWritten).flatMap { property -> [String] in
            let presence = property.presence == .optional ? "optional" : "required"
            let facts = property.documentation.filter { !$0.isEmpty }.map { "    " + $0 }
            return ["\(property.wireName): \(property.type.source(in: api.name)), \(presence)"] + facts
        }
    }

    private func answer(_ response: Response) -> [String] {
        let content = response.content.map { media -> String in
            let schema = media.schema.flatMap { document.schema($0).reference }.flatMap { document.schema($0).componentName }
            return media.name + (schema.map { " (\($0))" } ?? "")
        }
        let what = content.isEmpty ? "" : ": " + content.joined(separator: ", ")
        return ["\(response.status) \(response.description)\(what)"] + response.headers.map { "    header \($0.name)" }
    }
}
