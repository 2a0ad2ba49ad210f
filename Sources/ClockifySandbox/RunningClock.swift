import Foundation

/// What a sandbox's clock shows: the time of its source, until a test stops it, moves it or lets it run faster.
struct RunningClock: Sendable {
    /// The years from 1 to 9999, in seconds since 1970. Timestamps of other years cannot be written.
    static let possible = -62_135_596_800.0...253_402_300_799.0
    static let possibleSpeeds = 0.0...1_000_000

    private let source: @Sendable () -> Date
    /// The time that the clock showed when its speed was set, and the time of the source then.
    private var start: (shown: Date, source: Date)?
    /// How many seconds the clock moves for each second of the source; 0 if it is stopped.
    private(set) var speed = 1.0
    /// What the clock was advanced by, in seconds.
    private var offset = 0.0

    init(_ source: @escaping @Sendable () -> Date) { self.source = source }

    var now: Date {
        guard let start else { return source().addingTimeInterval(offset) }
        // A source that is infinitely far away is of no use to a clock that is stopped.
        let elapsed = speed == 0 ? 0 : source().timeIntervalSince(start.source) * speed
        let shown = start.shown.addingTimeInterval(elapsed + offset)
        // A clock that runs fast reaches the year 9999 within days.
        guard speed > 1 else { return shown }
        return min(shown, Date(timeIntervalSince1970: Self.possible.upperBound))
    }

    /// Lets the clock show a time now, and run on at a speed.
    mutating func run(from date: Date, speed: Double) {
        start = (date, source())
        self.speed = speed
        offset = 0
    }

    mutating func advance(by seconds: Double) { offset += seconds }
}
