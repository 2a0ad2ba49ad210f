/// A document of the size that large vendors publish, in one file: made from a seed, so that every run has the same one.
struct VendorDocument {
    static let root = "Vendor"

    /// The numbers that the large documents of vendors have on average.
    static let operationCount = 158
    private static let schemasPerOperation = 275.0 / 158
    /// The share of properties that are enumerations: 436 of them in 275 schemas.
    private static let enumerationShare = 0.14

    let operationCount: Int
    let schemaCount: Int
    private var random: RandomSource

    init(operationCount: Int = VendorDocument.operationCount) {
        self.operationCount = operationCount
        schemaCount = Int(Double(operationCount) * VendorDocument.schemasPerOperation)
        random = RandomSource(seed: 20_261_127)
    }

    /// The document as YAML.
    var text: String {
        var copy = self
        return copy.makeText()
    }

    private mutating func makeText() -> String {
        var lines = [
            "openapi: 3.1.0", "info: {title: \(VendorDocument.root), version: v1}", "servers: [{url: 'https://vendor.example/v1'}]",
            "paths:",
        ]
        for number in 0..<operationCount { addOperation(number, to: &lines) }
        lines += ["components:", "  schemas:"]
        for number in 0..<schemaCount { addSchema(number, to: &lines) }
        return lines.joined(separator: "\n") + "\n"
    }

    // MARK: Operations

    private mutating func addOperation(_ number: Int, to lines: inout [String]) {
        let noun = noun(number / 4), schema = reference(number * schemaCount / operationCount)
        let method = ["get", "post", "put", "delete"][number % 4]
        let verb = ["get", "create", "update", "delete"][number % 4]
        if number % 4 == 0 { lines.append("  /\(noun.lowercased())-\(number / 4)/{id}:") }
        lines += [
            "    \(method):", "      operationId: \(verb)\(noun)\(number / 4)", "      tags: [\(noun)]", "      summary: \(sentence(6))",
            "      description: \(sentence(24))", "      parameters:",
            "      - {name: id, in: path, required: true, schema: {type: string}, description: \(sentence(8))}",
        ]
        for name in words(random.number(below: 5)) {
            lines.append("      - {name: \(name), in: query, schema: \(scalar()), description: \(sentence(9))}")
        }
        if number % 4 == 1 || number % 4 == 2 {
            lines.append("      requestBody: {required: true, content: {application/json: {schema: \(schema)}}}")
        }
        lines.append("      responses:")
        if number % 4 == 3 {
            lines.append("        '204': {description: \(sentence(3))}")
        } else {
            lines.append("        '200': {description: \(sentence(4)), content: {application/json: {schema: \(schema)}}}")
        }
        lines.append("        '404': {description: \(sentence(4))}")
    }

    // MARK: Schemas

    private mutating func addSchema(_ number: Int, to lines: inout [String]) {
        lines += ["    \(noun(number))\(number):", "      type: object", "      description: \(sentence(14))"]
        let names = words(4 + random.number(below: 16))
        lines.append("      required: [\(names.prefix(2).joined(separator: ", "))]")
        lines.append("      properties:")
        for name in names {
            lines.append("        \(name):")
            lines.append("          description: \(sentence(10))")
            lines += property().map { "          " + $0 }
        }
    }

    private mutating func property() -> [String] {
        switch random.number(below: 100) {
        case ..<14: ["type: string", "enum: [\(words(3 + random.number(below: 10)).map { $0.uppercased() }.joined(separator: ", "))]"]
        case ..<44: ["type: string"]
        case ..<56: ["type: integer"]
        case ..<66: ["type: boolean"]
        case ..<72: ["type: string", "format: date-time"]
        case ..<76: ["type: number"]
        case ..<88: ["$ref: '\(target(random.number(below: schemaCount)))'"]
        case ..<96: ["type: array", "items: \(reference(random.number(below: schemaCount)))"]
        default: ["type: object", "additionalProperties: {type: string}"]
        }
    }

    private mutating func scalar() -> String {
        switch random.number(below: 10) {
        case ..<2: "{type: string, enum: [\(words(4).joined(separator: ", "))]}"
        case ..<6: "{type: string}"
        case ..<8: "{type: integer}"
        default: "{type: boolean}"
        }
    }

    private func target(_ number: Int) -> String { "#/components/schemas/\(noun(number))\(number)" }

    private func reference(_ number: Int) -> String { "{$ref: '\(target(number))'}" }

    // MARK: Words

    private static let nouns = [
        "Account", "Invoice", "Customer", "Payment", "Refund", "Plan", "Order", "Item", "Token", "Event", "File", "Team",
    ]
    private static let vocabulary = [
        "amount", "balance", "city", "code", "country", "created", "currency", "default", "discount", "email", "enabled", "external",
        "field",
        "group", "label", "language", "limit", "line", "locale", "manual", "mode", "name", "note", "number", "origin", "owner", "period",
        "phase", "phone", "price", "priority", "quantity", "rate", "reason", "reference", "region", "role", "schedule", "scope", "section",
        "source", "state", "status", "target", "tax", "title", "total", "type", "unit", "updated", "value", "version", "weight", "zone",
    ]

    private func noun(_ number: Int) -> String { VendorDocument.nouns[number % VendorDocument.nouns.count] }

    /// Returns different words, as names of members.
    private mutating func words(_ count: Int) -> [String] {
        var words: [String] = []
        while words.count < count {
            let word = pick() + "_" + pick()
            if !words.contains(word) { words.append(word) }
        }
        return words
    }

    private mutating func sentence(_ count: Int) -> String { (0..<count).map { _ in pick() }.joined(separator: " ") + "." }

    private mutating func pick() -> String { VendorDocument.vocabulary[random.number(below: VendorDocument.vocabulary.count)] }
}

/// Numbers that are the same in every run (a linear congruential generator).
private struct RandomSource {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func number(below bound: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int((state >> 33) % UInt64(bound))
    }
}
