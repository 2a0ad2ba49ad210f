import GeneratorOpenAPI
import GeneratorYAML

/// Determines how the members of a form are sent.
extension ArgumentBuilder {
    func part(for property: Property, _ encoding: Encoding?, media: MediaType) -> Method.Part {
        let type = property.type.withoutOptionality
        let (content, contentType) = content(of: type, encoding, isMultipart: media.essence == "multipart/form-data")
        return Method.Part(
            wireName: property.wireName, property: property.storedName, isNullable: property.type.isOptionalNullable,
            content: content, contentType: contentType)
    }

    private func content(
        of type: TypeReference, _ encoding: Encoding?, isMultipart: Bool
    ) -> (content: Method.Part.Content, contentType: String?) {
        switch type {
        case .upload: return (.file, nil)
        case .array(.upload): return (.files, nil)
        default: break
        }
        let usual: Method.Part.Content =
            types.isPlainValue(type) ? .text : types.isListOfPlainValues(type) ? .texts : isOfOneKind(type) ? .json : .anything
        guard let encoding else { return (usual, nil) }
        if encoding.style != nil || encoding.explode != nil { return (content(of: type, usual: usual, in: encoding), nil) }
        // A range such as `image/*` does not say which type is sent.
        guard let contentType = encoding.contentTypes.first(where: { !$0.contains("*") }) else { return (usual, nil) }
        if MediaType.isJSON(contentType) {
            return (.json, isMultipart && contentType != "application/json" ? contentType : nil)
        }
        switch usual {
        case .text: return (.text, isMultipart && contentType != "text/plain" ? contentType : nil)
        case .texts: return (.texts, nil)
        default:
            diagnostics.flaw(
                at: encoding.location, "\"\(encoding.name)\" cannot be written as \(contentType)", otherwise: "it is sent as JSON",
                remedy: "use JSON, or a string with the finished text")
            return (usual, nil)
        }
    }

    /// Returns `true` if JSON text is the only way to write a value of the type.
    private func isOfOneKind(_ type: TypeReference) -> Bool {
        switch type {
        case .json: return false
        case .named(let name): if case .union = types.kind(of: name) { return false } else { return true }
        default: return true
        }
    }

    private func content(of type: TypeReference, usual: Method.Part.Content, in encoding: Encoding) -> Method.Part.Content {
        let style = encoding.style ?? .form
        let explode = encoding.explode ?? (style == .form)
        if style == .deepObject { return usual == .text ? .text : .deepMembers }
        let separator = style == .spaceDelimited ? " " : style == .pipeDelimited ? "|" : ","
        switch usual {
        case .text: return .text
        case .texts: return explode ? .texts : .joined(separator: separator)
        default: return .form(separator: explode ? nil : separator)
        }
    }
}
