/// Runs one operation for all callers that need its result at the same time.
///
/// For example, a hundred calls that begin together ask a vault for credentials only once. Only the callers that are waiting get the
/// result; it is not cached for later callers.
///
/// A cancelled caller stops waiting immediately, even if the operation is still running. The operation is cancelled when no caller is
/// waiting any more.
final class SharedQuestion<Answer: Sendable>: Sendable {
    private typealias Waiter = CheckedContinuation<Answer, any Error>

    private struct Asking {
        let number: Int
        var waiters: [Int: Waiter] = [:]
        var task: Task<Void, Never>?
    }

    private struct State {
        var asking: Asking?
        /// The last number that was assigned to a question or a waiter.
        var lastNumber = 0

        mutating func nextNumber() -> Int {
            lastNumber += 1
            return lastNumber
        }
    }

    private let ask: @Sendable () async throws -> Answer
    private let state = Lock(State())

    init(_ ask: @escaping @Sendable () async throws -> Answer) { self.ask = ask }

    /// Returns the result of the operation that is running, or starts a new one.
    func answer() async throws -> Answer {
        let waiter = state.withLock { $0.nextNumber() }
        return try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in wait(continuation, as: waiter) }
        } onCancel: {
            leave(waiter)
        }
    }

    private func wait(_ continuation: Waiter, as waiter: Int) {
        // If the task was cancelled earlier, `leave` has already run and found no waiter.
        guard !Task.isCancelled else { return continuation.resume(throwing: CancellationError()) }
        state.withLock { state in
            if state.asking == nil {
                let number = state.nextNumber()
                state.asking = Asking(number: number)
                // The task needs the lock to deliver its result, so it cannot finish before it is stored here.
                state.asking?.task = Task { await self.answer(question: number) }
            }
            state.asking?.waiters[waiter] = continuation
        }
        // If the task was cancelled between the check and the lock, `leave` may have run too early and found no waiter.
        // If it has already removed the waiter, this second call has no effect.
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

    /// Removes a waiter. If it was the last one, also drops and cancels the question, so that the next caller starts a new one.
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
    /// The number of waiting callers.
    var waiting: Int { state.withLock { $0.asking?.waiters.count ?? 0 } }
}
