import GeneratorSwiftAPI

/// Prints the methods of an operation.
struct MethodPrinter {
    let rootName: String
    let method: Method

    func print(to writer: inout SourceWriter) {
        guard let pages = method.pages else {
            printCall(to: &writer)
            return
        }
        printPage(to: &writer)
        writer.line()
        printSequence(pages, to: &writer)
        writer.line()
        printPrivateRequest(to: &writer)
    }

    // MARK: One call

    private func printCall(to writer: inout SourceWriter) {
        printDocumentation(throwing: true, to: &writer)
        writer.deprecation(method.isDeprecated)
        printSignature(
            name: method.name, arguments: method.arguments, effects: "async throws(ClockifyError)", result: resultType, to: &writer)
        writer.nested { writer in
            printRequest(to: &writer)
            let isNothing = method.result == .nothing
            writer.line("\(isNothing ? "" : "return ")try await \(client).\(sending)(call)")
        }
        writer.line("}")
    }

    /// The group's client; an argument may have the same name.
    private var client: String { method.arguments.contains { $0.name == "client" } ? "self.client" : "client" }

    private var resultType: String? {
        switch method.result {
        case .nothing: nil
        case .value(let type): type.source(in: rootName)
        case .file: "Download"
        }
    }

    private var sending: String {
        switch method.result {
        case .nothing: "perform"
        case .value(.optional): "optionalValue"
        case .value: "value"
        case .file: "file"
        }
    }

    // MARK: Pages

    private var requestName: String { Names.quoted(method.name + "Request") }

    private var pageArguments: [Method.Argument] {
        guard let pages = method.pages else { return [] }
        return method.arguments.filter { argument in
            if case .query(pages.pageParameter, _) = argument.role { false } else { true }
        }
    }

    private func printPage(to writer: inout SourceWriter) {
        printDocumentation(throwing: true, to: &writer)
        writer.deprecation(method.isDeprecated)
        printSignature(
            name: method.name, arguments: method.arguments, effects: "async throws(ClockifyError)", result: resultType, to: &writer)
        writer.line("    try await \(client).value(\(requestCall(method.arguments)))")
        writer.line("}")
    }

    private func printSequence(_ pages: Method.Pages, to writer: inout SourceWriter) {
        writer.documentation(Array(method.documentation.prefix(1)))
        writer.line("///")
        writer.line("/// Every page, one after the other, each asked for when the one before has been gone through.")
        printParameterDocumentation(pageArguments, to: &writer)
        writer.deprecation(method.isDeprecated)
        let element = pages.element.source(in: rootName)
        printSignature(name: pages.name, arguments: pageArguments, effects: nil, result: "Pages<\(element)>", to: &writer)
        let arguments = method.arguments.map { argument -> String in
            if case .query(pages.pageParameter, _) = argument.role { return argument.type == .int ? "\(pages.first)" : "nil" }
            return Names.quoted(argument.name)
        }
        let size = method.arguments.first { argument in
            if case .query(let wireName, _) = argument.role { wireName == pages.sizeParameter } else { false }
        }
        let call = "\(client).pages(\(requestName)(\(arguments.joined(separator: ", ")))"
        let numbering = "page: \(Source.string(pages.pageParameter)), first: \(pages.first)"
        writer.line("    \(call), \(numbering)\(size.map { ", size: \(Names.quoted($0.name))" } ?? ""))")
        writer.line("}")
    }

    private func requestCall(_ arguments: [Method.Argument]) -> String {
        "\(requestName)(\(arguments.map { Names.quoted($0.name) }.joined(separator: ", ")))"
    }

    /// What one page and all pages ask in the same way. Arguments have no labels and no defaults here.
    private func printPrivateRequest(to writer: inout SourceWriter) {
        let arguments = method.arguments.map { "_ \(Names.quoted($0.name)): \($0.type.source(in: rootName))" }
        writer.list("private func \(requestName)(", arguments, closing: ") -> Call {", separator: ", ")
        writer.nested { writer in
            printRequest(to: &writer)
            writer.line("return call")
        }
        writer.line("}")
    }

    // MARK: Parts

    private func printDocumentation(throwing: Bool, to writer: inout SourceWriter) {
        writer.documentation(method.documentation)
        printParameterDocumentation(method.arguments, to: &writer)
        if throwing {
            writer.line("/// - Throws: ``ClockifyError``: what is wrong with the request, with the way to the service, or with its answer.")
        }
    }

    private func printParameterDocumentation(_ arguments: [Method.Argument], to writer: inout SourceWriter) {
        let documented = arguments.filter { !$0.documentation.isEmpty }
        guard !documented.isEmpty else {
            writer.line("///")
            return
        }
        writer.line("///")
        writer.line("/// - Parameters:")
        for argument in documented {
            let lines = argument.documentation.filter { !$0.isEmpty }
            writer.documentation(["\(argument.name): \(lines.first ?? "")"], indent: "  - ", hanging: "    ")
            writer.documentation(Array(lines.dropFirst()), indent: "    ", hanging: "    ")
        }
    }

    private func printSignature(
        name: String, arguments: [Method.Argument], effects: String?, result: String?, to writer: inout SourceWriter
    ) {
        let list = arguments.map { argument -> String in
            let internalName = Names.quoted(argument.name)
            let label: String =
                switch argument.label {
                case nil: "_ \(internalName)"
                case argument.name?: internalName
                case let label?: "\(Names.quotedLabel(label)) \(internalName)"
                }
            let defaultValue = argument.defaultValue.map { " = \(Source.literal($0))" } ?? (argument.isOptional ? " = nil" : "")
            return "\(label): \(argument.type.source(in: rootName))\(defaultValue)"
        }
        let tail = (effects.map { " " + $0 } ?? "") + (result.map { " -> " + $0 } ?? "") + " {"
        writer.list("public func \(Names.quoted(name))(", list, closing: ")" + tail, separator: ", ")
    }

    private func printRequest(to writer: inout SourceWriter) {
        let service = "\(rootName).Services.\(Names.quoted(method.service))"
        let anonymous = method.sendsCredentials ? "" : ", sendsCredentials: false"
        writer.line(
            "var call = Call(\(Source.string(method.operationID)), .\(method.httpMethod.lowercased()), \(Source.string(method.path)), service: \(service)\(anonymous))"
        )
        for argument in method.arguments {
            let name = Names.quoted(argument.name)
            switch argument.role {
            case .path(let wireName): writer.line("call.path(\(Source.string(wireName)), \(name))")
            case .query(let wireName, let style): writer.line("call.\(query(wireName, name, style))")
            case .header(let wireName): writer.line("call.header(\(Source.string(wireName)), \(name))")
            case .cookie(let wireName): writer.line("call.cookie(\(Source.string(wireName)), \(name))")
            case .body: break
            }
        }
        for rule in method.rules {
            writer.line(rule.rule.source(subject: Names.quoted(rule.rule.subject), rules: "call.rules", position: rule.position))
        }
        if let argument = method.arguments.first(where: { $0.role == .body }) { printBody(argument, to: &writer) }
        if case .file = method.result { writer.line("call.acceptsFile = true") }
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
        let name = Names.quoted(argument.name)
        switch method.body {
        case .json: writer.line("call.json(\(name))")
        case .text: writer.line("call.text(\(name))")
        case .file(let contentType): writer.line("call.file(\(name), contentType: \(Source.string(contentType)))")
        case .multipart(let parts): printForm("MultipartForm", parts, argument, to: &writer)
        case .form(let parts): printForm("URLEncodedForm", parts, argument, to: &writer)
        case nil: break
        }
    }

    private func printForm(_ type: String, _ parts: [Method.Part], _ argument: Method.Argument, to writer: inout SourceWriter) {
        writer.line("var form = \(type)()")
        for part in parts {
            let wire = Source.string(part.wireName)
            let function: String =
                switch part.content {
                case .text: "text"
                case .texts: "texts"
                case .file: "file"
                case .files: "files"
                case .json: "json"
                }
            writer.line("form.\(function)(\(wire), \(part.subject))")
        }
        writer.line("call.form(form)")
    }
}

extension SourceWriter {
    /// Arguments in one line when they fit, else one a line, without a comma after the last.
    mutating func list(_ opening: String, _ elements: [String], closing: String, separator: String) {
        let oneLine = opening + elements.joined(separator: separator) + closing
        if oneLine.count <= 120 || elements.isEmpty {
            line(oneLine)
        } else {
            block(opening, closing: closing) { writer in
                for (index, element) in elements.enumerated() { writer.line(element + (index + 1 < elements.count ? "," : "")) }
            }
        }
    }
}
