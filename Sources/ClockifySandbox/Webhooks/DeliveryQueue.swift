import ClockifyRuntime
import HTTPTypes

/// Sends what webhooks deliver: for each webhook one delivery after the other, and webhooks side by side.
final class DeliveryQueue: Sendable {
    /// The number of attempts until a delivery is given up. They follow each other without a wait.
    static let attempts = 3
    /// Records an attempt, unless the deliveries were cancelled meanwhile.
    typealias Recorder =
        @Sendable (
            _ order: WebhookDeliveryOrder, _ attempt: Int, _ result: DeliveryResult, _ isCurrent: @Sendable () -> Bool
        ) -> Void

    struct Settings: Sendable {
        var transport: any ClientTransport = LoopbackTransport()
        var timeout = Duration.seconds(10)
        /// The number of deliveries that may wait.
        var capacity = 10_000
        /// The number of bytes that the bodies of all waiting deliveries have at most.
        var totalSize = 64 << 20
    }

    private struct Delivery: Sendable {
        let order: WebhookDeliveryOrder
        let request: HTTPRequest
    }

    /// The deliveries of a webhook, with those that are done at the front.
    private struct Line: Sendable {
        private var deliveries: [Delivery?] = []
        private var done = 0

        /// What is sent now or next.
        var first: Delivery? { done < deliveries.count ? deliveries[done] : nil }

        mutating func append(_ delivery: Delivery) { deliveries.append(delivery) }

        mutating func removeFirst() {
            deliveries[done] = nil
            done += 1
            guard done * 2 > deliveries.count else { return }
            deliveries.removeFirst(done)
            done = 0
        }
    }

    private struct State: Sendable {
        /// What waits, by webhook.
        var lines: [String: Line] = [:]
        var tasks: [String: Task<Void, Never>] = [:]
        var count = 0
        var size = 0
        /// Whoever waits until nothing waits.
        var waiters: [CheckedContinuation<Void, Never>] = []
        /// The number of cancellations. What was begun before the latest one has no effect any more.
        var generation = 0
        var settings = Settings()
    }

    private let state = Lock(State())
    private let record: Recorder

    init(record: @escaping Recorder) { self.record = record }

    var settings: Settings {
        get { state.withLock { $0.settings } }
        set { state.withLock { $0.settings = newValue } }
    }

    /// The number of deliveries that are not done.
    var count: Int { state.withLock { $0.count } }

    /// Adds a delivery, and returns at once. Returns `false` if too much waits.
    func add(_ order: WebhookDeliveryOrder, as request: HTTPRequest) -> Bool {
        state.withLock { state in
            let size = order.body.utf8.count
            guard state.count < state.settings.capacity, state.size + size <= state.settings.totalSize else { return false }
            state.count += 1
            state.size += size
            state.lines[order.webhook, default: Line()].append(Delivery(order: order, request: request))
            guard state.tasks[order.webhook] == nil else { return true }
            let (webhook, generation) = (order.webhook, state.generation)
            state.tasks[webhook] = Task.detached { await self.deliver(for: webhook, generation) }
            return true
        }
    }

    /// Returns when nothing waits any more.
    func waitUntilEmpty() async {
        await withCheckedContinuation { continuation in
            let isEmpty = state.withLock { state in
                if state.count > 0 { state.waiters.append(continuation) }
                return state.count == 0
            }
            if isEmpty { continuation.resume() }
        }
    }

    /// The tasks and waiters of deliveries that are not wanted any more.
    struct Cancellation: Sendable {
        fileprivate let tasks: [Task<Void, Never>]
        fileprivate let waiters: [CheckedContinuation<Void, Never>]

        /// Ends what is being sent. Not while a lock is held, because a cancelled transport may do anything.
        func end() {
            for task in tasks { task.cancel() }
            for waiter in waiters { waiter.resume() }
        }

        /// Returns when nothing is being sent.
        func wait() async {
            for task in tasks { await task.value }
        }
    }

    /// Drops all deliveries. What is being sent has no effect from now on.
    func removeAll() -> Cancellation {
        state.withLock { state in
            let cancellation = Cancellation(tasks: Array(state.tasks.values), waiters: state.waiters)
            var new = State()
            new.generation = state.generation + 1
            new.settings = state.settings
            state = new
            return cancellation
        }
    }

    // MARK: Sending

    /// Delivers what waits for a webhook.
    private func deliver(for webhook: String, _ generation: Int) async {
        while let (delivery, settings) = next(for: webhook, generation) {
            await deliver(delivery, generation, settings)
            end(delivery.order, generation)
        }
    }

    /// Returns what a webhook is to send next; `nil` if there is nothing.
    private func next(for webhook: String, _ generation: Int) -> (Delivery, Settings)? {
        state.withLock { state in
            guard state.generation == generation else { return nil }
            if let delivery = state.lines[webhook]?.first { return (delivery, state.settings) }
            state.lines[webhook] = nil
            state.tasks[webhook] = nil
            return nil
        }
    }

    private func deliver(_ delivery: Delivery, _ generation: Int, _ settings: Settings) async {
        let isCurrent: @Sendable () -> Bool = { self.state.withLock { $0.generation == generation } }
        let send = DeliveryAttempt(transport: settings.transport, timeout: settings.timeout)
        for attempt in 1...Self.attempts {
            let result = await send(delivery.request, body: delivery.order.body)
            guard isCurrent() else { return }
            record(delivery.order, attempt, result, isCurrent)
            guard result.isWorthRetrying else { return }
        }
    }

    private func end(_ order: WebhookDeliveryOrder, _ generation: Int) {
        let waiters = state.withLock { state -> [CheckedContinuation<Void, Never>] in
            guard state.generation == generation else { return [] }
            state.lines[order.webhook]?.removeFirst()
            state.count -= 1
            state.size -= order.body.utf8.count
            guard state.count == 0 else { return [] }
            defer { state.waiters = [] }
            return state.waiters
        }
        for waiter in waiters { waiter.resume() }
    }
}
