public import Foundation

extension Clockify.TimeEntry {
    /// Returns how long the time entry lasts: from its start to its end, or to `now` if it is still running.
    ///
    /// The service's own value is `timeInterval.duration`, which is `nil` while the entry is running.
    ///
    /// - Parameter now: The end of a running entry. If it is before the start, the duration is negative.
    public func duration(until now: Date = Date()) -> Duration {
        .seconds((timeInterval.end ?? now).timeIntervalSince(timeInterval.start))
    }

    /// `true` if the time entry has no end yet.
    public var isRunning: Bool { timeInterval.end == nil }
}

extension Sequence<Clockify.TimeEntry> {
    /// Returns the sum of the durations. Time in which several entries overlap counts once for each of them.
    ///
    /// - Parameter now: The end of a running entry.
    public func totalDuration(until now: Date = Date()) -> Duration {
        reduce(.zero) { $0 + $1.duration(until: now) }
    }
}
