extension CheckCase {
    static let names = [
        CheckCase(
            "duplicate-name", [Edit("operationId: getThing", "operationId: listThings")],
            at: "tags: [Thing]\n      operationId: listThings\n      summary: One",
            saying: "also that of the operation",
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
            saying: "only the case differs", fine: [Edit("maker: {type: string}", "maker: {type: string}\n        makers: {type: string}")]),
        CheckCase(
            "colliding-name", [Edit("    Kind:", "    Thingid: {type: string, description: It.}\n    Kind:")], at: "Thingid:",
            saying: "\"ThingID\", and only the case differs",
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
            ], at: "/things/{thing}", saying: "the same path for a service as /things/{id}",
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
}
