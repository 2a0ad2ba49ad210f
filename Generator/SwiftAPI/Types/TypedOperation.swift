import GeneratorOpenAPI

/// An operation and the types that its methods use.
struct TypedOperation {
    let operation: Operation
    /// The parameters that callers pass, and their types.
    let parameters: [(parameter: Parameter, type: TypeReference)]
    /// `nil` if the operation has no body.
    let body: Body?
    /// One result, or two for an operation that responds with JSON or with a file. Never empty.
    let results: [Method.Result]
    /// The media types for the `Accept` header of each result; empty if the usual ones do.
    let acceptedTypes: [[String]]
    /// The type of the bodies of failures; `nil` if the spec documents none.
    let failure: TypeReference?
    /// `true` if a response without a body means an empty list.
    let mayBeMissingList: Bool
    /// The type of the file formats that the second result can have; `nil` if callers do not choose one.
    let fileForm: TypeReference?

    struct Body {
        enum Content {
            /// A value; `nil` if the spec does not describe it.
            case value(TypeReference?)
            /// A form whose only part is a file.
            case onlyFile(Property)
        }

        let body: RequestBody
        /// The one of the body's media types that is sent.
        let media: MediaType
        let content: Content
        /// The enumeration of the patch formats that callers choose from; `nil` if they have no choice.
        var patchFormat: TypeReference?
    }

    /// Declares the types of an operation.
    ///
    /// The order matters: of two types that would have the same name, the first one has it.
    init(_ operation: Operation, types: TypeBuilder, diagnostics: Diagnostics) {
        self.operation = operation
        let answers = AnswerBuilder(operation: operation, types: types, diagnostics: diagnostics)
        let results = answers.results
        self.results = results
        acceptedTypes = results.map(answers.acceptedTypes)
        answers.reportOtherJSON()
        answers.reportOtherFormats()
        mayBeMissingList = answers.mayBeMissingList
        let passed = operation.parameters.filter { !$0.isSetByTransport && !types.exports.isWritten($0, of: operation) }
        parameters = passed.map { ($0, types.type(of: $0.schema, context: operation.typePrefix + Names.typeSuffix($0.name))) }
        body = operation.body.flatMap { TypedOperation.body($0, of: operation, types: types, diagnostics: diagnostics) }
        let export = results.count > 1 ? types.exports.export(of: operation) : nil
        fileForm = export.map { types.fileForm(of: operation, $0) }
        failure = answers.failure
    }

    private static func body(_ body: RequestBody, of operation: Operation, types: TypeBuilder, diagnostics: Diagnostics) -> Body? {
        guard let media = body.sentMedia(types.resolutions) else {
            diagnostics.flaw(
                at: body.location, "a request body needs content", otherwise: "none is sent", remedy: "add content, or remove the body")
            return nil
        }
        let context = operation.typePrefix + "Body"
        if media.isForm, let file = media.schema.flatMap({ types.onlyFile(of: $0, context: context) }) {
            return Body(body: body, media: media, content: .onlyFile(file))
        }
        var result = Body(body: body, media: media, content: .value(media.schema.map { types.type(of: $0, context: context) }))
        if let formats = PatchFormats(body, sent: media, resolutions: types.resolutions) {
            result.patchFormat = types.declare(
                operation.typePrefix + "Format", .enumeration(formats.enumeration),
                documentation: ["The patch formats that the operation accepts."],
                file: operation.place.file, location: body.location)
        }
        return result
    }
}

extension Operation {
    /// The prefix for the names of types that the spec does not name.
    var typePrefix: String { Names.type(id) }
}

extension Parameter {
    /// `true` for the headers that the transport sets. OpenAPI specifies that they are ignored as parameters.
    fileprivate var isSetByTransport: Bool {
        position == .header && ["accept", "content-type", "authorization"].contains(name.lowercased())
    }
}
