import ClockifyAPI
import ClockifySandboxServer
import Foundation
import Testing

@testable import ClockifySandbox

@Suite("Every operation, called over HTTP")
struct EveryOperationTests {
    private func calls<Source: CallSource>(of source: Source.Type) -> [DocumentedCall] { Source.calls }

    @Test("is a call of the generated client")
    func complete() throws {
        let operations = try Catalog.shared.get().operations.map(\.id)
        #expect(operations.count == 169)
        let calls = calls(of: EveryCall.self)
        #expect(Set(calls.map(\.operation)) == Set(operations))
        #expect(calls.allSatisfy { $0.documented != nil || $0.minimal != nil })
    }

    // Each share has a server of its own, so that none waits for the others.
    private static let shares = 8

    @Test("arrives as the documentation says, and its answer is read", arguments: 0..<shares)
    func everyCall(share: Int) async throws {
        let operations = Dictionary(uniqueKeysWithValues: try Catalog.shared.get().operations.map { ($0.id, $0) })
        let server = try await ClockifySandboxServer.start()
        let clockify = Clockify(.apiKey(server.sandbox.apiKey), site: server.site)
        var called: Set<String> = []
        let calls = calls(of: EveryCall.self).enumerated().filter { $0.offset % Self.shares == share }.map(\.element)
        for call in calls {
            let operation = try #require(operations[call.operation])
            let isContradictory = SampleDecision.all(for: call.operation, .request).contains { !$0.contradictions.isEmpty }
            for run in [isContradictory ? nil : call.documented, call.minimal].compactMap(\.self) {
                server.sandbox.reset()
                var problem: String?
                do {
                    try await run(clockify)
                } catch ClockifyError.response(let failure) where Self.isDocumented(failure) {
                    // What the call names is nowhere in a new sandbox; the request itself was accepted.
                } catch {
                    problem = "\(error)"
                }
                #expect(problem == nil, "\(call.name)")
                let requests = server.sandbox.requests
                #expect(requests.map(\.operation) == [call.operation], "\(call.name)")
                if let request = requests.first { try check(request, of: call, by: operation) }
                called.insert(call.operation)
            }
        }
        await server.stop()
        #expect(called == Set(calls.map(\.operation)))
    }

    /// What the sandbox, like the service, would not mind.
    private func check(_ request: SandboxRequest, of call: DocumentedCall, by operation: CatalogOperation) throws {
        let target = try RequestTarget(request.target, authority: nil)
        #expect(request.method == operation.method, "\(call.name)")
        #expect(target.service == operation.service, "\(call.name)")
        let known = Set(operation.parameters.filter { $0.position == .query }.map(\.name))
        #expect(Set(target.query.items.map(\.name)).subtracting(known) == [], "\(call.name)")
        #expect(operation.body.isEmpty == request.body.isEmpty, "\(call.name)")
    }

    private static func isDocumented(_ failure: ResponseFailure) -> Bool {
        let message = failure.message ?? ""
        // The service wants names that the documentation does not mark as required.
        return ClockifySandbox.isMissing(status: failure.status.code, message: message)
            || message == "You entered invalid value for field: [name]: is required"
    }
}
