import ClockifyAPI
import Foundation
import HTTPTypes
import SandboxTestSupport

@testable import ClockifySandbox

/// Calls of all sections, and everything that a program gets to see because of them.
struct RepeatedRun {
    /// A response, or the request of a delivery.
    struct Record: Equatable {
        let name: String
        /// The status and the header fields.
        let head: String
        let body: [UInt8]
    }

    let sandbox: ClockifySandbox
    let transport: any ClientTransport
    /// The scheme and the host of requests.
    let address: (scheme: String, authority: String)
    private let records = Lock<[Record]>([])
    private let deliveries = Lock<[Record]>([])

    init(_ sandbox: ClockifySandbox, over transport: any ClientTransport, address: (scheme: String, authority: String)) {
        self.sandbox = sandbox
        self.transport = transport
        self.address = address
    }

    /// Carries out all calls, and returns what was seen.
    func callAsFunction() async throws -> [Record] {
        sandbox.clock.set(to: try date("2026-03-02T16:00:00Z"))
        try await subscribe()
        try await EventScript(user: sandbox.user.rawValue) { method, target, content in
            let (bytes, type): ([UInt8]?, String) =
                switch content {
                case .nothing: (nil, "application/json")
                case .json(let json): (Array(json.description.utf8), "application/json")
                case .form(let form): (form.bytes, TestForm.contentType)
                }
            return try await send(method, path(target), bytes, type)
        }.run()
        try await read()
        try await sendSamples()
        return records.withLock { $0 }
    }

    /// Creates a webhook for each event.
    private func subscribe() async throws {
        let subscriber = TestSubscriber(sandbox)
        let events = EventRules.all.map(\.event.rawValue)
        try await subscriber.subscribe(to: Set(events).sorted())
        let deliveries = deliveries
        sandbox.deliveries.receive { request, body in
            let head = request.headerFields.map { "\($0.name.rawName): \($0.value)" }.joined(separator: "\n")
            return deliveries.withLock { deliveries in
                deliveries.append(Record(name: "delivery to \(request.path ?? "")", head: head, body: body))
                // Some are sent again.
                return deliveries.count % 7 == 0 ? .tooManyRequests : .ok
            }
        }
    }

    private func path(_ target: String) -> String {
        let isDeprecated = ["/policies", "/balance", "/requests"].contains { target.hasPrefix($0) }
        let isReport = ["/reports", "/shared-reports"].contains { target.hasPrefix($0) }
        return (isReport ? "/report/v1" : isDeprecated ? "/pto/v1" : "/api/v1") + sandbox.workspacePath + target
    }

    @discardableResult
    private func send(
        _ method: HTTPRequest.Method, _ path: String, _ body: [UInt8]? = nil, _ type: String = "application/json", key: String? = nil
    ) async throws -> JSONValue {
        var request = HTTPRequest(method: method, scheme: address.scheme, authority: address.authority, path: path)
        if let name = HTTPField.Name("X-Api-Key") { request.headerFields[name] = key ?? sandbox.apiKey }
        if body != nil { request.headerFields[.contentType] = type }
        let response = try await transport.send(request, body: body.map { RequestBody(bytes: $0, contentType: type) })
        let bytes = try await response.body.reduce(into: []) { $0 += $1 }
        let fields = response.head.headerFields.map { "\($0.name.rawName): \($0.value)" }
        let head = (["\(response.head.status.code)"] + fields).joined(separator: "\n")
        await sandbox.deliveries.waitUntilDone()
        // Webhooks do not wait for each other.
        let delivered = deliveries.withLock { deliveries in
            defer { deliveries = [] }
            return deliveries.sorted { $0.name < $1.name }
        }
        records.withLock { $0 += [Record(name: "\(method.rawValue) \(path)", head: head, body: bytes)] + delivered }
        return (try? JSONReader.decode(JSONValue.self, from: bytes)) ?? .null
    }

    // MARK: Lists, files and errors

    private func read() async throws {
        let user = sandbox.user.rawValue
        let period = "start=2026-01-01T00:00:00Z&end=2027-01-01T00:00:00Z"
        for target in [
            "/clients", "/projects?page-size=200", "/tags", "/users", "/user-groups", "/webhooks", "/custom-fields", "/holidays",
            "/user/\(user)/time-entries?hydrated=true", "/invoices?page-size=2", "/expenses", "/expenses/categories", "/approval-requests",
            "/time-off/policies", "/time-off/balance/user/\(user)", "/scheduling/assignments/all?\(period)",
            "/scheduling/assignments/projects/totals?\(period)", "/entities/updated?type=TIME_ENTRY&\(period)",
            "/entities/deleted?type=TIME_ENTRY&\(period)", "/shared-reports", "/nothing", "/projects/none", "/tags?page=0",
        ] {
            try await send(.get, path(target))
        }
        try await send(.post, path("/time-off/requests"), Array("{}".utf8))
        try await sendReports()
        for body in ["{", "[]", "{\"name\": \"x\", \"color\": \"red\", \"note\": 5, \"tasks\": [{}, {\"estimate\": \"1h\"}]}", ""] {
            try await send(.post, path("/projects"), Array(body.utf8))
        }
        try await send(.get, "/api/v1/user", key: "wrong")
        try await send(.delete, "/api/v1/user")
        let webhooks = try await send(.get, path("/webhooks"))["webhooks"]?.arrayValue ?? []
        for webhook in webhooks { try await send(.post, path("/webhooks/\(webhook.id)/logs"), Array("{}".utf8)) }
        for invoice in try await send(.get, path("/invoices"))["invoices"]?.arrayValue ?? [] {
            try await send(.get, path("/invoices/\(invoice.id)/export?userLocale=en"))
        }
        for name in ["clock", "deliveries", "nothing"] { try await send(.get, "/_sandbox/\(name)") }
    }

    private func sendReports() async throws {
        let range = #""dateRangeStart": "2026-03-02T00:00:00Z", "dateRangeEnd": "2026-03-08T23:59:59Z""#
        let reports = [
            ("/reports/detailed", #""detailedFilter": {"page": 1, "pageSize": 5}"#),
            ("/reports/summary", #""summaryFilter": {"groups": ["PROJECT", "USER", "TIMEENTRY"]}"#),
            ("/reports/weekly", #""weeklyFilter": {"group": "PROJECT", "subgroup": "TIME"}"#),
            ("/reports/attendance", #""attendanceFilter": {"page": 1, "pageSize": 50}"#), ("/reports/expenses/detailed", #""page": 1"#),
        ]
        for (report, filter) in reports {
            for type in ["JSON", "CSV", "XLSX", "PDF", "ZIP"] {
                try await send(.post, path(report), Array("{\(range), \"exportType\": \"\(type)\", \(filter)}".utf8))
            }
        }
        let shared = try await send(
            .post, path("/shared-reports"),
            Array("{\"name\": \"Week\", \"type\": \"SUMMARY\", \"filter\": {\(range), \(reports[1].1)}}".utf8)
        ).id
        for type in ["JSON", "CSV", "XLSX", "PDF"] { try await send(.get, "/report/v1/shared-reports/\(shared)?exportType=\(type)") }
    }

    // MARK: The documentation's requests

    /// Sends the documented request of each operation, each to the contents that a sandbox has at first.
    private func sendSamples() async throws {
        for operation in try Catalog.shared.get().operations {
            sandbox.reset()
            let segments = operation.path.segments.map { segment in
                switch segment {
                case .text(let text): text
                case .placeholder(let name): Self.values[name] ?? "5b715448b0798751107918ab"
                }
            }
            let query = operation.parameters.filter { $0.position == .query && $0.isRequired }.map { "\($0.name)=2026-01-01T00:00:00Z" }
            let target = "/" + segments.joined(separator: "/") + (query.isEmpty ? "" : "?" + query.joined(separator: "&"))
            let body = operation.body.first?.example.map { Array($0.utf8) }
            try await send(HTTPRequest.Method(operation.method) ?? .get, target, body)
        }
    }

    private static let values = [
        "policyId": "63034cd0cb0fb876a57e93ad", "projectId": "56b687e29ae1f428e7ebe504", "userId": "5a0ab5acb07987125438b60f",
        "workspaceId": "64a687e29ae1f428e7ebe303",
    ]
}
