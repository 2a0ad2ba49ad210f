extension CheckCase {
    static let components = [
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
            "unused-tag",
            [Edit("components:\n  securitySchemes:", "x-tagGroups: [{name: All, tags: [Thing, Guide]}]\ncomponents:\n  securitySchemes:")],
            at: "Guide]", saying: "is not listed in tags",
            fine: [
                Edit(
                    "components:\n  securitySchemes:", "x-tagGroups: [{name: All, tags: [Thing, Guide]}]\ncomponents:\n  securitySchemes:"),
                Edit(
                    "  - {name: Thing, x-swift-name: things}",
                    "  - {name: Thing, x-swift-name: things}\n  - {name: Guide, description: How it is done.}"),
            ]),
        CheckCase(
            "unused-tag",
            [
                Edit(
                    "components:\n  securitySchemes:",
                    "x-tagGroups: [{name: All, tags: [Thing]}, {name: More, tags: ['Thing']}]\ncomponents:\n  securitySchemes:")
            ],
            at: "'Thing']", saying: "is in a group already",
            fine: [Edit("components:\n  securitySchemes:", "x-tagGroups: [{name: All, tags: [Thing]}]\ncomponents:\n  securitySchemes:")]),
        CheckCase(
            "unused-tag",
            [
                Edit("components:\n  securitySchemes:", "x-tagGroups: [{name: All, tags: [Thing]}]\ncomponents:\n  securitySchemes:"),
                Edit("tags: [Thing]", "tags: [Other]"),
                Edit("  - {name: Thing, x-swift-name: things}", "  - {name: Thing, x-swift-name: things}\n  - {name: Other}"),
            ],
            at: "{name: Other}", saying: "is in no group of x-tagGroups",
            fine: [
                Edit(
                    "components:\n  securitySchemes:", "x-tagGroups: [{name: All, tags: [Thing, Other]}]\ncomponents:\n  securitySchemes:"),
                Edit(
                    "  - {name: Thing, x-swift-name: things}", "  - {name: Thing, x-swift-name: things}\n  - {name: Other, description: O.}"
                ),
            ]),
        CheckCase(
            "missing-description", [Edit("      summary: One thing\n", "")], at: "get:\n      tags: [Thing]\n      operationId: getThing",
            saying: "neither a summary nor a description", fine: [Edit("summary: One thing", "description: One thing")]),
        CheckCase(
            "missing-description", [Edit("description: Which page., ", "")], at: "{name: page", saying: "the parameter \"page\"",
            fine: [Edit("description: Which page., ", "description: '1', ")]),
        CheckCase(
            "missing-description", [Edit("description: How large it is.", "description: '  '")], at: "Kind:", saying: "the schema \"Kind\"",
            fine: [Edit("maker: {type: string}", "maker: {type: string, enum: [a]}")]),
    ]
}
