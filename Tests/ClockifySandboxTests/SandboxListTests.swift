import ClockifyAPI
import ClockifySandbox
import HTTPTypes
import SandboxTestSupport
import Testing

@Suite("Lists of the sandbox")
struct SandboxListTests {
    let sandbox = ClockifySandbox()

    @Test("Projects come in pages of 50 by default, and the last page is marked")
    func pages() async throws {
        var lastPages: [String?] = []
        var counts: [Int] = []
        for page in 1...4 {
            let answer = try await sandbox.raw(.get, "\(sandbox.workspacePath)/projects?page=\(page)")
            lastPages.append(answer.fields[try #require(HTTPField.Name("Last-Page"))])
            counts.append(answer.json?.arrayValue?.count ?? -1)
        }
        #expect(counts == [50, 50, 20, 0])
        #expect(lastPages == ["false", "false", "true", "true"])
    }

    @Test("A full page with nothing after it is the last page")
    func exactlyFull() async throws {
        let answer = try await sandbox.raw(.get, "\(sandbox.workspacePath)/projects?page=2&page-size=60")
        #expect(answer.json?.arrayValue?.count == 60)
        #expect(answer.fields[try #require(HTTPField.Name("Last-Page"))] == "true")
    }

    @Test("The client's sequence over all pages returns every project once, by name")
    func all() async throws {
        let names = try await sandbox.client.projects.all(in: sandbox.workspace, pageSize: 7).collect().map(\.name)
        #expect(names.count == 120)
        #expect(Set(names).count == 120)
        #expect(names == names.sorted { $0.lowercased() < $1.lowercased() })
    }

    @Test("A page number beyond all limits is a page past the end")
    func hugePage() async throws {
        let answer = try await sandbox.raw(.get, "\(sandbox.workspacePath)/tags?page=2147483647&page-size=2147483647")
        #expect(answer.json == [])
    }

    @Test("Workspaces ignore paging and have no Last-Page header")
    func unpaged() async throws {
        let answer = try await sandbox.raw(.get, "/workspaces?page=2")
        #expect(answer.json?.arrayValue?.count == 1)
        #expect(answer.fields[try #require(HTTPField.Name("Last-Page"))] == nil)
    }

    @Test("A name matches any part of a name, or the whole name if the search is strict")
    func names() async throws {
        let tags = sandbox.client.tags
        #expect(try await tags.list(in: sandbox.workspace, name: "Sprint").map(\.name) == ["sprint 1", "sprint 2"])
        #expect(try await tags.list(in: sandbox.workspace, name: "Sprint", strictNameSearch: true).isEmpty)
        #expect(try await tags.list(in: sandbox.workspace, name: "Sprint 2", strictNameSearch: true).map(\.name) == ["sprint 2"])
    }

    @Test("A list can be reversed, and IDs can be excluded")
    func order() async throws {
        let tags = sandbox.client.tags
        let upward = try await tags.list(in: sandbox.workspace, sortColumn: .name, sortOrder: .ascending)
        let downward = try await tags.list(in: sandbox.workspace, sortColumn: .name, sortOrder: .descending)
        #expect(upward.map(\.id) == downward.map(\.id).reversed())
        let others = try await tags.list(in: sandbox.workspace, excludedTags: [upward[0].id, upward[1].id])
        #expect(others.map(\.id) == upward.dropFirst(2).map(\.id))
    }

    @Test("Projects can be filtered by archived, billable, client and user")
    func projects() async throws {
        let projects = sandbox.client.projects
        let all = try await projects.all(in: sandbox.workspace).collect()
        let archived = try await projects.all(in: sandbox.workspace, archived: true).collect()
        let active = try await projects.all(in: sandbox.workspace, archived: false).collect()
        #expect(archived.count + active.count == all.count)
        #expect(archived.allSatisfy { $0.archived == true } && !archived.isEmpty)
        let billable = try await projects.all(in: sandbox.workspace, billable: true).collect()
        #expect(billable.count == all.count { $0.billable == true })
        let client = try #require(try await sandbox.client.clients.list(in: sandbox.workspace, name: "Acme").first)
        let ofClient = try await projects.all(in: sandbox.workspace, clients: [client.id]).collect()
        #expect(!ofClient.isEmpty && ofClient.allSatisfy { $0.clientId == client.id && $0.clientName == "Acme" })
        let ofOthers = try await projects.all(in: sandbox.workspace, clients: [client.id], containsClient: false).collect()
        #expect(ofClient.count + ofOthers.count == all.count)
        #expect(try await projects.list(in: sandbox.workspace, users: [sandbox.user], containsUser: false).isEmpty)
    }
}
