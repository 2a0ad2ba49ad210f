import GeneratorOpenAPI
import GeneratorYAML

/// The values in requests that select JSON or a file as the response format (`x-export`).
///
/// The emitted methods set these values, so that callers cannot set conflicting ones.
struct Exports {
    /// The exports by operation ID.
    private var exports: [String: Operation.Export] = [:]
    /// The allowed values of the selecting parameter or member, by operation ID, if the spec lists them.
    private var choices: [String: Shape.Choices] = [:]
    /// The body members that methods set, by the body's schema. Callers have no such property.
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

    /// Returns `true` if the emitted method, rather than the caller, sets the member of the object.
    func isWritten(_ member: String, of object: Place) -> Bool { members[object] == member }

    /// Returns `true` if the emitted method, rather than the caller, sets the parameter.
    func isWritten(_ parameter: Parameter, of operation: Operation) -> Bool {
        guard let export = exports[operation.id], export.position == .query else { return false }
        return parameter.position == .query && parameter.name == export.name
    }
}

/// Reports invalid uses of `x-export`.
private struct ExportCheck {
    let document: Document
    let shapes: Shapes
    let diagnostics: Diagnostics

    /// Returns the schema of the object that the operation sends as JSON.
    func body(of operation: Operation) -> Place? {
        operation.body?.content.first(where: \.mayBeJSON)?.schema.map { shapes.resolutions.resolved($0).schema.place }
    }

    /// Returns the shape of the value that selects the response format; `nil` if the operation has no such value.
    func shape(of export: Operation.Export, _ operation: Operation) -> Shape? {
        guard let place = place(of: export, operation), shapes.shape(of: place).isJSONString else {
            let what = export.position == .query ? "query parameter" : "member of the JSON body"
            diagnostics.error(
                at: export.location,
                "x-export names \"\(export.name)\", which is not a \(what) of \(operation.id) that is a string")
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
            return shapes.resolutions.members(of: body).all.first { $0.name == export.name }?.schema
        }
    }

    private func checkValues(of export: Operation.Export, among values: [String]) {
        let files = export.files.compactMap { $0.scalar?.text }
        if files.isEmpty { diagnostics.error(at: export.location, "x-export needs the values that ask for a file: files: [PDF]") }
        if !values.isEmpty, !values.contains(export.json) {
            diagnostics.error(at: export.location, "x-export has json: \(export.json), but \"\(export.name)\" has no such value")
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

    /// Reports a body with additional members, because it would let a caller set the member anyway.
    private func checkIsWhole(_ body: Place, _ export: Operation.Export, _ operation: Operation) {
        switch shapes.resolutions.members(of: body).additional {
        case .unspecified, .forbidden: break
        case .anything, .schema:
            diagnostics.error(
                at: export.location,
                "the body of \(operation.id) may have any member, so a caller could pass \"\(export.name)\"; remove its additionalProperties"
            )
        }
    }

    /// Reports other uses of a body, because only operations with `x-export` can use a body without the member.
    func checkOtherUses(of members: [Place: String], exports: [String: Operation.Export]) {
        guard !members.isEmpty else { return }
        var pending: [(place: Place, operation: Operation)] = []
        for operation in document.operations {
            let body = body(of: operation)
            for place in operation.parameters.map(\.schema) + (operation.body?.content ?? []).compactMap(\.schema)
                + operation.answers.flatMap(\.content).compactMap(\.schema)
            {
                let target = shapes.resolutions.resolved(place).schema
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
                    "\(operation.id) has this object too, but x-export takes \"\(member)\" from its callers; give the body its own schema"
                )
            }
            pending += schema.children.map { ($0, operation) }
        }
    }
}
