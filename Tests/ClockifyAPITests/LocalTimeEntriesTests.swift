import ClockifyAPI
import ClockifySandbox
import Foundation
import HTTPTypes
import SandboxTestSupport
import Testing

@testable import LocalTimeEntries

@Suite("A local copy of time entries that follows the three steps of the guide")
struct LocalTimeEntriesTests {
    typealias Copy = LocalTimeEntries

    let sandbox = ClockifySandbox()
    let clock: TestClock
    let clockify: Clockify
    let range: ClosedRange<Date>

    init() throws {
        let clock = try TestClock("2025-05-20T12:00:00Z")
        self.clock = clock
        sandbox.now = { clock.date }
        var client = sandbox.client.client
        // A test with hundreds of calls needs no rate limit.
        client.rateLimiter = nil
        client.options.retries = .never
        clockify = Clockify(client: client)
        range = try date("2025-05-01T00:00:00Z")...date("2025-05-31T23:59:59Z")
    }

    // MARK: The expected state

    /// The time entries that the service returns.
    private func truth() async throws -> [Clockify.TimeEntryID: Copy.Entry] {
        var entries: [Clockify.TimeEntryID: Copy.Entry] = [:]
        for try await entry in clockify.timeEntries.all(in: sandbox.workspace, user: sandbox.user) {
            let start = entry.timeInterval.start
            guard start >= range.lowerBound else { continue }
            var copy = Copy.Entry(
                id: entry.id, description: entry.description ?? "", userId: entry.userId, projectId: entry.projectId, taskId: entry.taskId,
                tagIds: Set(entry.tagIds ?? []), isBillable: entry.billable ?? false, start: start, end: entry.timeInterval.end)
            for value in entry.customFields ?? [] {
                if let id = value.customFieldId { copy.customFields[id] = value.value }
            }
            entries[entry.id] = copy
        }
        return entries
    }

    private func copy() async throws -> Copy {
        try await Copy(of: sandbox.workspace, in: range, from: clockify, pageSize: 20, now: clock.date)
    }

    private func pass(_ seconds: TimeInterval) { clock.date += seconds }

    @discardableResult
    private func create(_ description: String, day: Int = 18, _ fields: [Clockify.NewCustomFieldValue]? = nil) async throws
        -> Clockify.TimeEntryID
    {
        let start = range.lowerBound.addingTimeInterval(Double(day - 1) * 86_400)
        return try await clockify.timeEntries.create(
            in: sandbox.workspace, .init(start: start, end: start.addingTimeInterval(3600), description: description, customFields: fields)
        ).id
    }

    private func rename(_ id: Clockify.TimeEntryID, _ description: String, start: Date? = nil) async throws {
        let begin = start ?? range.lowerBound
        _ = try await clockify.timeEntries.update(id, in: sandbox.workspace, .init(start: begin, end: begin + 60, description: description))
    }

    private func delete(_ id: Clockify.TimeEntryID) async throws { try await clockify.timeEntries.delete(id, in: sandbox.workspace) }

    // MARK: The guide

    @Test("Step 1 loads the entries that start within the range, and steps 2 and 3 add, change and delete")
    func guide() async throws {
        let kept = try await create("kept")
        let changed = try await create("to be changed")
        let gone = try await create("to be deleted")
        var copy = try await copy()
        #expect(copy.entries.count == 3)
        #expect(try await copy.entries == truth())

        pass(86_400)
        try await rename(changed, "changed")
        try await delete(gone)
        let new = try await create("new")
        pass(120)
        try await copy.follow(clockify, pageSize: 20, now: clock.date)
        #expect(Set(copy.entries.keys) == [kept, changed, new])
        #expect(copy.entries[changed]?.description == "changed")
        #expect(try await copy.entries == truth())
        #expect(copy.moment == clock.date)
    }

    @Test("A deletion that the service reports a minute late is not lost between two updates")
    func lateDeletion() async throws {
        let id = try await create("to be deleted")
        var copy = try await copy()
        pass(600)
        try await delete(id)
        pass(5)
        try await copy.follow(clockify, pageSize: 20, now: clock.date)
        #expect(copy.entries[id] != nil, "not told yet")
        pass(60)
        try await copy.follow(clockify, pageSize: 20, now: clock.date)
        #expect(copy.entries == [:])
    }

    @Test("An entry that is changed and then deleted stays deleted, however often its changes are reported")
    func changedThenDeleted() async throws {
        let id = try await create("first")
        var copy = try await copy()
        pass(600)
        try await rename(id, "second")
        try await copy.follow(clockify, pageSize: 20, now: clock.date)
        #expect(copy.entries[id]?.description == "second")
        pass(1)
        try await delete(id)
        for _ in 0..<20 {
            pass(30)
            try await copy.follow(clockify, pageSize: 20, now: clock.date)
        }
        #expect(copy.entries == [:])
    }

    @Test("An entry that is created and deleted between two updates never appears")
    func shortLived() async throws {
        var copy = try await copy()
        pass(600)
        try await delete(try await create("short"))
        pass(600)
        try await copy.follow(clockify, pageSize: 20, now: clock.date)
        #expect(copy.entries == [:])
    }

    @Test("A change that is reported again in the overlap has no effect")
    func idempotent() async throws {
        var copy = try await copy()
        pass(3600)
        for index in 0..<5 { try await create("entry \(index)") }
        try await delete(try await create("gone"))
        pass(90)
        try await copy.follow(clockify, pageSize: 20, now: clock.date)
        let once = copy
        try await copy.follow(clockify, pageSize: 20, now: clock.date)
        #expect(copy == once)
        pass(30)
        try await copy.follow(clockify, pageSize: 20, now: clock.date)
        #expect(copy.entries == once.entries)
        #expect(try await copy.entries == truth())
    }

    @Test("A saved copy resumes where it stopped")
    func restart() async throws {
        let gone = try await create("gone")
        var copy = try await copy()
        pass(3600)
        try await create("new", [.init(customFieldId: "f1", value: ["a", 1])])
        try await copy.follow(clockify, pageSize: 20, now: clock.date)
        let saved = try JSONEncoder().encode(copy)
        pass(40 * 86_400)
        try await delete(gone)
        let late = try await create("much later", day: 31)
        pass(70)
        let before = sandbox.requests.count
        var restored = try JSONDecoder().decode(Copy.self, from: saved)
        #expect(restored == copy)
        try await restored.follow(clockify, pageSize: 20, now: clock.date)
        #expect(restored.entries[late] != nil)
        #expect(try await restored.entries == truth())
        // Forty days are requested in two ranges.
        let starts = sandbox.requests.dropFirst(before).filter { $0.operation == "getUpdatedEntityInfo" }.map(\.target)
        #expect(starts.count == 2, "\(starts)")
    }

    @Test("A lost response leaves the copy unchanged, and the next update catches up", arguments: 1...7)
    func lostAnswer(number: Int) async throws {
        for index in 0..<45 { try await create("entry \(index)") }
        var copy = try await copy()
        pass(3600)
        for id in copy.entries.keys.prefix(43) { try await rename(id, "changed") }
        try await delete(try await create("gone"))
        pass(61)
        let before = copy
        let losing = clockify.with(Losing(number: number))
        await #expect(throws: APIFailure.self) { try await copy.follow(losing, pageSize: 20, now: clock.date) }
        #expect(copy == before)
        try await copy.follow(clockify, pageSize: 20, now: clock.date)
        #expect(try await copy.entries == truth())
        #expect(copy.entries.values.count { $0.description == "changed" } == 43)
    }

    @Test("Entries that changes move to pages that were already read are not missed")
    func shiftingPages() async throws {
        for index in 0..<45 { try await create("entry \(index)") }
        var copy = try await copy()
        pass(3600)
        let ids = Array(copy.entries.keys)
        for id in ids { try await rename(id, "changed") }
        let end = clock.date
        pass(1)
        // After the first page, one of its entries is changed again and leaves the range.
        let first = try #require(
            try await clockify.entityChanges.listUpdated(
                in: sandbox.workspace, types: [.timeEntry], start: copy.moment, end: end, pageSize: 1
            )
            .first)
        let clockify = clockify
        let workspace = sandbox.workspace
        let begin = range.lowerBound
        let meddling = clockify.with(
            Meddling {
                _ = try await clockify.timeEntries.update(
                    .init(rawValue: first.id.rawValue), in: workspace, .init(start: begin, end: begin + 60, description: "twice"))
            })
        try await copy.follow(meddling, pageSize: 20, now: end)
        #expect(copy.entries.values.allSatisfy { $0.description != "entry" && !$0.description.hasPrefix("entry") })
        pass(60)
        try await copy.follow(clockify, pageSize: 20, now: clock.date)
        #expect(try await copy.entries == truth())
    }

    // MARK: Effects of the service's clock

    private func told(_ updated: String) throws -> Clockify.UpdatedEntity {
        try JSONReader.decode(
            from: Array(
                """
                {"id": "t1", "documentType": "TIME_ENTRY", "auditMetadata": {"updatedAt": "\(updated)"}, "description": "\(updated)",
                 "timeInterval": {"start": "2025-05-10T08:00:00Z", "end": null}}
                """.utf8))
    }

    private func deleted(_ date: String) throws -> Clockify.DeletedEntity {
        try JSONReader.decode(from: Array("{\"id\": \"t1\", \"documentType\": \"TIME_ENTRY\", \"deletedAt\": \"\(date)\"}".utf8))
    }

    @Test("A change that is reported after a later deletion does not restore the entry, even if both have the same second")
    func lateChange() throws {
        var copy = Copy(workspace: "w", earliest: range.lowerBound, moment: clock.date)
        try copy.apply([told("2025-05-20T12:00:00Z")])
        #expect(copy.entries["t1"] != nil)
        try copy.apply([deleted("2025-05-20T12:00:10Z")])
        try copy.apply([told("2025-05-20T12:00:00Z"), told("2025-05-20T12:00:10Z")])
        #expect(copy.entries == [:])
    }

    @Test("A restored entry stays, however often its deletion is reported")
    func restored() throws {
        var copy = Copy(workspace: "w", earliest: range.lowerBound, moment: clock.date)
        try copy.apply([deleted("2025-05-20T12:00:00Z")])
        try copy.apply([told("2025-05-20T12:00:05Z")])
        try copy.apply([deleted("2025-05-20T12:00:00Z")])
        #expect(copy.entries["t1"]?.description == "2025-05-20T12:00:05Z")
    }

    @Test("Remembered changes are dropped when they can no longer be reported again")
    func memory() throws {
        var copy = Copy(workspace: "w", earliest: range.lowerBound, moment: clock.date)
        try copy.apply([deleted("2025-05-20T12:00:00Z")])
        let busy = copy
        copy.arrive(at: clock.date + 60)
        #expect(copy != Copy(workspace: "w", earliest: range.lowerBound, moment: clock.date + 60))
        copy.arrive(at: clock.date + 3600)
        #expect(copy != busy)
        #expect(copy == Copy(workspace: "w", earliest: range.lowerBound, moment: clock.date + 3600))
    }

    @Test("Custom field values are set, changed and removed with their entry")
    func customFields() async throws {
        let id = try await create("with fields", [.init(customFieldId: "f1", value: "one"), .init(customFieldId: "f2", value: 2)])
        var copy = try await copy()
        #expect(copy.entries[id]?.customFields == ["f1": "one", "f2": 2])
        pass(600)
        _ = try await clockify.timeEntries.update(
            id, in: sandbox.workspace,
            .init(
                start: range.lowerBound,
                customFields: [.init(customFieldId: "f2", value: [true]), .init(customFieldId: "f3", value: "new")]))
        pass(61)
        try await copy.follow(clockify, pageSize: 20, now: clock.date)
        #expect(copy.entries[id]?.customFields == ["f2": [true], "f3": "new"])
        #expect(try await copy.entries == truth())
    }

    @Test("An entry that moves before the range leaves the copy and returns with its next change")
    func movedOut() async throws {
        let id = try await create("moving")
        var copy = try await copy()
        pass(600)
        try await rename(id, "early", start: range.lowerBound - 86_400)
        pass(1)
        try await copy.follow(clockify, pageSize: 20, now: clock.date)
        #expect(copy.entries == [:])
        pass(1)
        try await rename(id, "back")
        try await copy.follow(clockify, pageSize: 20, now: clock.date)
        #expect(try await copy.entries == truth())
    }

    @Test("The copy matches the service after any history with updates at any time", arguments: 1...8)
    func anyHistory(seed: UInt64) async throws {
        var random = SeededRandom(state: seed)
        var living: [Clockify.TimeEntryID] = []
        for index in 0..<Int.random(in: 0...30, using: &random) { living.append(try await create("old \(index)")) }
        var copy = try await copy()
        for step in 0..<150 {
            pass(Double(Int.random(in: 0...120, using: &random)))
            switch Int.random(in: 0..<10, using: &random) {
            case 0..<3: living.append(try await create("new \(step)", [.init(customFieldId: "f", value: .integer(Int64(step)))]))
            case 3..<6:
                guard let id = living.randomElement(using: &random) else { continue }
                try await rename(id, "changed \(step)")
            case 6..<8:
                guard let index = living.indices.randomElement(using: &random) else { continue }
                try await delete(living.remove(at: index))
            case 8: copy = try JSONDecoder().decode(Copy.self, from: JSONEncoder().encode(copy))
            default: try await copy.follow(clockify, pageSize: 20, now: clock.date)
            }
        }
        pass(61)
        try await copy.follow(clockify, pageSize: 20, now: clock.date)
        #expect(try await copy.entries == truth())
        #expect(copy.entries.count == living.count)
    }
}

/// Loses the response to one request.
private struct Losing: ClientMiddleware {
    let number: Int
    private let count = Counter()

    init(number: Int) { self.number = number }

    func intercept(
        _ request: HTTPRequest, body: RequestBody?, attempt: CallAttempt, next: Next
    ) async throws -> TransportResponse {
        let answer = try await next(request, body)
        if count.next() == number { throw URLError(.networkConnectionLost) }
        return answer
    }
}

/// Performs an action after the first response.
private struct Meddling: ClientMiddleware {
    private let count = Counter()
    let meddle: @Sendable () async throws -> Void

    init(_ meddle: @escaping @Sendable () async throws -> Void) { self.meddle = meddle }

    func intercept(
        _ request: HTTPRequest, body: RequestBody?, attempt: CallAttempt, next: Next
    ) async throws -> TransportResponse {
        let answer = try await next(request, body)
        if count.next() == 1 { try await meddle() }
        return answer
    }
}

private final class Counter: Sendable {
    private let value = Lock(0)
    func next() -> Int {
        value.withLock {
            $0 += 1; return $0
        }
    }
}

/// Returns the same numbers for the same seed.
private struct SeededRandom: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var bits = state
        bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
        bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
        return bits ^ (bits >> 31)
    }
}
