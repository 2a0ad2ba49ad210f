import ClockifySandbox
import ClockifySandboxServer
import Foundation

/// The sandbox's server over the loopback interface, in this process: what a request costs a program that is tested against it.
struct SandboxSection {
    private static let connections = 50
    private static let requests = 20_000
    private static let manyRequests = 100_000

    func measure() async throws -> Table.Section {
        let server = try await ClockifySandboxServer.start()
        defer { Task { await server.stop() } }
        guard let port = server.url.port.map({ UInt16(clamping: $0) }) else { throw Failure("the server has no port") }
        let request =
            "GET /api/v1/workspaces/\(server.sandbox.workspace)/tags?page-size=1 HTTP/1.1\r\nHost: localhost\r\n"
            + "X-Api-Key: \(server.sandbox.apiKey)\r\n\r\n"
        let single = try latency(of: request, port: port)
        let rate = try await throughput(of: request, port: port, count: Self.requests)
        let line = try longLine(port: port)
        // The first requests fill the log of requests and the allocator's pools.
        let before = ResidentMemory.current
        _ = try await throughput(of: request, port: port, count: Self.manyRequests)
        let growth = Double(ResidentMemory.current - before) / Double(1 << 20)
        return Table.Section(
            title: "The sandbox's server over loopback",
            figures: [
                .init("a small GET on a kept-alive connection", "\(single.short) ms", value: single, target: .atMost(1, unit: "ms")),
                .init(
                    "requests over \(Self.connections) connections", "\(rate.short) per second", value: rate,
                    target: .atLeast(2000, unit: "per second")),
                .init("rejecting a header line of 64 KiB", "\(line.short) ms", value: line, target: .atMost(5, unit: "ms")),
                .init(
                    "growth of memory over \(Self.manyRequests) requests", "\(growth.short) MiB", value: growth,
                    target: .atMost(8, unit: "MiB")),
            ])
    }

    /// Returns the median in milliseconds.
    private func latency(of request: String, port: UInt16) throws -> Double {
        let connection = try PlainConnection(port: port)
        var times = Measurements()
        for round in 0..<2200 {
            let start = ContinuousClock.now
            try connection.exchange(request, expecting: 200)
            // The first requests are a warm-up.
            if round >= 200 { times.values.append(start.duration(to: .now) / .milliseconds(1)) }
        }
        return times.median
    }

    /// Returns the requests per second.
    private func throughput(of request: String, port: UInt16, count: Int) async throws -> Double {
        let start = ContinuousClock.now
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<Self.connections {
                group.addTask {
                    try await Self.onThread {
                        let connection = try PlainConnection(port: port)
                        for _ in 0..<count / Self.connections { try connection.exchange(request, expecting: 200) }
                    }
                }
            }
            try await group.waitForAll()
        }
        return Double(count) / (start.duration(to: .now) / .seconds(1))
    }

    /// Runs blocking work on a thread of its own.
    private static func onThread(_ work: @escaping @Sendable () throws -> Void) async throws {
        try await withCheckedThrowingContinuation { continuation in
            Thread.detachNewThread { continuation.resume(with: Result(catching: work)) }
        }
    }

    /// Returns the best time of several, in milliseconds.
    private func longLine(port: UInt16) throws -> Double {
        let request = "GET / HTTP/1.1\r\nHost: localhost\r\nX-Long: \(String(repeating: "x", count: (64 << 10) + 1))\r\n\r\n"
        var times = Measurements()
        for _ in 0..<20 {
            let connection = try PlainConnection(port: port)
            let start = ContinuousClock.now
            try connection.exchange(request, expecting: 431)
            times.values.append(start.duration(to: .now) / .milliseconds(1))
        }
        return times.best
    }
}

/// The memory that this process uses now.
private enum ResidentMemory {
    static var current: Int {
        #if os(Linux)
        let pages = (try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8))?.split(separator: " ").dropFirst().first
        return (pages.flatMap { Int($0) } ?? 0) * Int(sysconf(Int32(_SC_PAGESIZE)))
        #else
        return Int(ChildProcess.ownPeakMemory)
        #endif
    }
}
