import ClockifyAPI
import Foundation
import HTTPTypes
import SandboxTestSupport
import Testing

@testable import ClockifySandbox

@Suite("Approval requests of the sandbox")
struct SandboxApprovalTests {
    let clock: TestClock
    let sandbox: ClockifySandbox
    let call: CheckedCalls
    private var me: String { sandbox.user.rawValue }

    init() throws {
        (clock, sandbox, call) = try CheckedCalls.starting(at: "2026-03-31T09:00:00Z")
    }

    private func raw(_ method: HTTPRequest.Method, _ target: String, _ body: JSONValue? = nil) async throws -> RawAnswer {
        try await sandbox.raw(method, sandbox.workspacePath + target, json: body?.description)
    }

    /// Creates an entry from 8:00 to 10:00.
    private func entry(_ day: String, _ more: JSONValue = [:]) async throws -> String {
        let members: [String: JSONValue] = ["start": .string("\(day)T08:00:00Z"), "end": .string("\(day)T10:00:00Z")]
        let answer = try await raw(.post, "/time-entries", .object(members.merging(more.objectValue ?? [:]) { _, own in own }))
        #expect(answer.status == 201, "\(answer.message)")
        return try #require(answer.json?.id)
    }

    private func locked(_ entry: String) async throws -> JSONValue? { try await raw(.get, "/time-entries/\(entry)").json?["isLocked"] }

    @Test("A request collects and locks the entries of its period until it is withdrawn")
    func life() async throws {
        let project = try await call(.post, "/projects", ["name": "Apollo", "hourlyRate": ["amount": 1000], "costRate": ["amount": 400]])
        let inside = try await entry("2026-03-03", ["projectId": .string(project.id), "billable": true])
        let outside = try await entry("2026-04-01")
        let request = try await call(
            .post, "/approval-requests", ["period": "MONTHLY", "periodStart": "2026-03-01T00:00:00Z"])
        #expect(request["dateRange"] == ["start": "2026-03-01T00:00:00Z", "end": "2026-03-31T23:59:59Z"])
        #expect(request["status"]?["state"] == "PENDING" && request["owner"]?["userId"] == .string(me))
        #expect(try await locked(inside) == true)
        #expect(try await locked(outside) == false)
        #expect(try await call(.get, "/member-profile/\(me)")["hasPendingApprovalRequest"] == true)

        let details = try #require(try await call(.get, "/approval-requests?status=PENDING")[0])
        #expect(details["approvalRequest"] == request)
        #expect(
            details["entries"]?.each("id") == [.string(inside)] && details["pendingTime"] == "PT2H" && details["approvedTime"] == "PT0S")
        #expect(details["billableAmount"] == 2000 && details["costAmount"] == 800 && details["billableTime"] == "PT2H")
        #expect(details["entries"]?[0]?["project"]?["name"] == "Apollo")
        #expect(details["entries"]?[0]?["timeInterval"]?["zonedStart"] == "2026-03-03T08:00:00Z")

        let change: JSONValue = ["start": "2026-03-03T09:00:00Z", "description": "Late"]
        #expect(try await raw(.put, "/time-entries/\(inside)", change).message == "Time entry is locked")
        #expect(try await raw(.delete, "/time-entries/\(inside)").message == "Time entry is locked")
        #expect(
            try await call.refused(.post, "/approval-requests", ["period": "MONTHLY", "periodStart": "2026-03-15T00:00:00Z"])
                .contains("already exists"))

        let path = "/approval-requests/\(request.id)"
        let approved = try await call(.patch, path, ["state": "APPROVED", "note": "Fine"])
        #expect(approved["status"]?["state"] == "APPROVED" && approved["status"]?["note"] == "Fine")
        #expect(try await call(.get, "/approval-requests?status=PENDING") == [])
        #expect(try await call(.get, "/approval-requests?status=APPROVED")[0]?["approvedTime"] == "PT2H")
        #expect(try await call.refused(.patch, path, ["state": "REJECTED"]).contains("[state]"))
        try await call(.patch, path, ["state": "WITHDRAWN_APPROVAL"])
        #expect(try await locked(inside) == false)
        #expect(try await raw(.put, "/time-entries/\(inside)", change).status == 200)
    }

    @Test("A rejected request can be submitted again, with the entries that the period has by then")
    func again() async throws {
        let period: JSONValue = ["period": "WEEKLY", "periodStart": "2026-03-04T12:00:00.000Z"]
        #expect(
            try await call.refused(.post, "/approval-requests/resubmit-entries-for-approval", period)
                == "Approval request doesn't belong to Workspace")
        let request = try await call(.post, "/approval-requests", period)
        #expect(request["dateRange"] == ["start": "2026-03-02T00:00:00Z", "end": "2026-03-08T23:59:59Z"])
        try await call(.patch, "/approval-requests/\(request.id)", ["state": "REJECTED"])
        let late = try await entry("2026-03-05")
        let again = try await call(.post, "/approval-requests/resubmit-entries-for-approval", period)
        #expect(again.id == request.id && again["status"]?["state"] == "PENDING")
        #expect(try await locked(late) == true)
    }

    @Test("Requests of other users and halves of months are submitted, sorted and listed in pages")
    func others() async throws {
        let anna = try await call.addUser("anna")
        let second = try await call(
            .post, "/approval-requests/users/\(anna)", ["period": "SEMI_MONTHLY", "periodStart": "2026-03-20T00:00:00Z"])
        #expect(second["dateRange"] == ["start": "2026-03-16T00:00:00Z", "end": "2026-03-31T23:59:59Z"])
        #expect(second["owner"]?["userName"] == "anna" && second["creator"]?["userId"] == .string(me))
        clock.date += 60
        let first = try await call(.post, "/approval-requests", ["period": "SEMI_MONTHLY", "periodStart": "2026-03-02T00:00:00Z"])
        #expect(first["dateRange"] == ["start": "2026-03-01T00:00:00Z", "end": "2026-03-15T23:59:59Z"])
        func ids(_ query: String) async throws -> [String] {
            try await call(.get, "/approval-requests?\(query)").each("approvalRequest").map(\.id)
        }
        #expect(try await ids("sort-column=START") == [first.id, second.id])
        #expect(try await ids("sort-column=UPDATED_AT") == [second.id, first.id])
        #expect(try await ids("sort-column=START&sort-order=DESCENDING&page=2&page-size=1") == [first.id])
        #expect(try await ids("page=3&page-size=1") == [])
        try await call(.patch, "/approval-requests/\(second.id)", ["state": "WITHDRAWN_SUBMISSION"])
        try await call(
            .post, "/approval-requests/users/\(anna)/resubmit-entries-for-approval",
            ["period": "SEMI_MONTHLY", "periodStart": "2026-03-20T00:00:00Z"])
        #expect(
            try await call.refused(.patch, "/approval-requests/none", ["state": "APPROVED"])
                == "Approval request doesn't belong to Workspace")
        #expect(
            try await call.refused(.post, "/approval-requests/users/none", ["periodStart": "2026-03-20T00:00:00Z"])
                == "User doesn't belong to Workspace")
    }
}
