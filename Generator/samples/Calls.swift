import GeneratorOpenAPI
import GeneratorSwiftAPI
import GeneratorSwiftSource
import GeneratorYAML

/// Generates a call of every method of the client, with the values from the documentation.
struct Calls {
    let document: Document
    let api: API
    private let literals: SampleLiterals
    private let minimal: MinimalLiterals

    init(document: Document, api: API) {
        self.document = document
        self.api = api
        literals = SampleLiterals(api: api)
        minimal = MinimalLiterals(api: api, identifiers: SampleIdentifiers(document: document, api: api))
    }

    func source() -> String {
        let operations = Dictionary(uniqueKeysWithValues: document.operations.map { ($0.id, $0) })
        let calls = api.files.flatMap(\.methods).compactMap { method in operations[method.operationID].map { call($0, method) } }
        // Some calls are deprecated. Calling them through a protocol requirement that is not deprecated avoids compiler warnings.
        return """
            // Generated from the operations of the spec.

            import \(api.name)API
            import DocumentedSamples
            import Foundation

            enum EveryCall: CallSource {
                @available(*, deprecated)
                static var calls: [DocumentedCall<\(api.name)>] {
                    var calls: [DocumentedCall<\(api.name)>] = []
            \(calls.indices.map { "        call\($0)(&calls)\n" }.joined())        return calls
                }

            \(calls.enumerated().map { function($0, $1) }.joined(separator: "\n"))}

            """
    }

    private func function(_ index: Int, _ lines: [String]) -> String {
        let body = lines.map { "        \($0)\n" }.joined()
        return
            "    @available(*, deprecated)\n    private static func call\(index)(_ calls: inout [DocumentedCall<\(api.name)>]) {\n\(body)    }\n"
    }

    private func call(_ operation: GeneratorOpenAPI.Operation, _ method: Method) -> [String] {
        let name = "\(method.group).\(method.name)"
        var lines = ["var call = DocumentedCall<\(api.name)>(operation: \(string(operation.id)), name: \(string(name)))"]
        for (property, isDocumented) in [("documented", true), ("minimal", false)] {
            guard let arguments = arguments(operation, method, isDocumented: isDocumented) else { continue }
            let expression =
                "try await clockify.\(Names.quoted(method.group)).\(Names.quoted(method.name))(\(arguments.joined(separator: ", ")))"
            lines.append("call.\(property) = { clockify in \(method.result == .nothing ? "" : "_ = ")\(expression) }")
        }
        if let pages = method.pages, let arguments = arguments(operation, method, isDocumented: false, besides: pages.numbers) {
            let expression = "clockify.\(Names.quoted(method.group)).\(Names.quoted(pages.name))(\(arguments.joined(separator: ", ")))"
            lines.append("call.all = (\(string(pages.name)), { clockify in try await \(expression).collect().count })")
        }
        return lines + ["calls.append(call)"]
    }

    /// Returns the arguments of a call; `nil` if the body has no sample or the sample cannot be expressed in Swift.
    private func arguments(
        _ operation: GeneratorOpenAPI.Operation, _ method: Method, isDocumented: Bool,
        besides isLeftOut: (Method.Argument) -> Bool = { _ in false }
    ) -> [String]? {
        var arguments: [String] = []
        for argument in method.arguments where !isLeftOut(argument) {
            let checks = method.rules.filter { $0.rule.subject == argument.name }.map(\.rule.check)
            let value: String
            if argument.role == .body {
                if isDocumented {
                    guard let example = operation.body?.content.first(where: \.isJSON)?.example,
                        let expression = literals.expression(for: example, as: argument.type)
                    else { return nil }
                    value = expression
                } else {
                    value = minimal.expression(for: argument.type, checks: checks)
                }
            } else {
                value = example(of: argument, operation) ?? minimal.expression(for: argument.type, checks: checks)
            }
            arguments.append((argument.label.map { "\($0): " } ?? "") + value)
        }
        return arguments
    }

    /// Returns the documented example of a parameter.
    private func example(of argument: Method.Argument, _ operation: GeneratorOpenAPI.Operation) -> String? {
        guard let parameter = operation.parameters.first(where: { $0.name == argument.role.wireName }),
            let node = parameter.example ?? document.schema(parameter.schema).example
        else { return nil }
        if let expression = literals.expression(for: node, as: argument.type) { return expression }
        // The example may be a single element of a list.
        guard case .array(let element) = argument.type.withoutOptional else { return nil }
        return literals.expression(for: node, as: element).map { "[\($0)]" }
    }
}

extension Method.Argument.Role {
    fileprivate var wireName: String? {
        switch self {
        case .path(let name), .query(let name, _), .header(let name), .cookie(let name): name
        case .body, .bodyFormat, .file: nil
        }
    }
}

extension TypeReference {
    fileprivate var withoutOptional: TypeReference { if case .optional(let type) = self { type } else { self } }
}
