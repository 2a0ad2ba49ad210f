import ClockifyAPI
@_spi(Generated) import ClockifyRuntime
import Foundation
import TimeEntrySamples

/// Measures reading, comparing and writing a list of 20,000 time entries with the generated types, a hand-written `Codable` struct, and
/// untyped JSON. The contestants run alternately in this process.
struct JSONSection {
    private static let count = 20_000
    private static let rounds = 7

    func measure() throws -> Table.Section {
        let answer = TimeEntrySamples.list(Self.count)
        let decoding = try decoding(answer)
        let (request, encoding) = try encoding()
        return Table.Section(
            title: "JSON: 20,000 time entries (\(megabytes(answer.count)) MB read, \(megabytes(request)) MB written), CPU time",
            figures: figures("decoding", decoding, speed: .atLeast(100, unit: "MB/s"), ratio: .atLeast(5, unit: "×"))
                + figures("encoding", encoding) + figures("comparing equal lists", try comparing(answer)))
    }

    // MARK: Contestants

    private func decoding(_ answer: [UInt8]) throws -> [Contestant] {
        let data = Data(answer)
        return try compete([
            ("generated types", { try expect(JSONReader.decode([Clockify.TimeEntry].self, from: answer).count, answer.count) }),
            ("Codable", { try expect(JSONDecoder.forTimeEntries.decode([CodableTimeEntry].self, from: data).count, answer.count) }),
            ("JSONSerialization", { try expect((JSONSerialization.jsonObject(with: data) as? [Any])?.count, answer.count) }),
        ])
    }

    private func comparing(_ answer: [UInt8]) throws -> [Contestant] {
        let data = Data(answer)
        let generated = try (0..<2).map { _ in try JSONReader.decode([Clockify.TimeEntry].self, from: answer) }
        let codable = try (0..<2).map { _ in try JSONDecoder.forTimeEntries.decode([CodableTimeEntry].self, from: data) }
        let bytesIfEqual = { (areEqual: Bool) in
            guard areEqual else { throw Failure("lists from the same JSON differ") }
            return answer.count
        }
        return try compete([
            ("generated types", { try bytesIfEqual(generated[0] == generated[1]) }),
            ("Codable", { try bytesIfEqual(codable[0] == codable[1]) }),
        ])
    }

    private func encoding() throws -> (bytes: Int, [Contestant]) {
        let entries = try NewTimeEntries(Self.count)
        let bytes = try JSONWriter.encode(entries.generated).count
        let contestants = try compete([
            ("generated types", { try JSONWriter.encode(entries.generated).count }),
            ("Codable", { try JSONEncoder.forTimeEntries.encode(entries.codable).count }),
            ("JSONSerialization", { try JSONSerialization.data(withJSONObject: entries.untyped).count }),
        ])
        return (bytes, contestants)
    }

    private func expect(_ count: Int?, _ bytes: Int) throws -> Int {
        guard count == Self.count else { throw Failure("\(count ?? 0) time entries were read, not \(Self.count)") }
        return bytes
    }

    // MARK: Measuring

    private struct Contestant {
        let name: String
        var bytes = 0
        var seconds = Measurements()

        var speed: String { "\(megabytesPerSecond(seconds.best).short) MB/s, median \(megabytesPerSecond(seconds.median).short)" }

        func megabytesPerSecond(_ seconds: Double) -> Double { Double(bytes) / 1e6 / seconds }
    }

    /// Runs each contestant once per round. `work` returns the number of bytes that it read or wrote.
    private func compete(_ contestants: [(name: String, work: () throws -> Int)]) throws -> [Contestant] {
        var results = contestants.map { Contestant(name: $0.name) }
        for round in 0...Self.rounds {
            for (index, contestant) in contestants.enumerated() {
                let seconds = try CPUTime.of { results[index].bytes = try contestant.work() }
                // The first round is a warm-up.
                if round > 0 { results[index].seconds.values.append(seconds) }
            }
        }
        return results
    }

    /// Returns the figures. The first contestant must be the generated types.
    private func figures(_ what: String, _ contestants: [Contestant], speed: Target? = nil, ratio: Target? = nil) -> [Table.Figure] {
        let ours = contestants[0]
        var figures = [figure("\(what): \(ours.name)", ours.speed, ours.megabytesPerSecond(ours.seconds.best), speed)]
        for other in contestants.dropFirst() {
            let times = other.seconds.ratios(to: ours.seconds).median
            figures.append(.init("\(what): \(other.name)", other.speed))
            figures.append(
                figure(
                    "\(what): generated, against \(other.name)", "\(times.short) × as fast", times, other.name == "Codable" ? ratio : nil))
        }
        return figures
    }

    private func figure(_ name: String, _ measured: String, _ value: Double, _ target: Target?) -> Table.Figure {
        target.map { .init(name, measured, value: value, target: $0) } ?? .init(name, measured)
    }

    private func megabytes(_ bytes: Int) -> String { (Double(bytes) / 1e6).short }
}
