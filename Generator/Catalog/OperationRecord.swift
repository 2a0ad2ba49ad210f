import GeneratorOpenAPI
import GeneratorYAML

/// The record of one operation: its parameters, its body and its responses.
struct OperationRecord {
    let operation: GeneratorOpenAPI.Operation
    let schemas: SchemaRecords

    var json: CatalogJSON {
        var members = CatalogMembers()
        members.add("kind", "operation")
        members.add("id", operation.id)
        members.add("method", operation.method.rawValue.uppercased())
        members.add("path", operation.path)
        members.add("tag", operation.tag)
        members.flag("deprecated", operation.isDeprecated)
        members.list("servers", operation.servers.map(DocumentRecord.json(of:)))
        members.add("security", .array(operation.security.map { .strings($0) }))
        members.add("pagination", operation.pagination.map(json(of:)))
        members.list("parameters", operation.parameters.map(json(of:)))
        members.add("body", operation.body.map(json(of:)))
        members.list("responses", operation.responses.map(json(of:)))
        return members.json
    }

    private func json(of pagination: GeneratorOpenAPI.Operation.Pagination) -> CatalogJSON {
        var members = CatalogMembers()
        members.add("page", pagination.page)
        members.add("size", pagination.size)
        members.add("first", pagination.first)
        if pagination.position != .query { members.add("in", pagination.position.rawValue) }
        members.list("items", pagination.items.map { .string($0) })
        return members.json
    }

    private func json(of parameter: Parameter) -> CatalogJSON {
        var members = CatalogMembers()
        members.add("name", parameter.name)
        members.add("in", parameter.position.rawValue)
        members.flag("required", parameter.isRequired)
        members.add("style", parameter.style.rawValue)
        members.flag("explode", parameter.explode)
        members.flag("json", parameter.isJSON)
        members.add("schema", schemas.json(of: parameter.schema))
        return members.json
    }

    private func json(of body: RequestBody) -> CatalogJSON {
        var members = CatalogMembers()
        members.flag("required", body.isRequired)
        members.list("content", body.content.map(json(of:)))
        return members.json
    }

    private func json(of response: Response) -> CatalogJSON {
        var members = CatalogMembers()
        members.add("status", response.status)
        members.add("description", response.description)
        members.list("headers", response.headers.map { .string($0.name) })
        members.list("content", response.content.map(json(of:)))
        return members.json
    }

    /// Returns the JSON of a media type. The example is a string with the body's text, because JSON parsing would lose the member order.
    private func json(of media: MediaType) -> CatalogJSON {
        var members = CatalogMembers()
        members.add("type", media.name)
        members.add("schema", media.schema.map(schemas.json(of:)))
        if let example = media.example {
            members.add("example", media.isJSON ? CatalogJSON(example).text : example.string ?? CatalogJSON(example).text)
        }
        return members.json
    }
}
