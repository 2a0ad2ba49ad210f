import ClockifyAPI
import Foundation
import HTTPTypes
import SandboxTestSupport
import Testing

@testable import ClockifySandbox

/// The calls that show what the sandbox stores for a section of the documentation.
struct SectionProbe: Sendable {
    /// A request. `<name>` in the target and the body stands for the identifier with that name, `<id>` for the thing in question,
    /// `<n>` for its number and `<page>` for the number of a page.
    struct Step: Sendable {
        let method: HTTPRequest.Method
        let target: String
        let body: String?
        /// The parts of a form that is sent instead of a body.
        let form: KeyValuePairs<String, String>?

        init(
            _ method: HTTPRequest.Method, _ target: String, _ body: String? = nil, form: KeyValuePairs<String, String>? = nil
        ) {
            self.method = method
            self.target = target
            self.body = body
            self.form = form
        }
    }

    /// A change, and the member that has another value then.
    struct Change: Sendable {
        let step: Step
        let member: String
        let value: JSONValue
    }

    let name: String
    /// The things that others refer to, by name. They exist before everything else.
    var setup: [(name: String, step: Step)] = []
    /// The identifiers of things that have none in the response that creates them, by name.
    var names: [String: String] = [:]
    /// Creates a thing. Without it, `id` and `other` of the setup are the things.
    var create: Step?
    var get: Step?
    /// The member that tells the first thing in the response to `get`, if it is not its identifier.
    var mark: (member: String, value: String)?
    var list: Step?
    var update: Change?
    /// What must happen before a thing can be deleted.
    var prepare: Step?
    var delete: Step?
    /// A list with the first thing, and one without it.
    var filter: (with: Step, without: Step)?
    /// What must happen before there are several pages.
    var fill: [Step] = []
    /// A list in pages of one.
    var page: Step?
    /// The number of the first page.
    var firstPage = 1
    /// The path to the elements of lists.
    var items = ""
    /// `true` if pages are lists themselves, although other lists have the elements elsewhere.
    var pagesAreBare = false
    /// The path to an identifier in an element, and in the response to `create`.
    var id = "id"
    var createdID = "id"
}

/// Runs the calls of a section on a sandbox of its own.
struct SectionRun {
    let probe: SectionProbe
    let sandbox: ClockifySandbox
    /// All responses until now.
    let answers = Lock<[RawAnswer]>([])
    private var names: [String: String]

    init(_ probe: SectionProbe) throws {
        self.probe = probe
        let clock = try TestClock("2026-03-02T09:00:00Z")
        sandbox = ClockifySandbox(now: { clock.date })
        names = ["me": sandbox.user.rawValue, "workspace": sandbox.workspace.rawValue]
    }

    /// Returns `y` for each operation that does what it should, `–` for each that the section does not have, and `n` for the others.
    mutating func cells() async throws -> [String] {
        for (name, step) in probe.setup { names[name] = value(try await send(step), "id").stringValue ?? "" }
        names.merge(probe.names) { _, own in own }
        var things = [names["id"], names["other"]].compactMap(\.self)
        if let create = probe.create {
            for number in 1...2 {
                names["n"] = String(number)
                things.append(value(try await send(create), probe.createdID).stringValue ?? "")
            }
        }
        let first = try #require(things.first)
        names["id"] = first
        let listed = try await ids(probe.list)
        let exists = Set(things).isSubset(of: listed ?? things)
        var cells = [probe.create.map { _ in exists }]
        cells.append(try await isFetched(first))
        cells.append(listed.map { _ in exists })
        cells.append(try await isUpdated())
        let filtered = try await isFiltered(first)
        let paged = try await isPaged()
        cells.append(try await isDeleted(first))
        return (cells + [filtered, paged]).map { cell in cell.map { $0 ? "y" : "n" } ?? "–" }
    }

    private func isFetched(_ thing: String) async throws -> Bool? {
        guard let get = probe.get else { return nil }
        let mark = probe.mark ?? ("id", thing)
        return value(try await send(get), mark.member).stringValue == mark.value
    }

    private func isUpdated() async throws -> Bool? {
        guard let update = probe.update else { return nil }
        let old = try await current(update.member)
        _ = try await send(update.step)
        let new = try await current(update.member)
        return old != update.value && new == update.value
    }

    /// Returns the value of a member of the first thing.
    private func current(_ member: String) async throws -> JSONValue {
        if let get = probe.get, probe.mark == nil { return value(try await send(get), member) }
        guard let list = probe.list else { return .null }
        let element = elements(try await send(list)).first { value($0, probe.id).stringValue == names["id"] }
        return value(element ?? .null, member)
    }

    private func isDeleted(_ thing: String) async throws -> Bool? {
        guard let delete = probe.delete else { return nil }
        if let prepare = probe.prepare { _ = try await send(prepare) }
        _ = try await send(delete)
        return try await ids(probe.list)?.contains(thing) == false
    }

    private func isFiltered(_ thing: String) async throws -> Bool? {
        guard let filter = probe.filter else { return nil }
        let (with, without) = (try await ids(filter.with) ?? [], try await ids(filter.without) ?? [])
        return with.contains(thing) && !without.contains(thing)
    }

    private mutating func isPaged() async throws -> Bool? {
        guard let page = probe.page else { return nil }
        for step in probe.fill { _ = try await send(step) }
        var pages: [[String]] = []
        for number in [probe.firstPage, probe.firstPage + 1, 999] {
            names["page"] = String(number)
            pages.append(
                elements(try await send(page), at: probe.pagesAreBare ? "" : probe.items).compactMap { value($0, probe.id).stringValue })
        }
        return pages[0].count == 1 && pages[1].count == 1 && pages[0] != pages[1] && pages[2].isEmpty
    }

    private func ids(_ step: SectionProbe.Step?) async throws -> [String]? {
        guard let step else { return nil }
        return elements(try await send(step)).compactMap { value($0, probe.id).stringValue }
    }

    private func elements(_ json: JSONValue, at path: String? = nil) -> [JSONValue] { value(json, path ?? probe.items).arrayValue ?? [] }

    /// Returns the value at a path of members and indices.
    private func value(_ json: JSONValue, _ path: String) -> JSONValue {
        path.split(separator: ".").reduce(json) { value, name in (Int(name).map { value[$0] } ?? value[String(name)]) ?? .null }
    }

    private func send(_ step: SectionProbe.Step) async throws -> JSONValue {
        let isDeprecated = ["/policies", "/balance", "/requests"].contains { step.target.hasPrefix($0) }
        let isReport = ["/reports", "/shared-reports", "~/shared-reports"].contains { step.target.hasPrefix($0) }
        let isAccount = step.target.hasPrefix("~")
        let path = isAccount ? String(step.target.dropFirst()) : sandbox.workspacePath + step.target
        var form = TestForm()
        for (name, value) in step.form ?? [:] {
            form.add(name == "file" ? "name=\"file\"; filename=\"a.txt\"" : "name=\"\(name)\"", Array(filled(value).utf8))
        }
        let answer = try await sandbox.raw(
            step.method, filled(path), bytes: step.form == nil ? step.body.map { Array(filled($0).utf8) } : form.bytes,
            contentType: step.form == nil ? "application/json" : TestForm.contentType,
            prefix: isReport ? "/report/v1" : isDeprecated ? "/pto/v1" : "/api/v1")
        answers.withLock { $0.append(answer) }
        let operation = sandbox.requests.last?.operation ?? ""
        #expect(answer.status < 300, "\(operation): \(answer.message)")
        #expect(Actions.all[operation] != nil, "\(operation) returns its sample")
        return answer.json ?? .null
    }

    private func filled(_ text: String) -> String {
        names.reduce(text) { $0.replacingOccurrences(of: "<\($1.key)>", with: $1.value) }
    }
}
