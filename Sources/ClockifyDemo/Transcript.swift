/// Prints calls as a user would write them, and their results. Counts unexpected results.
final class Transcript {
    private var steps = 0
    private var failures = 0

    func banner(_ title: String, _ text: String) {
        print("\n\(title)\n\(String(repeating: "─", count: title.count))\n\(text)\n")
    }

    /// Prints the title and the code of a step.
    func step(_ title: String, _ code: String) {
        steps += 1
        print("\(steps). \(title)\n")
        for line in code.split(separator: "\n", omittingEmptySubsequences: false) { print("   │ \(line)") }
        print("")
    }

    /// Prints the results of a call.
    func result(_ lines: String...) {
        for line in lines { print("   → \(line)") }
    }

    /// Ends a step.
    ///
    /// - Parameter isExpected: `true` if the result is the expected one.
    func expect(_ isExpected: Bool, _ otherwise: String = "this is not what was expected") {
        if !isExpected { unexpected(otherwise) }
        print("")
    }

    func unexpected(_ reason: String) {
        failures += 1
        print("   ✗ \(reason)")
    }

    /// Prints the last line and returns the program's exit code.
    func summary(requests: Int) -> Int32 {
        let verdict = failures == 0 ? "all as expected" : "\(failures) not as expected"
        print("\(steps) steps, \(requests) requests over HTTP: \(verdict).\n")
        return failures == 0 ? 0 : 1
    }
}
