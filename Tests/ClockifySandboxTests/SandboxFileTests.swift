import ClockifyAPI
import HTTPTypes
import SandboxTestSupport
import Testing

@testable import ClockifySandbox

@Suite("Files of the sandbox")
struct SandboxFileTests {
    let sandbox = ClockifySandbox()

    static let reports = ["reports/attendance", "reports/detailed", "reports/expenses/detailed", "reports/summary", "reports/weekly"]

    private func report(_ path: String, exportType: String?) async throws -> RawAnswer {
        let operation = try #require(
            try Catalog.shared.get().operations.first { operation in
                operation.path.match(["v1", "workspaces", "w"] + path.split(separator: "/").map(String.init)) != nil
            })
        let media = try #require(operation.body.first)
        let made = SchemaSample(schemas: SchemaCheck(schemas: try Catalog.shared.get().schemas)).text(for: media.schema ?? [:])
        var body = try #require(try JSONReader.decode(JSONValue.self, from: Array(made.utf8)).objectValue)
        // A weekly report needs a week.
        body["dateRangeEnd"] = "2020-01-08T00:00:00Z"
        body["exportType"] = exportType.map { .string($0) }
        return try await sandbox.raw(
            .post, "\(sandbox.workspacePath)/\(path)", json: JSONValue.object(body).description, prefix: "/report/v1")
    }

    @Test("A report is JSON unless the request selects another format", arguments: reports, [nil, "JSON", "JSON_V1"])
    func json(path: String, exportType: String?) async throws {
        let answer = try await report(path, exportType: exportType)
        #expect(answer.status == 200)
        #expect(answer.fields[.contentType] == "application/json")
        #expect(answer.json?.objectValue != nil)
    }

    @Test(
        "A report is a file in the requested format", arguments: reports,
        [
            ("PDF", "application/pdf", "%PDF-"), ("CSV", "text/csv", "\""),
            ("XLSX", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "PK"), ("ZIP", "application/zip", "PK"),
        ])
    func file(path: String, form: (exportType: String, contentType: String, start: String)) async throws {
        let answer = try await report(path, exportType: form.exportType)
        #expect(answer.status == 200)
        #expect(answer.fields[.contentType] == form.contentType)
        #expect(answer.fields[.contentDisposition] == "attachment; filename=\"Clockify_Report.\(form.exportType.lowercased())\"")
        #expect(answer.body.starts(with: Array(form.start.utf8)))
    }

    @Test("An unknown format is rejected")
    func unknownForm() async throws {
        #expect(try await report("reports/detailed", exportType: "DOC").status == 400)
    }
}
