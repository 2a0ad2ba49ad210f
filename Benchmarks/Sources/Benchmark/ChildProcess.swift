import Foundation

/// The resource usage and the output of a completed program. `Foundation.Process` does not report the former.
struct ChildProcess {
    /// The elapsed time in seconds.
    let wall: Double
    /// The CPU time in seconds, in user and kernel mode, including child processes.
    let cpu: Double
    /// The peak memory in bytes. On Linux, it starts at the memory of the parent when it spawns the child.
    let peakMemory: Double
    let output: String

    /// Runs a program. If it fails, throws an error with its output.
    @discardableResult
    static func run(_ arguments: [String]) throws -> ChildProcess {
        let log = FileManager.default.temporaryDirectory.appending(path: "benchmark-\(UUID().uuidString).log")
        defer { try? FileManager.default.removeItem(at: log) }
        #if canImport(Darwin)
        var actions: posix_spawn_file_actions_t?
        #else
        var actions = posix_spawn_file_actions_t()
        #endif
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 1, log.path, O_WRONLY | O_CREAT, 0o600)
        posix_spawn_file_actions_adddup2(&actions, 1, 2)

        let strings = arguments.map { strdup($0) } + [nil]
        defer { strings.forEach { free($0) } }
        var process = pid_t()
        let start = ContinuousClock.now
        let code = posix_spawnp(&process, arguments[0], &actions, nil, strings, environ)
        guard code == 0 else { throw Failure("cannot run \(arguments[0]): \(String(cString: strerror(code)))") }
        var status: Int32 = 0
        var usage = rusage()
        while wait4(process, &status, 0, &usage) < 0 && errno == EINTR {}
        let wall = start.duration(to: .now) / .seconds(1)
        let output = String(decoding: (try? Data(contentsOf: log)) ?? Data(), as: UTF8.self)
        guard status == 0 else {
            let errors = output.split(separator: "\n").filter { $0.contains("error:") }.prefix(10).joined(separator: "\n")
            throw Failure("\(arguments.joined(separator: " ")) failed:\n\(errors.isEmpty ? String(output.suffix(4000)) : errors)")
        }
        return ChildProcess(wall: wall, cpu: usage.cpu, peakMemory: usage.peakMemory, output: output)
    }

    /// Runs a program several times and returns its elapsed and CPU times in milliseconds.
    ///
    /// - Parameter arguments: Returns the arguments of a run, by its number.
    static func times(_ count: Int, _ arguments: (Int) -> [String]) throws -> (wall: Measurements, cpu: Measurements) {
        var times = (wall: Measurements(), cpu: Measurements())
        for index in 0..<count {
            let child = try run(arguments(index))
            times.wall.values.append(child.wall * 1000)
            times.cpu.values.append(child.cpu * 1000)
        }
        return times
    }

    /// Returns the number of instructions that a shell command executes, which does not depend on the load of the machine. Returns
    /// `nil` if valgrind is not installed.
    static func instructions(_ command: String) -> Double? {
        let valgrind = "exec valgrind --tool=cachegrind --cache-sim=no --cachegrind-out-file=/dev/null "
        // The output ends with `==12== I refs:      1,234`.
        guard let counted = try? run(["sh", "-c", valgrind + command]),
            let line = counted.output.split(separator: "\n").last(where: { $0.hasPrefix("==") && $0.contains(" refs:") })
        else { return nil }
        return line.split(separator: " ").last.flatMap { Double($0.filter { $0 != "," }) }
    }

    /// The peak memory of this process so far, in bytes.
    static var ownPeakMemory: Double {
        var usage = rusage()
        #if canImport(Glibc)
        getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
        #else
        getrusage(RUSAGE_SELF, &usage)
        #endif
        return usage.peakMemory
    }
}

extension rusage {
    fileprivate var cpu: Double {
        Double(ru_utime.tv_sec + ru_stime.tv_sec) + Double(ru_utime.tv_usec + ru_stime.tv_usec) / 1e6
    }

    fileprivate var peakMemory: Double {
        #if canImport(Darwin)
        Double(ru_maxrss)
        #else
        Double(ru_maxrss) * 1024
        #endif
    }
}
