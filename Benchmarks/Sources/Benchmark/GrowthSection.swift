import Foundation

/// Measures how the time of generator, lint and diff grows with documents that contain many elements of one kind. Each document is
/// measured at two sizes.
struct GrowthSection {
    let repository: Repository
    /// The ratio of the two sizes.
    private static let factor = 4

    func measure() throws -> Table.Section {
        let spec = try repository.build(["--product", "spec"], .release).appending(path: "spec").path
        let generator = try repository.generator(.release).path
        var figures: [Table.Figure] = []
        for document in LargeDocument.allCases {
            var seconds: [[Double]] = []
            for size in [document.size, document.size * GrowthSection.factor] {
                let folder = try repository.emptyFolder("growth-\(document)-\(size)")
                let edited = try repository.emptyFolder("growth-\(document)-\(size)-edited")
                let file = folder.appending(path: "openapi.yaml")
                try Data(document.text(size).utf8).write(to: file)
                // Every schema is edited, so that the diff finds a change in each.
                try Data(document.text(size, edited: true).utf8).write(to: edited.appending(path: "openapi.yaml"))
                let output = try repository.emptyFolder("growth-output").path
                seconds.append([
                    try time([generator, file.path, "--output", output]),  // The lint findings are irrelevant here.
                    try time(["sh", "-c", "\"$0\" lint \"$1\" >/dev/null || true", spec, folder.path]),
                    try time([spec, "diff", folder.path, edited.path, "--fail-on", "never"]),
                ])
            }
            let ratios = zip(seconds[0], seconds[1]).map { $1 / $0 }
            let words = zip(["generate", "lint", "diff"], zip(seconds[1], ratios)).map { "\($0) \($1.0.short) s, \($1.1.short) ×" }
            figures.append(
                .init(
                    "\(document.words(document.size * GrowthSection.factor))", words.joined(separator: "; "), value: ratios.max() ?? 0,
                    target: .atMost(1.5 * Double(GrowthSection.factor), unit: "×")))
        }
        return Table.Section(title: "Growth: \(GrowthSection.factor) × as large, so many × the CPU time", figures: figures)
    }

    private func time(_ command: [String]) throws -> Double {
        try (0..<3).map { _ in try ChildProcess.run(command).cpu }.min() ?? 0
    }
}

/// A document that contains many elements of one kind.
private enum LargeDocument: CaseIterable {
    case enumeration, properties, references, nestedObjects, allOf, alternatives, children, operations

    /// The smaller of the two sizes. The larger one is at least the maximum found in real documents.
    var size: Int {
        switch self {
        case .enumeration: 12_500
        case .properties: 2000
        case .references, .nestedObjects, .allOf: 750
        case .alternatives, .children, .operations: 500
        }
    }

    func words(_ size: Int) -> String {
        switch self {
        case .enumeration: "an enum of \(size) values"
        case .properties: "an object of \(size) properties"
        case .references: "a chain of \(size) references"
        case .nestedObjects: "\(size) objects, each within the next"
        case .allOf: "a chain of \(size) allOf"
        case .alternatives: "oneOf \(size) objects"
        case .children: "a base class of \(size) children"
        case .operations: "\(size) operations"
        }
    }

    func text(_ size: Int, edited: Bool = false) -> String {
        let operations = self == .operations ? size : 1
        let paths = (0..<operations).map { number in
            """
              /things/\(number):
                post:
                  operationId: thing\(number)
                  summary: It does something.
                  parameters: [{name: a, in: query, schema: {type: string, maxLength: \(edited ? 8 : 9)}}]
                  requestBody: {required: true, content: {application/json: {schema: {$ref: '#/components/schemas/Thing'}}}}
                  responses: {'200': {description: OK, content: {application/json: {schema: {$ref: '#/components/schemas/Thing'}}}}}
            """
        }
        return """
            openapi: 3.1.0
            info: {title: Large, version: v1}
            servers: [{url: 'https://large.example'}]
            paths:
            \(paths.joined(separator: "\n"))
            components:
              schemas:
            \(schemas(size, edited ? "{type: string, maxLength: 8}" : "{type: string, maxLength: 9}", edited ? "W" : "V").joined(separator: "\n"))

            """
    }

    /// - Parameters:
    ///   - leaf: The schema of the properties.
    ///   - prefix: The prefix of enum values.
    private func schemas(_ size: Int, _ leaf: String, _ prefix: String) -> [String] {
        func reference(_ number: Int) -> String { "{$ref: '#/components/schemas/Part\(number)'}" }
        let numbers = 0..<size
        let last = "    Part\(size): {type: object, properties: {last: \(leaf)}}"
        switch self {
        case .enumeration:
            return [
                "    Thing: {type: object, properties: {a: {type: string, enum: [\(numbers.map { "\(prefix)\($0)" }.joined(separator: ", "))]}}}"
            ]
        case .properties:
            return ["    Thing:", "      type: object", "      properties:"] + numbers.map { "        p\($0): \(leaf)" }
        case .references:
            return ["    Thing: {type: object, properties: {a: \(reference(0))}}"]
                + numbers.map { "    Part\($0): \(reference($0 + 1))" } + [last]
        case .nestedObjects:
            return ["    Thing: {type: object, properties: {a: \(reference(0))}}"]
                + numbers.map { "    Part\($0): {type: object, properties: {p: \(reference($0 + 1))}}" } + [last]
        case .allOf:
            return ["    Thing: \(reference(0))"]
                + numbers.map { "    Part\($0): {allOf: [\(reference($0 + 1)), {type: object, properties: {p\($0): \(leaf)}}]}" } + [last]
        case .alternatives:
            return [
                "    Thing: {type: object, properties: {a: {oneOf: [\(numbers.map(reference).joined(separator: ", "))], "
                    + "discriminator: {propertyName: kind}}}}"
            ] + numbers.map { "    Part\($0): {type: object, required: [kind], properties: {kind: {type: string}, p\($0): \(leaf)}}" }
        case .children:
            return ["    Thing: {type: object, required: [kind], properties: {kind: {type: string}}, discriminator: {propertyName: kind}}"]
                + numbers.map {
                    "    Part\($0): {allOf: [{$ref: '#/components/schemas/Thing'}, {type: object, properties: {p\($0): \(leaf)}}]}"
                }
        case .operations: return ["    Thing: {type: object, properties: {a: \(leaf)}}"]
        }
    }
}
