import ClockifyAPI
import ClockifySandbox
import HTTPTypes
import SandboxTestSupport
import Testing

@Suite("Rejected requests")
struct SandboxRequestCheckTests {
    let sandbox = ClockifySandbox()

    @Test("A path that the spec does not have returns 404 with code 3000", arguments: ["/nowhere", "/workspaces//tags", "/user/", ""])
    func unknownPath(path: String) async throws {
        let answer = try await sandbox.raw(.get, path)
        #expect(answer.status == 404)
        #expect(answer.code == 3000)
        #expect(answer.message.hasPrefix("No static resource"))
    }

    @Test("A path of another service returns 404")
    func unknownService() async throws {
        #expect(try await sandbox.raw(.get, "/user", prefix: "/report/v1").status == 404)
        #expect(try await sandbox.raw(.get, "/user", prefix: "/v1").status == 200)
    }

    @Test("A method that a path does not have returns 405 and lists the allowed methods")
    func unknownMethod() async throws {
        let answer = try await sandbox.raw(.patch, "\(sandbox.workspacePath)/tags")
        #expect(answer.status == 405)
        #expect(answer.code == 3000)
        #expect(answer.message == "Request method 'PATCH' is not supported")
        #expect(answer.fields[.allow] == "GET, POST")
    }

    @Test("A path without placeholders wins over one with placeholders")
    func textBeforePlaceholder() async throws {
        _ = try await sandbox.raw(.patch, "\(sandbox.workspacePath)/time-entries/invoiced", json: "{}")
        #expect(sandbox.requests.last?.operation == "updateInvoicedStatus")
        _ = try await sandbox.raw(.get, "\(sandbox.workspacePath)/time-entries/invoiced")
        #expect(sandbox.requests.last?.operation == "getTimeEntry")
    }

    @Test("An escaped slash stays within its segment")
    func escapedSlash() async throws {
        let answer = try await sandbox.raw(.get, "\(sandbox.workspacePath)/tags/a%2Fb")
        #expect(answer.status == 400)
        #expect(answer.message == "Tag doesn't belong to Workspace")
    }

    @Test("A missing required query parameter returns 400 with code 3001")
    func missingParameter() async throws {
        let answer = try await sandbox.raw(.get, "\(sandbox.workspacePath)/holidays/in-period?start=2026-01-01&end=2026-12-31")
        #expect(answer.status == 400)
        #expect(answer.code == 3001)
        #expect(answer.message.contains("assigned-to"))
    }

    @Test(
        "A query value of the wrong type returns 400 with code 3000",
        arguments: ["archived=maybe", "page=two", "sort-order=UP", "sort-column=COLOUR"])
    func unreadableParameter(query: String) async throws {
        let answer = try await sandbox.raw(.get, "\(sandbox.workspacePath)/tags?\(query)")
        #expect(answer.status == 400)
        #expect(answer.code == 3000)
    }

    @Test(
        "A missing body, invalid JSON or an unknown enum value returns 400 with code 3002",
        arguments: ["{", "", "[1,]", "{\"name\": \"x\", \"status\": \"MAYBE\"}"])
    func unreadableBody(json: String) async throws {
        let project = try #require(try await sandbox.client.projects.list(in: sandbox.workspace).first)
        let answer = try await sandbox.raw(.post, "\(sandbox.workspacePath)/projects/\(project.id.rawValue)/tasks", json: json)
        #expect(answer.status == 400)
        #expect(answer.code == 3002)
    }

    @Test(
        "A violated constraint returns 400 with code 501 and names the field",
        arguments: [
            ("/projects", "{\"name\": \"x\"}", "[name]"), ("/projects", "{\"name\": \"ok\", \"color\": \"red\"}", "[color]"),
            ("/projects", "{\"name\": \"ok\", \"hourlyRate\": {\"amount\": -1}}", "[hourlyRate.amount]"),
            ("/projects", "{\"name\": \"ok\", \"hourlyRate\": {}}", "[hourlyRate.amount]"),
            ("/projects", "{\"name\": \"ok\", \"tasks\": [{\"name\": \"t\", \"estimate\": \"1h\"}]}", "[tasks[0].estimate]"),
            ("/projects", "{\"name\": 7}", "[name]"), ("/time-entries", "{\"start\": \"yesterday\"}", "[start]"),
            ("/tags", "{}", "[name]"), ("/invoices/info", "{\"lessThanBalance\": 9223372036854775808}", "[lessThanBalance]"),
            ("/invoices/info", "{\"lessThanBalance\": -9223372036854775809}", "[lessThanBalance]"),
        ])
    func brokenConstraint(path: String, json: String, field: String) async throws {
        let answer = try await sandbox.raw(.post, sandbox.workspacePath + path, json: json)
        #expect(answer.status == 400)
        #expect(answer.code == 501)
        #expect(answer.message.contains(field))
    }

    @Test("All problems of a request are reported at once")
    func allProblems() async throws {
        let answer = try await sandbox.raw(.post, "\(sandbox.workspacePath)/projects", json: "{\"name\": \"x\", \"color\": \"red\"}")
        #expect(answer.message.contains("[name]") && answer.message.contains("[color]"))
    }

    @Test("An unknown member is ignored, as in the live service")
    func unknownMember() async throws {
        let answer = try await sandbox.raw(.post, "\(sandbox.workspacePath)/tags", json: "{\"name\": \"x\", \"colour\": \"red\"}")
        #expect(answer.status == 201)
        #expect(answer.json?["colour"] == nil)
    }

    @Test("A member that only responses have is not taken from a request, and null stands for an absent optional member")
    func unreadMembers() async throws {
        let tag = try await sandbox.raw(.post, "\(sandbox.workspacePath)/tags", json: "{\"name\": \"x\", \"archived\": true}")
        #expect(tag.status == 201 && tag.json?["archived"] == false)
        let category = "{\"name\": \"x\", \"archived\": true, \"workspaceId\": \"other\", \"unit\": null, \"priceInCents\": null}"
        let created = try await sandbox.raw(.post, "\(sandbox.workspacePath)/expenses/categories", json: category)
        #expect(created.status == 201 && created.json?["archived"] == false && created.json?["unit"] == "")
        #expect(created.json?["workspaceId"] == .string(sandbox.workspace.rawValue))
        let nameless = try await sandbox.raw(.post, "\(sandbox.workspacePath)/expenses/categories", json: "{\"name\": null}")
        #expect(nameless.status == 400 && nameless.message.contains("[name]"))
    }

    @Test("A body of another type returns 415")
    func wrongContentType() async throws {
        let answer = try await sandbox.raw(.post, "\(sandbox.workspacePath)/tags", json: "name=x", contentType: "text/plain")
        #expect(answer.status == 415)
    }

    @Test("A form without its required part returns 400, and a complete one returns the sample")
    func form() async throws {
        let type = "multipart/form-data; boundary=b"
        func form(_ name: String) -> String { "--b\r\nContent-Disposition: form-data; name=\"\(name)\"\r\n\r\nx\r\n--b--\r\n" }
        let refused = try await sandbox.raw(.post, "/file/image", json: form("image"), contentType: type)
        #expect(refused.status == 400)
        #expect(refused.message.contains("'file'"))
        #expect(try await sandbox.raw(.post, "/file/image", json: form("file"), contentType: type).status == 200)
    }
}
