extension CheckCase {
    static let constraints = [
        CheckCase(
            "impossible-constraint", [Edit("minLength: 1, maxLength: 20", "minLength: 21, maxLength: 20")], at: "{type: string, minLength",
            saying: "minLength 21 is above maxLength 20", fine: [Edit("minLength: 1, maxLength: 20", "minLength: 20, maxLength: 20")]),
        CheckCase(
            "impossible-constraint", [Edit("pattern: '^[A-Z]'", "pattern: '^[A-Z'")], at: "'^[A-Z'", saying: "not a regular expression",
            fine: [Edit("pattern: '^[A-Z]'", "pattern: '^\\[A-Z]?'")]),
        CheckCase(
            "impossible-constraint", [Edit("minimum: 0, exclusiveMaximum: 100", "minimum: 100, exclusiveMaximum: 100")],
            at: "{type: integer, minimum: 100",
            saying: "minimum 100 is not below exclusiveMaximum 100",
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
            "enum-mismatch", [Edit("[SMALL, BIG]", "[SMALL, 3]")], at: "3]", saying: "3 is not of type string",
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
}
