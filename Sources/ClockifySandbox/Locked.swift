import Foundation

/// A value that one task at a time reads or changes.
// Unchecked because the compiler cannot see that `value` is touched only while the lock is held: it is private, and
// `withLock` is the only way to it.
final class Locked<Value: Sendable>: @unchecked Sendable {
    private var value: Value
    private let lock = NSLock()

    init(_ value: Value) { self.value = value }

    func withLock<Result>(_ body: (inout Value) -> Result) -> Result {
        lock.lock()
        defer { lock.unlock() }
        return body(&value)
    }
}
