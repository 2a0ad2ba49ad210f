import ClockifyAPI
import ClockifySandbox
import Foundation
import SandboxTestSupport
import Testing

@Suite("The speed of the sandbox's clock")
struct SandboxClockTests {
    private let source: TestClock
    private let sandbox: ClockifySandbox

    init() throws {
        let source = try TestClock("2026-01-31T09:00:00Z")
        self.source = source
        sandbox = ClockifySandbox(now: { source.date })
    }

    @Test("A clock runs several times as fast, from the time that it shows or from another one")
    func speed() throws {
        #expect(sandbox.clock.speed == 1)
        sandbox.clock.run(atSpeed: 60)
        #expect(try sandbox.clock.now == date("2026-01-31T09:00:00Z"))
        source.date = try date("2026-01-31T09:01:00Z")
        #expect(try sandbox.clock.now == date("2026-01-31T10:00:00Z"))
        sandbox.clock.run(from: try date("2030-01-01T00:00:00Z"), atSpeed: 2)
        source.date = try date("2026-01-31T09:01:30Z")
        #expect(try sandbox.clock.now == date("2030-01-01T00:01:00Z"))
        #expect(sandbox.clock.speed == 2)
    }

    @Test("A clock that was stopped runs on, and what it was advanced by stays")
    func stopped() throws {
        sandbox.clock.set(to: try date("2027-01-01T00:00:00Z"))
        source.date = try date("2026-02-01T00:00:00Z")
        #expect(try sandbox.clock.now == date("2027-01-01T00:00:00Z"))
        sandbox.clock.advance(by: .seconds(60))
        sandbox.clock.run()
        source.date = try date("2026-02-01T00:00:01Z")
        #expect(try sandbox.clock.now == date("2027-01-01T00:01:01Z"))
    }

    @Test("A speed that is out of bounds counts as the nearest one, and the clock does not pass the year 9999")
    func bounds() throws {
        sandbox.clock.run(atSpeed: -1)
        #expect(sandbox.clock.speed == 0)
        sandbox.clock.run(atSpeed: .nan)
        #expect(sandbox.clock.speed == 1)
        sandbox.clock.run(atSpeed: .infinity)
        #expect(sandbox.clock.speed == 1_000_000)
        source.date = try date("2126-01-01T00:00:00Z")
        #expect(try sandbox.clock.now == date("9999-12-31T23:59:59Z"))
    }

    @Test("The speed is set over HTTP, with or without a time")
    func control() async throws {
        func put(_ json: String) async throws -> JSONValue? {
            try await sandbox.raw(.put, "clock", json: json, headers: [:], prefix: "/_sandbox/").json
        }
        #expect(try await put("{\"speed\":2.5}") == ["now": "2026-01-31T09:00:00Z", "speed": 2.5])
        #expect(try await put("{\"now\":\"2030-01-01T00:00:00Z\",\"speed\":10}") == ["now": "2030-01-01T00:00:00Z", "speed": 10])
        source.date = source.date.addingTimeInterval(1)
        #expect(try sandbox.clock.now == date("2030-01-01T00:00:10Z"))
    }
}
