package import GeneratorSwiftAPI

/// Prints a Markdown reference of every call of a Swift API, by group.
package struct CallReference {
    let api: API

    /// Creates the reference of an API.
    package init(_ api: API) { self.api = api }

    /// The Markdown text.
    package var page: String {
        let methods = api.files.flatMap(\.methods)
        let root = api.name.prefix(1).lowercased() + api.name.dropFirst()
        var writer = SourceWriter()
        writer.line("# Calls of `\(api.name)`")
        writer.line()
        writer.line("Generated from the spec: `spec calls --write`.")
        writer.line()
        writer.line(
            "\(Set(methods.map(\.operationID)).count) operations. Types are nested in `\(api.name)`; calls are `async throws(APIFailure)`, "
                + "but for those that give `Pages`, a lazy sequence.")
        for group in api.groups {
            let methods = methods.filter { $0.group == group.name }
            guard !methods.isEmpty else { continue }
            writer.line()
            writer.line("## \(root).\(group.name)")
            writer.line()
            writer.block("```swift", closing: "```", indented: false) { writer in
                for (index, method) in methods.enumerated() {
                    if index > 0 { writer.line() }
                    print(method, to: &writer)
                }
            }
        }
        return writer.text
    }

    private func print(_ method: Method, to writer: inout SourceWriter) {
        var facts = ["\(method.httpMethod) \(method.path)", method.operationID]
        if method.isExperimental { facts.append("experimental") }
        if method.deprecation != nil { facts.append("deprecated") }
        writer.line("// " + Source.comment(facts.joined(separator: " · ")))
        if let deprecation = method.deprecation { writer.line("// " + Source.comment(deprecation)) }
        print(method.signature(in: nil), to: &writer)
        if let window = method.window { print(method.signature(of: window, pages: nil, in: nil), to: &writer) }
        if let pages = method.pages {
            print(method.signature(of: pages, in: nil), to: &writer)
            if let window = method.window { print(method.signature(of: window, pages: pages, in: nil), to: &writer) }
        }
        if let edit = method.edit { print(edit.signature(of: method, in: nil), to: &writer) }
    }

    /// Prints a signature without the parts that all calls share.
    private func print(_ signature: Signature, to writer: inout SourceWriter) {
        let opening = signature.opening.dropFirst("func ".count)
        let closing = signature.closing.replacing(" async throws(APIFailure)", with: "")
        writer.fill(String(opening), signature.arguments, closing: closing)
    }
}
