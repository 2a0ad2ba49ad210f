import ClockifyAPI
import ClockifyAsyncHTTPClient
import ClockifySandbox
import ClockifySandboxServer
import Foundation

/// Makes a mixed load of calls with a number of calls in flight, and checks that nothing is left behind: no task, no connection, no
/// descriptor, no file, no memory. Alternatively, it transfers large files and checks that memory stays constant.
///
///     clockify-soak load SECONDS CALLS-IN-FLIGHT
///     clockify-soak files MEBIBYTES
///     clockify-soak hostile ANSWERS CALLS-IN-FLIGHT
@main
struct Soak {
    static func main() async {
        do {
            let numbers = CommandLine.arguments.dropFirst(2).compactMap { Int($0) }
            switch (CommandLine.arguments.dropFirst().first, numbers.count) {
            case ("serve", 0): try await Service.serve()
            case ("load", 2): try await Soak(seconds: numbers[0], inFlight: numbers[1]).run()
            case ("files", 1):
                for transport in transports { try await LargeFiles(mebibytes: numbers[0]).run(transport.name, transport.make()) }
            case ("hostile", 2):
                // FoundationNetworking is excluded, because such a server can make it end the process.
                for transport in transports where !transport.endsWithTheServer {
                    try await Hostile(calls: numbers[0], inFlight: numbers[1]).run(transport.name, transport.make())
                }
            default:
                throw Failure("usage: clockify-soak load SECONDS CALLS-IN-FLIGHT | files MEBIBYTES | hostile ANSWERS CALLS-IN-FLIGHT")
            }
        } catch {
            print("soak: \(error)")
            exit(1)
        }
    }

    let seconds: Int
    let inFlight: Int

    static let rounds = 3

    /// Each transport has its own connections, which end with it.
    private static var transports: [Carrier] {
        var transports: [Carrier] = []
        #if os(Linux)
        let isFoundationNetworking = true
        transports.append(Carrier(name: "libcurl", make: { try CurlTransport() }))
        #else
        let isFoundationNetworking = false
        #endif
        transports.append(
            Carrier(
                name: "URLSession", endsWithTheServer: isFoundationNetworking,
                make: { URLSessionTransport(configuration: URLSessionTransport.configuration) }))
        #if AsyncHTTPClient
        transports.append(Carrier(name: "AsyncHTTPClient", make: { AsyncHTTPClientTransport() }))
        #endif
        return transports
    }

    private struct Carrier {
        let name: String
        /// `true` if a server can make it end the process.
        var endsWithTheServer = false
        let make: () throws -> any ClientTransport
    }

    private func run() async throws {
        let service = try Service()
        defer { service.stop() }
        let transports = Soak.transports
        for transport in transports {
            // The first use creates resources that are kept: threads, tables, pools.
            try await Load(service: service, transport: transport.make(), inFlight: inFlight).run(for: .seconds(2))
            let before = try await Remains.settled(as: nil)
            print("\(transport.name), before: \(before)")
            var tally = Tally()
            var rounds: [Remains] = []
            for _ in 0..<Soak.rounds {
                // Nothing keeps the load or its transport after it has run.
                tally.add(
                    try await Load(service: service, transport: transport.make(), inFlight: inFlight)
                        .run(for: .seconds(seconds) / (Soak.rounds * transports.count)))
                rounds.append(try await Remains.settled(as: before))
                print("\(transport.name), round \(rounds.count): \(tally); then \(rounds[rounds.count - 1])")
            }
            try Remains.judge(rounds, before: before, calls: tally.calls)
            guard tally.unexpected == 0 else { throw Failure("\(tally.unexpected) calls failed as none should: \(tally.example ?? "")") }
        }
        print("soak: nothing stays behind")
    }
}

struct Failure: Error, CustomStringConvertible {
    let description: String
    init(_ description: String) { self.description = description }
}
