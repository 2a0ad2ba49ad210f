import ArgumentParser
import Foundation

/// Why a command ends before it has done what it was asked for.
struct Failure: Error, CustomStringConvertible {
    /// What is wrong, why, and what to do.
    let description: String

    init(_ description: String) { self.description = description }
}

extension ExitCode {
    /// The spec has errors, or a check found something.
    static let findings = ExitCode(1)
    /// A file cannot be read or written.
    static let unusable = ExitCode(2)
}

/// Where commands write.
enum Terminal {
    static func print(_ text: String, terminator: String = "\n") { write(text + terminator, to: .standardOutput) }

    static func complain(_ text: String) { write(text + "\n", to: .standardError) }

    /// Text that has its line breaks.
    static func write(_ text: String) { write(text, to: .standardOutput) }

    private static func write(_ text: String, to handle: FileHandle) {
        // A reader that has gone away, as `| head` does, wants no more.
        try? handle.write(contentsOf: Data(text.utf8))
    }
}

/// Runs a command's work, and ends with `error: …` and an exit code of its own when files fail it.
func reporting(_ work: () throws -> Void) throws {
    do {
        try work()
    } catch let failure as Failure {
        Terminal.complain("error: \(failure)")
        throw ExitCode.unusable
    }
}
