import GeneratorOpenAPI
import GeneratorYAML

/// Derives methods from operations.
struct MethodBuilder {
    let document: Document
    let types: DeclaredTypes
    let shapes: Shapes
    let exports: Exports
    let services: Services
    let credentials: Credentials
    let groups: Groups
    /// The payloads of each operation's callbacks.
    let callbacks: [Place: [Method.Callback]]
    let diagnostics: Diagnostics
    private var signatures: [String: SourceLocation] = [:]
    /// The derived names of operations without an explicit name, by operation ID.
    private let derivedNames: [String: String]
    private let operations: [String: Operation]
    /// The names that are taken in each group.
    private var namesOfGroup: [String: NameTable] = [:]

    init(
        document: Document, types: Types, shapes: Shapes, exports: Exports, services: Services, credentials: Credentials, groups: Groups,
        diagnostics: Diagnostics
    ) {
        self.document = document
        self.types = types.declared
        callbacks = types.callbacks
        self.shapes = shapes
        self.exports = exports
        self.services = services
        self.credentials = credentials
        self.groups = groups
        self.diagnostics = diagnostics
        operations = Dictionary(document.operations.map { ($0.id, $0) }) { first, _ in first }
        self.derivedNames = MethodBuilder.derivedNames(of: document, groups)
        for operation in document.operations {
            let name = operation.swiftName ?? derivedNames[operation.id] ?? ""
            _ = namesOfGroup[groups.name(for: operation), default: .init()].claim(name)
        }
    }

    /// Returns the names derived from the `operationId`s. They are unique within a group, so that no call is ambiguous.
    private static func derivedNames(of document: Document, _ groups: Groups) -> [String: String] {
        var tables: [String: NameTable] = [:]
        for operation in document.operations {
            if let name = operation.swiftName { _ = tables[groups.name(for: operation), default: .init(reserved: ["client"])].claim(name) }
        }
        let derived = Dictionary(grouping: document.operations.filter { $0.swiftName == nil }) { groups.name(for: $0) }
        var names: [String: String] = [:]
        for (group, operations) in derived {
            let short = Names.withoutGroup(operations.map(\.id), group: group)
            let unique = tables[group, default: .init(reserved: ["client"])].unique(short, Names.member)
            for (operation, name) in zip(operations, unique) { names[operation.id] = name }
        }
        return names
    }

    /// Returns one method, or two for an operation that responds with JSON or with a file.
    mutating func methods(for typed: TypedOperation) -> [Method] {
        let operation = typed.operation
        let name = name(of: operation)
        let results = typed.results
        let export = exports.export(of: operation)
        if let export, results.count < 2 {
            diagnostics.error(
                at: export.location, "x-export is for operations that return JSON or a file; \(operation.id) returns only one of them"
            )
        }
        return results.enumerated().compactMap { index, result -> Method? in
            let form = export.map { export in
                Method.Form(wireName: export.name, isInBody: export.position == .body, json: index == 0 ? export.json : nil)
            }
            var method = method(
                for: typed, name: index == 0 ? name : twinName(of: operation, name, result, isExport: export != nil), result: result,
                form: form)
            method?.acceptedTypes = typed.acceptedTypes[index]
            method?.failure = typed.failure
            method?.callbacks = callbacks[operation.place] ?? []
            return method
        }
    }

    private func name(of operation: Operation) -> String {
        guard let name = operation.swiftName else { return derivedNames[operation.id] ?? Names.member(operation.id) }
        if !Names.isMember(name) || name == "client" {
            diagnostics.flaw(
                at: operation.location, "x-swift-name \"\(name)\" is not a valid name for a Swift method",
                otherwise: "the name is made of the operationId", remedy: "use letters and digits, beginning with a lowercase letter",
                about: .name)
            return Names.member(operation.id)
        }
        return name
    }

    private mutating func method(
        for typed: TypedOperation, name: String, result: Method.Result, form: Method.Form?
    ) -> Method? {
        let operation = typed.operation
        var arguments = ArgumentBuilder(types: types, shapes: shapes, diagnostics: diagnostics)
        arguments.add(typed, form: form)
        let ordered = arguments.ordered
        let group = groups.name(for: operation)
        let pages = pages(of: operation, name: name, result: result, arguments: ordered)
        guard claim(name, ordered, in: group, for: operation) else { return nil }
        if let pages {
            let rest = ordered.filter { !pages.numbers($0) }
            guard claim(pages.name, rest, in: group, for: operation) else { return nil }
        }
        let window = operation.window.flatMap { dayWindow($0, of: operation, arguments: ordered) }
        return Method(
            group: group, name: name, operationID: operation.id, httpMethod: operation.method.rawValue.uppercased(),
            path: Template.wirePath(of: operation.path),
            service: services.name(for: operation, in: document), sendsCredentials: sendsCredentials(operation),
            credentials: credentials.accepted(by: operation, of: services.name(for: operation, in: document)),
            mayLackCredentials: operation.security.contains([]),
            documentation: documentation(
                of: operation, isExport: form?.json == nil && form != nil, isStream: result.stream != nil && typed.results.count > 1,
                result: result),
            deprecation: deprecation(of: operation), isExperimental: operation.isExperimental,
            arguments: ordered, rules: arguments.rules, body: arguments.body, result: result,
            mayBeMissingList: typed.mayBeMissingList && result != .file, pages: pages, window: window, form: form,
            location: operation.location)
    }

    /// Claims the method's signature and reports a duplicate, which would not compile.
    private mutating func claim(_ name: String, _ arguments: [Method.Argument], in group: String, for operation: Operation) -> Bool {
        let labels = arguments.map { ($0.label ?? "_") + ":" }.joined()
        let signature = "\(group).\(name)(\(labels))"
        guard let other = signatures.updateValue(operation.location, forKey: signature) else { return true }
        diagnostics.error(
            at: operation.location,
            "\(signature) is also the Swift call of the operation at \(other); give one of them another x-swift-name", about: .name)
        return false
    }

    /// Returns `true` if the operation requires or optionally accepts credentials.
    private func sendsCredentials(_ operation: Operation) -> Bool {
        document.isSilentOnSecurity || operation.security.contains { !$0.isEmpty }
    }

    private func deprecation(of operation: Operation) -> String? {
        if let id = operation.replacement {
            guard let replacement = operations[id] else {
                diagnostics.flaw(
                    at: operation.location, "x-replacement names \"\(id)\", which is not an operation", otherwise: "it is ignored",
                    remedy: "name one that is, or remove it")
                return operation.isDeprecated ? Documentation.deprecation(operation.description ?? operation.summary) : nil
            }
            return "Use \(groups.name(for: replacement)).\(name(of: replacement)) instead."
        }
        return operation.isDeprecated ? Documentation.deprecation(operation.description ?? operation.summary) : nil
    }

    private func documentation(of operation: Operation, isExport: Bool, isStream: Bool, result: Method.Result) -> [String] {
        var lines = Documentation.lines(operation.summary ?? operation.id)
        if let last = lines.indices.last, let end = lines[last].last, !".!?".contains(end) { lines[last] += "." }
        let description = Documentation.linked(Documentation.lines(operation.description), to: operation.documentation)
        if !description.isEmpty, description != lines, description != Documentation.lines(operation.summary) { lines += [""] + description }
        if isExport { lines += ["", "As a file."] }
        if isStream { lines += ["", "As a stream of values."] }
        if result == .redirect { lines += ["", "The result says where the service redirects to. Nothing is sent there."] }
        let headers = operation.answers.flatMap(\.headers).map(\.name).reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
        if !headers.isEmpty {
            lines += ["", "The response has \(headers.map { "`\($0)`" }.joined(separator: ", ")) in its header: see `metadata(of:)`."]
        }
        if operation.isExperimental { lines += ["", "Experimental: the service may still change it."] }
        var source = "`\(operation.method.rawValue.uppercased()) \(operation.path)`"
        if let tag = operation.tag { source = "\(tag): " + source }
        if let link = operation.documentation { source += " ([documentation](\(link)))" }
        return lines + ["", source]
    }

    /// Returns the arguments that days can replace, or reports an error and returns `nil` if the window names no such parameters.
    private func dayWindow(_ window: Window, of operation: Operation, arguments: [Method.Argument]) -> DayWindow? {
        func argument(_ name: String) -> Method.Argument? { arguments.first { $0.role.queryName == name } }
        guard let start = argument(window.start), let end = argument(window.end),
            case .wallClockTime = start.type.withoutOptionality, case .wallClockTime(let digits) = end.type.withoutOptionality
        else {
            diagnostics.error(
                at: window.location,
                "x-window names \"\(window.start)\" and \"\(window.end)\", which must be query parameters of \(operation.id) with x-wall-clock"
            )
            return nil
        }
        if arguments.contains(where: { $0.name == DayWindow.days || $0.label == DayWindow.days }) {
            diagnostics.error(
                at: window.location,
                "x-window makes a method with the argument \"\(DayWindow.days)\", and a parameter has this name; give it an x-swift-name",
                about: .name)
            return nil
        }
        let zone = operation.parameters.first { $0.name == window.start && $0.position == .query }
            .flatMap { shapes.resolutions.resolved($0.schema).schema.wallClock }
        return DayWindow(
            start: start.name, end: end.name, zone: nil, fractionDigits: digits,
            documentation: ["The days, from the start of the first to the end of the last" + (zone.map { ", in \($0)." } ?? ".")],
            location: window.location)
    }

    // MARK: Pages

    private mutating func pages(of operation: Operation, name: String, result: Method.Result, arguments: [Method.Argument]) -> Method.Pages?
    {
        guard let pagination = operation.pagination else { return nil }
        guard case .value(let type) = result, let element = element(of: type, at: pagination.items[...]) else {
            if result != .file {
                let place = pagination.items.isEmpty ? "" : " at \(pagination.items.joined(separator: "."))"
                diagnostics.flaw(
                    at: pagination.location, "x-pagination is for operations that return a list\(place)", otherwise: "it is ignored",
                    remedy: "remove it, or correct items", about: .pagination)
            }
            return nil
        }
        for name in [pagination.page, pagination.size].compactMap({ $0 }) {
            let isKnown: Bool
            switch pagination.position {
            case .query: isKnown = arguments.contains { $0.role.queryName == name && isInteger($0.type) }
            case .body:
                let body = arguments.first { $0.role == .body }
                let path = name.split(separator: ".").map(String.init)
                isKnown = body.flatMap { self.type(of: $0.type, at: path[...]) }.map(isInteger) ?? false
            }
            guard isKnown else {
                let place = pagination.position == .query ? "integer query parameter" : "integer member of the body"
                diagnostics.flaw(
                    at: pagination.location, "x-pagination names \"\(name)\", which is not an \(place) of \(operation.id)",
                    otherwise: "it is ignored", remedy: "name one that is, or remove it", about: .pagination)
                return nil
            }
        }
        let rest = name.hasPrefix("list") ? String(name.dropFirst("list".count)) : name
        return .init(
            name: "all" + capitalized(rest), requestName: requestName(of: operation, name), element: element,
            isInBody: pagination.position == .body, page: pagination.page, size: pagination.size, first: pagination.first,
            items: pagination.items)
    }

    private func isInteger(_ type: TypeReference) -> Bool { type.withoutOptionality == .int }

    /// Returns the element type of the list at `path` in values of a type.
    private func element(of type: TypeReference, at path: ArraySlice<String>) -> TypeReference? {
        if case .named(let name) = type.withoutOptionality, case .union(let union) = types.kind(of: name) {
            return union.alternatives.lazy.compactMap { element(of: $0.type, at: path) }.first
        }
        guard case .array(let element) = self.type(of: type, at: path)?.withoutOptionality else { return nil }
        return element
    }

    /// Returns the type of the member at `path` in values of a type.
    private func type(of type: TypeReference, at path: ArraySlice<String>) -> TypeReference? {
        guard let name = path.first else { return type }
        guard case .named(let typeName) = type.withoutOptionality, case .structure(let structure) = types.kind(of: typeName),
            let property = structure.properties.first(where: { $0.wireName == name })
        else { return nil }
        return self.type(of: property.type, at: path.dropFirst())
    }

    /// Returns a name that no method of the group has.
    private mutating func requestName(of operation: Operation, _ name: String) -> String {
        namesOfGroup[groups.name(for: operation), default: .init()].unique(name + "Request")
    }

    /// Returns the name of the method that returns a file or a stream instead of JSON: `getReport` → `downloadReport`, `createReport` →
    /// `createReportFile`, `createAnswer` → `createAnswerStream`.
    ///
    /// For an export, `getReport` → `exportReport`, `detailed` → `exportDetailed`. If another operation has that name, `getReportFile`.
    private mutating func twinName(of operation: Operation, _ name: String, _ result: Method.Result, isExport: Bool) -> String {
        let isStream = result.stream != nil
        let plainName = name + (isStream ? "Stream" : "File")
        let rest = name.hasPrefix("get") ? name.dropFirst("get".count) : ""
        var twinName = plainName
        if name == "get" || rest.first?.isUppercase == true {
            twinName = (isStream ? "stream" : isExport ? "export" : "download") + rest
        } else if isExport, !isStream {
            twinName = "export" + capitalized(name)
        }
        let group = groups.name(for: operation)
        if namesOfGroup[group, default: .init()].claim(twinName) { return twinName }
        return namesOfGroup[group, default: .init()].unique(plainName)
    }

    private func capitalized(_ name: String) -> String { name.prefix(1).uppercased() + name.dropFirst() }
}
