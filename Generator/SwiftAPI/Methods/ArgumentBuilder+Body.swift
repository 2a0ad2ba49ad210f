import GeneratorOpenAPI
import GeneratorYAML

/// Determines the argument for a request body and how the body is sent.
extension ArgumentBuilder {
    mutating func add(_ typed: TypedOperation.Body) {
        let (body, media) = (typed.body, typed.media)
        let name = names.unique("body")
        let schemaDescription = media.schema.flatMap { shapes.resolutions.resolved($0).description }
        // Only the first paragraph. The full description is on the type.
        let description = body.description ?? schemaDescription?.split(separator: "\n\n", maxSplits: 1).first.map(String.init)
        let type: TypeReference?
        switch typed.content {
        case .onlyFile(let file):
            addOnlyFile(file, of: typed, name: name, description: description)
            return
        case .value(let value) where media.isForm:
            addForm(typed, type: value, name: name, description: description)
            return
        case .value(let value): type = value
        }
        if media.isJSON || media.isAnything, !isBytes(media) {
            self.body = .json(contentType: media.isJSON ? media.name : "application/json")
            addBody(name: name, type: type ?? .json, at: body.location, isRequired: body.isRequired, description: description)
            addRules(of: media, type: type, name: name)
        } else if media.essence == "text/plain", let type, types.isPlainValue(type), !isBytes(media) {
            self.body = .text
            addBody(name: name, type: type, at: body.location, isRequired: body.isRequired, description: description)
            addRules(of: media, type: type, name: name)
        } else if type == nil || type == .string || type == .json {
            self.body = .file(contentTypes: body.content.filter { !$0.isForm && isFile($0) }.map(\.name))
            addBody(name: name, type: .upload, at: body.location, isRequired: body.isRequired, description: description)
        } else {
            diagnostics.error(
                at: media.location, "a body of type \(media.name) with this schema is not supported; JSON, forms, text and binary are")
        }
    }

    /// Returns `true` if the schema leaves the content to the media type: it describes bytes or is empty.
    private func isFile(_ media: MediaType) -> Bool {
        guard let schema = media.schema.map({ shapes.resolutions.resolved($0).schema }) else { return true }
        return schema.types.isEmpty || isBytes(media)
    }

    private func isBytes(_ media: MediaType) -> Bool {
        guard let schema = media.schema.map({ shapes.resolutions.resolved($0).schema }) else { return !media.isJSON }
        return schema.types == [.string] && (schema.format == "binary" || schema.format == "byte" && !media.isJSON)
    }

    private mutating func addRules(of media: MediaType, type: TypeReference?, name: String) {
        guard let schema = media.schema, let type else { return }
        for check in checks.of(schema, type: type, isRequired: true) {
            rules.append(.init(rule: Rule(subject: name, isNullable: false, wireName: nil, check: check), position: "body", type: type))
        }
    }

    private mutating func addBody(name: String, type: TypeReference, at location: SourceLocation, isRequired: Bool, description: String?) {
        arguments.append(
            .init(
                label: nil, name: name, type: isRequired ? type : .optional(type), defaultValue: nil, role: .body,
                documentation: Documentation.lines(description ?? "The request body."), location: location))
    }

    // MARK: Forms

    private mutating func addOnlyFile(_ file: Property, of typed: TypedOperation.Body, name: String, description: String?) {
        let description = file.documentation.isEmpty ? description : file.documentation.joined(separator: "\n")
        addBody(name: name, type: .upload, at: typed.body.location, isRequired: typed.body.isRequired, description: description)
        setForm([.init(wireName: file.wireName, property: nil, isNullable: false, content: .file)], media: typed.media)
    }

    private mutating func addForm(_ typed: TypedOperation.Body, type: TypeReference?, name: String, description: String?) {
        guard case .named(let typeName)? = type, case .structure(let structure) = types.kind(of: typeName) else {
            diagnostics.error(at: typed.media.location, "a form needs a schema with properties, one for each of its parts")
            return
        }
        let parts = structure.properties.filter(\.isWritten).map { property in
            Method.Part(
                wireName: property.wireName, property: property.storedName, isNullable: property.type.isOptionalNullable,
                content: content(of: property.type))
        }
        addBody(
            name: name, type: .named(typeName), at: typed.body.location, isRequired: typed.body.isRequired, description: description)
        addRules(of: typed.media, type: type, name: name)
        setForm(parts, media: typed.media)
    }

    private mutating func setForm(_ parts: [Method.Part], media: MediaType) {
        let isMultipart = media.essence == "multipart/form-data"
        if !isMultipart, parts.contains(where: { $0.content == .file || $0.content == .files }) {
            diagnostics.error(at: media.location, "a file goes in multipart/form-data, not in \(media.name)")
        }
        body = isMultipart ? .multipart(parts: parts) : .form(parts: parts)
    }

    private func content(of type: TypeReference) -> Method.Part.Content {
        switch type {
        case .optional(let type), .nullable(let type): content(of: type)
        case .upload: .file
        case .array(.upload): .files
        default: types.isPlainValue(type) ? .text : types.isListOfPlainValues(type) ? .texts : .json
        }
    }
}
