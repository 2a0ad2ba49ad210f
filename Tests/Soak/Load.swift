import ClockifyAPI
import Foundation

/// The outcomes of a load's calls.
struct Tally: Sendable, CustomStringConvertible {
    var calls = 0
    var cancelled = 0
    var timedOut = 0
    var refused = 0
    var unexpected = 0
    var example: String?

    mutating func add(_ other: Tally) {
        calls += other.calls
        cancelled += other.cancelled
        timedOut += other.timedOut
        refused += other.refused
        unexpected += other.unexpected
        example = example ?? other.example
    }

    var description: String {
        "\(calls) calls, of which \(cancelled) cancelled, \(timedOut) timed out, \(refused) refused, \(unexpected) unexpected"
    }
}

/// A number of tasks, each with sequential calls: reads, writes, pages, files, and calls that are cancelled or time out.
struct Load: Sendable {
    let clockify: Clockify
    let workspace: Clockify.WorkspaceID
    let inFlight: Int
    /// The file to upload.
    private static let image = FileUpload.bytes([UInt8](repeating: 7, count: 100_000), name: "a.png", contentType: "image/png")

    init(service: Service, transport: any ClientTransport, inFlight: Int) {
        var client = Clockify(.apiKey(service.sandbox.apiKey), site: service.site, transport: transport).client
        client.rateLimiter = nil
        client.options.timeout = .seconds(300)
        clockify = Clockify(client: client)
        workspace = service.sandbox.workspace
        self.inFlight = inFlight
    }

    @discardableResult
    func run(for duration: Duration) async throws -> Tally {
        let end = ContinuousClock.now + duration
        return await withTaskGroup(of: Tally.self) { group in
            for worker in 0..<inFlight {
                group.addTask {
                    var tally = Tally()
                    var number = worker
                    while ContinuousClock.now < end {
                        await call(number, &tally)
                        number += 1
                    }
                    return tally
                }
            }
            var all = Tally()
            for await tally in group { all.add(tally) }
            return all
        }
    }

    private func call(_ number: Int, _ tally: inout Tally) async {
        tally.calls += 1
        let isCancelled = number % 11 == 0
        let isLate = number % 13 == 0
        do {
            if isCancelled {
                let task = Task { try await make(number) }
                for _ in 0..<(number % 7) { await Task.yield() }
                task.cancel()
                try await task.value
            } else if isLate {
                try await Load(clockify: clockify.with { $0.timeout = .milliseconds(number % 5) }, self).make(number)
            } else {
                try await make(number)
            }
        } catch APIFailure.cancelled where isCancelled {
            tally.cancelled += 1
        } catch APIFailure.connection(let failure) where isLate && failure.reason == "timed out" {
            tally.timedOut += 1
        } catch APIFailure.outcomeUnknown where isLate {
            tally.timedOut += 1
        } catch APIFailure.response {
            // The sandbox was reset and no longer has the resource.
            tally.refused += 1
        } catch {
            tally.unexpected += 1
            tally.example = "\(error)"
        }
    }

    private init(clockify: Clockify, _ other: Load) {
        self.clockify = clockify
        workspace = other.workspace
        inFlight = other.inFlight
    }

    private func make(_ number: Int) async throws {
        switch number % 17 {
        case 0: _ = try await clockify.users.uploadImage(Load.image)
        case 1:
            guard let invoice = try await clockify.invoices.list(in: workspace).invoices?.first else { return }
            let file = try await clockify.invoices.export(invoice.id, in: workspace, userLocale: "en")
            let url = FileManager.default.temporaryDirectory.appendingPathComponent("soak-\(UUID().uuidString)")
            defer { try? FileManager.default.removeItem(at: url) }
            try await file.write(to: url)
        case 2:
            var count = 0
            for try await _ in clockify.projects.all(in: workspace).prefetching(2) {
                count += 1
                // Some tasks read all pages, others stop early.
                if number % 2 == 0, count == 10 { break }
            }
        case 3...6:
            let tag = try await clockify.tags.create(in: workspace, .init(name: UUID().uuidString))
            _ = try await clockify.tags.update(tag.id, in: workspace, .init(name: UUID().uuidString))
            _ = try await clockify.tags.delete(tag.id, in: workspace)
        case 7: _ = try await clockify.tags.get("none", in: workspace)
        case 8...10: _ = try await clockify.projects.list(in: workspace)
        default: _ = try await clockify.users.me()
        }
    }
}
