import GeneratorDiff

extension SwiftFixtures {
    private static let color = "{type: string, enum: [RED, BLUE]}"
    private static let name = "name: {type: string}"

    static let types: [SwiftFixture] = [
        .init(
            Part.given(Part.object(name)), Part.given(Part.object("\(name), color: \(color)")),
            .init(.typeAdded, "_ = try await api.things.create().name"), .init(.typeRemoved, "_ = API.ThingColor.red")),
        // A schema moves into a component.
        .init(
            Part.given(Part.object("color: \(color)")),
            Part.given(Part.object("color: {$ref: '#/components/schemas/Color'}"), others: "Color: \(color)"),
            .init(.typeRenamed, "let color: API.ThingColor? = try await api.things.create().color; _ = color"),
            .init(.typeRenamed, "let color: API.Color? = try await api.things.create().color; _ = color")),
        .init(
            Part.given(Part.object("id: {$ref: '#/components/schemas/ThingID'}", required: "id")),
            Part.given(Part.object("id: {type: string}", required: "id")),
            .init(.typeReplaced, "let id: API.ThingID = try await api.things.create().id; _ = id"),
            .init(.propertyTypeChanged, "let id: String = try await api.things.create().id; _ = id")),
        .init(
            Part.given(Part.object("thing: {$ref: '#/components/schemas/Part'}"), others: "Part: \(Part.object(name))"),
            Part.given(Part.object("thing: {$ref: '#/components/schemas/Part'}"), others: "Part: \(color)"),
            .init(.typeKindChanged, "_ = try await api.things.create().thing?.name"),
            .init(.typeKindChanged, "_ = try await api.things.create().thing == .red")),
        .init(
            Part.given(Part.object("size: {type: string, enum: ['1', '2'], x-enum-varnames: [one, two]}")),
            Part.given(Part.object("size: {type: integer, enum: [1, 2], x-enum-varnames: [one, two]}")),
            .init(.rawTypeChanged, "_ = API.ThingSize(rawValue: \"3\")"), .init(.rawTypeChanged, "_ = API.ThingSize(rawValue: 3)")),
        .init(
            Part.given(Part.object("id: {type: string}, \(name)")), Part.given(Part.object("id: {type: string}, \(name)", required: "id")),
            .init(.propertyBecameRequired, "if let id = try await api.things.create().id { _ = id }"),
            .init(.conformanceRemoved, "func same<T: Identifiable>(_ value: T) -> T { value }; _ = same(try await api.things.create())")),
        // A type that was only returned is also sent.
        .init(
            Part.given(Part.plain), givenAndTaken,
            .init(.conformanceAdded, "_ = try await api.things.create().name"),
            .init(.conformanceRemoved, "func text<T: RequestModel>(_: T.Type) -> T? { nil }; _ = text(API.Thing.self)")),
    ]

    private static let givenAndTaken = Part.document(
        Part.create("get", sends: nil)
            + ", /moves: {\(Part.operation(id: "move", name: "move", sends: "{$ref: '#/components/schemas/Thing'}", gives: nil))}",
        schemas: "Thing: \(Part.plain)")

    static let properties: [SwiftFixture] = [
        .init(
            Part.things(sent: Part.object(name), given: Part.object(name)),
            Part.things(sent: Part.object("first: {type: string}, \(name)"), given: Part.object(name)),
            .init(
                .propertyAdded, "var new = API.NewThing(name: \"x\"); new.name = nil; _ = try await api.things.create(new)",
                careless: "_ = [\"x\"].map(API.NewThing.init(name:))"),
            .init(.propertyRemoved, "var new = API.NewThing(); new.first = \"x\"")),
        .init(
            Part.given(Part.object(name)), Part.given(Part.object("name: {type: string, x-swift-name: title}")),
            .init(.propertyRenamed, "_ = try await api.things.create().name"),
            .init(.propertyRenamed, "_ = try await api.things.create().title")),
        .init(
            Part.given(Part.object(name)), Part.given(Part.object("name: {type: array, items: {type: string}}")),
            .init(.propertyTypeChanged, "let name: String? = try await api.things.create().name; _ = name"),
            .init(.propertyTypeChanged, "let names: [String]? = try await api.things.create().name; _ = names")),
        // Clearing a value requires another type than omitting it.
        .init(
            Part.sent(Part.object(name)), Part.sent(Part.object("name: {type: [string, 'null']}")),
            .init(.propertyTypeChanged, "let name: String? = \"x\"; try await api.things.create(.init(name: name))"),
            .init(.propertyTypeChanged, "try await api.things.create(.init(name: .null))")),
        .init(
            Part.given(Part.object(name, required: "name")), Part.given(Part.object(name)),
            .init(.propertyBecameOptional, "let name: String = try await api.things.create().name; _ = name"),
            .init(.propertyBecameRequired, "if let name = try await api.things.create().name { _ = name }")),
        .init(
            Part.sent(Part.object(name, required: "name")), Part.sent(Part.object(name)),
            .init(
                .requestPropertyBecameOptional, "var new = API.NewThing(name: \"x\"); new.name = \"y\"; try await api.things.create(new)",
                careless: "let name: String = API.NewThing(name: \"x\").name; _ = name"),
            .init(.propertyBecameRequired, "try await api.things.create(.init())")),
        .init(
            Part.given(Part.plain), givenAndTaken,
            .init(.propertyBecameMutable, "let thing = API.Thing(id: \"1\", name: \"x\"); _ = thing.name"),
            .init(.propertyBecameImmutable, "var thing = API.Thing(id: \"1\", name: \"x\"); thing.name = \"y\"")),
        .init(
            Part.given(Part.object(name)), Part.given(Part.object("name: {type: string, deprecated: true}")),
            .init(.propertyDeprecated, "_ = try await api.things.create().name"),
            .init(.propertyReactivated, "_ = try await api.things.create().name")),
        .init(
            Part.given(Part.object(name)), Part.given("{type: object, properties: {\(name)}, additionalProperties: {type: integer}}"),
            .init(.propertyAdded, "_ = API.Thing(name: \"x\")"),
            .init(.propertyRemoved, "_ = try await api.things.create().additionalProperties[\"x\"]")),
    ]

    static let initializers: [SwiftFixture] = [
        .init(
            Part.sent(Part.object(name)), Part.sent(Part.object("\(name), size: {type: integer}", required: "size")),
            .init(.initializerArgumentAdded, "try await api.things.create(.init(name: \"x\"))"),
            .init(.propertyRemoved, "try await api.things.create(.init(size: 1, name: \"x\"))")),
        .init(
            Part.sent(Part.object("size: {type: integer}", required: "size")),
            Part.sent(Part.object("size: {type: integer, default: 1}", required: "size")),
            .init(.initializerArgumentGainedDefault, "try await api.things.create(.init(size: 2))"),
            .init(.initializerArgumentBecameRequired, "try await api.things.create(.init())")),
        .init(
            Part.sent(Part.object("\(name), size: {type: integer}")), Part.sent(Part.object("size: {type: integer}, \(name)")),
            .init(.initializerArgumentReordered, "try await api.things.create(.init(name: \"x\", size: 1))"),
            .init(.initializerArgumentReordered, "try await api.things.create(.init(size: 1, name: \"x\"))")),
        // Required arguments come first: an argument that becomes optional moves behind the others.
        .init(
            Part.sent(Part.object("\(name), size: {type: integer}", required: "name, size")),
            Part.sent(Part.object("\(name), size: {type: integer}", required: "size")),
            .init(.initializerArgumentReordered, "try await api.things.create(.init(name: \"x\", size: 1))"),
            .init(.initializerArgumentReordered, "try await api.things.create(.init(size: 1, name: \"x\"))")),
        .init(
            Part.sent(Part.object("size: {type: integer, default: 1}", required: "size")),
            Part.sent(Part.object("size: {type: integer, default: 2}", required: "size")),
            .init(.initializerDefaultChanged, "try await api.things.create(.init())"),
            .init(.initializerDefaultChanged, "try await api.things.create(.init())")),
    ]

    static let constants: [SwiftFixture] = [
        .init(
            Part.given(Part.object("color: \(color)")), Part.given(Part.object("color: {type: string, enum: [RED, BLUE, GREEN]}")),
            .init(
                .memberAdded,
                "switch try await api.things.create().color { case .red?: break; case .blue?: break; default: break }"),
            .init(.memberRemoved, "_ = API.ThingColor.green")),
        .init(
            Part.given(Part.object("color: \(color)")),
            Part.given(Part.object("color: {type: string, enum: [RED, BLUE], x-enum-varnames: [red, azure]}")),
            .init(.memberRenamed, "_ = API.ThingColor.blue"), .init(.memberRenamed, "_ = API.ThingColor.azure")),
        .init(
            Part.given(Part.object("color: {type: string, enum: [RED, BLUE], x-enum-varnames: [red, blue]}")),
            Part.given(Part.object("color: {type: string, enum: [RED, BLUE], x-enum-varnames: [blue, red]}")),
            .init(.memberValueChanged, "_ = API.ThingColor.blue"), .init(.memberValueChanged, "_ = API.ThingColor.blue")),
        .init(
            Part.given(Part.object("from: {type: string}, to: {type: string}")),
            Part.given(Part.object("from: {type: string, x-swift-name: to}, to: {type: string, x-swift-name: from}")),
            .init(.propertyNamesAnotherMember, "_ = try await api.things.create().from?.count"),
            .init(.propertyNamesAnotherMember, "_ = try await api.things.create().from?.count")),
        .init(
            Part.given(Part.object("color: \(color)")),
            Part.given(Part.object("color: {type: string, enum: [RED, '#00f'], x-enum-varnames: [red, blue]}")),
            .init(.memberValueChanged, "_ = API.ThingColor.blue"), .init(.memberValueChanged, "_ = API.ThingColor.blue")),
        .init(
            either("{type: string}", "{type: boolean}"), either("{type: string}", "{type: boolean}", "{type: integer}"),
            .init(.caseAdded, "switch try await api.things.create().value { case .string?, .bool?, .other?, nil: break }"),
            .init(.caseRemoved, "_ = API.ThingValue.integer(1)")),
        .init(
            either("{type: string}", "{$ref: '#/components/schemas/One'}", others: "One: \(Part.object(name))"),
            either("{type: string}", "{$ref: '#/components/schemas/Single'}", others: "Single: \(Part.object(name))"),
            .init(.caseRenamed, "if case .one = try await api.things.create().value {}"),
            .init(.caseRenamed, "if case .single = try await api.things.create().value {}")),
        .init(
            either("{type: string}", "{type: array, items: {type: string}}"),
            either("{type: string}", "{type: array, items: {type: integer}}"),
            .init(.caseTypeChanged, "_ = API.ThingValue.array([\"x\"])"), .init(.caseTypeChanged, "_ = API.ThingValue.array([1])")),
        // A status gets a separate response type.
        .init(
            Part.document(
                "/things: {\(Part.operation("post", answers: "'201': {description: Made, content: {application/json: {schema: {type: string}}}}"))}",
                schemas: "Thing: \(Part.plain)"),
            Part.document(
                "/things: {\(Part.operation("post", answers: "'201': {description: Made, content: {application/json: {schema: {type: string}}}}, '202': {description: Later, content: {application/json: {schema: {type: integer}}}}"))}",
                schemas: "Thing: \(Part.plain)"),
            .init(.caseAdded, "switch try await api.things.create() { case .ok, .created: break }"),
            .init(.caseRemoved, "if case .accepted = try await api.things.create() {}")),
    ]

    private static func either(_ alternatives: String..., others: String = "") -> String {
        Part.given(Part.object("value: {oneOf: [\(alternatives.joined(separator: ", "))]}"), others: others)
    }
}
