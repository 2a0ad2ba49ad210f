import GeneratorOpenAPI
import GeneratorYAML

/// Determines the argument for a request body and how the body is sent.
extension ArgumentBuilder {
    mutating func add(_ body: RequestBody, of operation: Operation, context: String) {
        let known =
            body.content.first(where: \.isJSON) ?? body.content.first { $0.essence == "multipart/form-data" }
            ?? body.content.first(where: \.isForm)
        guard let media = known ?? body.content.first else {
            diagnostics.error(at: body.location, "a request body needs content")
            return
        }
        let name = names.unique("body")
        let schemaDescription = media.schema.flatMap { types.shapes.resolved($0).description }
        // Only the first paragraph. The full description is on the type.
        let description = body.description ?? schemaDescription?.split(separator: "\n\n", maxSplits: 1).first.map(String.init)
        if media.isForm {
            addForm(media, body: body, name: name, context: context + "Body", description: description)
            return
        }
        let type = media.schema.map { types.type(of: $0, context: context + "Body") }
        if media.isJSON || media.isAnything, !isBytes(media) {
            self.body = .json(contentType: media.isJSON ? media.name : "application/json")
            addBody(name: name, type: type ?? .json, at: body.location, isRequired: body.isRequired, description: description)
            addRules(of: media, type: type, name: name)
        } else if media.essence == "text/plain", let type, isPlainValue(type), !isBytes(media) {
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
        guard let schema = media.schema.map({ types.shapes.resolved($0).schema }) else { return true }
        return schema.types.isEmpty || isBytes(media)
    }

    private func isBytes(_ media: MediaType) -> Bool {
        guard let schema = media.schema.map({ types.shapes.resolved($0).schema }) else { return !media.isJSON }
        return schema.types == [.string] && (schema.format == "binary" || schema.format == "byte" && !media.isJSON)
    }

    private mutating func addRules(of media: MediaType, type: TypeReference?, name: String) {
        guard let schema = media.schema, let type else { return }
        for check in types.checks(of: schema, type: type, isRequired: true) {
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

    private mutating func addForm(_ media: MediaType, body: RequestBody, name: String, context: String, description: String?) {
        let parts: [Method.Part]
        if let only = media.schema.flatMap({ types.onlyFile(of: $0, context: context) }) {
            parts = [.init(wireName: only.wireName, property: nil, isNullable: false, content: .file)]
            let description = only.documentation.isEmpty ? description : only.documentation.joined(separator: "\n")
            addBody(name: name, type: .upload, at: body.location, isRequired: body.isRequired, description: description)
        } else {
            let type = media.schema.map { types.type(of: $0, context: context) }
            guard case .named(let typeName)? = type, case .structure(let structure) = types.declarations[typeName]?.kind else {
                diagnostics.error(at: media.location, "a form needs a schema with properties, one for each of its parts")
                return
            }
            parts = structure.properties.filter(\.isWritten).map { property in
                .init(
                    wireName: property.wireName, property: property.storedName, isNullable: property.type.isOptionalNullable,
                    content: content(of: property.type))
            }
            addBody(name: name, type: .named(typeName), at: body.location, isRequired: body.isRequired, description: description)
            addRules(of: media, type: type, name: name)
        }
        let isMultipart = media.essence == "multipart/form-data"
        if !isMultipart, parts.contains(where: { $0.content == .file || $0.content == .files }) {
            diagnostics.error(at: media.location, "a file goes in multipart/form-data, not in \(media.name)")
        }
        self.body = isMultipart ? .multipart(parts: parts) : .form(parts: parts)
    }

    private func content(of type: TypeReference) -> Method.Part.Content {
        switch type {
        case .optional(let type), .nullable(let type): content(of: type)
        case .upload: .file
        case .array(.upload): .files
        default: isPlainValue(type) ? .text : isListOfPlainValues(type) ? .texts : .json
        }
    }
}
