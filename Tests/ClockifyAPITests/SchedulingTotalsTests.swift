import ClockifyAPI
import DocumentedSamples
import HTTPTypes
import Testing

/// The live service can return a 200 with an empty body where the documentation shows totals.
@Suite("Scheduling totals")
struct SchedulingTotalsTests {
    private struct Nothing: ClientTransport {
        func send(_ request: HTTPRequest, body: RequestBody?) async throws -> TransportResponse {
            TransportResponse(head: HTTPResponse(status: .ok), body: [])
        }
    }

    private let scheduling = Clockify(.apiKey("key"), transport: Nothing()).scheduling
    private let start = sampleDate("2024-01-01T00:00:00Z")
    private let end = sampleDate("2024-01-31T00:00:00Z")

    @Test("An empty response body decodes as an empty list or nil")
    func lists() async throws {
        #expect(try await scheduling.listProjectTotals(in: "w", .init(start: start, end: end)) == [])
        #expect(try await scheduling.allProjectTotals(in: "w", .init(start: start, end: end)).collect() == [])
        #expect(try await scheduling.listUserTotals(in: "w", .init(start: start, end: end)) == [])
        #expect(try await scheduling.allUserTotals(in: "w", .init(start: start, end: end)).collect() == [])
        #expect(try await scheduling.getProjectTotals(in: "w", project: "p", start: start, end: end) == nil)
        #expect(try await scheduling.getUserTotals(in: "w", user: "u", start: start, end: end) == nil)
    }
}
