extension CheckCase {
    static let samples = [
        CheckCase(
            "sample-mismatch", [Edit("kind: BIG", "kind: LARGE")], at: "LARGE", saying: "\"LARGE\" is not in the enum",
            fine: [Edit("kind: BIG", "kind: \"SMALL\"")]),
        CheckCase(
            "sample-mismatch", [Edit("weight: 80", "weight: '80'")], at: "'80'", saying: "\"80\" is not of type integer",
            fine: [Edit("weight: 80", "weight: 80.0")]),
        CheckCase(
            "sample-mismatch", [Edit("weight: 80", "weight: 100")], at: "100,", saying: "100 is not below 100",
            fine: [Edit("weight: 80", "weight: 99")]),
        CheckCase(
            "sample-mismatch", [Edit("{id: a1, name: Anvil", "{name: Anvil")], at: "{name: Anvil", saying: "\"id\" is missing",
            fine: [Edit(", weight: 80", "")]),
        CheckCase(
            "sample-mismatch", [Edit("id: a1", "id: null")], at: "null", saying: "null is not of type string",
            fine: [Edit("weight: 80", "weight: null")]),
        CheckCase(
            "sample-mismatch", [Edit("made: 2020-01-31", "made: 2020-01-32")], at: "2020-01-32", saying: "is not a valid date",
            fine: [Edit("made: 2020-01-31", "made: 2020-02-29")]),
        CheckCase(
            "sample-mismatch", [Edit("name: Anvil", "name: anvil")], at: "anvil", saying: "does not match the pattern",
            fine: [Edit("name: Anvil", "name: A")]),
        CheckCase(
            "sample-mismatch", [Edit("example: 50", "example: fifty")], at: "fifty", saying: "\"fifty\" is not of type integer",
            fine: [Edit("example: 50", "example: 0")]),
        CheckCase(
            "undocumented-member", [Edit("maker: null", "color: red")], at: "color", saying: "\"color\" is not a property",
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
            ], at: "color", saying: "\"color\" is not a property",
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
            ], at: "3}", saying: "3 is not of type string",
            fine: [
                Edit("maker: null", "maker: {brand: x}"),
                Edit("maker: {type: string}", "maker: {oneOf: [{type: string}, {type: object, properties: {brand: {type: string}}}]}"),
            ]),
        CheckCase(
            "sample-mismatch", [Edit("weight: 80", "weight: heavy"), Edit("weight: {", "weight: {x-lenient: true, ")], at: "heavy",
            saying: "is not of type integer", fine: [Edit("weight: 80", "weight: '80'"), Edit("weight: {", "weight: {x-lenient: true, ")]),
        CheckCase(
            "sample-mismatch", [Edit("weight: 80", "mass: heavy"), Edit("weight: {", "weight: {x-also-read-as: [mass], ")], at: "heavy",
            saying: "is not of type integer",
            fine: [Edit("weight: 80", "mass: 80"), Edit("weight: {", "weight: {x-also-read-as: [mass], ")]),
    ]
}
