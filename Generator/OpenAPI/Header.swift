package import GeneratorYAML

/// A header of a response or of a form part.
///
/// No client code is generated from it, but it is included in comparisons of documents.
package struct Header: Sendable {
    package let name: String
    package let isRequired: Bool
    package let isDeprecated: Bool
    /// `true` if the members of an object are written as `name=value`.
    package let explode: Bool
    /// `true` if the value is sent as JSON text (`content` instead of a schema).
    package let isJSON: Bool
    /// The schema of the value, one of the document's ``Document/otherSchemas``; `nil` if the spec does not describe the value.
    package let schema: Place?
    /// The location of the description, which may be in a component.
    package let location: SourceLocation
    /// The location where the response or the part names the header.
    package let use: SourceLocation
}

/// How a member of a form is sent as a separate part (`encoding`).
package struct Encoding: Sendable {
    /// The name of the member.
    package let name: String
    /// The allowed content types of the part, such as `image/png` or `image/*`; empty if unspecified.
    package let contentTypes: [String]
    package let headers: [Header]
    /// `nil` if unspecified.
    package let style: Parameter.Style?
    package let explode: Bool?
    package let allowsReserved: Bool?
    package let location: SourceLocation
}

/// Reads headers and encodings.
///
/// Most errors are left to lint, because no client code is generated from headers and encodings. References that cannot be
/// resolved are still reported.
struct HeaderReader {
    private let files: SpecificationFiles
    private let diagnostics = Diagnostics()
    /// Reads header schemas separately from those of operations, so that they produce no types or names.
    let schemas: SchemaReader

    init(files: SpecificationFiles, of documentFile: String, isVersion30: Bool, units: [NumberUnit]) {
        self.files = files
        schemas = SchemaReader(
            files: files, of: documentFile, diagnostics: diagnostics, isVersion30: isVersion30, units: units, isPattern: { _ in true })
    }

    /// Reads the `headers` of a response or a part, where OpenAPI does not require ignoring them.
    func readHeaders(_ object: inout ObjectReader) -> [Header] {
        let place = object.place.appending("headers")
        return object.entries("headers").map { read($0, at: place.appending($0.key)) }
    }

    private func read(_ entry: Mapping.Entry, at place: Place) -> Header {
        guard let (node, place) = files.resolve(entry.value, at: place),
            var object = ObjectReader(node, at: place, what: "a header", diagnostics: diagnostics)
        else {
            return Header(
                name: entry.key, isRequired: false, isDeprecated: false, explode: false, isJSON: false, schema: nil,
                location: entry.keyLocation, use: entry.keyLocation)
        }
        let content = object.node("schema") == nil ? object.entries("content").first : nil
        let schema: Place? =
            if let node = object.node("schema") {
                schemas.need(node, at: place.appending("schema"))
            } else if let content, let node = content.value["schema"] {
                schemas.need(node, at: place.appending("content", content.key, "schema"))
            } else {
                nil
            }
        return Header(
            name: entry.key, isRequired: object.bool("required") ?? false, isDeprecated: object.bool("deprecated") ?? false,
            explode: object.bool("explode") ?? false, isJSON: content != nil, schema: schema, location: object.location,
            use: entry.keyLocation)
    }

    /// Reads the `encoding` of a form.
    ///
    /// - Parameter name: The name of the media type. OpenAPI 3.0 has no styles for `multipart/form-data`.
    func readEncodings(_ media: inout ObjectReader, of name: String) -> [Encoding] {
        let hasStyle = !schemas.isVersion30 || MediaType.essence(of: name) == "application/x-www-form-urlencoded"
        let place = media.place.appending("encoding")
        return media.entries("encoding").compactMap { entry in
            guard
                var object = ObjectReader(
                    entry.value, at: place.appending(entry.key), what: "an encoding", diagnostics: diagnostics)
            else { return nil }
            let types = object.string("contentType")?.split(separator: ",").map { MediaType.essence(of: $0) } ?? []
            return Encoding(
                name: entry.key, contentTypes: types, headers: readHeaders(&object),
                style: hasStyle ? object.string("style").flatMap(Parameter.Style.init(rawValue:)) : nil,
                explode: hasStyle ? object.bool("explode") : nil,
                allowsReserved: object.bool("allowReserved"), location: entry.keyLocation)
        }
    }
}
