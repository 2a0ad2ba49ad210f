#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// The offset of a time zone near a time on its clocks, before and after they are changed.
///
/// Times on clocks are seconds since 1970-01-01T00:00:00 on the same clocks. Moments are seconds since 1970-01-01T00:00:00Z.
struct ClockChange {
    /// The offset from UTC before the change, in seconds.
    private let before: Int
    /// The offset from UTC since the change, in seconds.
    private let after: Int
    /// The first moment with the new offset. If clocks are not changed, both offsets are the same and this has no meaning.
    private let moment: Int

    init(near clock: Int, in timeZone: TimeZone) {
        func offset(_ seconds: Int) -> Int { timeZone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(seconds))) }
        // No offset has ever been longer than 16 hours.
        var (early, late) = (clock - 57_600, clock + 57_600)
        (before, after) = (offset(early), offset(late))
        if before != after {
            // Find the first second with the new offset.
            while late - early > 1 {
                let middle = early + (late - early) / 2
                if offset(middle) == before { early = middle } else { late = middle }
            }
        }
        moment = late
    }

    /// Returns the first moment at which clocks show the given time or a later one.
    func firstMoment(from clock: Int) -> Int {
        clock - before < moment || before == after ? clock - before : max(moment, clock - after)
    }

    /// Returns the moment at which clocks show the given time: the first of two if they are set back over it. If they are set forward
    /// over it, returns the moment at which they would show it if they had not been changed.
    func moment(of clock: Int) -> Int {
        let isBefore = clock - before < moment || before == after
        return isBefore || clock - after < moment ? clock - before : clock - after
    }
}
