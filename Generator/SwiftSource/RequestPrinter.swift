import GeneratorSwiftAPI

/// Prints the code with which a method builds its request.
struct RequestPrinter {
    let rootName: String
    let method: Method

    func print(to writer: inout SourceWriter) {
        printCall(to: &writer)
        for argument in method.arguments {
            let name = argument.type.sent(Names.quoted(argument.name))
            switch argument.role {
            case .path(let wireName): writer.line("call.path(\(Source.string(wireName)), \(name))")
            case .query(let wireName, let style): writer.line("call.\(query(wireName, name, style))")
            case .header(let wireName): writer.line("call.header(\(Source.string(wireName)), \(name))")
            case .cookie(let wireName): writer.line("call.cookie(\(Source.string(wireName)), \(name))")
            case .body, .file: break
            }
        }
        for rule in method.rules {
            rule.rule.print(subject: Names.quoted(rule.rule.subject), rules: "call.rules", position: rule.position, to: &writer)
        }
        if let argument = method.arguments.first(where: { $0.role == .body }) { printBody(argument, to: &writer) }
        if let form = method.form { print(form, to: &writer) }
        if method.mayBeMissingList { writer.line("call.mayAnswerNothing = true") }
        if method.acceptsFile { writer.line("call.acceptsFile = true") }
    }

    /// `true` if the emitted code changes the call after creating it.
    private var isChanged: Bool {
        !method.arguments.isEmpty || method.acceptsFile || method.form != nil || method.mayBeMissingList
    }

    private func print(_ form: Method.Form, to writer: inout SourceWriter) {
        let file = method.arguments.first { $0.role == .file }.map { Names.quoted($0.name) } ?? "nil"
        let value = form.json.map(Source.string) ?? file
        let place = form.isInBody ? "member" : "query"
        writer.line("call.answer(as: .\(form.json == nil ? "file" : "json"), \(place): \(Source.string(form.wireName)), \(value))")
    }

    private func printCall(to writer: inout SourceWriter) {
        var arguments = [
            Source.string(method.operationID), ".\(method.httpMethod.lowercased())", Source.string(method.path),
            "service: \(rootName).Services.\(Names.quoted(method.service))",
        ]
        if !method.sendsCredentials { arguments.append("sendsCredentials: false") }
        let opening = isChanged ? "var call = Call(" : "let call = Call("
        writer.fill(opening, arguments, closing: ")")
    }

    private func query(_ wireName: String, _ name: String, _ style: Method.QueryStyle) -> String {
        let wire = Source.string(wireName)
        return switch style {
        case .repeated: "query(\(wire), \(name))"
        case .joined(let separator): "query(\(wire), \(name), joinedBy: \(Source.string(separator)))"
        case .members: "queryMembers(of: \(name))"
        case .deepMembers: "queryMembers(of: \(name), in: \(wire))"
        case .json: "queryJSON(\(wire), \(name))"
        }
    }

    private func printBody(_ argument: Method.Argument, to writer: inout SourceWriter) {
        let name = argument.type.sent(Names.quoted(argument.name))
        switch method.body {
        case .json("application/json"): writer.line("call.json(\(name))")
        case .json(let contentType): writer.line("call.json(\(name), contentType: \(Source.string(contentType)))")
        case .text: writer.line("call.text(\(name))")
        case .file(let contentTypes):
            writer.line("call.file(\(name), contentTypes: [\(contentTypes.map(Source.string).joined(separator: ", "))])")
        case .multipart(let parts): printForm("MultipartForm", parts, argument, to: &writer)
        case .form(let parts): printForm("URLEncodedForm", parts, argument, to: &writer)
        case nil: break
        }
    }

    private func printForm(_ type: String, _ parts: [Method.Part], _ argument: Method.Argument, to writer: inout SourceWriter) {
        guard argument.isOptional else {
            printParts(type, parts, argument, to: &writer)
            return
        }
        writer.block("if let \(Names.quoted(argument.name)) {") { writer in printParts(type, parts, argument, to: &writer) }
    }

    private func printParts(_ type: String, _ parts: [Method.Part], _ argument: Method.Argument, to writer: inout SourceWriter) {
        writer.line("var form = \(type)()")
        for part in parts {
            let function: String =
                switch part.content {
                case .text: "text"
                case .texts: "texts"
                case .file: "file"
                case .files: "files"
                case .json: "json"
                }
            let property = part.property.map { "." + Names.quoted($0) } ?? ""
            let value = Names.quoted(argument.name) + property + (part.isNullable ? "?.value" : "")
            writer.line("form.\(function)(\(Source.string(part.wireName)), \(value))")
        }
        writer.line("call.form(form)")
    }
}
