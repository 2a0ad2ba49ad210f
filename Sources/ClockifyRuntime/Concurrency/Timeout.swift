/// What `work` gives; and whether its time was up first: then it was cancelled, and waited for, so that nothing stays behind.
///
/// Cancelling the task cancels the work, whose own answer it is then.
func withTimeout<Value: Sendable>(
    _ timeout: Duration?, _ time: TimeSource, _ work: @escaping @Sendable () async -> Value
) async -> (value: Value, isTimeUp: Bool) {
    // Work of a task that is cancelled already is to see that before it begins anything.
    guard let timeout, !Task.isCancelled else { return (await work(), false) }
    let task = begin(work)
    let isTimeUp = Lock(false)
    let deadline = time.deadlines.add(time.now() + timeout) {
        isTimeUp.withLock { $0 = true }
        task.cancel()
    }
    defer { time.deadlines.remove(deadline) }
    let value = await withTaskCancellationHandler {
        await task.value
    } onCancel: {
        task.cancel()
    }
    return (value, isTimeUp.withLock { $0 })
}

/// A task that begins on this thread at once where the system can do that, and saves a change of threads.
private func begin<Value: Sendable>(_ work: @escaping @Sendable () async -> Value) -> Task<Value, Never> {
    if #available(macOS 26, iOS 26, tvOS 26, watchOS 26, visionOS 26, *) {
        Task.immediate { await work() }
    } else {
        Task { await work() }
    }
}
