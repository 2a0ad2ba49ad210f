import Foundation

/// A value behind a lock.
///
/// `Mutex` of the standard library would do, but asks for newer Apple systems than this package supports. A dump does not have the value:
/// it would read it without the lock, and some are secrets.
package final class Lock<Value>: @unchecked Sendable, CustomReflectable {
    // Every access to `value` is between `lock` and `unlock`, and nothing of it escapes but what the body returns.
    private let lock = NSLock()
    private var value: Value

    package init(_ value: sending Value) { self.value = value }

    package var customMirror: Mirror { Mirror(self, children: [:]) }

    package func withLock<Result>(_ body: (inout Value) throws -> Result) rethrows -> Result {
        lock.lock()
        defer { lock.unlock() }
        return try body(&value)
    }
}
