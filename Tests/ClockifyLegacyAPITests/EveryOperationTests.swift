import ClockifyLegacyAPI
import ClockifySandbox
import ClockifySandboxServer
import DocumentedSamples
import Foundation
import HTTPTypes
import Testing

@Suite("Every operation of the older page")
struct EveryOperationTests {
    private static let calls: [DocumentedCall<ClockifyLegacy>] = calls(of: EveryCall.self)

    private static func calls<Source: CallSource>(of source: Source.Type) -> [DocumentedCall<Source.Client>] { Source.calls }

    private static var operations: [String: CatalogOperation] {
        get throws { Dictionary(uniqueKeysWithValues: try Catalog.legacy.get().operations.map { ($0.id, $0) }) }
    }

    @Test("Every operation has a call in the generated client")
    func complete() throws {
        let operations = try Self.operations
        #expect(operations.count == 25)
        #expect(Set(Self.calls.map(\.operation)) == Set(operations.keys))
        #expect(Self.calls.allSatisfy { $0.minimal != nil })
    }

    @Test("Every request over HTTP matches the page, and its response is decoded")
    func overHTTP() async throws {
        let operations = try Self.operations
        let server = try await ClockifySandboxServer.start(ClockifySandbox(documentation: .legacy, withDocumentedThings: true))
        let clockify = ClockifyLegacy(.apiKey(server.sandbox.apiKey), backend: server.url.appendingPathComponent("api/v1"))
        var nameless: Set<String> = []
        for call in Self.calls {
            for run in [call.documented, call.minimal].compactMap(\.self) {
                server.sandbox.reset()
                do {
                    try await run(clockify)
                } catch APIFailure.response(let failure) where failure.message == Self.nameIsRequired {
                    nameless.insert(call.name)
                } catch {
                    Issue.record("\(call.name): \(error)")
                }
                let requests = server.sandbox.requests
                #expect(requests.map(\.operation) == [call.operation], "\(call.name)")
                for request in requests { #expect(try #require(operations[call.operation]).objections(to: request) == []) }
            }
        }
        await server.stop()
        // The service requires a name for these, although the definitions do not mark it as mandatory.
        #expect(nameless == ["clients.create", "projects.create", "tags.create", "tasks.create", "workspaces.create"])
    }

    private static let nameIsRequired = "You entered invalid value for field: [name]: is required"

    /// Returns an error response for every request.
    struct Refusing: ClientTransport {
        let status: Int
        let message: String

        func send(_ request: HTTPRequest, body: RequestBody?) async throws -> TransportResponse {
            var head = HTTPResponse(status: .init(code: status))
            head.headerFields[.contentType] = "application/json"
            return TransportResponse(head: head, body: try JSONWriter.encode(["code": 501, "message": .string(message)] as JSONValue))
        }
    }

    @Test("Every documented error response becomes a typed error with its status and message")
    func refusals() async throws {
        let operations = try Self.operations
        var count = 0
        for call in Self.calls {
            let responses = try #require(operations[call.operation]).responses
            #expect(responses.contains { $0.status.hasPrefix("2") })
            for response in responses {
                count += 1
                #expect(!response.description.isEmpty)
                guard let status = Int(response.status), status >= 400 else { continue }
                let clockify = ClockifyLegacy(.apiKey("key"), transport: Refusing(status: status, message: response.description))
                do {
                    try await call.minimal?(clockify)
                    Issue.record("\(call.name) does not mind \(status)")
                } catch APIFailure.response(let failure) {
                    #expect(failure.status.code == status && failure.message == response.description && failure.code == 501)
                    #expect(failure.operation.id == call.operation)
                } catch {
                    Issue.record("\(call.name): \(error)")
                }
            }
        }
        #expect(count == 120)
    }

    @Test("Exactly the operations with pages have a method for all pages, which requests each page once")
    func pages() async throws {
        let catalog = try Catalog.legacy.get()
        let operations = try Self.operations
        var paged: Set<String> = []
        for call in Self.calls {
            let operation = try #require(operations[call.operation])
            guard let all = call.all else {
                #expect(operation.pagination == nil)
                continue
            }
            paged.insert("\(call.name.prefix { $0 != "." }).\(all.name)")
            let service = try #require(PagedService(operation, pageCount: 3, catalog: catalog))
            let count = try await all.count(ClockifyLegacy(.apiKey("key"), transport: service))
            #expect(service.pages == [1, 2, 3, 4] && count == 3 * service.sizes.reduce(0, +), "\(call.name)")
        }
        // Users and workspaces are returned without pages.
        #expect(paged == ["clients.all", "projects.all", "tags.all", "tasks.all", "templates.all", "timeEntries.all"])
    }
}
