package import GeneratorSwiftAPI

extension Edit {
    /// `func edit(_ id: TagID, in workspace: WorkspaceID, _ change: (inout TagUpdate) -> Void)`
    package func signature(of method: Method, in rootName: String?) -> Signature {
        let result: String? =
            switch method.result {
            case .value(let type), .answer(let type): type.source(in: rootName)
            case .redirect: "Redirect"
            case .nothing, .text, .file, .stream: nil
            }
        let change = "_ \(closureName): (inout \(TypeReference.named(body).source(in: rootName))) -> Void"
        return Signature(
            opening: "func \(Names.quoted(name))(",
            arguments: callArguments.map { $0.declaration(in: rootName) } + [change],
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
        guard let search = edit.read.search else {
            // A service that has nothing to be changed may say so with an empty response.
            let value = edit.read.isOptional ? "Replacing.value(await \(call), as: \"\")" : "await \(call)"
            return writer.line("let \(edit.entityName) = try \(value)")
        }
        let argument = Names.quoted(search.argument)
        writer.line(
            "let \(edit.entityName) = try \(search.isPaged ? "await " : "")Replacing.find("
                + "\(argument), \(Source.string(search.wireName)), in: \(search.isPaged ? call : "await \(call)")\(edit.read.isOptional ? " ?? []" : "")) "
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
