package import GeneratorSwiftAPI

// What the emitted code and the surface say about replacing.

extension Replacement {
    /// `init(replacing current: Tag)`
    package func signature(in rootName: String?) -> Signature {
        let entity = TypeReference.named(entity).source(in: rootName)
        return Signature(
            opening: "init(",
            arguments: ["replacing \(entityName): \(entity)"]
                + asked.map { "\(Names.quoted($0.name)): \($0.type.source(in: rootName))" },
            closing: canFail ? ") throws(APIFailure)" : ")")
    }

    func print(to writer: inout SourceWriter) {
        writer.documentation(documentation)
        if canFail {
            writer.line("///")
            var reasons: [String] = []
            if failures.contains(.missing) { reasons.append("a value is missing that the body requires") }
            if failures.contains(.inexact) { reasons.append("a number has no exact value in the body's unit") }
            writer.line("/// - Throws: `APIFailure.invalidRequest` if \(reasons.joined(separator: ", or ")).")
        }
        writer.signature(signature(in: nil), access: "public")
        writer.nested { writer in
            writer.list(
                canFail ? "try self.init(" : "self.init(",
                values.map { "\(Names.quotedCallLabel($0.name)): \($0.value.source(entityName, of: $0.name))" },
                closing: ")")
        }
        writer.line("}")
    }
}

// An initializer that throws has one `try` for its whole call, so that only closures need one of their own.

extension FilledValue {
    /// - Parameters:
    ///   - entity: The expression for the entity.
    ///   - parameter: The name of the parameter that is filled.
    func source(_ entity: String, of parameter: String) -> String {
        switch self {
        case .argument: return Names.quoted(parameter)
        case .literal(let literal): return Source.literal(literal)
        case .entity(let conversion): return conversion.source(entity)
        case .conditional(let path, let value): return "\(path.source(entity)) == true ? \(value.source(entity, of: parameter)) : nil"
        case .member(let path, let conversion):
            let member = path.requiredSource(entity)
            if case .list(let element) = conversion, path.requirement == nil, path.isOptional {
                return element.closure(over: member + "?")
            }
            return path.requirement == nil && path.isOptional && conversion != .same
                ? conversion.closure(over: member) : conversion.source(member)
        }
    }
}

extension MemberPath {
    /// The expression for the member, which throws if the member is required and missing.
    fileprivate func requiredSource(_ entity: String) -> String {
        requirement.map { "Replacing.value(\(source(entity)), as: \(Source.string($0)))" } ?? source(entity)
    }

    /// `current.timeInterval?.start`
    fileprivate func source(_ entity: String) -> String {
        var source = entity
        for (index, step) in steps.enumerated() {
            source += "." + Names.quoted(step.name)
            if step.isOptional, index + 1 < steps.count { source += "?" }
        }
        return source
    }
}

extension Conversion {
    /// Returns the expression that converts a value.
    fileprivate func source(_ value: String) -> String {
        switch self {
        case .same: return value
        case .raw(let type, let fromRawValue): return "\(type.source(in: nil))(rawValue: \(value)\(fromRawValue ? ".rawValue" : ""))"
        case .text: return "\(value).rawValue"
        case .number(let type): return "\(type.source(in: nil))(\(value))"
        case .unit(let pointer): return "Replacing.converted(\(value), as: \(Source.string(pointer)))"
        case .startOfDay: return "Replacing.startOfDay(\(value))"
        case .nullable(let conversion): return ".value(\(conversion.source(value)))"
        case .alternative(let type, let name): return "\(type.source(in: nil)).\(Names.quoted(name))(\(value))"
        case .picked(let path, let conversion): return conversion.source(path.requiredSource(value))
        case .list(let conversion): return conversion.closure(over: value)
        case .object(let type, let values):
            let arguments = values.map { "\(Names.quotedCallLabel($0.name)): \($0.value.source(value, of: $0.name))" }
            return "\(type.source(in: nil))(\(arguments.joined(separator: ", ")))"
        }
    }

    /// Returns the expression that converts the elements of a list, or what an optional holds.
    fileprivate func closure(over value: String) -> String {
        canFail ? "\(value).map { item throws(APIFailure) in try \(source("item")) }" : "\(value).map { \(source("$0")) }"
    }
}

extension Edit {
    /// `func edit(_ id: TagID, in workspace: WorkspaceID, _ change: (inout TagUpdate) -> Void)`
    package func signature(of method: Method, in rootName: String?) -> Signature {
        let result: String? =
            switch method.result {
            case .value(let type), .answer(let type): type.source(in: rootName)
            case .nothing, .text, .file: nil
            }
        let change = "_ \(closureName): (inout \(TypeReference.named(body).source(in: rootName))) -> Void"
        return Signature(
            opening: "func \(Names.quoted(name))(",
            arguments: callArguments.map { $0.declaration(in: rootName, hasDefault: $0.role != .body) } + [change],
            closing: ") async throws(APIFailure)" + (result.map { " -> " + $0 } ?? ""))
    }
}

/// Prints the method that reads, changes and replaces.
struct EditPrinter {
    let rootName: String
    let method: Method
    let edit: Edit

    func print(to writer: inout SourceWriter) {
        printDocumentation(to: &writer)
        writer.deprecation(method.deprecation)
        if method.isResultDiscardable { writer.line("@discardableResult") }
        writer.signature(edit.signature(of: method, in: rootName), access: "public")
        writer.nested { writer in
            printRead(to: &writer)
            let body = TypeReference.named(edit.body).source(in: rootName)
            let asked = edit.asked.map { ", \(Names.quotedCallLabel($0.name)): \(Names.quoted($0.name))" }.joined()
            writer.line(
                "var \(edit.bodyName) = \(edit.canFail ? "try " : "")\(body)(replacing: \(edit.entityName)\(asked))")
            writer.line("\(edit.closureName)(&\(edit.bodyName))")
            let arguments = method.arguments.map { labelled($0.label, $0.role == .body ? edit.bodyName : Names.quoted($0.name)) }
            writer.fill("return try await \(Names.quoted(method.name))(", arguments, closing: ")")
        }
        writer.line("}")
    }

    private func labelled(_ label: String?, _ value: String) -> String {
        label.map { "\(Names.quotedCallLabel($0)): \(value)" } ?? value
    }

    private func printRead(to writer: inout SourceWriter) {
        let arguments = edit.read.arguments.map { labelled($0.label, Names.quoted($0.name)) }
        let receiver =
            edit.read.group.map { "\(rootName).Operations.\(Names.quoted($0.typeName))(client: \(method.client))." } ?? ""
        let call = "\(receiver)\(Names.quoted(edit.read.name))(\(arguments.joined(separator: ", ")))"
        guard let search = edit.read.search else { return writer.line("let \(edit.entityName) = try await \(call)") }
        let argument = Names.quoted(search.argument)
        writer.line(
            "let \(edit.entityName) = try \(search.isPaged ? "await " : "")Replacing.find("
                + "\(argument), \(Source.string(search.wireName)), in: \(search.isPaged ? call : "await \(call)")) "
                + "{ $0.\(Names.quoted(search.identifier)) }"
        )
    }

    private func printDocumentation(to writer: inout SourceWriter) {
        writer.documentation(edit.documentation)
        writer.parameterDocumentation(
            edit.callArguments.map { ($0.name, $0.documentation) }
                + [(edit.closureName, ["Changes the body, which starts out with the current values."])])
        writer.line("/// - Throws: `APIFailure`.")
    }
}
