import ClockifyAPI
import DocumentedSamples
import Foundation
import HTTPTypes
import SandboxTestSupport
import Testing

@testable import ClockifySandbox

@Suite("The sandbox's view of the spec")
struct SandboxCatalogTests {
    let catalog: Catalog

    init() throws { catalog = try Catalog.shared.get() }

    @Test("Rules exist only for operations of the spec, and shapes come from its samples")
    func knownOperations() {
        let ids = Set(catalog.operations.map(\.id))
        #expect(Set(Actions.all.keys).subtracting(ids) == [])
        for resource in [Resource.clients, .projects, .tags, .tasks, .timeEntries, .userGroups, .users, .workspaces] {
            #expect(!catalog.samples.shape(of: resource.sample).isEmpty, "\(resource.name)")
        }
    }

    @Test("Every reference resolves to a schema")
    func references() {
        func references(in value: JSONValue) -> [String] {
            switch value {
            case .object(let members): members.values.flatMap(references) + (value["$ref"]?.stringValue.map { [$0] } ?? [])
            case .array(let elements): elements.flatMap(references)
            default: []
            }
        }
        let schemas = catalog.operations.flatMap { operation in
            operation.parameters.map(\.schema) + (operation.body + operation.responses.flatMap(\.content)).compactMap(\.schema)
        }
        let all = Set((schemas + Array(catalog.schemas.values)).flatMap(references))
        #expect(!all.isEmpty)
        #expect(all.subtracting(catalog.schemas.keys) == [])
    }

    @Test("A literal path wins over a path with a placeholder", arguments: [false, true])
    func precedence(isReversed: Bool) throws {
        let paths = ["/v1/users/{id}", "/v1/users/info", "/v1/{kind}/info"]
        let operations = (isReversed ? paths.reversed() : paths).map { path in
            CatalogOperation(["id": .string(path), "method": "GET", "path": .string(path)], service: nil)
        }
        func path(_ target: String) throws -> String {
            try Router(operations: operations).match(RequestTarget(target, authority: nil), method: "GET").operation.id
        }
        #expect(try path("/v1/users/info") == "/v1/users/info")
        #expect(try path("/v1/users/other") == "/v1/users/{id}")
        #expect(try path("/v1/tags/info") == "/v1/{kind}/info")
    }

    @Test("Every operation accepts its documented request or reports a missing resource")
    func everyOperation() async throws {
        #expect(catalog.operations.count == 169)
        for operation in catalog.operations {
            let sandbox = ClockifySandbox()
            let path = operation.path.segments.map { segment in
                switch segment {
                case .text(let text): "/" + text
                case .placeholder("workspaceId"): "/" + sandbox.workspace.rawValue
                case .placeholder: "/" + sandbox.user.rawValue
                }
            }
            let query = operation.parameters.filter { $0.position == .query && $0.isRequired }.map { parameter in
                // The service fails if it does not know the user whose holidays are listed.
                let value = parameter.name == "assigned-to" ? sandbox.user.rawValue : text(of: parameter.schema)
                return "\(parameter.name)=\(value)"
            }
            let media = operation.body.first
            let body = media.map { self.body(of: operation, $0) }
            let answer = try await sandbox.raw(
                try #require(HTTPRequest.Method(operation.method)),
                path.joined() + (query.isEmpty ? "" : "?" + query.joined(separator: "&")),
                json: body?.text, contentType: body?.type ?? "", prefix: try prefix(of: operation))
            #expect(sandbox.requests.last?.operation == operation.id)
            let isMissing = ClockifySandbox.isMissing(status: answer.status, message: answer.message)
            #expect(answer.status == operation.successStatus || isMissing, "\(operation.id): \(answer.status) \(answer.message)")
        }
    }

    private func prefix(of operation: CatalogOperation) throws -> String {
        switch operation.service {
        case "backend": "/api"
        case "reports": "/report"
        default: try #require(operation.service == "timeOff" ? "/pto" : nil)
        }
    }

    /// The documented body, or a generated one if there is no body or it contradicts its own table.
    private func body(of operation: CatalogOperation, _ media: CatalogOperation.Media) -> (text: String, type: String) {
        let schemas = SchemaCheck(schemas: catalog.schemas)
        guard media.isJSON else {
            let schema = media.schema.map(schemas.resolved) ?? [:]
            let form = schema.strings("required").map { name in
                "--b\r\nContent-Disposition: form-data; name=\"\(name)\"\r\n\r\n\(text(of: schema["properties"]?[name] ?? [:]))\r\n"
            }
            return (form.joined() + "--b--\r\n", "multipart/form-data; boundary=b")
        }
        let isContradictory = currentSampleDecisions.contradictRequest(of: operation.id)
        var made = SchemaSample(schemas: schemas).text(for: media.schema ?? [:])
        // A weekly report needs a week.
        if operation.id == "generateWeeklyReport" {
            made = made.replacing("\"dateRangeEnd\":\"2020-01-01", with: "\"dateRangeEnd\":\"2020-01-08")
        }
        return (isContradictory ? made : media.example ?? made, media.type)
    }

    /// Returns a value for a parameter.
    private func text(of schema: JSONValue) -> String {
        let schemas = SchemaCheck(schemas: catalog.schemas)
        let resolved = schemas.resolved(schema)
        if resolved.strings("type") == ["array"] { return text(of: resolved["items"] ?? [:]) }
        let text = SchemaSample(schemas: schemas).text(for: resolved)
        return text.hasPrefix("\"") ? String(text.dropFirst().dropLast()) : text
    }
}
