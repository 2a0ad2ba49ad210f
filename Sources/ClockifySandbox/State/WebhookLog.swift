import ClockifyRuntime
import Foundation

/// The latest attempts to deliver webhooks, within bounds.
struct WebhookLog: Sendable {
    /// One attempt.
    struct Entry: Sendable {
        /// The number of the delivery, counted from 1.
        let delivery: Int
        /// The number of the attempt, counted from 1. 0 if nothing was sent.
        let attempt: Int
        let webhook: String
        let requestBody: String
        /// When the attempt ended.
        let date: Date
        /// The status of the response; `nil` if there was none.
        let status: Int?
        /// The body of the response, or why there was none.
        let responseBody: String

        var hasSucceeded: Bool { status.map { 200..<300 ~= $0 } ?? false }

        fileprivate var size: Int { requestBody.utf8.count + responseBody.utf8.count }
    }

    /// The number of attempts that are kept.
    private let capacity: Int
    /// The number of bytes that are kept of all bodies together.
    private let totalSize: Int
    /// The time in seconds after which the service forgets an attempt.
    static let age = 7 * 86_400.0

    /// The attempts, with those that were dropped at the front.
    private var latest: [Entry?] = []
    private var dropped = 0
    private var size = 0

    init(capacity: Int = 10_000, totalSize: Int = 64 << 20) {
        self.capacity = capacity
        self.totalSize = totalSize
    }

    /// Returns the attempts of a webhook that are not too old, oldest first.
    func entries(of webhook: String, at now: Date) -> [Entry] {
        latest[dropped...].compactMap(\.self)
            .filter { $0.webhook == webhook && $0.date.addingTimeInterval(Self.age) >= now }
            .sorted { ($0.delivery, $0.attempt) < ($1.delivery, $1.attempt) }
    }

    mutating func append(_ entry: Entry) {
        latest.append(entry)
        size += entry.size
        while latest.count - dropped > capacity || size > totalSize {
            size -= latest[dropped]?.size ?? 0
            latest[dropped] = nil
            dropped += 1
        }
        guard dropped >= capacity else { return }
        latest.removeFirst(dropped)
        dropped = 0
    }
}

extension WebhookLog.Entry {
    /// The attempt in the format of responses. Without a response, it has no status.
    var value: JSONValue {
        .present([
            "id": .string(id), "requestBody": .string(requestBody),
            "respondedAt": .string(TextFormat.timestamp(date, fractionDigits: 3).prefix { $0 != "Z" } + "+00:00"),
            "responseBody": .string(responseBody), "statusCode": status.map { .integer(Int64($0)) } ?? .null,
            "webhookId": .string(webhook),
        ])
    }

    /// An identifier that does not depend on how attempts of different webhooks interleave.
    private var id: String {
        func digits(_ number: Int, _ count: Int) -> String {
            let digits = String(number, radix: 16)
            return String(repeating: "0", count: max(0, count - digits.count)) + digits
        }
        return "65e5b854" + digits(delivery, 12) + digits(attempt, 4)
    }
}
