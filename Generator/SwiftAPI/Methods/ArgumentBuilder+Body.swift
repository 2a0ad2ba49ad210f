import GeneratorOpenAPI
import GeneratorYAML

/// Determines the argument for a request body and how the body is sent.
extension ArgumentBuilder {
    mutating func add(_ typed: TypedOperation.Body) {
        reportOtherMedia(of: typed)
        addArgument(typed)
        if let type = typed.patchFormat {
            arguments.append(
                .init(
                    label: uniqueLabel("as"), name: names.unique("format"), type: type,
                    defaultValue: typed.body.isRequired ? nil : defaultFormat(type, of: typed), role: .bodyFormat,
                    documentation: ["The patch format of the body."], location: typed.body.location))
            return
        }
        let others = typed.body.content.map(\.name).filter { name in
            switch body {
            case .file(let contentTypes): !contentTypes.contains(name)
            default: name != typed.media.name
            }
        }
        guard !others.isEmpty, let index = arguments.lastIndex(where: { $0.role == .body }) else { return }
        arguments[index].documentation.append(
            "Sent as `\(typed.media.name)`. The service also accepts \(others.map { "`\($0)`" }.joined(separator: " and ")).")
    }

    /// Returns the format that the document lists first: the default if the body is optional.
    private func defaultFormat(_ type: TypeReference, of typed: TypedOperation.Body) -> Literal? {
        guard case .named(let name) = type, case .enumeration(let formats) = types.kind(of: name) else { return nil }
        return formats.members.first { $0.value == .string(typed.media.name) }.map { .member($0.name) }
    }

    private mutating func addArgument(_ typed: TypedOperation.Body) {
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
        if media.isJSON || media.isAnything && media.schema != nil, !isBytes(media) {
            self.body = .json(contentType: media.isJSON ? media.name : "application/json")
            addBody(name: name, type: type ?? .json, at: body.location, isRequired: body.isRequired, description: description)
            addRules(of: media, type: type, name: name)
        } else if media.essence == "text/plain", let type, types.isPlainValue(type), !isBytes(media) {
            self.body = .text
            addBody(name: name, type: type, at: body.location, isRequired: body.isRequired, description: description)
            addRules(of: media, type: type, name: name)
        } else if type == nil || type == .string || type == .json {
            self.body = .file(contentTypes: fileTypes(of: body, sent: media))
            addBody(name: name, type: .upload, at: body.location, isRequired: body.isRequired, description: description)
        } else {
            diagnostics.flaw(
                at: media.location, "a body of type \(media.name) with this schema is not supported",
                otherwise: "callers pass its bytes", remedy: "JSON, forms, text and binary are")
            self.body = .file(contentTypes: [media.name])
            addBody(name: name, type: .upload, at: body.location, isRequired: body.isRequired, description: description)
        }
    }

    /// Returns the types that a file may have: all that leave the content to the file.
    private func fileTypes(of body: RequestBody, sent media: MediaType) -> [String] {
        body.content.filter { $0.name == media.name || !$0.isForm && !$0.isJSON && isFile($0) }.map(\.name)
    }

    /// Reports media types of the body that callers cannot choose, unless they describe the same values.
    private func reportOtherMedia(of typed: TypedOperation.Body) {
        let media = typed.media
        let schema = media.schema.map { shapes.resolutions.resolved($0).schema.place }
        for other in typed.body.content where other.name != media.name {
            // Files have a media type of their own.
            if !media.isForm, !media.isJSON, !other.isForm, !other.isJSON, isFile(media), isFile(other) { continue }
            if let schema, let place = other.schema, shapes.resolutions.resolved(place).schema.place == schema,
                !media.isForm || !other.isJSON
            {
                continue
            }
            diagnostics.warning(
                at: other.location,
                "the body is sent as \(media.name); \(other.name) is left out, because a method sends one of them; "
                    + "remove the one that is not needed")
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
        let (body, media) = (typed.body, typed.media)
        if let place = media.schema, shapes.isEmptyObject(place) {
            // The document states that the form has no parts.
            let says = shapes.resolutions.resolved(place).schema.additionalProperties == .forbidden && !body.isRequired
            if says { return }
            diagnostics.flaw(
                at: media.location, "a form needs a schema with properties, one for each of its parts",
                otherwise: "it is sent without any", remedy: "describe its parts, or remove it")
            if body.isRequired { setForm([], media: media) }
            return
        }
        var parts: [Method.Part]
        if case .named(let typeName)? = type, case .structure(let structure) = types.kind(of: typeName) {
            reportUnusedEncodings(of: media, structure)
            let encodings = Dictionary(media.encodings.map { ($0.name, $0) }) { first, _ in first }
            parts = structure.properties.filter(\.isWritten).map { part(for: $0, encodings[$0.wireName], media: media) }
            if structure.additionalProperties != nil {
                parts.append(.init(wireName: "", property: "additionalProperties", isNullable: false, content: .members))
            }
        } else if let type, isObject(type) {
            parts = [.init(wireName: "", property: nil, isNullable: false, content: .members)]
        } else {
            diagnostics.flaw(
                at: media.location, "a form needs a schema with properties, one for each of its parts",
                otherwise: "its parts are passed as JSON", remedy: "describe them")
            parts = [.init(wireName: "", property: nil, isNullable: false, content: .members)]
        }
        addBody(
            name: name, type: type ?? .json, at: body.location, isRequired: body.isRequired, description: description)
        addRules(of: media, type: type, name: name)
        setForm(parts, media: media)
    }

    private func reportUnusedEncodings(of media: MediaType, _ form: Structure) {
        for encoding in media.encodings {
            if !form.properties.contains(where: { $0.wireName == encoding.name }) {
                diagnostics.flaw(
                    at: encoding.location, "\"\(encoding.name)\" is not a property of the form", otherwise: "its encoding is ignored",
                    remedy: "describe the property, or remove the encoding")
            } else if let header = encoding.headers.first {
                diagnostics.warning(
                    at: header.location,
                    "the headers of a part cannot be chosen; \(header.name) is not sent; remove it, or send it otherwise")
            }
        }
    }

    /// Returns `true` if the values of the type are, or can be, objects whose members a form can send.
    private func isObject(_ type: TypeReference) -> Bool {
        switch type {
        case .dictionary: return true
        case .named(let name):
            guard case .union(let union) = types.kind(of: name) else { return false }
            return union.alternatives.allSatisfy { [.model, .anyObject].contains($0.kind) }
        default: return false
        }
    }

    private mutating func setForm(_ parts: [Method.Part], media: MediaType) {
        let isMultipart = media.essence == "multipart/form-data"
        if !isMultipart, parts.contains(where: { $0.content == .file || $0.content == .files }) {
            diagnostics.error(at: media.location, "a file goes in multipart/form-data, not in \(media.name)")
        }
        body = isMultipart ? .multipart(parts: parts) : .form(parts: parts)
    }
}
