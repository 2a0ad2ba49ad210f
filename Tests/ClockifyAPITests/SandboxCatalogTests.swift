import ClockifyAPI
import Foundation
import HTTPTypes
import Testing

@testable import ClockifySandbox

@Suite("The spec as the sandbox knows it")
struct SandboxCatalogTests {
    let catalog: Catalog

    init() throws { catalog = try Catalog.shared.get() }

    @Test("Rules are only for operations that the spec has, and shapes come from samples that it has")
    func knownOperations() {
        let ids = Set(catalog.operations.map(\.id))
        #expect(Set(Actions.all.keys).subtracting(ids) == [])
        for resource in [Resource.clients, .projects, .tags, .tasks, .timeEntries, .users, .workspaces] {
            #expect(!catalog.samples.shape(of: resource.sample).isEmpty, "\(resource.name)")
        }
    }

    @Test("Every reference leads to a schema")
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

    @Test("The documented samples fit what the documentation says about them")
    func samples() throws {
        let check = SchemaCheck(schemas: catalog.schemas)
        for operation in catalog.operations {
            for media in operation.body + operation.responses.flatMap(\.content) where media.isJSON {
                guard let example = media.example, let schema = media.schema else { continue }
                let value = try JSONReader.decode(JSONValue.self, from: Array(example.utf8))
                let problems = check.problems(of: value, by: schema).map { "\($0.field) \($0.reason)" }
                #expect(problems.isEmpty, "\(operation.id)")
            }
        }
    }

    @Test("Of two paths that fit, the one with text where the other has a placeholder is meant", arguments: [false, true])
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

    @Test("Every operation answers its documented request, or says that what it names is not there")
    func everyOperation() async throws {
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
                let isFlag = parameter.schema.strings("type") == ["boolean"]
                return "\(parameter.name)=\(isFlag ? "true" : "x")"
            }
            let media = operation.body.first
            let form = "--b\r\nContent-Disposition: form-data; name=\"file\"\r\n\r\nx\r\n--b--\r\n"
            let isForm = media?.type == "multipart/form-data"
            let answer = try await sandbox.raw(
                try #require(HTTPRequest.Method(operation.method)),
                path.joined() + (query.isEmpty ? "" : "?" + query.joined(separator: "&")),
                json: media.map { isForm ? form : $0.example ?? "{}" },
                contentType: isForm ? "multipart/form-data; boundary=b" : media?.type ?? "", prefix: "/api")
            #expect(sandbox.requests.last?.operation == operation.id)
            let isMissing = answer.message.hasSuffix("doesn't belong to Workspace") || answer.code == 404
            #expect(answer.status == operation.successStatus || isMissing, "\(operation.id): \(answer.status) \(answer.message)")
        }
    }
}
