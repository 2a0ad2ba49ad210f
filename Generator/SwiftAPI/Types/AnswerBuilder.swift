import GeneratorOpenAPI
import GeneratorYAML

/// Determines the result types of an operation's methods.
struct AnswerBuilder {
    let operation: Operation
    let types: TypeBuilder
    let diagnostics: Diagnostics

    /// The Swift representation of one response. Several fields are set if the service may respond in several formats.
    private struct Content {
        var value: TypeReference?
        var isText = false
        var isFile = false
        /// `true` if the value may be missing although the spec describes one. A missing list is read as an empty list instead.
        var mayBeMissing = false
        var isEmpty: Bool { value == nil && !isText && !isFile || mayBeMissing }
    }

    /// One result, or two for an operation that responds with JSON or with a file. Never empty.
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
        // A text response next to a file response is also treated as a file.
        if contents.contains(where: \.isFile) || contents.contains(where: \.isText) && results != [.text] { results.append(.file) }
        return results.isEmpty ? [.nothing] : results
    }

    /// Returns the name for types that the spec does not name.
    private func context(of response: Response, among answers: [Response]) -> String {
        let described = answers.filter { response in response.content.contains { $0.schema != nil } }
        let context = operation.typePrefix
        return context + (described.count > 1 ? Names.type(Status.name(of: response.status)) : "Response")
    }

    private func content(of response: Response, context: String) -> Content {
        var content = Content()
        // The request accepts JSON, so plain `application/json` is preferred over other JSON types.
        let json = response.content.filter { ($0.isJSON || $0.isAnything) && $0.schema != nil && !isBytes($0) }
        if let media = json.first(where: { $0.essence == "application/json" }) ?? json.first, let schema = media.schema {
            let type = types.type(of: schema, context: context)
            if type.declaredOrPlain == .upload {
                diagnostics.error(at: media.location, "JSON cannot contain a file; describe the response as its own schema")
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
        guard let schema = media.schema.map({ types.resolutions.resolved($0).schema }) else { return true }
        return schema.types == [.string] && (schema.format == "binary" || schema.format == "byte" && !media.isJSON)
    }

    /// `true` if a response without a body means an empty list.
    var mayBeMissingList: Bool {
        operation.answers.contains { response in
            guard response.mayBeEmpty, let schema = response.content.first(where: \.mayBeJSON)?.schema else { return false }
            if case .array = types.shapes.shape(of: schema) { return true } else { return false }
        }
    }

    private func isList(_ type: TypeReference) -> Bool { if case .array = type { true } else { false } }

    /// Returns `true` if the body is text to read rather than a file to save.
    private func isText(_ media: MediaType) -> Bool {
        guard ["text/plain", "text/html"].contains(media.essence), !isBytes(media), let schema = media.schema else { return false }
        if case .value(.string) = types.shapes.shape(of: schema) { return true } else { return false }
    }

    // MARK: By status

    /// Declares a type with a case for each status.
    private func byStatus(_ answers: some Sequence<(Response, Content)>) -> TypeReference {
        var table = NameTable()
        let cases = answers.map { response, content in
            Answers.Case(
                name: table.unique(Status.name(of: response.status)), status: response.status.uppercased(), type: content.value,
                documentation: Documentation.lines(response.description.isEmpty ? response.status : response.description),
                location: response.location)
        }
        // Ranges come after the statuses that they contain.
        let ordered = cases.filter { $0.status != "2XX" } + cases.filter { $0.status == "2XX" }
        return types.declare(
            operation.typePrefix + "Response", .answers(Answers(cases: ordered)),
            documentation: ["The responses of `\(operation.id)`."], file: operation.place.file, location: operation.location)
    }
}

/// The Swift names of HTTP statuses.
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
