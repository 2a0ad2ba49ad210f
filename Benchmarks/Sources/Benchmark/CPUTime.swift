import Foundation

/// The CPU time that this process has used so far, in user and kernel mode, summed over all threads.
enum CPUTime {
    static var seconds: Double {
        var time = timespec()
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }

    /// Returns the CPU time that `work` uses.
    static func of(_ work: () throws -> Void) rethrows -> Double {
        let start = seconds
        try work()
        return seconds - start
    }

    /// Returns the CPU time that `work` uses.
    static func of(_ work: () async throws -> Void) async rethrows -> Double {
        let start = seconds
        try await work()
        return seconds - start
    }
}
