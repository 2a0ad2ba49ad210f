import ClockifyRuntime
import Forge
import Foundation
import HTTPTypes
import Testing

/// Hosting of code.
@Suite struct ForgeTests {
    private let issue = """
        {"id": 9007199254740993, "number": 7, "state": "open", "state_reason": null, "title": "T", "body": null, "user": null,
         "labels": ["bug", {"id": 1, "name": "ui", "color": null, "default": true}], "assignees": [{"login": "mona", "id": 2}],
         "created_at": "2011-04-10T20:09:31Z", "closed_at": null, "author_association": "MANNEQUIN",
         "reactions": {"url": "https://x", "total_count": 3, "+1": 2, "-1": 1}, "pull_request": {"diff_url": null, "merged_at": null}}
        """

    @Test("Issues are listed by page, and the header says where the next page is")
    func list() async throws {
        let next = "<https://api.forge.example/repositories/1/issues?page=3>; rel=\"next\""
        let service = Service("[\(issue)]", headers: ["Link": next])
        let forge: Forge = service.api(at: Forge.Services.documented)
        let since = Date(timeIntervalSince1970: 1_302_466_171)
        let (issues, metadata) = try await forge.metadata {
            try await $0.issues.listForRepo(
                owner: "mona", repo: "a/b", state: .all, labels: "bug,@high", sort: .comments, since: since, perPage: 100, page: 2)
        }
        #expect(
            service.line
                == "GET https://api.forge.example/repos/mona/a%2Fb/issues?state=all&labels=bug%2C%40high&sort=comments"
                + "&since=2011-04-10T20%3A09%3A31Z&per_page=100&page=2")
        #expect(metadata?.header("Link") == next)
        let issue = try #require(issues.first)
        #expect(issue.id == 9_007_199_254_740_993 && issue.user == nil && issue.closedAt == nil && issue.createdAt == since)
        #expect(issue.labels == [.string("bug"), .object(.init(id: 1, name: "ui", color: .null, default: true))])
        #expect(issue.reactions?.plus1 == 2 && issue.reactions?.minus1 == 1 && issue.assignees?.first?.login == "mona")
        #expect(issue.authorAssociation?.rawValue == "MANNEQUIN" && issue.pullRequest?.diffUrl == nil)
    }

    @Test("The document says nothing of security, and credentials are sent if there are any")
    func credentials() async throws {
        let service = Service("[]")
        func header(_ name: String, of forge: Forge) async throws -> String? {
            _ = try await forge.repos.listReviewers(owner: "mona", repo: "a", name: "live")
            return service.header(name)
        }
        #expect(try await header("Authorization", of: Forge(.bearer("t"), transport: service)) == "Bearer t")
        #expect(try await header("Authorization", of: Forge(.basic(user: "u", password: "p"), transport: service)) == "Basic dTpw")
        #expect(try await header("X-Forge-Key", of: Forge(.header("X-Forge-Key", "k"), transport: service)) == "k")
        #expect(try await header("Authorization", of: Forge(transport: service)) == nil)
    }

    @Test("An object is of the alternative whose required members it has, and one that fits none is kept")
    func guesses() async throws {
        let service = Service(
            """
            [{"reviewer": {"id": 1, "name": "all", "slug": "all", "url": "https://x"}}, {"reviewer": {"id": 2, "login": "mona"}},
             {"reviewer": {"id": 3, "name": "lost"}}, {"reviewer": {"id": "4", "name": "n", "slug": "s", "url": "https://x"}}]
            """)
        let reviewers = try await Forge(transport: service).repos.listReviewers(owner: "mona", repo: "a", name: "live").map(\.reviewer)
        guard case .team(let team) = reviewers[0], case .simpleUser(let user) = reviewers[1] else {
            Issue.record("\(reviewers)")
            return
        }
        #expect(team.slug == "all" && user.login == "mona")
        #expect(reviewers[2] == .other(["id": 3, "name": "lost"]))
        #expect(reviewers[3] == .other(["id": "4", "name": "n", "slug": "s", "url": "https://x"]))
    }

    @Test("An issue is created, and null removes its assignee")
    func create() async throws {
        let service = Service(issue, status: 201)
        let forge: Forge = service.api(at: Forge.Services.documented)
        _ = try await forge.issues.create(
            owner: "o", repo: "r",
            .init(
                title: .string("T"), assignee: .null, milestone: .value(.integer(3)),
                labels: [.string("bug"), .object(.init(name: "ui", color: .null))]))
        #expect(service.line == "POST https://api.forge.example/repos/o/r/issues")
        #expect(service.body == #"{"title":"T","assignee":null,"milestone":3,"labels":["bug",{"name":"ui","color":null}]}"#)
    }

    @Test("Each status has its own body of a failure")
    func failures() async throws {
        func failure(_ body: String, _ status: Int) async throws -> Forge.IssuesCreateFailure {
            let forge: Forge = Service(body, status: status).api(at: Forge.Services.documented)
            let failure = await refusal { () throws(APIFailure) in
                _ = try await forge.issues.create(owner: "o", repo: "r", .init(title: .string("T")))
            }
            return try #require(try failure?.body(as: Forge.IssuesCreateFailure.self))
        }
        #expect(try await failure(#"{"message": "Gone"}"#, 410) == .gone(.init(message: "Gone")))
        guard
            case .unprocessableContent(let invalid) = try await failure(
                #"{"message": "Invalid", "documentation_url": "u", "errors": [{"code": "missing", "index": 0, "value": ["a"]}, {"code": "x", "value": null}]}"#,
                422)
        else { return #expect(Bool(false)) }
        #expect(invalid.errors?.map(\.code) == ["missing", "x"])
        #expect(invalid.errors?.first?.value == .array(["a"]) && invalid.errors?.last?.value == nil)
        #expect(try await failure(#"{"code": "c"}"#, 503) == .serviceUnavailable(.init(code: "c")))
        await #expect(throws: JSONError.self, "no body of a 418 is documented") { try await failure("{}", 418) }
    }

    @Test("Bodies may be missing, and answers empty")
    func lock() async throws {
        let service = Service(status: 204)
        let forge: Forge = service.api(at: Forge.Services.documented)
        try await forge.issues.lock(owner: "o", repo: "r", issueNumber: 1, .init(lockReason: .tooHeated))
        #expect(service.line == "PUT https://api.forge.example/repos/o/r/issues/1/lock" && service.body == #"{"lock_reason":"too heated"}"#)
        try await forge.issues.lock(owner: "o", repo: "r", issueNumber: 1)
        #expect(service.body == "" && service.header("Content-Type") == nil)
        try await forge.repos.getSubscription(owner: "o", repo: "r")
        #expect(service.line == "GET https://api.forge.example/repos/o/r/subscription")
    }

    @Test("Content is one of several kinds, told apart by their constants")
    func content() async throws {
        func content(_ answer: String) async throws -> Forge.ReposGetContentResponse {
            let forge: Forge = Service(answer).api(at: Forge.Services.documented)
            return try await forge.repos.getContent(owner: "o", repo: "r", path: "README.md")
        }
        #expect(
            try await content(#"{"type": "file", "content": "eA==", "encoding": "base64", "_links": {"self": "s", "git": null}}"#)
                == .contentFile(.init(type: .file, content: "eA==", encoding: "base64", links: .init(self_: "s", git: .null))))
        #expect(try await content(#"{"type": "symlink", "target": "t"}"#) == .contentSymlink(.init(type: .symlink, target: "t")))
        #expect(try await content(#"[{"type": "dir", "name": "n"}]"#) == .contentDirectory([.init(type: .dir, name: "n")]))
        #expect(try await content(#"{"type": "submodule"}"#) == .other(["type": "submodule"]))
    }

    @Test("Text is sent and read as text, and an archive is where the redirect leads")
    func text() async throws {
        let service = Service("<h1>x</h1>", type: "text/html; charset=utf-8")
        let forge: Forge = service.api(at: Forge.Services.documented)
        #expect(try await forge.meta.renderMarkdown("# x") == "<h1>x</h1>")
        #expect(service.body == "# x" && service.header("Content-Type")?.hasPrefix("text/plain") == true)

        struct Redirection: ClientTransport {
            func send(_ request: HTTPRequest, body: RequestBody?) async throws -> TransportResponse {
                guard request.authority == "api.forge.example" else {
                    return TransportResponse(head: HTTPResponse(status: .ok), body: Array((request.path ?? "").utf8))
                }
                let fields: HTTPFields = [.location: "https://files.forge.example/r.tar"]
                return TransportResponse(head: HTTPResponse(status: .found, headerFields: fields), body: [])
            }
        }
        let redirected = Forge(client: APIClient(servers: APIClient.Servers(Forge.Services.documented), transport: Redirection()))
        let archive = try await redirected.repos.downloadTarballArchive(owner: "o", repo: "r", ref: "main")
        #expect(try await archive.bytes() == Array("/r.tar".utf8))
    }

    @Test("An event that the service sends is read")
    func event() throws {
        let event: Forge.WebhookIssuesOpened = try read(
            #"{"action": "opened", "issue": \#(issue), "sender": {"login": "mona", "id": 2, "name": null, "site_admin": false}}"#)
        #expect(event.action == .opened && event.issue.number == 7 && event.sender.siteAdmin == false)
    }
}
