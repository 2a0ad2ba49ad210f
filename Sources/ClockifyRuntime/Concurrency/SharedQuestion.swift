/// Asks for something once for all who want it at the same time: a hundred calls that begin together are one question to the
/// vault. The answer is for those who wait, and nobody after them.
///
/// Whoever is cancelled stops waiting at once, whether or not the question ends; it is cancelled when nobody waits any more.
final class SharedQuestion<Answer: Sendable>: Sendable {
    private typealias Waiter = CheckedContinuation<Answer, any Error>

    private struct Asking {
        let number: Int
        var waiters: [Int: Waiter] = [:]
        var task: Task<Void, Never>?
    }

    private struct State {
        var asking: Asking?
        /// Numbers questions and those who wait.
        var lastNumber = 0

        mutating func nextNumber() -> Int {
            lastNumber += 1
            return lastNumber
        }
    }

    private let ask: @Sendable () async throws -> Answer
    private let state = Lock(State())

    init(_ ask: @escaping @Sendable () async throws -> Answer) { self.ask = ask }

    /// The answer to the question that is being asked, or to a new one.
    func answer() async throws -> Answer {
        let waiter = state.withLock { $0.nextNumber() }
        return try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in wait(continuation, as: waiter) }
        } onCancel: {
            leave(waiter)
        }
    }

    private func wait(_ continuation: Waiter, as waiter: Int) {
        // A task that was cancelled before it came here has called `leave` already, which found nobody.
        guard !Task.isCancelled else { return continuation.resume(throwing: CancellationError()) }
        state.withLock { state in
            if state.asking == nil {
                let number = state.nextNumber()
                state.asking = Asking(number: number)
                // Whoever answers needs the lock, and so comes after the task was kept.
                state.asking?.task = Task { await self.answer(question: number) }
            }
            state.asking?.waiters[waiter] = continuation
        }
        // Cancelled between the check and the lock: `leave` found nobody either, or it finds nobody now.
        if Task.isCancelled { leave(waiter) }
    }

    private func answer(question number: Int) async {
        let result: Result<Answer, any Error>
        do {
            result = .success(try await ask())
        } catch {
            result = .failure(error)
        }
        let waiters = state.withLock { state -> [Waiter] in
            guard let asking = state.asking, asking.number == number else { return [] }
            state.asking = nil
            return Array(asking.waiters.values)
        }
        for waiter in waiters { waiter.resume(with: result) }
    }

    /// Ends one's waiting; of a question that nobody waits for, too, so that the next one asks anew.
    private func leave(_ waiter: Int) {
        let (continuation, abandoned) = state.withLock { state -> (Waiter?, Task<Void, Never>?) in
            guard let continuation = state.asking?.waiters.removeValue(forKey: waiter) else { return (nil, nil) }
            guard state.asking?.waiters.isEmpty == true else { return (continuation, nil) }
            defer { state.asking = nil }
            return (continuation, state.asking?.task)
        }
        abandoned?.cancel()
        continuation?.resume(throwing: CancellationError())
    }
}

extension SharedQuestion {
    /// How many wait.
    var waiting: Int { state.withLock { $0.asking?.waiters.count ?? 0 } }
}
