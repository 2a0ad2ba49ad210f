import ClockifyRuntime
public import Foundation

/// The clock of a sandbox, which a test sets or advances to avoid waiting.
public struct SandboxClock: Sendable {
    let sandbox: ClockifySandbox

    /// The time that it shows.
    public var now: Date { sandbox.now() }

    /// Stops the clock at a time.
    public func set(to date: Date) { sandbox.now = { date } }

    /// Moves the clock, which runs on if it is not stopped.
    ///
    /// - Parameter duration: The time to move by; back if it is negative.
    public func advance(by duration: Duration) {
        sandbox.contents.withLock { $0.offset += duration / .seconds(1) }
    }
}

extension ClockifySandbox {
    /// The sandbox's clock.
    public var clock: SandboxClock { SandboxClock(sandbox: self) }
}
