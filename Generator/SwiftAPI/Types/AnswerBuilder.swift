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
        var stream: Method.Stream?
        /// `true` if the body may be missing or null although the spec describes a value. Such a list is read as an empty list instead.
        var mayBeMissing = false
        var isEmpty: Bool { value == nil && !isText && !isFile && stream == nil || mayBeMissing }
    }

    /// One result, or two for an operation that responds with JSON or with a file. Never empty.
    var results: [Method.Result] {
        // The document describes what a GET would return. A HEAD has no body.
        guard operation.method != .head else { return [.nothing] }
        // The document does not describe the target of the redirect. A write is never sent to another URL.
        guard operation.redirects.isEmpty else { return [operation.method == .get ? .file : .redirect] }
        let answers = operation.answers
        let contents = answers.map { content(of: $0, context: context(of: $0, among: answers)) }
        var results: [Method.Result] = []
        var values: [TypeReference] = []
        for case let value? in contents.map(\.value) where !values.contains(value) { values.append(value) }
        if values.count > 1 {
            results.append(
                .answer(byStatus(zip(answers, contents).filter { !$1.isFile && !$1.isText && $1.stream == nil || $1.value != nil })))
        } else if let value = values.first {
            results.append(.value(contents.contains(where: \.isEmpty) ? .optional(value) : value))
        } else if contents.contains(where: \.isText), !contents.contains(where: \.isFile) {
            results.append(.text)
        }
        // A text response next to a file response is also treated as a file.
        if contents.contains(where: \.isFile) || contents.contains(where: \.isText) && results != [.text] { results.append(.file) }
        for case let stream? in contents.map(\.stream) where !results.contains(.stream(stream)) { results.append(.stream(stream)) }
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
        let json = response.content.filter { isJSON($0) }
        if let media = MediaType.preferredJSON(json), let schema = media.schema {
            let type = types.type(of: schema, context: context)
            if type.declaredOrPlain == .upload {
                diagnostics.error(at: media.location, "JSON cannot contain a file; describe the response as its own schema")
            }
            content.value = type
            content.mayBeMissing = !isList(type) && type != .json && (response.mayBeEmpty || types.resolutions.resolved(schema).isNullable)
        }
        for media in response.content where !json.contains(where: { $0.name == media.name }) {
            if let stream = stream(media, context: context) {
                if content.stream == nil { content.stream = stream }
            } else if isText(media) {
                content.isText = true
            } else {
                content.isFile = true
            }
        }
        return content
    }

    private func isJSON(_ media: MediaType) -> Bool {
        (media.isJSON || media.isAnything && !isText(media) || isPlainNumber(media)) && media.schema != nil && !isBytes(media)
            && !media.isStream
    }

    /// Returns `true` for a number or a Boolean as plain text, which is also valid JSON.
    private func isPlainNumber(_ media: MediaType) -> Bool {
        guard media.essence == "text/plain", let schema = media.schema else { return false }
        return switch types.shapes.shape(of: schema) {
        case .value(.int), .value(.int64), .value(.double), .value(.bool): true
        default: false
        }
    }

    /// Returns the stream that a media type describes. Its schema is that of one value, or of the list of all of them.
    private func stream(_ media: MediaType, context: String) -> Method.Stream? {
        guard media.isStream else { return nil }
        var type = media.schema.map { types.type(of: $0, context: context + "Event") } ?? .json
        if case .array(let element) = type { type = element }
        guard media.essence == "text/event-stream" else { return .lines(type) }
        return type == .string || media.schema == nil ? .textEvents : .events(type)
    }

    private func isBytes(_ media: MediaType) -> Bool {
        guard let schema = media.schema.map({ types.resolutions.resolved($0).schema }) else { return true }
        return schema.types == [.string] && (schema.format == "binary" || schema.format == "byte" && !media.isJSON)
    }

    /// Returns the media types for the `Accept` header of a method with one of the results; empty if the usual ones do.
    func acceptedTypes(for result: Method.Result) -> [String] {
        let content = operation.answers.flatMap(\.content)
        let accepted: [MediaType]
        switch result {
        case .nothing, .redirect: return []
        case .stream: accepted = content.filter(\.isStream)
        case .value, .answer:
            let json = content.filter { isJSON($0) }
            if json.contains(where: { $0.essence == "application/json" || $0.isAnything }) { return [] }
            accepted = operation.answers.compactMap { answer in answer.content.first { isJSON($0) } }
        case .text, .file:
            // Where a method for JSON exists, this one must not get JSON.
            guard operation.export == nil, content.contains(where: { isJSON($0) || $0.isStream }) else { return [] }
            accepted = content.filter { !isJSON($0) && !$0.isStream }
        }
        var seen: Set<String> = []
        return accepted.map(\.name).filter { seen.insert($0).inserted }
    }

    /// Reports a response that a method for JSON cannot read, because it has none, unlike the response with another status.
    func reportOtherFormats() {
        let answers = operation.answers.map { (content: $0.content, hasJSON: $0.content.contains(where: isJSON)) }
        guard answers.contains(where: \.hasJSON) else { return }
        for case let media? in answers.filter({ !$0.hasJSON }).map(\.content.first) where !media.isStream {
            diagnostics.warning(
                at: media.location,
                "this response is \(media.name), while another of the operation is JSON; the method for JSON cannot read it; "
                    + "describe it as JSON, or remove it")
        }
    }

    /// Reports JSON that a method cannot return, because the response has other JSON, too.
    func reportOtherJSON() {
        for answer in operation.answers {
            let json = answer.content.filter { isJSON($0) }
            guard let read = MediaType.preferredJSON(json) else { continue }
            for other in json where other.name != read.name && other.schema.map(place) != read.schema.map(place) {
                diagnostics.warning(
                    at: other.location,
                    "the response is read as \(read.name); \(other.name) is left out, because a method asks for one of them; "
                        + "remove the one that is not needed")
            }
        }
    }

    private func place(_ schema: Place) -> Place { types.resolutions.resolved(schema).schema.place }

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
        // Services that do not say in which format they send a text send it as it is.
        guard media.isAnything || ["text/plain", "text/html"].contains(media.essence), !isBytes(media), let schema = media.schema
        else { return false }
        return types.shapes.shape(of: schema).isJSONString
    }

    // MARK: Failures

    /// The type of the bodies of failures, or one with a case for each status if they differ; `nil` if the spec documents none.
    var failure: TypeReference? {
        let bodies = operation.failures.compactMap { response -> (response: Response, type: TypeReference)? in
            let json = response.content.filter { isJSON($0) }
            guard let read = MediaType.preferredJSON(json), let schema = read.schema else { return nil }
            let context = operation.typePrefix + Names.type(Status.name(of: response.status, isFailure: true))
            let type = types.type(of: schema, context: context)
            // Alternative bodies of the failure, such as `application/problem+json`, need types, so that callers can read them.
            for other in json.filter({ $0.name != read.name }).compactMap(\.schema) {
                _ = types.type(of: other, context: context + "Other")
            }
            return (response, type)
        }
        let distinct = bodies.reduce(into: [TypeReference]()) { types, body in if !types.contains(body.type) { types.append(body.type) } }
        guard distinct.count > 1 else { return distinct.first }
        var table = NameTable()
        let cases = bodies.map { response, type in
            Answers.Case(
                name: table.unique(Status.name(of: response.status, isFailure: true)), status: response.status.uppercased(), type: type,
                documentation: Documentation.lines(response.description.isEmpty ? response.status : response.description),
                location: response.location)
        }
        return types.declare(
            operation.typePrefix + "Failure", .answers(Answers(cases: Status.ordered(cases), areFailures: true)),
            documentation: ["What the service says if it rejects `\(operation.id)`."], file: operation.place.file,
            location: operation.location)
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
        return types.declare(
            operation.typePrefix + "Response", .answers(Answers(cases: Status.ordered(cases))),
            documentation: ["The responses of `\(operation.id)`."], file: operation.place.file, location: operation.location)
    }
}
