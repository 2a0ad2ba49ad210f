/// What `work` gives, or nil when the time is up first: then it is cancelled, and waited for, so that nothing stays behind.
///
/// Cancelling the task cancels the work, whose own answer it is then.
func withTimeout<Value: Sendable>(
    _ timeout: Duration?, _ time: TimeSource, _ work: @escaping @Sendable () async -> Value
) async -> Value? {
    guard let timeout else { return await work() }
    let end = time.now() + timeout
    return await withTaskGroup(of: TimeoutEvent<Value>.self) { group in
        group.addTask { .done(await work()) }
        group.addTask {
            do {
                try await time.sleep(end)
                return .timeIsUp
            } catch {
                return .timerWasCancelled
            }
        }
        defer { group.cancelAll() }
        for await event in group {
            switch event {
            case .done(let value): return value
            case .timeIsUp: return nil
            case .timerWasCancelled: continue
            }
        }
        return nil
    }
}

private enum TimeoutEvent<Value: Sendable>: Sendable {
    case done(Value)
    case timeIsUp
    case timerWasCancelled
}
