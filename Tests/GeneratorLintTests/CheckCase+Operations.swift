extension CheckCase {
    static let operations = [
        CheckCase(
            "pagination", [Edit("{page: page, size: size}", "{page: page, size: sise}")], at: "{page: page, size: sise}",
            saying: "names \"sise\"",
            fine: [Edit("{page: page, size: size}", "{page: page}")]),
        CheckCase(
            "pagination",
            [Edit("schema: {type: array, items: {$ref: '#/components/schemas/Thing'}}", "schema: {$ref: '#/components/schemas/Thing'}")],
            at: "{page: page", saying: "return a list", fine: [Edit("{page: page, size: size}", "{page: page, size: size, first: 0}")]),
        CheckCase(
            "unmarked-pages", [Edit("      x-pagination: {page: page, size: size}\n", "")], at: "tags: [Thing]",
            saying: "add x-pagination: {page: page}",
            fine: [
                Edit("      x-pagination: {page: page, size: size}\n", ""),
                Edit("schema: {type: array, items: {$ref: '#/components/schemas/Thing'}}", "schema: {$ref: '#/components/schemas/Thing'}"),
            ]),
        CheckCase(
            "missing-success", [Edit("'204': {description: Gone}", "'404': {description: Gone}")],
            at: "tags: [Thing]\n      operationId: deleteThing",
            saying: "no successful response", fine: [Edit("'204': {description: Gone}", "default: {description: Gone}")]),
        CheckCase(
            "silent-deprecation", [Edit("      x-replacement: getThing\n", "")], at: "tags: [Thing]\n      operationId: deleteThing",
            saying: "deprecated without a replacement",
            fine: [Edit("      x-replacement: getThing\n", "      description: This is deprecated. Things are kept.\n")]),
        CheckCase(
            "silent-deprecation", [Edit("      deprecated: true\n", "")], at: "tags: [Thing]\n      operationId: deleteThing",
            saying: "is not deprecated",
            fine: [Edit("      deprecated: true\n      x-replacement: getThing\n", "")]),
        CheckCase(
            "replacement", [put("{read: getThings}")], at: "{read: getThings}", saying: "is not an operation",
            fine: [put("{read: getThing}")]),
        CheckCase(
            "undecided-replacement", [put("{read: getThing}"), undecided], at: "tags: [Thing]\n      operationId: replaceThings",
            saying: "does not say whether it replaces", fine: [undecided]),
    ]

    /// Adds an operation that replaces.
    private static func put(_ replaces: String) -> Edit {
        Edit(
            "    delete:\n      tags: [Thing]",
            """
                put:
                  tags: [Thing]
                  operationId: updateThing
                  summary: Replace a thing
                  x-replaces: \(replaces)
                  requestBody: {required: true, content: {application/json: {schema: {$ref: '#/components/schemas/Thing'}}}}
                  responses: {'204': {description: Replaced}}
                delete:
                  tags: [Thing]
            """)
    }

    /// Adds an operation that does not say what it does to the things.
    private static let undecided = Edit(
        "  /things/{id}:\n    parameters:",
        """
            put:
              tags: [Thing]
              operationId: replaceThings
              summary: Replace all things
              requestBody:
                required: true
                content: {application/json: {schema: {type: array, items: {$ref: '#/components/schemas/Thing'}}}}
              responses: {'204': {description: Replaced}}
          /things/{id}:
            parameters:
        """)
}
