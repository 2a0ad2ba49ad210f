import GeneratorYAML

/// A header of a response, or of a part of a form. No client is generated from it; who compares documents looks at it.
public struct Header: Sendable {
    public let name: String
    public let isRequired: Bool
    public let isDeprecated: Bool
    /// Whether the members of an object are written as `name=value`.
    public let explode: Bool
    /// Whether the value goes as JSON text (`content` in place of a schema).
    public let isJSON: Bool
    /// Nil when nothing is said about the value. Among the document's ``Document/otherSchemas``.
    public let schema: Place?
    /// Where it is described, be that a component.
    public let location: SourceLocation
    /// Where the response or the part names it.
    public let use: SourceLocation
}

/// How a member of a form is sent as a part of its own (`encoding`).
public struct Encoding: Sendable {
    /// The name of the member.
    public let name: String
    /// What the part may be: `image/png`, `image/*`. Empty when nothing is said.
    public let contentTypes: [String]
    public let headers: [Header]
    /// Nil when nothing is said.
    public let style: Parameter.Style?
    public let explode: Bool?
    public let allowsReserved: Bool?
    public let location: SourceLocation
}

/// Reads headers and encodings.
///
/// What is wrong in them stops nobody who generates a client, which has nothing of them: it is left to lint. A reference that
/// leads nowhere is reported all the same.
struct HeaderReader {
    private let files: SpecificationFiles
    private let diagnostics = Diagnostics()
    /// Apart from those that operations reach, so that no type and no name comes of them.
    let schemas: SchemaReader

    init(files: SpecificationFiles, isVersion30: Bool) {
        self.files = files
        schemas = SchemaReader(files: files, diagnostics: diagnostics, isVersion30: isVersion30, isPattern: { _ in true })
    }

    /// The `headers` of a response or a part, where OpenAPI does not say to ignore them.
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

    /// The `encoding` of a form.
    func readEncodings(_ media: inout ObjectReader) -> [Encoding] {
        let place = media.place.appending("encoding")
        return media.entries("encoding").compactMap { entry in
            guard
                var object = ObjectReader(
                    entry.value, at: place.appending(entry.key), what: "an encoding", diagnostics: diagnostics)
            else { return nil }
            let types = object.string("contentType")?.split(separator: ",").map { MediaType.essence(of: $0) } ?? []
            return Encoding(
                name: entry.key, contentTypes: types, headers: readHeaders(&object),
                style: object.string("style").flatMap(Parameter.Style.init(rawValue:)), explode: object.bool("explode"),
                allowsReserved: object.bool("allowReserved"), location: entry.keyLocation)
        }
    }
}
