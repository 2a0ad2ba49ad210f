import GeneratorOpenAPI
import GeneratorSwiftAPI
import GeneratorSwiftSource
import GeneratorYAML

/// Generates test cases from the documented samples: responses to decode, and requests to write with the typed API.
struct SampleCases {
    let document: Document
    let api: API

    func source() -> String {
        let literals = SampleLiterals(api: api)
        let methods = Dictionary(
            api.files.flatMap(\.methods).map { ($0.operationID, $0) }, uniquingKeysWith: { first, _ in first })
        var functions: [String] = []
        var names: [String] = []
        for operation in document.operations {
            guard let method = methods[operation.id] else { continue }
            var lines: [String] = []
            if let line = response(of: operation, method) { lines.append(line) }
            if let line = request(of: operation, method, literals) { lines.append(line) }
            guard !lines.isEmpty else { continue }
            let name = "sample\(names.count)"
            names.append(name)
            functions.append("private func \(name)(_ samples: inout [Sample]) {\n" + lines.map { "    \($0)\n" }.joined() + "}\n")
        }
        return """
            // Generated from the samples of the spec.

            import \(moduleName)
            import DocumentedSamples
            import Foundation

            let documentedSamples: [Sample] = {
                var samples: [Sample] = []
            \(names.map { "    \($0)(&samples)\n" }.joined())    return samples
            }()

            \(functions.joined(separator: "\n"))
            """
    }

    private var moduleName: String { api.name + "API" }

    private func response(of operation: GeneratorOpenAPI.Operation, _ method: Method) -> String? {
        guard case .value(let type) = method.result,
            let example = operation.responses.first(where: \.isSuccess)?.content.first(where: \.isJSON)?.example
        else { return nil }
        let place = "\(example.location.file.split(separator: "/").last ?? ""):\(example.location.line)"
        return
            "samples.append(.response(\(string(operation.id)), at: \(string(place)), as: \(type.source(in: api.name)).self, \(string(SampleLiterals.jsonText(example)))))"
    }

    private func request(of operation: GeneratorOpenAPI.Operation, _ method: Method, _ literals: SampleLiterals) -> String? {
        guard case .json? = method.body, let argument = method.arguments.first(where: { $0.role == .body }),
            let example = operation.body?.content.first(where: \.isJSON)?.example
        else { return nil }
        let place = "\(example.location.file.split(separator: "/").last ?? ""):\(example.location.line)"
        let json = string(SampleLiterals.jsonText(example))
        guard let expression = literals.expression(for: example, as: argument.type) else {
            return "samples.append(.unwritable(\(string(operation.id)), at: \(string(place)), \(json)))"
        }
        let type = argument.type.source(in: api.name)
        var form = ""
        // The emitted method sets this member, not the caller.
        if let said = method.form, said.isInBody, let value = said.json { form = ", besides: [\(string(said.wireName)): \(string(value))]" }
        return "samples.append(.request(\(string(operation.id)), at: \(string(place)), \(expression) as \(type), \(json)\(form)))"
    }
}

func string(_ text: String) -> String { Source.string(text) }
