import GeneratorOpenAPI
import GeneratorYAML

/// Decides the methods that operations become.
struct MethodBuilder {
    let document: Document
    let rootName: String
    let types: TypeBuilder
    let services: Services
    let groups: Groups
    let diagnostics: Diagnostics
    private var signatures: [String: SourceLocation] = [:]

    init(document: Document, rootName: String, types: TypeBuilder, services: Services, groups: Groups, diagnostics: Diagnostics) {
        self.document = document
        self.rootName = rootName
        self.types = types
        self.services = services
        self.groups = groups
        self.diagnostics = diagnostics
    }

    /// One method, or two for an operation that answers with JSON or with a file.
    mutating func methods(for operation: Operation) -> [Method] {
        let name = name(of: operation)
        let results = self.results(of: operation, context: Names.type(operation.swiftNameOfInlineTypes))
        return results.enumerated().compactMap { index, result in
            let isSecond = index > 0
            let methodName = isSecond ? "export" + name.prefix(1).uppercased() + name.dropFirst() : name
            return method(for: operation, name: methodName, result: result)
        }
    }

    private func name(of operation: Operation) -> String {
        guard let name = operation.swiftName else { return Names.member(operation.id) }
        guard Names.isIdentifier(name) else {
            diagnostics.error(at: operation.location, "x-swift-name \"\(name)\" is not a name that a Swift method can have")
            return Names.member(operation.id)
        }
        return name
    }

    private mutating func method(for operation: Operation, name: String, result: Method.Result) -> Method? {
        var arguments = ArgumentBuilder(types: types, diagnostics: diagnostics)
        arguments.add(operation)
        let ordered = arguments.ordered
        let group = groups.name(for: operation)
        let labels = ordered.map { ($0.label ?? "_") + ":" }.joined()
        let signature = "\(group).\(name)(\(labels))"
        // Two methods of one signature would not compile; nor would calls that leave out what may be left out.
        if let other = signatures.updateValue(operation.location, forKey: signature) {
            diagnostics.error(
                at: operation.location,
                "\(signature) is also the Swift call of the operation at \(other); give one of them another x-swift-name")
            return nil
        }
        let pages = pages(of: operation, name: name, result: result, arguments: ordered)
        return Method(
            group: group, name: name, operationID: operation.id, httpMethod: operation.method.rawValue.uppercased(), path: operation.path,
            service: services.name(for: operation, in: document),
            sendsCredentials: !operation.security.isEmpty && !operation.security.contains([]) || hasOptionalSecurity(operation),
            documentation: documentation(of: operation), isDeprecated: operation.isDeprecated, arguments: ordered,
            rules: arguments.rules, body: arguments.body, result: result, pages: pages)
    }

    /// `security: [{}, {key: []}]`: credentials may be sent, and are when there are some.
    private func hasOptionalSecurity(_ operation: Operation) -> Bool {
        operation.security.contains([]) && operation.security.contains { !$0.isEmpty }
    }

    private func documentation(of operation: Operation) -> [String] {
        var lines = Documentation.lines(operation.summary ?? operation.id)
        if let last = lines.indices.last, let end = lines[last].last, !".!?".contains(end) { lines[last] += "." }
        let description = Documentation.lines(operation.description)
        if !description.isEmpty, description != lines { lines += [""] + description }
        var source = "`\(operation.method.rawValue.uppercased()) \(operation.path)`"
        if let tag = operation.tag { source = "\(tag): " + source }
        if let link = operation.documentation { source += " ([documentation](\(link)))" }
        return lines + ["", source]
    }

    // MARK: Results

    private func results(of operation: Operation, context: String) -> [Method.Result] {
        var successes = operation.responses.filter(\.isSuccess)
        if successes.isEmpty { successes = operation.responses.filter { $0.status == "default" } }
        var values: [(type: TypeReference, location: SourceLocation)] = []
        var hasFile = false
        var hasNothing = successes.isEmpty
        for response in successes {
            if response.content.isEmpty { hasNothing = true }
            for media in response.content {
                guard let schema = media.schema, media.isJSON || media.isAnything, !isBytes(schema) else {
                    hasFile = true
                    continue
                }
                let type = types.type(of: schema, context: context + "Response")
                if !values.contains(where: { $0.type == type }) { values.append((type, media.location)) }
            }
        }
        if values.count > 1 {
            diagnostics.error(
                at: values[1].location,
                "\(operation.id) answers with different kinds of values; describe them as one schema with oneOf")
        }
        var results: [Method.Result] = []
        if let value = values.first {
            results.append(.value(hasNothing ? .optional(value.type) : value.type))
        }
        if hasFile { results.append(.file) }
        return results.isEmpty ? [.nothing] : results
    }

    private func isBytes(_ place: Place) -> Bool {
        let schema = types.shapes.resolved(place).schema
        return schema.types == [.string] && (schema.format == "binary" || schema.format == "byte")
    }

    // MARK: Pages

    private func pages(of operation: Operation, name: String, result: Method.Result, arguments: [Method.Argument]) -> Method.Pages? {
        guard let pagination = operation.pagination else { return nil }
        guard case .value(.array(let element)) = result else {
            diagnostics.error(at: pagination.location, "x-pagination is for operations that answer with a list")
            return nil
        }
        for name in [pagination.page, pagination.size].compactMap({ $0 }) {
            let isQuery = arguments.contains { argument in
                if case .query(name, _) = argument.role { argument.type == .optional(.int) || argument.type == .int } else { false }
            }
            if !isQuery {
                diagnostics.error(
                    at: pagination.location, "x-pagination names \"\(name)\", which is no integer query parameter of \(operation.id)")
                return nil
            }
        }
        let rest = name.hasPrefix("list") ? String(name.dropFirst("list".count)) : name
        let twin = "all" + rest.prefix(1).uppercased() + rest.dropFirst()
        return .init(name: twin, element: element, pageParameter: pagination.page, sizeParameter: pagination.size, first: pagination.first)
    }
}

extension Operation {
    /// What types are named after that have no other name.
    var swiftNameOfInlineTypes: String { id }
}

extension MediaType {
    /// `*/*` and kin: the vendor did not say; what the schema says decides.
    var isAnything: Bool { name == "*/*" || name == "application/*" }
}
