import ArgumentParser
import Foundation

/// The reason why a command cannot complete.
struct Failure: Error, CustomStringConvertible {
    /// The problem, its cause, and how to fix it.
    let description: String

    init(_ description: String) { self.description = description }
}

extension ExitCode {
    /// The spec has errors, or a check found something.
    static let findings = ExitCode(1)
    /// A file cannot be read or written.
    static let unusable = ExitCode(2)
}

/// The output streams of the commands.
enum Terminal {
    static func print(_ text: String, terminator: String = "\n") { write(text + terminator, to: .standardOutput) }

    static func complain(_ text: String) { write(text + "\n", to: .standardError) }

    /// Writes text that already contains its line breaks.
    static func write(_ text: String) { write(text, to: .standardOutput) }

    private static func write(_ text: String, to handle: FileHandle) {
        // Ignores a closed pipe, as with `| head`.
        try? handle.write(contentsOf: Data(text.utf8))
    }
}

/// Runs the work of a command. If it throws a ``Failure``, prints `error: …` and exits with ``ExitCode/unusable``.
func reporting(_ work: () throws -> Void) throws {
    do {
        try work()
    } catch let failure as Failure {
        Terminal.complain("error: \(failure)")
        throw ExitCode.unusable
    }
}
