import GeneratorSwiftAPI

/// Prints the methods of an operation.
struct MethodPrinter {
    let rootName: String
    let method: Method

    func print(to writer: inout SourceWriter) {
        guard let pages = method.pages else {
            printCall(to: &writer)
            printWindow(pages: nil, to: &writer)
            if let edit = method.edit {
                writer.line()
                EditPrinter(rootName: rootName, method: method, edit: edit).print(to: &writer)
            }
            return
        }
        printPage(pages, to: &writer)
        printWindow(pages: nil, to: &writer)
        writer.line()
        printSequence(pages, to: &writer)
        printWindow(pages: pages, to: &writer)
        writer.line()
        printPrivateRequest(pages, to: &writer)
    }

    // MARK: One call

    private func printCall(to writer: inout SourceWriter) {
        printDocumentation(to: &writer)
        writer.deprecation(method.deprecation)
        if method.isResultDiscardable { writer.line("@discardableResult") }
        writer.signature(method.signature(in: rootName), access: "public")
        writer.nested { writer in
            RequestPrinter(rootName: rootName, method: method).print(to: &writer)
            let isNothing = method.result == .nothing
            writer.line("\(isNothing ? "" : "return ")try await \(method.client).\(sending)(call)")
        }
        writer.line("}")
    }

    private var sending: String {
        switch method.result {
        case .nothing: "perform"
        case .value(.optional): "optionalValue"
        case .value: "value"
        case .answer: "answer"
        case .text: "text"
        case .file: "file"
        case .redirect: "redirect"
        case .stream(.lines): "lines"
        case .stream(.events): "events"
        case .stream(.textEvents): "textEvents"
        }
    }

    // MARK: Pages

    private func printPage(_ pages: Method.Pages, to writer: inout SourceWriter) {
        printDocumentation(to: &writer)
        writer.deprecation(method.deprecation)
        writer.signature(method.signature(in: rootName), access: "public")
        writer.nested { writer in
            printRequestCall(pages, method.arguments, to: &writer)
            writer.line("return try await \(method.client).value(call)")
        }
        writer.line("}")
    }

    private func printSequence(_ pages: Method.Pages, to writer: inout SourceWriter) {
        let arguments = method.arguments(of: pages)
        writer.documentation(method.documentation + Self.documentationOfPages)
        writer.parameterDocumentation(arguments.map { ($0.name, $0.documentation) })
        writer.deprecation(method.deprecation)
        writer.signature(method.signature(of: pages, in: rootName), access: "public")
        writer.nested { writer in
            printRequestCall(pages, arguments, to: &writer)
            var numbering = "page: \(Source.string(pages.page))"
            if let size = pages.size { numbering += ", size: \(Source.string(size))" }
            if pages.first != 1 { numbering += ", first: \(pages.first)" }
            if pages.isInBody { numbering += ", in: .body" }
            if !pages.items.isEmpty { numbering += ", items: [\(pages.items.map(Source.string).joined(separator: ", "))]" }
            writer.line("return \(method.client).pages(call, \(numbering))")
        }
        writer.line("}")
    }

    private func printRequestCall(_ pages: Method.Pages, _ arguments: [Method.Argument], to writer: inout SourceWriter) {
        let values = arguments.map { "\(Names.quotedCallLabel($0.name)): \(Names.quoted($0.name))" }
        writer.fill("let call = \(Names.quoted(pages.requestName))(", values, closing: ")")
    }

    /// Prints the function that builds the request for both methods. Only the page number has a default value.
    private func printPrivateRequest(_ pages: Method.Pages, to writer: inout SourceWriter) {
        let arguments = method.arguments.map { argument in
            let parameter = "\(Names.quoted(argument.name)): \(argument.type.source(in: rootName))"
            guard pages.numbers(argument) else { return parameter }
            return parameter + (argument.isOptional ? " = nil" : " = \(pages.first)")
        }
        let signature = Signature(opening: "func \(Names.quoted(pages.requestName))(", arguments: arguments, closing: ") -> Call")
        writer.signature(signature, access: "private")
        writer.nested { writer in
            RequestPrinter(rootName: rootName, method: method).print(to: &writer)
            writer.line("return call")
        }
        writer.line("}")
    }

    /// What the methods that iterate over all pages do in addition to the others.
    static let documentationOfPages = ["", "Goes through every page. Each page is requested when the one before it has been read."]

    private func printWindow(pages: Method.Pages?, to writer: inout SourceWriter) {
        guard let window = method.window else { return }
        writer.line()
        method.print(window, pages: pages, in: rootName, to: &writer)
    }

    // MARK: Parts

    private func printDocumentation(to writer: inout SourceWriter) {
        let callbacks = method.callbacks.map { "The callback `\($0.name)` receives `\($0.type.source(in: rootName))`." }
        writer.documentation(method.documentation + (callbacks.isEmpty ? [] : [""] + callbacks))
        writer.parameterDocumentation(method.arguments.map { ($0.name, $0.documentation) })
        if method.arguments.isEmpty { writer.line("///") }
        writer.documentation(["- Throws: `APIFailure`." + failure], hanging: "  ")
    }

    /// How the documented bodies of failures are read.
    private var failure: String {
        guard let type = method.failure?.source(in: rootName) else { return "" }
        return " If the service rejects the call, `failure.body(as: \(type).self)` reads why."
    }
}
