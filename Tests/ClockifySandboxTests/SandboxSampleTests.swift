import ClockifyAPI
import DocumentedSamples
import HTTPTypes
import SandboxTestSupport
import Testing

@testable import ClockifySandbox

@Suite("The documentation's samples in the sandbox")
struct SandboxSampleTests {
    /// What the placeholders of paths and the required parameters of queries stand for in the documentation.
    private static let values = [
        "approvalRequestId": "940ab5acb07987125438b65y", "assignmentId": "5b641568b07987035750505e",
        "customFieldId": "5e4117fe8c625f38930d57b7", "holidayId": "60f927920658241e3cf35e02", "policyId": "63034cd0cb0fb876a57e93ad",
        "projectId": "56b687e29ae1f428e7ebe504", "requestId": "6308850156b7d75ea8fd3fbd", "userId": "5a0ab5acb07987125438b60f",
        "workspaceId": "64a687e29ae1f428e7ebe303",
    ]
    private static let timeOffValues = [
        "id": "63034cd0cb0fb876a57e93ad", "userId": "60f924bafdaf031696ec6218", "workspaceId": "60f91b3ffdaf031696ec61a8",
    ]
    private static let sections: [(actions: [String: Action], values: [String: String])] = [
        (Actions.timeOff, values.merging(timeOffValues) { $1 }), (Actions.holidays, values.merging(timeOffValues) { $1 }),
        (Actions.approvals, values), (Actions.scheduling, values),
        (Actions.people.filter { $0.key != "uploadImage" && $0.key != "getLogsForWebhook" }, values),
    ]

    @Test("The documented requests of time off, holidays, approvals, schedules and users are accepted, with valid responses")
    func documented() async throws {
        let catalog = try Catalog.shared.get()
        var count = 0
        for (actions, values) in Self.sections {
            for operation in catalog.operations where actions[operation.id] != nil {
                let sandbox = ClockifySandbox(withDocumentedThings: true)
                let target = try target(of: operation, values)
                let body = try operation.body.first?.example.map { try JSONReader.decode(JSONValue.self, from: Array($0.utf8)) }
                let method = try #require(HTTPRequest.Method(operation.method))
                try await CheckedCalls(sandbox)(method, target, body, workspace: values["workspaceId"])
                #expect(sandbox.requests.map(\.operation) == [operation.id])
                count += 1
            }
        }
        #expect(count == Self.sections.map(\.actions.count).reduce(0, +))
    }

    private func target(of operation: CatalogOperation, _ values: [String: String]) throws -> String {
        let path = try operation.path.segments.map { segment -> String in
            switch segment {
            case .text(let text): text
            case .placeholder(let name): try #require(values[name], "\(operation.id) \(name)")
            }
        }
        let query = operation.parameters.filter { $0.position == .query && $0.isRequired }.map { parameter in
            let isDate = parameter.schema["format"] == "date"
            let value =
                switch parameter.name {
                case "assigned-to": values["userId"] ?? ""
                case "start": isDate ? "2022-12-03" : "2020-01-01T00:00:00Z"
                default: isDate ? "2022-12-05" : "2021-01-01T00:00:00Z"
                }
            return "\(parameter.name)=\(value)"
        }
        // The paths begin with the version and the workspace, after the base path of their server.
        let start = try #require(path.firstIndex(of: "workspaces")) + 2
        return "/" + path[start...].joined(separator: "/") + (query.isEmpty ? "" : "?" + query.joined(separator: "&"))
    }
}
