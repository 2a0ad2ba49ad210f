import GeneratorOpenAPI
import GeneratorYAML

/// The record of one operation: its parameters, its body and its responses.
struct OperationRecord {
    let operation: GeneratorOpenAPI.Operation
    let schemas: SchemaRecords

    var json: DocumentValue {
        var members = CatalogMembers()
        members.add("kind", "operation")
        members.add("id", operation.id)
        members.add("method", operation.method.rawValue.uppercased())
        members.add("path", operation.path)
        members.add("tag", operation.tag)
        members.flag("deprecated", operation.isDeprecated)
        members.list("servers", operation.servers.map(DocumentRecord.json(of:)))
        members.add("security", .list(operation.security.map { .list($0.map { .text($0) }) }))
        members.add("pagination", operation.pagination.map(json(of:)))
        members.list("parameters", operation.parameters.map(json(of:)))
        members.add("body", operation.body.map(json(of:)))
        members.list("responses", operation.responses.map(json(of:)))
        return members.json
    }

    private func json(of pagination: GeneratorOpenAPI.Operation.Pagination) -> DocumentValue {
        var members = CatalogMembers()
        members.add("page", pagination.page)
        members.add("size", pagination.size)
        members.add("first", pagination.first)
        if pagination.position != .query { members.add("in", pagination.position.rawValue) }
        members.list("items", pagination.items.map { .text($0) })
        return members.json
    }

    private func json(of parameter: Parameter) -> DocumentValue {
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

    private func json(of body: RequestBody) -> DocumentValue {
        var members = CatalogMembers()
        members.flag("required", body.isRequired)
        members.list("content", body.content.map(json(of:)))
        return members.json
    }

    private func json(of response: Response) -> DocumentValue {
        var members = CatalogMembers()
        members.add("status", response.status)
        members.add("description", response.description)
        members.list("headers", response.headers.map { .text($0.name) })
        members.list("content", response.content.map(json(of:)))
        return members.json
    }

    /// Returns the JSON of a media type. The example is a string with the body's text, because JSON parsing would lose the member order.
    private func json(of media: MediaType) -> DocumentValue {
        var members = CatalogMembers()
        members.add("type", media.name)
        members.add("schema", media.schema.map(schemas.json(of:)))
        if let example = media.example {
            let json = JSONPrinter.text(of: DocumentValue(keepingNotation: example), isIndented: false)
            members.add("example", media.isJSON ? json : example.string ?? json)
        }
        return members.json
    }
}
