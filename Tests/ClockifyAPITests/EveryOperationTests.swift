import ClockifyAPI
import ClockifySandboxServer
import DocumentedSamples
import Foundation
import Testing

@testable import ClockifySandbox

@Suite("Every operation, called over HTTP")
struct EveryOperationTests {
    private func calls<Source: CallSource>(of source: Source.Type) -> [DocumentedCall<Source.Client>] { Source.calls }

    @Test("Every operation has a call in the generated client")
    func complete() throws {
        let operations = try Catalog.shared.get().operations.map(\.id)
        #expect(operations.count == 169)
        let calls = calls(of: EveryCall.self)
        #expect(Set(calls.map(\.operation)) == Set(operations))
        #expect(calls.allSatisfy { $0.documented != nil || $0.minimal != nil })
    }

    // Each share has its own server, so that shares do not wait for each other.
    private static let shares = 8

    @Test("Every request matches the documentation, and its response is decoded", arguments: 0..<shares)
    func everyCall(share: Int) async throws {
        let operations = Dictionary(uniqueKeysWithValues: try Catalog.shared.get().operations.map { ($0.id, $0) })
        let server = try await ClockifySandboxServer.start(ClockifySandbox(withDocumentedThings: true))
        let clockify = Clockify(.apiKey(server.sandbox.apiKey), site: server.site)
        var called: Set<String> = []
        var incomplete: Set<String> = []
        var weekless: Set<String> = []
        let calls = calls(of: EveryCall.self).enumerated().filter { $0.offset % Self.shares == share }.map(\.element)
        for call in calls {
            let operation = try #require(operations[call.operation])
            let documented = currentSampleDecisions.contradictRequest(of: call.operation) ? nil : call.documented
            for run in [documented, call.minimal].compactMap(\.self) {
                server.sandbox.reset()
                var problem: String?
                do {
                    try await run(clockify)
                } catch APIFailure.response(let failure) where Self.wantsMore(failure) {
                    incomplete.insert(call.name)
                } catch APIFailure.response(let failure) where failure.message == Self.wantsWeek {
                    weekless.insert(call.name)
                } catch {
                    problem = "\(error)"
                }
                #expect(problem == nil, "\(call.name)")
                let requests = server.sandbox.requests
                #expect(requests.map(\.operation) == [call.operation], "\(call.name)")
                for request in requests { #expect(operation.objections(to: request) == [], "\(call.name)") }
                called.insert(call.operation)
            }
        }
        await server.stop()
        #expect(called == Set(calls.map(\.operation)))
        #expect(incomplete == Self.needMore.intersection(calls.map(\.name)))
        #expect(weekless == Self.needWeek.intersection(calls.map(\.name)))
    }

    /// The calls for which the service requires a period although the documentation does not. Exactly for these, the call with the minimal
    /// body is rejected.
    private static let needMore: Set = [
        "timeOff.create", "timeOff.createForUser", "deprecatedTimeOff.create", "deprecatedTimeOff.createForUser",
    ]

    /// The calls that need a range of seven days. The minimal bodies have none.
    private static let needWeek: Set = ["reports.exportWeekly", "reports.weekly"]

    private static let wantsWeek = "You entered invalid value for field: [dateRangeEnd]: a weekly report spans exactly 7 days"

    private static func wantsMore(_ failure: ResponseFailure) -> Bool {
        failure.message == "You entered invalid value for field: [timeOffPeriod.period.start]: is required"
    }
}
