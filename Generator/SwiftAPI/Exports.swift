import GeneratorOpenAPI
import GeneratorYAML

/// What requests say to have JSON or a file (`x-export`): the methods say it, so that no caller can say something else.
struct Exports {
    /// By operation.
    private var exports: [String: Operation.Export] = [:]
    /// What the deciding value may be, where the spec lists it.
    private var choices: [String: Shape.Choices] = [:]
    /// Members of bodies that methods write, by the body's schema. Callers have no such property.
    private var members: [Place: String] = [:]

    init(of document: Document, shapes: Shapes, diagnostics: Diagnostics) {
        let check = ExportCheck(document: document, shapes: shapes, diagnostics: diagnostics)
        for operation in document.operations {
            guard let export = operation.export, let shape = check.shape(of: export, operation) else { continue }
            exports[operation.id] = export
            if case .enumeration(let choices) = shape { self.choices[operation.id] = choices }
            if export.position == .body, let body = check.body(of: operation) { members[body] = export.name }
        }
        check.checkOtherUses(of: members, exports: exports)
    }

    func export(of operation: Operation) -> Operation.Export? { exports[operation.id] }

    func choices(of operation: Operation) -> Shape.Choices? { choices[operation.id] }

    /// Whether a caller says the member of an object, rather than a method.
    func isWritten(_ member: String, of object: Place) -> Bool { members[object] == member }

    /// Whether a method says the parameter, rather than its caller.
    func isWritten(_ parameter: Parameter, of operation: Operation) -> Bool {
        guard let export = exports[operation.id], export.position == .query else { return false }
        return parameter.position == .query && parameter.name == export.name
    }
}

/// Finds what is wrong with the marks.
private struct ExportCheck {
    let document: Document
    let shapes: Shapes
    let diagnostics: Diagnostics

    /// The object that the operation sends as JSON.
    func body(of operation: Operation) -> Place? {
        operation.body?.content.first(where: \.isJSON)?.schema.map { shapes.resolved($0).schema.place }
    }

    /// What decides, nil where there is no such thing.
    func shape(of export: Operation.Export, _ operation: Operation) -> Shape? {
        guard let place = place(of: export, operation), shapes.shape(of: place).isText else {
            let what = export.position == .query ? "query parameter" : "member of the JSON body"
            diagnostics.error(
                at: export.location,
                "x-export says that \"\(export.name)\" decides, which is no \(what) of \(operation.id) that is a string")
            return nil
        }
        let shape = shapes.shape(of: place)
        if case .enumeration(let choices) = shape {
            checkValues(of: export, among: choices.values.compactMap { $0.scalar?.text })
        } else {
            checkValues(of: export, among: [])
        }
        if export.position == .body, let body = body(of: operation) { checkIsWhole(body, export, operation) }
        return shape
    }

    private func place(of export: Operation.Export, _ operation: Operation) -> Place? {
        switch export.position {
        case .query: return operation.parameters.first { $0.position == .query && $0.name == export.name }?.schema
        case .body:
            guard let body = body(of: operation), case .structure = shapes.shape(of: body) else { return nil }
            return shapes.members(of: body).all.first { $0.name == export.name }?.schema
        }
    }

    private func checkValues(of export: Operation.Export, among values: [String]) {
        let files = export.files.compactMap { $0.scalar?.text }
        if files.isEmpty { diagnostics.error(at: export.location, "x-export needs the values that ask for a file: files: [PDF]") }
        if !values.isEmpty, !values.contains(export.json) {
            diagnostics.error(at: export.location, "x-export says json: \(export.json), but \"\(export.name)\" has no such value")
        }
        var seen: Set<String> = [export.json]
        for node in export.files {
            let value = node.scalar?.text ?? ""
            if !values.isEmpty, !values.contains(value) {
                diagnostics.error(at: node.location, "x-export has the file \(value), but \"\(export.name)\" has no such value")
            }
            if !seen.insert(value).inserted {
                let reason = value == export.json ? "asks for JSON" : "is listed twice"
                diagnostics.error(at: node.location, "x-export has the file \(value), which \(reason); remove it from files")
            }
        }
    }

    /// What has members without names would let a caller say the member all the same.
    private func checkIsWhole(_ body: Place, _ export: Operation.Export, _ operation: Operation) {
        switch shapes.members(of: body).additional {
        case .unspecified, .forbidden: break
        case .anything, .schema:
            diagnostics.error(
                at: export.location,
                "the body of \(operation.id) may have any member, so that a caller could say \"\(export.name)\"; remove its additionalProperties"
            )
        }
    }

    /// A body without the member is of use to the marked operations only.
    func checkOtherUses(of members: [Place: String], exports: [String: Operation.Export]) {
        guard !members.isEmpty else { return }
        var pending: [(place: Place, operation: Operation)] = []
        for operation in document.operations {
            let body = body(of: operation)
            for place in operation.parameters.map(\.schema) + (operation.body?.content ?? []).compactMap(\.schema)
                + operation.answers.flatMap(\.content).compactMap(\.schema)
            {
                let target = shapes.resolved(place).schema
                if target.place == body, let export = exports[operation.id], export.position == .body, members[target.place] == export.name
                {
                    pending += target.children.map { ($0, operation) }
                } else {
                    pending.append((place, operation))
                }
            }
        }
        var seen: Set<Place> = []
        while let (place, operation) = pending.popLast() {
            guard seen.insert(place).inserted else { continue }
            let schema = document.schema(place)
            if let member = members[place] {
                diagnostics.error(
                    at: schema.location,
                    "\(operation.id) has this object too, but x-export takes \"\(member)\" from its callers; give the body a schema of its own"
                )
            }
            pending += schema.children.map { ($0, operation) }
        }
    }
}
