import ClockifyAPI
import Foundation

#if canImport(FoundationNetworking)
import FoundationNetworking
#endif

/// The client-side cost of one call compared with bare URLSession. The call fetches a list of 50 time entries over the loopback
/// interface from a server in another process. The measure is the CPU time of this process over all threads, in user and kernel
/// mode.
///
/// Calls are measured both from rest, with a pause before each, and back to back. The latter favors calls that leave no work
/// between them: the threads of the previous call are still awake, so the next call does not pay for waking them.
struct CallSection {
    private static let rounds = 30
    private static let callsPerRound = 50

    func measure() async throws -> Table.Section {
        let service = try LoopbackService()
        guard let url = URL(string: "http://127.0.0.1:\(service.port)/api") else { throw Failure("port \(service.port)") }
        let bare = BareClient(url: url.appending(path: "v1/workspaces/w1/user/u1/time-entries"))
        var client = Clockify(.apiKey("key"), site: .custom(backend: url, reports: url, timeOff: url)).client
        // Waiting for the rate limiter is not part of the cost of a call, and bare URLSession has no rate limiter.
        client.rateLimiter = nil
        let clockify = Clockify(client: client)
        let contestants = [
            Contestant(name: "bare URLSession, nothing decoded") { try await bare.bytes().count > 20_000 ? 50 : 0 },
            Contestant(name: "URLSession and JSONDecoder") { try await bare.entries().count },
            Contestant(name: "generated client", target: .atMost(1.4, unit: "× bare")) {
                try await clockify.timeEntries.list(in: "w1", user: "u1").count
            },
        ]
        let size = try await bare.bytes().count
        var figures: [Table.Figure] = []
        for pause in [Duration.milliseconds(2), nil] {
            figures += try await compete(contestants, pause: pause)
        }
        try service.stop()
        return Table.Section(
            title: "One call that lists 50 time entries over loopback (\((Double(size) / 1000).short) kB), CPU time of the client",
            figures: figures)
    }

    private struct Contestant {
        let name: String
        var target: Target?
        let call: () async throws -> Int
    }

    private func compete(_ contestants: [Contestant], pause: Duration?) async throws -> [Table.Figure] {
        var times = contestants.map { _ in Measurements() }
        for round in 0...Self.rounds {
            let pauses = try await time(pause) { 50 }
            let measured = try await contestants.asyncMap { try await time(pause, $0.call) - pauses }
            // The first round is a warm-up.
            guard round > 0 else { continue }
            for index in measured.indices { times[index].values.append(measured[index]) }
        }
        let kind = pause == nil ? "back to back" : "from rest"
        return zip(contestants, times).enumerated().map { index, pair in
            let (contestant, time) = pair
            let text = "\(time.median.short) µs"
            guard index > 0 else { return .init("\(kind): \(contestant.name)", text) }
            let ratio = time.ratios(to: times[0]).median
            let (name, measured) = ("\(kind): \(contestant.name)", "\(ratio.short) × (\(text))")
            guard pause != nil, let target = contestant.target else { return .init(name, measured) }
            return .init(name, measured, value: ratio, target: target)
        }
    }

    /// Returns the CPU time of a call in microseconds.
    private func time(_ pause: Duration?, _ call: () async throws -> Int) async throws -> Double {
        let seconds = try await CPUTime.of {
            for _ in 0..<Self.callsPerRound {
                if let pause { try await Task.sleep(for: pause) }
                guard try await call() == 50 else { throw Failure("the answer is not 50 time entries") }
            }
            if let pause { try await Task.sleep(for: pause) }
        }
        return seconds * 1e6 / Double(Self.callsPerRound)
    }
}

extension Array {
    fileprivate func asyncMap<Result>(_ transform: (Element) async throws -> Result) async rethrows -> [Result] {
        var results: [Result] = []
        for element in self { results.append(try await transform(element)) }
        return results
    }
}

/// A typical client without a library.
private struct BareClient {
    private let session: URLSession
    private let request: URLRequest

    init(url: URL) {
        let configuration = URLSessionConfiguration.ephemeral
        configuration.urlCache = nil
        session = URLSession(configuration: configuration)
        var request = URLRequest(url: url)
        request.setValue("key", forHTTPHeaderField: "X-Api-Key")
        request.setValue("application/json", forHTTPHeaderField: "Accept")
        self.request = request
    }

    func bytes() async throws -> Data { try await session.data(for: request).0 }

    func entries() async throws -> [CodableTimeEntry] {
        try JSONDecoder.forTimeEntries.decode([CodableTimeEntry].self, from: try await bytes())
    }
}
