import ClockifyAPI
import Foundation

#if canImport(FoundationNetworking)
import FoundationNetworking
#endif

/// What one call costs the client beside bare URLSession: a list of 50 time entries over the loopback interface, from a server
/// in another process. CPU time of this process, all threads, user and kernel.
struct CallSection {
    private static let rounds = 30
    private static let callsPerRound = 50

    func measure() async throws -> Table.Section {
        let service = try LoopbackService()
        guard let url = URL(string: "http://127.0.0.1:\(service.port)/api") else { throw Failure("port \(service.port)") }
        let bare = BareClient(url: url.appending(path: "v1/workspaces/w1/user/u1/time-entries"))
        let clockify = Clockify(.apiKey("key"), site: .custom(backend: url, reports: url, timeOff: url))

        var bareTime = Samples()
        var decoderTime = Samples()
        var generatedTime = Samples()
        for round in 0...Self.rounds {
            let times = [
                try await time { try await bare.bytes().count > 20_000 ? 50 : 0 },
                try await time { try await bare.entries().count },
                try await time { try await clockify.timeEntries.list(in: "w1", user: "u1").count },
            ]
            // The first round only warms up.
            guard round > 0 else { continue }
            bareTime.values.append(times[0])
            decoderTime.values.append(times[1])
            generatedTime.values.append(times[2])
        }
        let size = try await bare.bytes().count
        try service.stop()

        let ratio = generatedTime.ratios(to: bareTime).median
        return Table.Section(
            title: "One call that lists 50 time entries over loopback (\((Double(size) / 1000).short) kB), CPU time of the client",
            figures: [
                .init("bare URLSession, nothing decoded", text(bareTime)),
                .init("URLSession and JSONDecoder", "\(decoderTime.ratios(to: bareTime).median.short) × (\(text(decoderTime)))"),
                .init(
                    "generated client", "\(ratio.short) × (\(text(generatedTime)))", value: ratio, target: .atMost(1.4, unit: "× bare")),
            ])
    }

    /// Microseconds for a call.
    private func time(_ call: () async throws -> Int) async throws -> Double {
        let seconds = try await CPUTime.of {
            for _ in 0..<Self.callsPerRound {
                guard try await call() == 50 else { throw Failure("the answer is not 50 time entries") }
            }
        }
        return seconds * 1e6 / Double(Self.callsPerRound)
    }

    private func text(_ samples: Samples) -> String { "\(samples.median.short) µs" }
}

/// What people write without a library.
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
