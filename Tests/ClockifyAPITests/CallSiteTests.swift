import ClockifyAPI
import ClockifySandbox
import Foundation
import SandboxTestSupport
import Testing

/// The code in the README and in user programs. Its successful compilation is half of the test.
@Suite("The code that users write")
struct CallSiteTests {
    private let sandbox = ClockifySandbox()
    private var clockify: Clockify { Clockify(.apiKey(sandbox.apiKey), transport: sandbox.transport) }

    @Test("A single value gives access to the whole API")
    func clients() throws {
        _ = Clockify(.apiKey("key"))
        _ = Clockify(.addonToken("token"), site: .region(.eu))
        _ = Clockify(.apiKey("key"), site: .subdomain("acme"))
        let url = try #require(URL(string: "http://127.0.0.1:1"))
        _ = Clockify(.apiKey("key"), site: .custom(backend: url, reports: url, timeOff: url))
        _ = Clockify(credentials: { .addonToken("fresh") })
        _ = try Clockify.fromEnvironment(["CLOCKIFY_API_KEY": "key"])
        for environment in [
            [:], ["CLOCKIFY_API_KEY": "key", "CLOCKIFY_ADDON_TOKEN": "token"], ["CLOCKIFY_API_KEY": ""], ["CLOCKIFY_API_KEY": " \n"],
        ] {
            #expect(throws: APIFailure.self) { try Clockify.fromEnvironment(environment) }
        }
    }

    @Test("A timer can be started and stopped")
    func timer() async throws {
        let me = try await clockify.users.me()
        let workspace = me.activeWorkspace
        let project = try #require(try await clockify.projects.list(in: workspace, archived: false, pageSize: 1).first)
        let entry = try await clockify.timeEntries.create(
            in: workspace, .init(start: .now, description: "Write the docs", projectId: project.id))
        #expect(entry.type == .regular)
        switch entry.type {
        case .regular: break
        case .break: Issue.record("a break")
        default: Issue.record("\(entry.type.rawValue)")
        }
        try await clockify.timeEntries.stopRunning(in: workspace, user: me.id, .init(end: .now))
        #expect(try await clockify.timeEntries.get(entry.id, in: workspace).timeInterval.end != nil)
    }

    @Test("All pages are read lazily")
    func pages() async throws {
        var names: Set<String> = []
        for try await project in clockify.projects.all(in: sandbox.workspace, archived: false) { names.insert(project.name) }
        #expect(names.count == 110)
    }

    @Test("Errors have one type and indicate what to do next")
    func errors() async throws {
        do {
            _ = try await clockify.clients.create(in: sandbox.workspace, .init(name: String(repeating: "x", count: 101)))
            Issue.record("sent")
        } catch .invalidRequest(let problems) {
            #expect(problems.map(\.description) == ["body /name: at most 100 characters, but has 101"])
        } catch {
            Issue.record("\(error)")
        }
        do {
            _ = try await clockify.tags.get("64a687e29ae1f428e7ebe999", in: sandbox.workspace)
            Issue.record("found")
        } catch .response(let failure) where failure.isNotFound {
            #expect(failure.status == .badRequest)
        } catch {
            Issue.record("\(error)")
        }
    }

    @Test("A file is written to disk, and an interrupted download resumes")
    func files() async throws {
        let url = FileManager.default.temporaryDirectory.appendingPathComponent("invoice-\(UInt64.random(in: 0 ... .max)).pdf")
        defer { try? FileManager.default.removeItem(at: url) }
        let invoice = try #require(try await clockify.invoices.list(in: sandbox.workspace).invoices?.first)
        let download = try await clockify.invoices.export(invoice.id, in: sandbox.workspace, userLocale: "en")
        do {
            try await download.write(to: url) { progress in #expect(progress.bytesRead > 0) }
        } catch .connection {
            try await download.write(to: url)
        }
        #expect(try await download.bytes() == Array(Data(contentsOf: url)))
    }

    @Test("Options and metadata apply to single calls")
    func options() async throws {
        let workspace = sandbox.workspace
        let page = try await clockify.with {
            $0.timeout = .seconds(5); $0.retries = .never
        }.projects.list(in: workspace)
        let (same, response) = try await clockify.metadata { try await $0.projects.list(in: workspace) }
        #expect(page == same)
        #expect(response?.isLastPage == false && response?.attempts == 1)
        let raw = try await clockify.client.raw(.get, "/v1/workspaces/{id}", ["id": workspace], service: Clockify.Services.backend)
        #expect(try raw.json()["id"]?.stringValue == workspace.rawValue)
    }

    @Test("A value that the vendor adds later can be decoded, printed and sent back")
    func openEnums() throws {
        let type = try JSONReader.decode(Clockify.TimeEntryType.self, from: Array("\"SIESTA\"".utf8))
        #expect("\(type)" == "SIESTA")
        #expect(try JSONWriter.encode(type) == Array("\"SIESTA\"".utf8))
    }
}
