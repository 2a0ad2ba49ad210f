import GeneratorDiff

extension SwiftFixtures {
    private static let fill = "_ = API.NewThing(replacing: try await api.things.get(\"1\"))"

    /// What a PUT that replaces adds: an initializer and a method.
    static let replacements: [SwiftFixture] = [
        .init(
            replaced(""), replaced("x-replaces: {read: getThing}"), .init(.initializerAdded, "_ = try await api.things.get(\"1\")"),
            .init(.initializerRemoved, fill)),
        .init(
            replaced("x-replaces: {read: getThing}"), replaced("x-replaces: {read: getThing}", entity: "name: {type: string}"),
            .init(.initializerRemoved, fill),
            .init(.initializerRemoved, "_ = API.NewThing(replacing: try await api.things.get(\"1\"), color: nil)")),
        .init(
            replaced("x-replaces: {read: getThing}"), replaced("x-replaces: {read: getThing}", entity: "name: {type: string}"),
            .init(.argumentAddedWithoutDefault, "try await api.things.edit(\"1\") { $0.name = \"x\" }"),
            .init(.argumentRemoved, "try await api.things.edit(\"1\", color: nil) { $0.name = \"x\" }")),
        .init(
            replaced("x-replaces: {read: getThing, edit-name: change}"), replaced("x-replaces: {read: getThing, edit-name: edit}"),
            .init(.methodRenamed, "try await api.things.change(\"1\") { $0.color = \"red\" }"),
            .init(.methodRenamed, "try await api.things.edit(\"1\") { $0.color = \"red\" }")),
        .init(
            replaced("x-replaces: {read: getThing}"), replaced("x-replaces: false"),
            .init(.methodRemoved, "try await api.things.edit(\"1\") { $0.color = \"red\" }"),
            .init(.methodAdded, "_ = try await api.things.get(\"1\")")),
        .init(
            replaced("x-replaces: {read: getThing}"), replaced("x-replaces: {read: getThing, keeps: [color]}"),
            .init(.replacementKeepsLess, fill), nil),
        .init(
            replaced("x-replaces: {read: getThing}", required: "name"), replaced("x-replaces: {read: getThing}", requiredOfBody: "name"),
            .init(.initializerThrows, "_ = API.NewThing(replacing: try await api.things.get(\"1\"))"),
            .init(.propertyBecameRequired, "_ = try await api.things.get(\"1\").name?.count")),
    ]

    private static func replaced(
        _ replaces: String, required: String = "", requiredOfBody: String = "", entity: String? = nil
    ) -> String {
        let members = "name: {type: string}, color: {type: string}"
        let identifier = "{name: id, x-swift-name: _ id, in: path, required: true, schema: {$ref: '#/components/schemas/ThingID'}}"
        let get = Part.operation("get", id: "getThing", name: "get")
        let put = Part.operation("put", id: "putThing", name: "update", sends: "{$ref: '#/components/schemas/NewThing'}", more: replaces)
        return Part.document(
            "'/things/{id}': {parameters: [\(identifier)], \(get), \(put)}",
            schemas:
                "Thing: \(Part.object(entity ?? members, required: required)), NewThing: \(Part.object(members, required: requiredOfBody))")
    }
}
