import GeneratorOpenAPI
import GeneratorSwiftAPI
import GeneratorYAML
import Testing

@testable import GeneratorDiff

/// Revisions of a small spec.
enum Revision {
    static let shop = """
        openapi: 3.1.0
        info: {title: Shop, version: v1}
        servers: [{url: https://x.test}]
        paths:
          /tags:
            get:
              tags: [Tags]
              operationId: getTags
              x-swift-name: list
              parameters: [{$ref: '#/components/parameters/size'}]
              responses:
                '200': {description: OK, content: {application/json: {schema: {type: array, items: {$ref: '#/components/schemas/Tag'}}}}}
            post:
              tags: [Tags]
              operationId: createTag
              x-swift-name: create
              requestBody: {required: true, content: {application/json: {schema: {$ref: '#/components/schemas/Tag'}}}}
              responses: {'200': {description: OK, content: {application/json: {schema: {$ref: '#/components/schemas/Tag'}}}}}
          /jobs:
            get:
              tags: [Jobs]
              operationId: getJob
              x-swift-name: get
              parameters: [{$ref: '#/components/parameters/size'}]
              responses: {'200': {description: OK, content: {application/json: {schema: {$ref: '#/components/schemas/Job'}}}}}
        components:
          parameters:
            size: {name: size, in: query, schema: {type: integer}}
          schemas:
            Tag:
              type: object
              properties:
                name: {type: string, maxLength: 9}
                status: {type: string, enum: [on, off]}
                owner: {type: string}
                color: {type: object, properties: {shade: {type: string, enum: [light, dark]}}}
            Job:
              type: object
              properties:
                owner: {type: string}
                level: {type: string}
                step: {$ref: '#/components/schemas/Step'}
            Step: {type: object, properties: {at: {$ref: '#/components/schemas/StepID'}}}
            StepID: {type: string}
        """

    static func report(
        from old: String = shop, to new: String, accepting acceptances: [Acceptance] = [], only side: Report.Side? = nil
    ) throws -> Report {
        let diagnostics = Diagnostics()
        let documents = [try document(old), try document(new)]
        let interfaces = documents.map { API(of: $0, diagnostics: diagnostics) }
        #expect(diagnostics.all.filter { $0.severity == .error }.map(\.description) == [])
        return Report(
            old: "old", new: "new",
            changes: changes(from: documents[0], to: documents[1]) + changes(from: interfaces[0], to: interfaces[1]),
            acceptances: acceptances, only: side)
    }

    /// Returns each entry as a line: what changed, what follows from it, and what to do.
    static func lines(_ report: Report) -> [String] {
        report.entries.map { entry in
            ([Wording(entry).headline] + Wording(entry).others + Wording(entry).consequences.map { "Swift: \($0.text)" }
                + [entry.action { "`\($0)`" }]).joined(separator: " | ")
        }
    }

    static func edited(_ pairs: (String, String)...) -> String {
        pairs.reduce(shop) { $0.replacing($1.0, with: $1.1) }
    }

    static func accepting(_ check: String, _ subject: String) -> Acceptance {
        Acceptance(check: check, subject: subject, reason: "Never sent.", location: .init(file: "accepted.yaml", line: 2, column: 3))
    }

    /// The spec without the operation `getJob`.
    static var withoutJobs: String {
        let lines = shop.split(separator: "\n", omittingEmptySubsequences: false)
        let first = lines.firstIndex { $0.hasPrefix("  /jobs:") } ?? 0
        let last = lines.firstIndex { $0.hasPrefix("components:") } ?? 0
        return (lines[..<first] + lines[last...]).joined(separator: "\n")
    }
}
