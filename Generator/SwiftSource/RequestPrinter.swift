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
            case .path(let wireName): writer.line("call.\(value("path", wireName, name, argument.style))")
            case .query(let wireName, let style):
                writer.line("call.\(argument.allowsReserved ? "keepingReserved." : "")\(query(wireName, name, style))")
            case .header(let wireName): writer.line("call.\(value("header", wireName, name, argument.style))")
            case .cookie(let wireName): writer.line("call.\(value("cookie", wireName, name, argument.style))")
            case .body, .bodyFormat, .file: break
            }
        }
        for rule in method.rules {
            rule.rule.print(subject: Names.quoted(rule.rule.subject), rules: "call.rules", position: rule.position, to: &writer)
        }
        if let argument = method.arguments.first(where: { $0.role == .body }) {
            printBody(argument, to: &writer)
        } else if let form = method.body?.emptyForm {
            writer.line("call.form(\(form)())")
        }
        if let form = method.form { print(form, to: &writer) }
        if method.mayBeMissingList { writer.line("call.mayAnswerNothing = true") }
        if method.acceptsFile { writer.line("call.acceptsFile = true") }
        if !method.acceptedTypes.isEmpty {
            writer.fill("call.acceptedTypes = [", method.acceptedTypes.map(Source.string), closing: "]")
        }
    }

    /// `true` if the emitted code changes the call after creating it.
    private var isChanged: Bool {
        !method.arguments.isEmpty || method.acceptsFile || method.form != nil || method.mayBeMissingList || !method.acceptedTypes.isEmpty
            || method.body != nil
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
        if method.sendsCredentials, let credentials = method.credentials {
            let names = credentials.map(Source.string).joined(separator: ", ")
            arguments.append("credentials: .\(method.mayLackCredentials ? "onlyOrNone" : "only")([\(names)])")
        }
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
        case .form(nil): "queryValue(\(wire), \(name))"
        case .form(let separator?): "queryValue(\(wire), \(name), joinedBy: \(Source.string(separator)))"
        case .json: "queryJSON(\(wire), \(name))"
        }
    }

    private func value(_ place: String, _ wireName: String, _ name: String, _ style: Method.ValueStyle?) -> String {
        let arguments = "(\(Source.string(wireName)), \(name)"
        return switch style {
        case nil: place + arguments + ")"
        case .simple(let explode) where place == "path": "path\(arguments), style: .simple, explode: \(explode))"
        case .simple(let explode), .form(let explode): "\(place)\(arguments), explode: \(explode))"
        case .label(let explode): "\(place)\(arguments), style: .label, explode: \(explode))"
        case .matrix(let explode): "\(place)\(arguments), style: .matrix, explode: \(explode))"
        case .components: "\(place)Components\(arguments))"
        case .json: "\(place)JSON\(arguments))"
        }
    }

    private func printBody(_ argument: Method.Argument, to writer: inout SourceWriter) {
        let name = argument.type.sent(Names.quoted(argument.name))
        switch method.body {
        case .json(let contentType):
            if let format = method.arguments.first(where: { $0.role == .bodyFormat }) {
                writer.line("call.json(\(name), contentType: \(Names.quoted(format.name)).rawValue)")
            } else if contentType == "application/json" {
                writer.line("call.json(\(name))")
            } else {
                writer.line("call.json(\(name), contentType: \(Source.string(contentType)))")
            }
        case .text: writer.line("call.text(\(name))")
        case .file(let contentTypes):
            writer.line("call.file(\(name), contentTypes: [\(contentTypes.map(Source.string).joined(separator: ", "))])")
        case .multipart(let parts): printForm(Method.Body.multipartForm, parts, argument, to: &writer)
        case .form(let parts): printForm(Method.Body.urlEncodedForm, parts, argument, to: &writer)
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
            let property = part.property.map { "." + Names.quoted($0) } ?? ""
            let value = Names.quoted(argument.name) + property + (part.isNullable ? "?.value" : "")
            writer.line("form.\(call(for: part, value))")
        }
        writer.line("call.form(form)")
    }

    private func call(for part: Method.Part, _ value: String) -> String {
        let name = Source.string(part.wireName)
        let contentType = part.contentType.map { ", contentType: \(Source.string($0))" } ?? ""
        return switch part.content {
        case .text: "text(\(name), \(value)\(contentType))"
        case .texts: "texts(\(name), \(value))"
        case .file: "file(\(name), \(value))"
        case .files: "files(\(name), \(value))"
        case .json: "json(\(name), \(value)\(contentType))"
        case .anything: "anything(\(name), \(value))"
        case .joined(let separator): "texts(\(name), \(value), joinedBy: \(Source.string(separator)))"
        case .form(nil): "value(\(name), \(value))"
        case .form(let separator?): "value(\(name), \(value), joinedBy: \(Source.string(separator)))"
        case .deepMembers: "members(of: \(value), in: \(name))"
        case .members: "members(of: \(value))"
        }
    }
}

extension Method.Body {
    fileprivate static let multipartForm = "MultipartForm"
    fileprivate static let urlEncodedForm = "URLEncodedForm"

    /// The type of a form without parts; `nil` for any other body.
    fileprivate var emptyForm: String? {
        switch self {
        case .multipart([]): Self.multipartForm
        case .form([]): Self.urlEncodedForm
        default: nil
        }
    }
}
