import ClockifyAPI
import ClockifySandboxServer
import Foundation
import SandboxTestSupport
import Testing

@testable import ClockifySandbox

@Suite("Two runs with the same calls")
struct RepeatedRunTests {
    private func runInProcess() async throws -> [RepeatedRun.Record] {
        let sandbox = ClockifySandbox(contents: .documented)
        return try await RepeatedRun(sandbox, over: sandbox.transport, address: ("https", "api.clockify.me"))()
    }

    private func runOverHTTP() async throws -> [RepeatedRun.Record] {
        let server = try await ClockifySandboxServer.start(ClockifySandbox(contents: .documented))
        do {
            let authority = "\(server.url.host ?? ""):\(server.url.port ?? 0)"
            let records = try await RepeatedRun(server.sandbox, over: SystemTransport(), address: ("http", authority))()
            await server.stop()
            return records
        } catch {
            await server.stop()
            throw error
        }
    }

    /// Expects the same records in the same order.
    ///
    /// - Parameter withHeads: `false` to compare only the bodies.
    private func expectSame(_ first: [RepeatedRun.Record], _ second: [RepeatedRun.Record], withHeads: Bool = true) {
        #expect(first.map(\.name) == second.map(\.name))
        for (first, second) in zip(first, second) {
            if first.body != second.body {
                let offset =
                    zip(first.body, second.body).enumerated().first { $1.0 != $1.1 }?.offset ?? min(first.body.count, second.body.count)
                let excerpts = [first, second].map { String(decoding: $0.body.dropFirst(max(0, offset - 40)).prefix(120), as: UTF8.self) }
                Issue.record("\(first.name): the bodies differ at byte \(offset): \(excerpts)")
            }
            if withHeads, first.head != second.head { Issue.record("\(first.name): \(first.head) differs from \(second.head)") }
        }
    }

    @Test("In process and over HTTP, each response and each delivery is the same, byte for byte")
    func runs() async throws {
        let first = try await runInProcess()
        expectSame(first, try await runInProcess())
        let served = try await runOverHTTP()
        expectSame(served, try await runOverHTTP())
        expectSame(first, served, withHeads: false)

        let operations = try Catalog.shared.get().operations.count
        let deliveries = first.filter { $0.name.hasPrefix("delivery to") }
        #expect(first.count > operations + 250 && deliveries.count > 100)
        let successes = first.filter { $0.head.hasPrefix("2") }
        #expect(successes.count > 250)
        for type in ["text/csv", "spreadsheetml", "application/pdf", "application/zip"] {
            #expect(successes.contains { $0.head.contains(type) }, "\(type)")
        }
    }

    @Test("The calls that show what each section stores have the same responses")
    func sections() async throws {
        for probe in SectionProbe.all {
            var runs: [[RawAnswer]] = []
            for _ in 0..<2 {
                var run = try SectionRun(probe)
                _ = try await run.cells()
                runs.append(run.answers.withLock { $0 })
            }
            #expect(runs[0].map(\.body) == runs[1].map(\.body), "\(probe.name)")
            #expect(runs[0].map(\.fields) == runs[1].map(\.fields), "\(probe.name)")
        }
    }
}
