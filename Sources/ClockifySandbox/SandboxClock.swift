import ClockifyRuntime
public import Foundation

/// The clock of a sandbox, which a test sets or advances to avoid waiting.
public struct SandboxClock: Sendable {
    let sandbox: ClockifySandbox

    /// The time that it shows.
    public var now: Date { sandbox.now() }

    /// How many seconds pass on the clock in one second; 0 if it is stopped.
    public var speed: Double { sandbox.contents.withLock { $0.clock.speed } }

    /// Stops the clock at a time.
    public func set(to date: Date) { sandbox.contents.withLock { $0.clock.run(from: date, speed: 0) } }

    /// Moves the clock, which runs on if it is not stopped.
    ///
    /// - Parameter duration: The time to move by; back if it is negative.
    public func advance(by duration: Duration) {
        sandbox.contents.withLock { $0.clock.advance(by: duration / .seconds(1)) }
    }

    /// Lets the clock run.
    ///
    ///     sandbox.clock.run(atSpeed: 60)          // an hour passes in a minute
    ///
    /// The clock follows the one that the sandbox was created with. If that one stands still, this one does as well.
    ///
    /// - Parameters:
    ///   - date: The time that it shows first; `nil` for the time that it shows already.
    ///   - speed: How many seconds pass on the clock in one second, from 0 to 1,000,000. Other values count as the nearest of these,
    ///     and a value that is not a number as 1.
    public func run(from date: Date? = nil, atSpeed speed: Double = 1) {
        let possible = RunningClock.possibleSpeeds
        let speed = speed.isNaN ? 1 : min(max(speed, possible.lowerBound), possible.upperBound)
        sandbox.contents.withLock { $0.clock.run(from: date ?? $0.clock.now, speed: speed) }
    }
}

extension ClockifySandbox {
    /// The sandbox's clock.
    public var clock: SandboxClock { SandboxClock(sandbox: self) }
}
