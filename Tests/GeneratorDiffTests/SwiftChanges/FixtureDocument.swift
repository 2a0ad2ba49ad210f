/// The parts of the fixtures' documents, in YAML's flow style.
enum Part {
    /// Returns a whole document.
    static func document(
        _ paths: String, schemas: String = "", info: String = "", more: String = "tags: [{name: Things}, {name: Others}]"
    ) -> String {
        """
        openapi: 3.1.0
        info: {title: TITLE, version: v1\(info.isEmpty ? "" : ", " + info)}
        \(more)
        paths: {\(paths)}
        components: {schemas: {ThingID: {type: string}, \(schemas)}}
        """
    }

    /// Returns `POST /things`, which sends and returns things: `api.things.create(…)`.
    static func create(
        _ method: String = "post", path: String = "/things", name: String = "create", tag: String = "Things", parameters: String = "",
        sends: String? = "{$ref: '#/components/schemas/NewThing'}", gives: String? = "{$ref: '#/components/schemas/Thing'}",
        more: String = ""
    ) -> String {
        "\(path): {\(operation(method, name: name, tag: tag, parameters: parameters, sends: sends, gives: gives, more: more))}"
    }

    static func operation(
        _ method: String = "post", id: String = "createThing", name: String = "create", tag: String = "Things", parameters: String = "",
        sends: String? = nil, gives: String? = "{$ref: '#/components/schemas/Thing'}", more: String = "", answers: String = ""
    ) -> String {
        let content = gives.map { ", content: {application/json: {schema: \($0)}}" } ?? ""
        let body = sends.map { ", requestBody: {required: true, content: {application/json: {schema: \($0)}}}" } ?? ""
        return """
            \(method): {operationId: \(id), x-swift-name: \(name), tags: [\(tag)], parameters: [\(parameters)]\(body)\
            \(more.isEmpty ? "" : ", " + more), responses: {'200': {description: OK\(content)}\(answers.isEmpty ? "" : ", " + answers)}}
            """
    }

    static func query(_ name: String, _ schema: String = "{type: string}", required: Bool = false, more: String = "") -> String {
        "{name: \(name), in: query, required: \(required), schema: \(schema)\(more.isEmpty ? "" : ", " + more)}"
    }

    static func object(_ properties: String, required: String = "") -> String {
        "{type: object, required: [\(required)], properties: {\(properties)}}"
    }

    /// Returns a document that sends and returns things with these schemas.
    static func things(sent: String = object("name: {type: string}", required: "name"), given: String, others: String = "") -> String {
        document(create(), schemas: "NewThing: \(sent), Thing: \(given)\(others.isEmpty ? "" : ", " + others)")
    }

    /// Returns a document that returns things with the schema.
    static func given(_ schema: String, others: String = "") -> String {
        document(create("get", sends: nil), schemas: "Thing: \(schema)\(others.isEmpty ? "" : ", " + others)")
    }

    /// Returns a document that sends things with the schema.
    static func sent(_ schema: String, others: String = "") -> String {
        document(create(gives: nil), schemas: "NewThing: \(schema)\(others.isEmpty ? "" : ", " + others)")
    }

    /// Returns a document whose operation has these parameters.
    static func taking(_ parameters: String...) -> String {
        document(create("get", parameters: parameters.joined(separator: ", "), sends: nil, gives: "{type: string}"))
    }

    static let plain = object("id: {$ref: '#/components/schemas/ThingID'}, name: {type: string}", required: "id, name")
}
