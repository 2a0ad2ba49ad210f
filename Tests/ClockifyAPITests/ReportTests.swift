import ClockifyAPI
import DocumentedSamples
import Foundation
import HTTPTypes
import Testing

@testable import ClockifySandbox

/// Returns the same response for every report request.
private struct OneAnswer: ClientTransport {
    let contentType: String?
    let body: String

    func send(_ request: HTTPRequest, body: RequestBody?) async throws -> TransportResponse {
        var fields = HTTPFields()
        fields[.contentType] = contentType
        return TransportResponse(head: HTTPResponse(status: .ok, headerFields: fields), body: Array(self.body.utf8))
    }

    var clockify: Clockify { Clockify(.apiKey("key"), transport: self) }
}

/// Every report, as rows and as a file.
enum ReportCall: String, CaseIterable {
    case detailed, summary, weekly, attendance, expenses, shared

    // A week, because a weekly report needs one.
    private static let days: ClosedRange<CalendarDate> = "2018-11-05"..."2018-11-11"

    func rows(_ clockify: Clockify, in workspace: Clockify.WorkspaceID) async throws(APIFailure) {
        switch self {
        case .detailed:
            _ = try await clockify.reports.detailed(
                in: workspace, .init(days: Self.days, in: .gmt, detailedFilter: .init()))
        case .summary:
            _ = try await clockify.reports.summary(
                in: workspace, .init(days: Self.days, in: .gmt, summaryFilter: .init()))
        case .weekly:
            _ = try await clockify.reports.weekly(
                in: workspace, .init(days: Self.days, in: .gmt, weeklyFilter: .init(group: .user)))
        case .attendance:
            _ = try await clockify.reports.attendance(
                in: workspace, .init(days: Self.days, in: .gmt, attendanceFilter: .init()))
        case .expenses:
            _ = try await clockify.reports.expenses(in: workspace, .init(days: Self.days, in: .gmt))
        case .shared: _ = try await clockify.sharedReports.get("61794f784363c45af78e5555", page: 1)
        }
    }

    func file(_ clockify: Clockify, in workspace: Clockify.WorkspaceID, as file: Clockify.ReportFile) async throws(APIFailure)
        -> Download
    {
        switch self {
        case .detailed:
            try await clockify.reports.exportDetailed(
                in: workspace, .init(days: Self.days, in: .gmt, detailedFilter: .init()), as: file)
        case .summary:
            try await clockify.reports.exportSummary(
                in: workspace, .init(days: Self.days, in: .gmt, summaryFilter: .init()), as: file)
        case .weekly:
            try await clockify.reports.exportWeekly(
                in: workspace, .init(days: Self.days, in: .gmt, weeklyFilter: .init(group: .user)), as: file)
        case .attendance:
            try await clockify.reports.exportAttendance(
                in: workspace, .init(days: Self.days, in: .gmt, attendanceFilter: .init()), as: file)
        case .expenses:
            try await clockify.reports.exportExpenses(in: workspace, .init(days: Self.days, in: .gmt), as: file)
        case .shared: try await clockify.sharedReports.export("61794f784363c45af78e5555", as: file, page: 1)
        }
    }
}

@Suite("Reports")
struct ReportTests {
    private let sandbox = ClockifySandbox(withDocumentedThings: true)
    private var clockify: Clockify { Clockify(.apiKey(sandbox.apiKey), transport: sandbox.transport) }

    /// The format that the only request selects in its body or query.
    private func exportTypes() throws -> [String] {
        let request = try #require(sandbox.requests.first)
        #expect(sandbox.requests.count == 1)
        let target = try RequestTarget(request.target, authority: nil)
        let queried = target.query.items.filter { $0.name == "exportType" }.map(\.value)
        guard !request.body.isEmpty else { return queried }
        // Compares text, so that a duplicate member is visible.
        let text = String(decoding: request.body, as: UTF8.self)
        return queried + text.split(separator: "\"exportType\":\"").dropFirst().map { String($0.prefix { $0 != "\"" }) }
    }

    @Test("Rows are requested as JSON", arguments: ReportCall.allCases)
    func rows(report: ReportCall) async throws {
        try await report.rows(clockify, in: sandbox.workspace)
        #expect(try exportTypes() == ["JSON"])
    }

    @Test(
        "A file is requested and returned in its format", arguments: ReportCall.allCases,
        [(Clockify.ReportFile.pdf, "%PDF-"), (.csv, "\""), (.xlsx, "PK"), (.zip, "PK")])
    func file(report: ReportCall, form: (file: Clockify.ReportFile, start: String)) async throws {
        let download = try await report.file(clockify, in: sandbox.workspace, as: form.file)
        #expect(try exportTypes() == [form.file.rawValue])
        #expect(download.suggestedName == "Clockify_Report.\(form.file.rawValue.lowercased())")
        #expect(try await download.bytes().starts(with: Array(form.start.utf8)))
    }

    @Test("No file format is JSON")
    func forms() {
        #expect(Clockify.ReportFile.allCases.map(\.rawValue) == ["PDF", "CSV", "XLSX", "ZIP"])
        #expect(Clockify.ReportFile(rawValue: "JSON") == nil && Clockify.ReportFile(rawValue: "JSON_V1") == nil)
    }

    @Test(
        "A report that is not JSON is rejected with an error that says so", arguments: ReportCall.allCases,
        [
            OneAnswer(contentType: "application/pdf", body: "%PDF-1.4"), OneAnswer(contentType: "text/html; charset=utf-8", body: "<html>"),
            OneAnswer(contentType: "application/octet-stream", body: "%PDF-1.4"), OneAnswer(contentType: nil, body: "PK\u{3}\u{4}"),
            OneAnswer(contentType: "application/json", body: "{\"timeentries\": [{\"_i"),
            OneAnswer(contentType: "application/json", body: ""),
            OneAnswer(contentType: "application/json", body: #"{"message": "Access Denied", "code": 403}"#),
        ])
    fileprivate func garbage(report: ReportCall, answer: OneAnswer) async throws {
        let failure = try #require(await unexpected { () async throws(APIFailure) in try await report.rows(answer.clockify, in: "w") })
        #expect(failure.status == .ok)
        #expect(failure.body == Array(answer.body.utf8))
        if answer.body.contains("Denied") { #expect(failure.reason.hasSuffix("Access Denied (code 403)")) }
    }

    @Test("The pages of a report end with an error if the service rejects the request for one of them")
    func refusedPage() async throws {
        let answer = OneAnswer(contentType: "application/json", body: #"{"code": 501, "message": "no"}"#)
        let pages = answer.clockify.reports.allDetailed(
            in: "w", .init(days: "2018-11-01"..."2018-11-01", in: .gmt, detailedFilter: .init(pageSize: 2)))
        await #expect(throws: APIFailure.self) { try await pages.collect() }
    }

    @Test(
        "JSON or an HTML page is rejected in place of a file", arguments: ReportCall.allCases,
        [
            OneAnswer(contentType: "application/json", body: #"{"message": "Access Denied", "code": 403}"#),
            OneAnswer(contentType: "application/json;charset=UTF-8", body: #"{"timeentries": []}"#),
            OneAnswer(contentType: "text/html", body: "<html>sign in</html>"),
        ])
    fileprivate func noFile(report: ReportCall, answer: OneAnswer) async throws {
        let failure = try #require(
            await unexpected { () async throws(APIFailure) in _ = try await report.file(answer.clockify, in: "w", as: .pdf) })
        #expect(failure.reason.hasPrefix("expected a file"))
        #expect(failure.body == Array(answer.body.utf8))
    }

    /// Returns the message about an unexpected response, or `nil` if the response was accepted or another error occurred.
    private func unexpected(_ call: () async throws(APIFailure) -> Void) async -> AnswerFailure? {
        do {
            try await call()
            return nil
        } catch {
            if case .unexpectedAnswer(let failure) = error { return failure }
            return nil
        }
    }
}
