package import ClockifySandbox
import Foundation

extension SandboxOptions {
    /// What is wrong with a file of the command line.
    package struct FileProblem: Error, CustomStringConvertible {
        package let description: String
    }

    /// Creates the sandbox that the options describe.
    package func makeSandbox() throws(FileProblem) -> ClockifySandbox {
        let documentation: ClockifySandbox.Documentation = isLegacy ? .legacy : .current
        let sandbox: ClockifySandbox
        if let loadPath {
            let data: Data
            do {
                data = try Data(contentsOf: URL(fileURLWithPath: loadPath))
            } catch {
                throw FileProblem(description: "\(loadPath) cannot be read: \(error.localizedDescription)")
            }
            do throws(SavedStateProblem) {
                sandbox = try ClockifySandbox(savedState: data, apiKey: key, documentation: documentation)
            } catch {
                throw FileProblem(description: "\(loadPath) cannot be loaded: \(error)")
            }
        } else {
            sandbox = ClockifySandbox(apiKey: key, documentation: documentation, contents: contents)
        }
        sandbox.rateLimit = rateLimit
        if speed != 1 { sandbox.clock.run(atSpeed: speed) }
        return sandbox
    }

    /// Saves the state of a sandbox, if the options say where.
    package func save(_ sandbox: ClockifySandbox) throws(FileProblem) {
        guard let savePath else { return }
        do {
            // A file that is there stays whole if this fails.
            try sandbox.savedState().write(to: URL(fileURLWithPath: savePath), options: .atomic)
        } catch {
            throw FileProblem(description: "\(savePath) cannot be saved: \(error)")
        }
    }
}
