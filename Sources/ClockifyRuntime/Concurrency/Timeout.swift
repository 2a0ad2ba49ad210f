/// Runs `work` and returns its value, and whether the timeout expired first.
///
/// When the timeout expires, the work is cancelled and awaited, so that it does not keep running in the background. If the calling task
/// is cancelled, the work is cancelled too, and the function returns whatever the work returns then.
func withTimeout<Value: Sendable>(
    _ timeout: Duration?, _ time: TimeSource, _ work: @escaping @Sendable () async -> Value
) async -> (value: Value, isTimeUp: Bool) {
    // If the task is already cancelled, the work runs directly, so that it sees the cancellation before it starts anything.
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

/// Creates a task that starts immediately on the current thread if the system supports it, which saves a thread switch.
private func begin<Value: Sendable>(_ work: @escaping @Sendable () async -> Value) -> Task<Value, Never> {
    if #available(macOS 26, iOS 26, tvOS 26, watchOS 26, visionOS 26, *) {
        Task.immediate { await work() }
    } else {
        Task { await work() }
    }
}
