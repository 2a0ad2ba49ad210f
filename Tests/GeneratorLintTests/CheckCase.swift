import Testing

/// A spec that is broken in one way, and one that is nearly so.
struct CheckCase: Sendable, CustomTestStringConvertible {
    let check: String
    let broken: [Edit]
    /// A text of the broken spec: the finding is where it first begins.
    let at: String
    /// What the finding says among other things.
    let saying: String
    /// Nothing is wrong with this, though it looks like it.
    let fine: [Edit]

    init(_ check: String, _ broken: [Edit], at: String, saying: String, fine: [Edit]) {
        self.check = check
        self.broken = broken
        self.at = at
        self.saying = saying
        self.fine = fine
    }

    var testDescription: String { "\(check): \(saying)" }
}

extension CheckCase {
    static let all: [CheckCase] = files + components + names + samples + constraints + operations

    private static let files = [
        CheckCase(
            "syntax", [Edit("minLength: 1, maxLength: 20", "minLength: 1, minLength: 2")], at: "minLength: 2", saying: "is already on line",
            fine: [Edit("minLength: 1", "\"minLength\": 1")]),
        CheckCase(
            "syntax", [Edit("[SMALL, BIG]", "[SMALL, BIG")], at: ": [small", saying: "malformed YAML",
            fine: [Edit("[SMALL, BIG]", "[SMALL, BIG,]")]),
        CheckCase(
            "broken-reference", [Edit("schemas/ThingID'}\n        name", "schemas/ThingId'}\n        name")],
            at: "'#/components/schemas/ThingId'",
            saying: "has no \"ThingId\" there",
            fine: [Edit("'#/components/schemas/ThingID'}}", "'Things.yaml#/components/schemas/Thing%49D'}}")]),
        CheckCase(
            "broken-reference", [Edit("    Kind:", "    Unused: {description: It., properties: {a: {$ref: '../other.yaml'}}}\n    Kind:")],
            at: "'../other.yaml'", saying: "leaves the spec's folder",
            fine: [
                Edit(
                    "    Kind:",
                    "    Unused: {description: It., properties: {a: {$ref: './Things.yaml#/components/schemas/Kind'}}}\n    Kind:")
            ]),
        CheckCase(
            "document", [Edit("summary: One thing", "sumary: One thing")], at: "sumary", saying: "did you mean \"summary\"?",
            fine: [Edit("summary: One thing", "description: One thing")]),
        CheckCase(
            "swift-api", [Edit("required: [id, name]", "required: [id, name, size]")], at: "type: object", saying: "no such property",
            fine: [Edit("required: [id, name]", "required: [id, name, maker]")]),
        CheckCase(
            "swift-api", [Edit("x-replacement: getThing", "x-replacement: getThings")], at: "tags: [Thing]\n      operationId: deleteThing",
            saying: "no operation", fine: [Edit("x-replacement: getThing", "x-replacement: listThings")]),
        CheckCase(
            "unknown-extension", [Edit("x-enum-varnames", "x-enum-varname")], at: "x-enum-varname",
            saying: "nothing reads \"x-enum-varname\"",
            fine: [Edit("maker: {type: string}", "maker: {type: object, additionalProperties: true, example: {x-enum-varname: 1}}")]),
        CheckCase(
            "unknown-extension", [Edit("description: OK", "description: OK\n          x-swift-name: fine")], at: "x-swift-name: fine",
            saying: "means nothing on a response", fine: [Edit("maker: {type: string}", "maker: {type: string, x-swift-name: madeBy}")]),
        CheckCase(
            "unknown-extension", [Edit("maker: {type: string}", "maker: {type: string, x-source: hearsay}")], at: "hearsay",
            saying: "is one of vendor-openapi", fine: [Edit("maker: {type: string}", "maker: {type: string, x-source: live-behaviour}")]),
    ]

    private static let components = [
        CheckCase(
            "unused-component", [Edit("    Kind:", "    Other: {type: string, description: It.}\n    Kind:")], at: "Other:",
            saying: "no operation leads to it",
            fine: [
                Edit("    Kind:", "    Other: {type: string, description: It.}\n    Kind:"),
                Edit("maker: {type: string}", "maker: {$ref: '#/components/schemas/Other'}"),
            ]),
        CheckCase(
            "unused-component",
            [
                Edit("    Kind:", "    Other: {description: It., properties: {a: {$ref: '#/components/schemas/Another'}}}\n    Kind:"),
                Edit("    Kind:", "    Another: {type: string, description: It.}\n    Kind:"),
            ], at: "Another: {", saying: "no operation leads to it",
            fine: [
                Edit("    Kind:", "    Other: {description: It., properties: {a: {$ref: '#/components/schemas/Another'}}}\n    Kind:"),
                Edit("    Kind:", "    Another: {type: string, description: It.}\n    Kind:"),
                Edit("maker: {type: string}", "maker: {$ref: '#/components/schemas/Other'}"),
            ]),
        CheckCase(
            "unused-component",
            [Edit("  securitySchemes:", "  securitySchemes:\n    other: {type: http, scheme: basic, description: It.}")], at: "other:",
            saying: "no operation accepts it",
            fine: [
                Edit("  securitySchemes:", "  securitySchemes:\n    other: {type: http, scheme: basic, description: It.}"),
                Edit("summary: One thing", "summary: One thing\n      security: [{other: []}]"),
            ]),
        CheckCase(
            "unused-component",
            [
                Edit(
                    "components:\n  schemas:",
                    "  /other: {get: {tags: [Thing], operationId: other, summary: It, responses: {'204': {description: OK}}}}\ncomponents:\n  schemas:"
                )
            ],
            at: "/other:", saying: "do not list /other",
            fine: [
                Edit(
                    "components:\n  schemas:",
                    "  /other: {get: {tags: [Thing], operationId: other, summary: It, responses: {'204': {description: OK}}}}\ncomponents:\n  schemas:"
                ),
                Edit("components:\n  securitySchemes:", "  /other: {$ref: 'Things.yaml#/paths/~1other'}\ncomponents:\n  securitySchemes:"),
            ]),
        CheckCase(
            "unused-tag", [Edit("  - {name: Thing, x-swift-name: things}", "  - {name: Thing, x-swift-name: things}\n  - {name: Other}")],
            at: "{name: Other}", saying: "no operation has the tag",
            fine: [
                Edit("  - {name: Thing, x-swift-name: things}", "  - {name: Thing, x-swift-name: things}\n  - {name: Other}"),
                Edit("tags: [Thing]", "tags: [Other]"),
            ]),
        CheckCase(
            "unused-tag", [Edit("tags: [Thing]", "tags: [Things]")], at: "tags: [Things]", saying: "is not listed",
            fine: [Edit("tags: [Thing]", "tags: ['Thing']")]),
        CheckCase(
            "missing-description", [Edit("      summary: One thing\n", "")], at: "get:\n      tags: [Thing]\n      operationId: getThing",
            saying: "neither summary nor description", fine: [Edit("summary: One thing", "description: One thing")]),
        CheckCase(
            "missing-description", [Edit("description: Which page., ", "")], at: "{name: page", saying: "the parameter \"page\"",
            fine: [Edit("description: Which page., ", "description: '1', ")]),
        CheckCase(
            "missing-description", [Edit("description: How large it is.", "description: '  '")], at: "Kind:", saying: "the schema \"Kind\"",
            fine: [Edit("maker: {type: string}", "maker: {type: string, enum: [a]}")]),
    ]

    private static let names = [
        CheckCase(
            "duplicate-name", [Edit("operationId: getThing", "operationId: listThings")],
            at: "tags: [Thing]\n      operationId: listThings\n      summary: One",
            saying: "already that of the operation",
            fine: [Edit("operationId: getThing", "operationId: readThing"), Edit("x-replacement: getThing", "x-replacement: readThing")]),
        CheckCase(
            "duplicate-name",
            [
                Edit("maker: {type: string}", "maker: {type: string, x-swift-name: size}"),
                Edit("made: {type: string", "made: {x-swift-name: size, type: string"),
            ], at: "maker: {",
            saying: "two properties have the Swift name",
            fine: [Edit("maker: {type: string}", "maker: {type: string, x-swift-name: names}")]),
        CheckCase(
            "colliding-name", [Edit("maker: {type: string}", "maker: {type: string}\n        Maker: {type: string}")], at: "Maker:",
            saying: "capitals alone differ", fine: [Edit("maker: {type: string}", "maker: {type: string}\n        makers: {type: string}")]),
        CheckCase(
            "colliding-name", [Edit("    Kind:", "    Thingid: {type: string, description: It.}\n    Kind:")], at: "Thingid:",
            saying: "\"ThingID\", and capitals alone differ",
            fine: [Edit("    Kind:", "    ThingIDs: {type: string, description: It.}\n    Kind:")]),
        CheckCase(
            "colliding-name",
            [Edit("- {name: size,", "- {name: Page, in: query, description: It., schema: {type: string}}\n        - {name: size,")],
            at: "{name: Page", saying: "the parameter at",
            fine: [Edit("- {name: size,", "- {name: Page, in: header, description: It., schema: {type: string}}\n        - {name: size,")]),
        CheckCase(
            "ambiguous-path",
            [
                Edit(
                    "components:\n  securitySchemes:",
                    "  /things/{thing}:\n    get: {tags: [Thing], operationId: another, summary: It, responses: {'204': {description: OK}},\n"
                        + "      parameters: [{name: thing, in: path, required: true, description: It., schema: {type: string}}]}\ncomponents:\n  securitySchemes:"
                )
            ], at: "/things/{thing}", saying: "the same path as /things/{id}",
            fine: [
                Edit(
                    "components:\n  securitySchemes:",
                    "  /things/{thing}/x:\n    get: {tags: [Thing], operationId: another, summary: It, responses: {'204': {description: OK}},\n"
                        + "      parameters: [{name: thing, in: path, required: true, description: It., schema: {type: string}}]}\ncomponents:\n  securitySchemes:"
                )
            ]),
        CheckCase(
            "missing-operation-id", [Edit("      operationId: getThing\n", "")], at: "get:\n      tags: [Thing]\n      summary: One",
            saying: "has no operationId", fine: [Edit("operationId: getThing", "operationId: ''")]),
    ]

    private static let samples = [
        CheckCase(
            "sample-mismatch", [Edit("kind: BIG", "kind: LARGE")], at: "LARGE", saying: "\"LARGE\" is not in the enum",
            fine: [Edit("kind: BIG", "kind: \"SMALL\"")]),
        CheckCase(
            "sample-mismatch", [Edit("weight: 80", "weight: '80'")], at: "'80'", saying: "\"80\" is no integer",
            fine: [Edit("weight: 80", "weight: 80.0")]),
        CheckCase(
            "sample-mismatch", [Edit("weight: 80", "weight: 100")], at: "100,", saying: "100 is not below 100",
            fine: [Edit("weight: 80", "weight: 99")]),
        CheckCase(
            "sample-mismatch", [Edit("{id: a1, name: Anvil", "{name: Anvil")], at: "{name: Anvil", saying: "\"id\" is missing",
            fine: [Edit(", weight: 80", "")]),
        CheckCase(
            "sample-mismatch", [Edit("id: a1", "id: null")], at: "null", saying: "null is no string",
            fine: [Edit("weight: 80", "weight: null")]),
        CheckCase(
            "sample-mismatch", [Edit("made: 2020-01-31", "made: 2020-01-32")], at: "2020-01-32", saying: "is no date",
            fine: [Edit("made: 2020-01-31", "made: 2020-02-29")]),
        CheckCase(
            "sample-mismatch", [Edit("name: Anvil", "name: anvil")], at: "anvil", saying: "does not match the pattern",
            fine: [Edit("name: Anvil", "name: A")]),
        CheckCase(
            "sample-mismatch", [Edit("example: 50", "example: fifty")], at: "fifty", saying: "\"fifty\" is no integer",
            fine: [Edit("example: 50", "example: 0")]),
        CheckCase(
            "undocumented-member", [Edit("maker: null", "color: red")], at: "color", saying: "\"color\" is no property",
            fine: [
                Edit("maker: null", "color: red"),
                Edit("      required: [id, name]", "      additionalProperties: true\n      required: [id, name]"),
            ]),
        CheckCase(
            "undocumented-member",
            [
                Edit("maker: null", "color: red"),
                Edit(
                    "items: {$ref: '#/components/schemas/Thing'}",
                    "items: {allOf: [{$ref: '#/components/schemas/Thing'}, {properties: {size: {type: string}}}]}"),
            ], at: "color", saying: "\"color\" is no property",
            fine: [
                Edit("maker: null", "color: red"),
                Edit(
                    "items: {$ref: '#/components/schemas/Thing'}",
                    "items: {allOf: [{$ref: '#/components/schemas/Thing'}, {properties: {color: {type: string}}}]}"),
            ]),
        CheckCase(
            "sample-mismatch",
            [
                Edit("maker: null", "maker: {brand: 3}"),
                Edit("maker: {type: string}", "maker: {oneOf: [{type: string}, {type: object, properties: {brand: {type: string}}}]}"),
            ], at: "3}", saying: "3 is no string",
            fine: [
                Edit("maker: null", "maker: {brand: x}"),
                Edit("maker: {type: string}", "maker: {oneOf: [{type: string}, {type: object, properties: {brand: {type: string}}}]}"),
            ]),
        CheckCase(
            "sample-mismatch", [Edit("weight: 80", "weight: heavy"), Edit("weight: {", "weight: {x-lenient: true, ")], at: "heavy",
            saying: "is no integer", fine: [Edit("weight: 80", "weight: '80'"), Edit("weight: {", "weight: {x-lenient: true, ")]),
    ]

    private static let constraints = [
        CheckCase(
            "impossible-constraint", [Edit("minLength: 1, maxLength: 20", "minLength: 21, maxLength: 20")], at: "{type: string, minLength",
            saying: "minLength 21 is above maxLength 20", fine: [Edit("minLength: 1, maxLength: 20", "minLength: 20, maxLength: 20")]),
        CheckCase(
            "impossible-constraint", [Edit("pattern: '^[A-Z]'", "pattern: '^[A-Z'")], at: "'^[A-Z'", saying: "not a regular expression",
            fine: [Edit("pattern: '^[A-Z]'", "pattern: '^\\[A-Z]?'")]),
        CheckCase(
            "impossible-constraint", [Edit("minimum: 0, exclusiveMaximum: 100", "minimum: 100, exclusiveMaximum: 100")], at: "weight: {",
            saying: "no number is between 100 and 100",
            fine: [Edit("minimum: 0, exclusiveMaximum: 100", "minimum: 99, exclusiveMaximum: 100")]),
        CheckCase(
            "impossible-constraint", [Edit("minimum: 0, exclusiveMaximum: 100", "minimum: 1.2, maximum: 1.8")], at: "weight: {",
            saying: "no whole number is between 1.2 and 1.8",
            fine: [Edit("type: integer, minimum: 0, exclusiveMaximum: 100", "type: number, minimum: 1.2, maximum: 1.8")]),
        CheckCase(
            "impossible-constraint", [Edit("minimum: 0, exclusiveMaximum: 100", "minimum: 8, maximum: 13, multipleOf: 7")], at: "weight: {",
            saying: "no multiple of 7", fine: [Edit("minimum: 0, exclusiveMaximum: 100", "minimum: 8, maximum: 14, multipleOf: 7")]),
        CheckCase(
            "impossible-constraint", [Edit("required: [id, name]", "required: [id, name]\n      maxProperties: 1")], at: "Thing:",
            saying: "2 members are required", fine: [Edit("required: [id, name]", "required: [id, name]\n      maxProperties: 2")]),
        CheckCase(
            "misplaced-constraint", [Edit("maker: {type: string}", "maker: {type: string, minimum: 1}")], at: "1}\n    Kind",
            saying: "\"minimum\" constrains nothing", fine: [Edit("maker: {type: string}", "maker: {type: [integer, string], minimum: 1}")]),
        CheckCase(
            "misplaced-constraint", [Edit("maker: {type: string}", "maker: {type: array, maxLength: 3, items: {type: string}}")], at: "3,",
            saying: "\"maxLength\" constrains nothing",
            fine: [Edit("maker: {type: string}", "maker: {type: array, maxItems: 3, items: {type: string}}")]),
        CheckCase(
            "enum-mismatch", [Edit("[SMALL, BIG]", "[SMALL, 3]")], at: "3]", saying: "3 is no string",
            fine: [Edit("[SMALL, BIG]", "[SMALL, '3']")]),
        CheckCase(
            "enum-mismatch", [Edit("[SMALL, BIG]", "[SMALL, SMALL]")], at: "SMALL]", saying: "twice",
            fine: [Edit("[SMALL, BIG]", "[SMALL, SMALLER]")]),
        CheckCase(
            "enum-mismatch", [Edit("enum: [SMALL, BIG]", "enum: [SMALL, BIG]\n      minLength: 4")], at: "BIG]", saying: "cannot occur",
            fine: [Edit("enum: [SMALL, BIG]", "enum: [SMALL, BIG]\n      minLength: 3")]),
        CheckCase(
            "default-mismatch", [Edit("default: 1}", "default: 0}")], at: "0}}", saying: "0 is below 1",
            fine: [Edit("default: 1}", "default: 1000}")]),
        CheckCase(
            "default-mismatch", [Edit("enum: [SMALL, BIG]", "enum: [SMALL, BIG]\n      default: MEDIUM")], at: "MEDIUM",
            saying: "is not in the enum",
            fine: [Edit("enum: [SMALL, BIG]", "enum: [SMALL, BIG]\n      default: BIG")]),
        CheckCase(
            "default-mismatch", [Edit("default: eu", "default: uk")], at: "uk", saying: "not in the enum: eu, us",
            fine: [Edit("default: eu", "default: us")]),
    ]

    private static let operations = [
        CheckCase(
            "pagination", [Edit("{page: page, size: size}", "{page: page, size: sise}")], at: "{page: page, size: sise}",
            saying: "names \"sise\"",
            fine: [Edit("{page: page, size: size}", "{page: page}")]),
        CheckCase(
            "pagination",
            [Edit("schema: {type: array, items: {$ref: '#/components/schemas/Thing'}}", "schema: {$ref: '#/components/schemas/Thing'}")],
            at: "{page: page", saying: "answer with a list", fine: [Edit("{page: page, size: size}", "{page: page, size: size, first: 0}")]),
        CheckCase(
            "unmarked-pages", [Edit("      x-pagination: {page: page, size: size}\n", "")], at: "tags: [Thing]",
            saying: "say x-pagination: {page: page}",
            fine: [
                Edit("      x-pagination: {page: page, size: size}\n", ""),
                Edit("schema: {type: array, items: {$ref: '#/components/schemas/Thing'}}", "schema: {$ref: '#/components/schemas/Thing'}"),
            ]),
        CheckCase(
            "missing-success", [Edit("'204': {description: Gone}", "'404': {description: Gone}")],
            at: "tags: [Thing]\n      operationId: deleteThing",
            saying: "no response for success", fine: [Edit("'204': {description: Gone}", "default: {description: Gone}")]),
        CheckCase(
            "silent-deprecation", [Edit("      x-replacement: getThing\n", "")], at: "tags: [Thing]\n      operationId: deleteThing",
            saying: "deprecated without a word",
            fine: [Edit("      x-replacement: getThing\n", "      description: This is deprecated. Things are kept.\n")]),
        CheckCase(
            "silent-deprecation", [Edit("      deprecated: true\n", "")], at: "tags: [Thing]\n      operationId: deleteThing",
            saying: "is not deprecated",
            fine: [Edit("      deprecated: true\n      x-replacement: getThing\n", "")]),
    ]
}
