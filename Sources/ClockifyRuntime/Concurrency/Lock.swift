import Foundation

/// A value behind a lock.
///
/// The standard library's `Mutex` requires newer Apple systems than this package supports. A dump does not include the value: it would
/// read the value without the lock, and some values are secrets.
package final class Lock<Value>: @unchecked Sendable, CustomReflectable {
    // Every access to `value` happens between `lock` and `unlock`, and only the result of the body escapes.
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
