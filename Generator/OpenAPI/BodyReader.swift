import GeneratorYAML

/// Reads request bodies and responses.
struct BodyReader {
    let files: SpecificationFiles
    let diagnostics: Diagnostics
    let schemas: SchemaReader
    let headers: HeaderReader

    func readBody(_ node: Node, at place: Place) -> RequestBody? {
        guard let (node, place) = files.resolve(node, at: place),
            var object = ObjectReader(node, at: place, what: "a request body", diagnostics: diagnostics)
        else { return nil }
        let body = RequestBody(
            description: object.string("description"), isRequired: object.bool("required") ?? false,
            content: readContent(&object), location: object.location)
        object.finish()
        return body
    }

    /// Returns the key of a response: a status, `default`, or a range such as `4XX`. Readers that are not strict accept `4xx`.
    private func readStatus(_ text: String, at location: SourceLocation) -> String? {
        let bytes = Array(text.utf8)
        let isClass = bytes.count == 3 && (UInt8(ascii: "1")...UInt8(ascii: "5")).contains(bytes[0])
        let isStatus = isClass && (text.hasSuffix("XX") || bytes.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) })
        if text == "default" || isStatus { return text }
        let isRange = isClass && text.hasSuffix("xx")
        diagnostics.flaw(
            at: location, "\"\(text)\" is not a status",
            otherwise: isRange ? "it is read as \(text.uppercased())" : "the response is left out",
            remedy: "write a number such as '200', a range such as 4XX, or default")
        return isRange ? text.uppercased() : nil
    }

    func readResponse(_ entry: Mapping.Entry, at place: Place) -> Response? {
        guard let status = readStatus(entry.key, at: entry.keyLocation) else { return nil }
        guard let (node, place) = files.resolve(entry.value, at: place),
            var object = ObjectReader(node, at: place, what: "a response", diagnostics: diagnostics)
        else { return nil }
        let response = Response(
            status: status, description: object.string("description") ?? "", headers: headers.readHeaders(&object),
            content: readContent(&object), mayBeEmpty: object.bool("x-may-be-empty") ?? false, location: object.location)
        if response.mayBeEmpty, !response.content.contains(where: \.mayBeJSON) {
            diagnostics.error(
                at: object.location,
                "x-may-be-empty is for responses with JSON; this one has none, so remove it")
        }
        object.ignore("links")
        object.finish()
        return response
    }

    private func readContent(_ object: inout ObjectReader) -> [MediaType] {
        let place = object.place.appending("content")
        return object.entries("content").compactMap { entry in
            // OpenAPI 3.2 allows references to media types.
            guard let (node, place) = files.resolve(entry.value, at: place.appending(entry.key)),
                var media = ObjectReader(node, at: place, what: "a media type", diagnostics: diagnostics)
            else { return nil }
            // OpenAPI 3.2 describes the values of a stream by `itemSchema`.
            let items = media.node("itemSchema")
            let schema: Place?
            if let node = media.node("schema") {
                schema = schemas.need(node, at: place.appending("schema"))
            } else if MediaType.essence(of: entry.key) == "text/event-stream" {
                schema = items.flatMap { readEventData($0, at: place.appending("itemSchema")) }
            } else {
                schema = items.map { schemas.need($0, at: place.appending("itemSchema")) }
            }
            let example = media.node("example") ?? media.node("examples")?.mapping?.entries.first?.value["value"]
            let encodings = headers.readEncodings(&media, of: entry.key)
            media.ignore("examples")
            media.finish()
            return MediaType(name: entry.key, schema: schema, example: example, encodings: encodings, location: entry.keyLocation)
        }
    }

    /// Returns the schema of the data of server-sent events, from the schema of the whole events; `nil` for text.
    ///
    /// OpenAPI 3.2 describes an event as an object whose members are its fields. `contentSchema` describes the JSON in a field.
    private func readEventData(_ event: Node, at place: Place) -> Place? {
        guard let (event, place) = files.resolve(event, at: place) else { return nil }
        if let data = event["properties"]?["data"] {
            let data = (node: data, place: place.appending("properties").appending("data"))
            if let content = data.node["contentSchema"] { return schemas.need(content, at: data.place.appending("contentSchema")) }
            return data.node["type"]?.string == "string" ? nil : schemas.need(data.node, at: data.place)
        }
        guard event["properties"]?["event"] == nil, !["oneOf", "anyOf", "allOf"].contains(where: { event[$0] != nil }) else {
            diagnostics.flaw(
                at: event.location, "the data of these events has no type of its own", otherwise: "it is read as text",
                remedy: "describe it by contentSchema of the property \"data\"")
            return nil
        }
        return schemas.need(event, at: place)
    }
}
