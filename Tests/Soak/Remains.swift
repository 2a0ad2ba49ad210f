import Foundation

/// The resources of this process when no call is in progress.
struct Remains: CustomStringConvertible {
    let descriptors: Int
    /// The private memory of the process, in bytes.
    let bytes: Int
    let temporaryFiles: Int

    var description: String { "\(descriptors) descriptors, \(bytes >> 10) KiB, \(temporaryFiles) temporary files" }

    static func now() throws -> Remains {
        let folder = FileManager.default.temporaryDirectory.path
        let files = try FileManager.default.contentsOfDirectory(atPath: folder).filter {
            $0.hasPrefix("clockify-") || $0.hasPrefix("soak-")
        }
        #if os(Linux)
        let status = try String(contentsOfFile: "/proc/self/status", encoding: .utf8)
        let line = status.split(separator: "\n").first { $0.hasPrefix("RssAnon:") }
        let bytes = (line.flatMap { Int($0.filter(\.isNumber)) } ?? 0) << 10
        // Listing the folder uses a descriptor itself.
        let descriptors = try FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd").count - 1
        #else
        var usage = rusage()
        getrusage(RUSAGE_SELF, &usage)
        let bytes = usage.ru_maxrss
        let descriptors = try FileManager.default.contentsOfDirectory(atPath: "/dev/fd").count - 1
        #endif
        return Remains(descriptors: descriptors, bytes: bytes, temporaryFiles: files.count)
    }

    /// Returns the resources once connections are closed, which takes the system a moment.
    ///
    /// Waits until no more descriptors remain than before, for a limited time.
    static func settled(as before: Remains?) async throws -> Remains {
        var last = try now()
        for _ in 0..<100 {
            try await Task.sleep(for: .milliseconds(100))
            let current = try now()
            let isStill = current.descriptors == last.descriptors && current.temporaryFiles == last.temporaryFiles
            last = current
            if let before {
                if current.descriptors <= before.descriptors, current.temporaryFiles <= before.temporaryFiles { return current }
            } else if isStill {
                return current
            }
        }
        return last
    }

    /// Checks that there are no more descriptors or files than before, and that memory does not grow with the number of calls.
    static func judge(_ rounds: [Remains], before: Remains, calls: Int) throws {
        guard let first = rounds.first, let last = rounds.last else { throw Failure("there was no round") }
        guard last.descriptors <= before.descriptors else {
            throw Failure("\(last.descriptors - before.descriptors) descriptors stay behind after \(calls) calls")
        }
        guard last.temporaryFiles <= before.temporaryFiles else {
            throw Failure("\(last.temporaryFiles - before.temporaryFiles) temporary files stay behind")
        }
        // The allocator keeps some freed memory. A leak grows in every round.
        let grown = last.bytes - first.bytes
        guard grown < 24 << 20 else { throw Failure("memory grew by \(grown >> 10) KiB from the first round to the last") }
    }
}
