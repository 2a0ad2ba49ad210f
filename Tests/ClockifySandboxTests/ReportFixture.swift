import ClockifyAPI
import Foundation
import HTTPTypes
import SandboxTestSupport
import Testing

@testable import ClockifySandbox

/// Two projects with rates, and the entries of a week in May 2025, which starts on Monday the 19th.
struct ReportFixture {
    let checked: CheckedSandbox
    let clock: TestClock
    let client: String
    let site: String
    let task: String
    let other: String
    let tag: String
    let user: String

    init() async throws {
        clock = try TestClock("2025-05-25T12:00:00Z")
        checked = CheckedSandbox(now: clock)
        user = checked.sandbox.user.rawValue
        client = try await checked.create("/clients", ["name": "Zoo"])
        site = try await checked.create("/projects", ["name": "Aquarium, \"big\"", "clientId": .string(client), "billable": true])
        task = try await checked.create("/projects/\(site)/tasks", ["name": "Paint"])
        other = try await checked.create("/projects", ["name": "Bakery"])
        tag = try await checked.create("/tags", ["name": "fish"])
        try await set("/projects/\(site)/users/\(user)/hourly-rate", 6000)
        try await set("/projects/\(site)/users/\(user)/cost-rate", 2000)
        try await set("/hourly-rate", 1000)
        try await set("/cost-rate", 500)
    }

    /// Sets a rate.
    func set(_ target: String, _ amount: Int64) async throws {
        let answer = try await checked.raw(.put, target, ["amount": .integer(amount), "currency": "USD"])
        #expect(answer.status == 200, "\(target): \(answer.message)")
    }

    @discardableResult
    func entry(
        _ description: String, _ start: String, hours: Double = 1, project: String? = nil, task: String? = nil, billable: Bool = true,
        tags: [String] = [], type: String = "REGULAR"
    ) async throws -> String {
        let end = try date(start).addingTimeInterval(hours * 3600)
        return try await checked.create(
            "/time-entries",
            [
                "start": .string(start), "end": .string(end.ISO8601Format()),
                "description": .string(description), "billable": .bool(billable), "type": .string(type),
                "projectId": project.map { .string($0) } ?? .null, "taskId": task.map { .string($0) } ?? .null,
                "tagIds": .array(tags.map { .string($0) }),
            ])
    }

    /// Adds entries of two, one and a half, and one hours.
    func fill() async throws {
        try await entry("glass", "2025-05-19T08:00:00Z", hours: 2, project: site, task: task, tags: [tag])
        try await entry("dough", "2025-05-20T09:00:00Z", hours: 1.5, project: other)
        try await entry("tea", "2025-05-20T23:00:00Z", billable: false)
    }

    static let week: [String: JSONValue] = ["dateRangeStart": "2025-05-19T00:00:00Z", "dateRangeEnd": "2025-05-25T23:59:59.999Z"]

    func query(_ members: [String: JSONValue]) -> [String: JSONValue] { ReportFixture.week.merging(members) { $1 } }
}
