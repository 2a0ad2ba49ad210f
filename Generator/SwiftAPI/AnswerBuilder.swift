import GeneratorOpenAPI
import GeneratorYAML

/// Decides what the methods of an operation give.
struct AnswerBuilder {
    let operation: Operation
    let types: TypeBuilder
    let diagnostics: Diagnostics

    /// What one response is in Swift; several where the service may answer in several forms.
    private struct Content {
        var value: TypeReference?
        var isText = false
        var isFile = false
        /// Whether a value may be missing where one is described. A list is empty then.
        var mayBeMissing = false
        var isEmpty: Bool { value == nil && !isText && !isFile || mayBeMissing }
    }

    /// One result, or two for an operation that answers with JSON or with a file. Never none.
    var results: [Method.Result] {
        let answers = operation.answers
        let contents = answers.map { content(of: $0, context: context(of: $0, among: answers)) }
        var results: [Method.Result] = []
        var values: [TypeReference] = []
        for case let value? in contents.map(\.value) where !values.contains(value) { values.append(value) }
        if values.count > 1 {
            results.append(.answer(byStatus(zip(answers, contents).filter { !$1.isFile && !$1.isText || $1.value != nil })))
        } else if let value = values.first {
            results.append(.value(contents.contains(where: \.isEmpty) ? .optional(value) : value))
        } else if contents.contains(where: \.isText), !contents.contains(where: \.isFile) {
            results.append(.text)
        }
        // A text beside a file is a file too.
        if contents.contains(where: \.isFile) || contents.contains(where: \.isText) && results != [.text] { results.append(.file) }
        return results.isEmpty ? [.nothing] : results
    }

    /// What types without a name are called.
    private func context(of response: Response, among answers: [Response]) -> String {
        let described = answers.filter { response in response.content.contains { $0.schema != nil } }
        let context = Names.type(operation.swiftNameOfInlineTypes)
        return context + (described.count > 1 ? Names.type(Status.name(of: response.status)) : "Response")
    }

    private func content(of response: Response, context: String) -> Content {
        var content = Content()
        // JSON is asked for, so that of several kinds of it the plain one comes.
        let json = response.content.filter { ($0.isJSON || $0.isAnything) && $0.schema != nil && !isBytes($0) }
        if let media = json.first(where: { $0.essence == "application/json" }) ?? json.first, let schema = media.schema {
            let type = types.type(of: schema, context: context)
            if type.declaredOrPlain == .upload {
                diagnostics.error(at: media.location, "a file cannot stand in JSON; describe the answer as a schema of its own")
            }
            content.value = type
            if response.mayBeEmpty, !isList(type) { content.mayBeMissing = true }
        }
        for media in response.content where !json.contains(where: { $0.name == media.name }) {
            if isText(media) { content.isText = true } else { content.isFile = true }
        }
        return content
    }

    private func isBytes(_ media: MediaType) -> Bool {
        guard let schema = media.schema.map({ types.shapes.resolved($0).schema }) else { return true }
        return schema.types == [.string] && (schema.format == "binary" || schema.format == "byte" && !media.isJSON)
    }

    /// Whether an answer without a body means a list without entries.
    var mayBeMissingList: Bool {
        operation.answers.contains { response in
            guard response.mayBeEmpty, let schema = response.content.first(where: \.isJSON)?.schema else { return false }
            if case .array = types.shapes.shape(of: schema) { return true } else { return false }
        }
    }

    private func isList(_ type: TypeReference) -> Bool { if case .array = type { true } else { false } }

    /// Whether the body is a text to read rather than a file to keep.
    private func isText(_ media: MediaType) -> Bool {
        guard ["text/plain", "text/html"].contains(media.essence), !isBytes(media), let schema = media.schema else { return false }
        if case .value(.string) = types.shapes.shape(of: schema) { return true } else { return false }
    }

    // MARK: By status

    /// A type with a case for each status.
    private func byStatus(_ answers: some Sequence<(Response, Content)>) -> TypeReference {
        var table = NameTable()
        let cases = answers.map { response, content in
            Answers.Case(
                name: table.unique(Status.name(of: response.status)), status: response.status.uppercased(), type: content.value,
                documentation: Documentation.lines(response.description.isEmpty ? response.status : response.description),
                location: response.location)
        }
        // Ranges come after what they contain.
        let ordered = cases.filter { $0.status != "2XX" } + cases.filter { $0.status == "2XX" }
        return types.declare(
            Names.type(operation.swiftNameOfInlineTypes) + "Response", .answers(Answers(cases: ordered)),
            documentation: ["The responses of `\(operation.id)`."], file: operation.place.file, location: operation.location)
    }
}

/// The names of statuses.
enum Status {
    static func name(of status: String) -> String {
        switch status {
        case "200": "ok"
        case "201": "created"
        case "202": "accepted"
        case "203": "nonAuthoritative"
        case "204": "noContent"
        case "205": "resetContent"
        case "206": "partialContent"
        case "207": "multiStatus"
        case "default", "2XX", "2xx": "success"
        default: "status" + status
        }
    }
}
