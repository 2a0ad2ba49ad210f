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

    @Test("arrives as the documentation says, and its answer is read")
    func everyCall() async throws {
        let operations = Dictionary(uniqueKeysWithValues: try Catalog.shared.get().operations.map { ($0.id, $0) })
        let server = try await ClockifySandboxServer.start()
        let clockify = Clockify(.apiKey(server.sandbox.apiKey), site: server.site)
        var called: Set<String> = []
        for call in calls(of: EveryCall.self) {
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
                #expect(requests.first?.method == operation.method, "\(call.name)")
                called.insert(call.operation)
            }
        }
        await server.stop()
        #expect(called.count == operations.count)
    }

    private static func isDocumented(_ failure: ResponseFailure) -> Bool {
        failure.message?.contains("doesn't belong to") == true
    }
}
