import Foundation
import GeneratorOpenAPI
import Testing

@testable import GeneratorLint

/// A spec without findings, which tests break in one place at a time.
enum CleanSpecification {
    static let files = [
        "openapi.yaml": """
        openapi: 3.1.0
        info: {title: Test, version: v1, description: Things to test with.}
        servers:
          - url: https://{region}.example.com
            variables: {region: {default: eu, enum: [eu, us]}}
        security: [{key: []}]
        tags:
          - {name: Thing, x-swift-name: things}
        paths:
          /things: {$ref: 'Things.yaml#/paths/~1things'}
          /things/{id}: {$ref: 'Things.yaml#/paths/~1things~1%7Bid%7D'}
        components:
          securitySchemes:
            key: {type: apiKey, in: header, name: X-Key, description: The key.}

        """,
        "Things.yaml": """
        paths:
          /things:
            get:
              tags: [Thing]
              operationId: listThings
              summary: All things
              x-pagination: {page: page, size: size}
              parameters:
                - {name: page, in: query, description: Which page., schema: {type: integer, minimum: 1, maximum: 1000, default: 1}}
                - {name: size, in: query, description: How many., schema: {type: integer}, example: 50}
              responses:
                '200':
                  description: OK
                  content:
                    application/json:
                      schema: {type: array, items: {$ref: '#/components/schemas/Thing'}}
                      example:
                        - {id: a1, name: Anvil, kind: BIG, made: 2020-01-31, weight: 80, maker: null}
          /things/{id}:
            parameters:
              - {name: id, in: path, required: true, description: Which thing., schema: {$ref: '#/components/schemas/ThingID'}}
            get:
              tags: [Thing]
              operationId: getThing
              summary: One thing
              responses:
                '200':
                  description: OK
                  content: {application/json: {schema: {$ref: '#/components/schemas/Thing'}}}
            delete:
              tags: [Thing]
              operationId: deleteThing
              summary: Delete a thing
              deprecated: true
              x-replacement: getThing
              responses: {'204': {description: Gone}}
        components:
          schemas:
            ThingID: {type: string, description: Which thing it is.}
            Thing:
              type: object
              description: A thing.
              required: [id, name]
              properties:
                id: {$ref: '#/components/schemas/ThingID'}
                name: {type: string, minLength: 1, maxLength: 20, pattern: '^[A-Z]'}
                kind: {$ref: '#/components/schemas/Kind'}
                made: {type: string, format: date}
                weight: {type: integer, minimum: 0, exclusiveMaximum: 100}
                maker: {type: string}
            Kind:
              type: string
              description: How large it is.
              enum: [SMALL, BIG]
              x-enum-varnames: [small, big]

        """,
    ]

    /// Returns the findings after some texts are replaced.
    static func findings(
        after edits: [Edit] = [], only id: String? = nil, more: [String: String] = [:], overlay: String? = nil,
        except exceptions: Exceptions = .none
    ) throws -> [Finding] {
        let files = try edited(edits).merging(more) { _, new in new }
        let specification = LintedSpecification(
            document: "openapi.yaml", fileNames: files.keys.sorted(),
            overlays: { diagnostics in
                let overlays = overlay.map {
                    [Overlays.File(path: "/names.overlay.yaml", displayName: "names.overlay.yaml", bytes: Array($0.utf8))]
                }
                return Overlays(overlays ?? [], for: "openapi.yaml", in: "/spec", diagnostics: diagnostics)
            },
            matches: { pattern, text in
                guard let expression = try? NSRegularExpression(pattern: pattern) else { return nil }
                return expression.firstMatch(in: text, range: NSRange(text.startIndex..., in: text)) != nil
            },
            contents: { name in
                guard let text = files[name] else { throw NoSuchFile() }
                return Array(text.utf8)
            })
        let checks = Lint.checks.filter { id == nil || $0.id == id }
        return Lint.findings(in: specification, by: checks, except: exceptions)
    }

    static func edited(_ edits: [Edit]) throws -> [String: String] {
        var files = files
        for edit in edits {
            let file = try #require(files.keys.sorted().first { files[$0]?.contains(edit.old) == true }, "no file has: \(edit.old)")
            let range = try #require(files[file]?.range(of: edit.old))
            files[file]?.replaceSubrange(range, with: edit.new)
        }
        return files
    }
}

/// A replacement of the first occurrence of a text.
struct Edit: Sendable {
    let old: String
    let new: String

    init(_ old: String, _ new: String) {
        self.old = old
        self.new = new
    }
}

struct NoSuchFile: Error, CustomStringConvertible {
    let description = "there is no such file"
}
