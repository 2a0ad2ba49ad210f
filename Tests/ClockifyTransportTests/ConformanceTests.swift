import ClockifyAPI
import ClockifyAsyncHTTPClient
import ClockifySandbox
import ClockifySandboxServer
import Foundation
import HTTPTypes
import Testing

/// The ways to reach a sandbox: over a socket, or in the same process.
enum Way: Sendable, CaseIterable, CustomTestStringConvertible {
    case inProcess
    case urlSession
    #if os(Linux)
    case curl
    #endif
    #if AsyncHTTPClient
    case asyncHTTPClient
    #endif

    var testDescription: String { "\(self)" }

    /// Runs `body` with a client and its sandbox.
    func serving(_ body: (Clockify, ClockifySandbox) async throws -> Void) async throws {
        let sandbox = ClockifySandbox()
        let carrier: Carrier
        switch self {
        case .inProcess: return try await body(Clockify(.apiKey(sandbox.apiKey), transport: sandbox.transport), sandbox)
        case .urlSession: carrier = .urlSession
        #if os(Linux)
        case .curl: carrier = .curl
        #endif
        #if AsyncHTTPClient
        case .asyncHTTPClient: carrier = .asyncHTTPClient
        #endif
        }
        let server = try await ClockifySandboxServer.start(sandbox)
        do {
            try await body(Clockify(.apiKey(sandbox.apiKey), site: server.site, transport: carrier.makeTransport()), sandbox)
        } catch {
            await server.stop()
            throw error
        }
        await server.stop()
    }
}

@Suite("Conformance of every transport", .timeLimit(.minutes(5)))
struct ConformanceTests {
    @Test("A resource is created, found, listed, changed and deleted, and each request arrives exactly once", arguments: Way.allCases)
    func life(way: Way) async throws {
        try await way.serving { clockify, sandbox in
            let workspace = sandbox.workspace
            let tag = try await clockify.tags.create(in: workspace, .init(name: "größer 🚀 \"&\\"))
            #expect(try await clockify.tags.get(tag.id, in: workspace) == tag)
            #expect(try await clockify.tags.list(in: workspace, name: "größer 🚀 \"&\\") == [tag])
            #expect(try await clockify.tags.update(tag.id, in: workspace, .init(name: "x")).name == "x")
            _ = try await clockify.tags.delete(tag.id, in: workspace)
            let entry = try await clockify.timeEntries.create(in: workspace, .init(start: .now))
            try await clockify.timeEntries.delete(entry.id, in: workspace)
            #expect(sandbox.requests.map(\.method) == ["POST", "GET", "GET", "PUT", "DELETE", "POST", "DELETE"])
            #expect(sandbox.requests.last?.status == 204)
            for request in sandbox.requests {
                let length = request.headerFields[.contentLength].flatMap { Int($0) }
                if way != .inProcess, !request.body.isEmpty { #expect(length == request.body.count) }
                #expect(request.headerFields[.transferEncoding] == nil)
                #expect(request.headerFields[.accept] == "application/json")
                #expect(request.headerFields[.contentType] == (request.body.isEmpty ? nil : "application/json"), "\(request)")
            }
        }
    }

    @Test("All pages are read while the next one is prefetched", arguments: Way.allCases)
    func pages(way: Way) async throws {
        try await way.serving { clockify, sandbox in
            let plain = try await clockify.projects.all(in: sandbox.workspace).collect()
            let count = sandbox.requests.count
            #expect(try await clockify.projects.all(in: sandbox.workspace).prefetching(2).collect() == plain)
            #expect(plain.count == 120 && sandbox.requests.count == 2 * count)
        }
    }

    @Test(
        "Path values arrive as they are sent", arguments: Way.allCases,
        ["a/b", "..", ".", "?x", "#f", "a+b c", "%2F", "é🙂", "\r\nX-Evil: 1", "a;b=c", "\\..\\", "//", "%"])
    func encoding(way: Way, id: String) async throws {
        try await way.serving { clockify, sandbox in
            let error = await thrown { () async throws(APIFailure) in
                try await clockify.tags.get(.init(rawValue: id), in: sandbox.workspace)
            }
            #expect(error?.isNotFound == true, "\(String(describing: error))")
            let request = try #require(sandbox.requests.last)
            let segments = request.target.split(separator: "/", omittingEmptySubsequences: false)
            #expect(segments.count == 7, "\(request.target)")
            #expect(segments.last?.removingPercentEncoding == id, "\(request.target)")
            #expect(request.headerFields[HTTPField.Name("X-Evil")!] == nil)
        }
    }

    @Test("An error response keeps its status, code and message", arguments: Way.allCases)
    func refusal(way: Way) async throws {
        try await way.serving { clockify, sandbox in
            _ = try await clockify.tags.create(in: sandbox.workspace, .init(name: "twice"))
            let error = await thrown { () async throws(APIFailure) in
                try await clockify.tags.create(in: sandbox.workspace, .init(name: "twice"))
            }
            guard case .response(let failure) = error else {
                Issue.record("\(String(describing: error))")
                return
            }
            #expect(failure.status.code == 400 && failure.code == 501 && failure.message?.contains("already exists") == true)
        }
    }

    @Test("Custom headers arrive, and metadata is returned", arguments: Way.allCases)
    func headers(way: Way) async throws {
        try await way.serving { clockify, sandbox in
            let named = clockify.with(
                try UserAgentMiddleware(product: "Timesheets", version: "2.1"), RequestIDMiddleware(makeID: { "id-1" }))
            let (_, metadata) = try await named.metadata { try await $0.projects.list(in: sandbox.workspace) }
            #expect(metadata?.status == .ok && metadata?.attempts == 1 && metadata?.isLastPage == false)
            #expect(sandbox.requests.last?.headerFields[.userAgent] == "Timesheets/2.1 clockify-swift")
            #expect(sandbox.requests.last?.headerFields[HTTPField.Name("X-Request-Id")!] == "id-1")
        }
    }

    @Test(
        "A form with a file is sent from memory and from disk with its exact length and content", arguments: Way.allCases, [0, 1, 300_000])
    func upload(way: Way, size: Int) async throws {
        let bytes = (0..<size).map { UInt8(truncatingIfNeeded: $0 &* 31) }
        let url = FileManager.default.temporaryDirectory.appendingPathComponent("upload-\(UInt64.random(in: 0 ... .max)).png")
        try Data(bytes).write(to: url)
        defer { try? FileManager.default.removeItem(at: url) }
        try await way.serving { clockify, sandbox in
            for file in [FileUpload.file(at: url, contentType: "image/png"), .bytes(bytes, name: "a.png", contentType: "image/png")] {
                _ = try await clockify.users.uploadImage(file)
                let request = try #require(sandbox.requests.last)
                let head = "Content-Type: image/png\r\n\r\n"
                let start = try #require(request.body.firstIndex(of: head))
                #expect(request.body[start...].prefix(size).elementsEqual(bytes))
                if way != .inProcess { #expect(request.headerFields[.contentLength] == String(request.body.count)) }
                #expect(request.headerFields[.transferEncoding] == nil)
            }
        }
    }

    @Test("A file is written to disk completely, and can be read as a stream", arguments: Way.allCases)
    func download(way: Way) async throws {
        try await way.serving { clockify, sandbox in
            let invoice = try #require(try await clockify.invoices.list(in: sandbox.workspace).invoices?.first).id
            let download = try await clockify.invoices.export(invoice, in: sandbox.workspace, userLocale: "en")
            let url = FileManager.default.temporaryDirectory.appendingPathComponent("download-\(UInt64.random(in: 0 ... .max))")
            defer { try? FileManager.default.removeItem(at: url) }
            try await download.write(to: url)
            var streamed: [UInt8] = []
            for try await piece in try await clockify.invoices.export(invoice, in: sandbox.workspace, userLocale: "en") {
                streamed += piece
            }
            #expect(!streamed.isEmpty)
            #expect(try Data(contentsOf: url) == Data(streamed))
        }
    }

    @Test("Two hundred concurrent calls each get their own response", arguments: Way.allCases)
    func many(way: Way) async throws {
        try await way.serving { clockify, sandbox in
            var client = clockify.client
            client.rateLimiter = nil
            let calling = Clockify(client: client)
            try await withThrowingTaskGroup(of: Bool.self) { group in
                for number in 0..<200 {
                    group.addTask {
                        try await calling.tags.create(in: sandbox.workspace, .init(name: "tag \(number)")).name == "tag \(number)"
                    }
                }
                for try await isRight in group { #expect(isRight) }
            }
            #expect(sandbox.requests.count == 200)
        }
    }

    @Test("A task that is already cancelled sends nothing", arguments: Way.allCases)
    func cancelled(way: Way) async throws {
        try await way.serving { clockify, sandbox in
            let task = Task {
                withUnsafeCurrentTask { $0?.cancel() }
                return await thrown { () async throws(APIFailure) in try await clockify.users.me() }
            }
            guard case .cancelled = await task.value else {
                Issue.record("not the expected outcome")
                return
            }
            #expect(sandbox.requests.isEmpty)
        }
    }
}

extension [UInt8] {
    /// The index after the first occurrence of `text`.
    fileprivate func firstIndex(of text: String) -> Int? {
        let wanted = Array(text.utf8)
        return indices.first { self[$0...].starts(with: wanted) }.map { $0 + wanted.count }
    }
}
