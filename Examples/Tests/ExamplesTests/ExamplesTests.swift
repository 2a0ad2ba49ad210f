import ClockifyAPI
import ClockifySandbox
import Foundation
import Testing

@testable import local_copy
@testable import report_to_csv
@testable import timer
@testable import webhook_server

@Suite("The examples, against the sandbox")
struct ExamplesTests {
    private let sandbox = ClockifySandbox()
    private var clockify: Clockify { Clockify(.apiKey(sandbox.apiKey), transport: sandbox.transport) }

    @Test("A timer starts, runs and stops")
    func timer() async throws {
        #expect(try await status(with: clockify) == "no timer is running")
        #expect(try await start("Write the docs", with: clockify).hasPrefix("started "))
        #expect(try await status(with: clockify) == "Write the docs, for 0 minutes")
        #expect(try await stop(with: clockify) == "stopped Write the docs")
        #expect(try await stop(with: clockify) == "no timer is running")
    }

    @Test("A report has a row for each entry, with its fields quoted where they must be")
    func report() async throws {
        let month = try #require(Month("2026-01"))
        let start = month.days.lowerBound.start(in: .gmt)
        _ = try await clockify.timeEntries.create(
            in: sandbox.workspace,
            .init(start: start, end: start.addingTimeInterval(5_400), description: #"Docs, "v2""#))
        var rows: [String] = []
        try await writeRows(of: month, in: sandbox.workspace, from: clockify) { rows.append($0) }
        #expect(rows.count == 2)
        #expect(rows.last?.contains(#","Docs, ""v2""",2026-01-01T00:00:00Z,"#) == true)
        #expect(Month("January") == nil)
    }

    @Test("A webhook with the token is described, one without it is rejected")
    func webhook() throws {
        let headers = ["clockify-signature": "secret", "clockify-webhook-event-type": "NEW_PROJECT"]
        let text = try describe(headers: headers, body: Array(#"{"id": "p1", "name": "Website"}"#.utf8), token: "secret")
        #expect(text.hasPrefix("NEW_PROJECT"))
        #expect(throws: WebhookError.self) { try describe(headers: headers, body: [], token: "another") }
    }

    @Test("A local copy follows what changes between two runs")
    func localCopy() async throws {
        let file = FileManager.default.temporaryDirectory.appendingPathComponent("entries-\(UUID().uuidString).json")
        defer { try? FileManager.default.removeItem(at: file) }
        _ = try await start("First", with: clockify)
        #expect(try await update(file, from: clockify).entries.count == 1)
        _ = try await stop(with: clockify)
        _ = try await start("Second", with: clockify)
        // Changes are asked for by the second, so those of the current one come with the next run.
        #expect(try await update(file, from: clockify, now: .now.addingTimeInterval(2)).entries.count == 2)
    }
}
