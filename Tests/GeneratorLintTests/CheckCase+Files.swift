extension CheckCase {
    static let files = [
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
            "swift-api", [Edit("required: [id, name]", "required: [id, name, size]")], at: "size]", saying: "no such property",
            fine: [Edit("required: [id, name]", "required: [id, name, maker]")]),
        CheckCase(
            "swift-api", [Edit("x-replacement: getThing", "x-replacement: getThings")], at: "tags: [Thing]\n      operationId: deleteThing",
            saying: "not an operation", fine: [Edit("x-replacement: getThing", "x-replacement: listThings")]),
        CheckCase(
            "unknown-extension", [Edit("components:\n  securitySchemes:", "x-tagGroups: [{name: All}]\ncomponents:\n  securitySchemes:")],
            at: "[{name: All}]", saying: "must be a list of groups",
            fine: [Edit("components:\n  securitySchemes:", "x-tagGroups: [{name: All, tags: [Thing]}]\ncomponents:\n  securitySchemes:")]),
        CheckCase(
            "unknown-extension", [Edit("x-enum-varnames", "x-enum-varname")], at: "x-enum-varname",
            saying: "nothing reads \"x-enum-varname\"",
            fine: [Edit("maker: {type: string}", "maker: {type: object, additionalProperties: true, example: {x-enum-varname: 1}}")]),
        CheckCase(
            "unknown-extension", [Edit("description: OK", "description: OK\n          x-swift-name: fine")], at: "x-swift-name: fine",
            saying: "has no meaning on a response", fine: [Edit("maker: {type: string}", "maker: {type: string, x-swift-name: madeBy}")]),
        CheckCase(
            "unknown-extension", [Edit("description: OK", "description: OK\n          x-window: {start: a}")], at: "x-window: {start: a}",
            saying: "has no meaning on a response",
            fine: [Edit("maker: {type: string}", "maker: {type: string, format: date-time, x-wall-clock: the zone}")]),
        CheckCase(
            "unknown-extension", [Edit("maker: {type: string}", "maker: {type: string, x-source: hearsay}")], at: "hearsay",
            saying: "must be one of vendor-openapi",
            fine: [Edit("maker: {type: string}", "maker: {type: string, x-source: live-behaviour}")]),
    ]
}
