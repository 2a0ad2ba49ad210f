extension CheckCase {
    private static let grams = Edit("security: [{key: []}]", "x-units: {Grams: {of: mass, digits: 0}}\nsecurity: [{key: []}]")
    private static let weighed = Edit("weight: {type: integer,", "weight: {type: integer, x-unit: Grams,")

    static let units = [
        CheckCase(
            "unit", [grams, Edit("weight: {type: integer,", "weight: {type: integer, x-unit: Gram,")], at: "Gram,",
            saying: "did you mean \"Grams\"?", fine: [grams, weighed]),
        CheckCase(
            "unit", [Edit("security: [{key: []}]", "x-units: {Grams: {of: mass, digits: 99}}\nsecurity: [{key: []}]")], at: "99}",
            saying: "is 0 to 18", fine: [grams]),
        CheckCase(
            "unit", [grams, weighed, Edit("maker: {type: string}", "maker: {type: number, x-unit: Grams}")], at: "{type: number, x-unit",
            saying: "on integers elsewhere", fine: [grams, weighed, Edit("maker: {type: string}", "maker: {type: integer, x-unit: Grams}")]),
        CheckCase(
            "missing-unit",
            [grams, Edit("maker: {type: string}", "maker: {type: object, properties: {weight: {type: integer, x-unit: Grams}}}")],
            at: "weight: {type: integer, minimum", saying: "has the unit Grams",
            fine: [
                grams, weighed,
                Edit(
                    "maker: {type: string}",
                    "maker: {type: object, properties: {weight: {type: array, items: {type: integer, x-unit: Grams}}, height: {type: integer}}}"
                ),
            ]),
        CheckCase(
            "missing-unit",
            [
                grams, weighed,
                Edit("maker: {type: string}", "maker: {type: object, properties: {weight: {type: array, items: {type: number}}}}"),
            ], at: "items: {type: number}}}}", saying: "has the unit Grams",
            fine: [grams, weighed, Edit("maker: {type: string}", "maker: {type: object, properties: {weight: {type: string}}}")]),
        CheckCase(
            "unused-unit", [grams], at: "Grams: {of", saying: "no number has the unit \"Grams\"", fine: [grams, weighed]),
    ]
}
