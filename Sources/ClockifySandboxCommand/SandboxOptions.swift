package import ClockifySandbox

/// The options of the command line.
package struct SandboxOptions: Equatable, Sendable {
    /// The port; 0 for any that is free.
    package var port: UInt16 = 0
    package var key = "sandbox-api-key"
    package var isLegacy = false
    package var contents = ClockifySandbox.InitialContents.demo
    /// How many seconds pass on the sandbox's clock in one second.
    package var speed = 1.0
    package var rateLimit: SandboxRateLimit?
    /// The path of the saved state to start with.
    package var loadPath: String?
    /// The path to which the state is saved at the end.
    package var savePath: String?
    package var wantsHelp = false

    /// What is wrong with a command line.
    package struct Problem: Error, Equatable, CustomStringConvertible {
        package let description: String
    }

    package static let usage = """
        Serves an in-memory Clockify on this machine's loopback interface, until it receives SIGINT (Control-C) or SIGTERM.

        usage: clockify-sandbox [--port PORT] [--key KEY] [--with CONTENTS | --load FILE] [--save FILE] [--speed SPEED]
                                [--rate-limit COUNT] [--legacy]

          --port PORT       The port to listen on. By default, the system chooses one that is free.
          --key KEY         The API key that it accepts. By default, sandbox-api-key.
          --with CONTENTS   What it contains at first: empty (a user and a workspace), demo (also clients, projects, tasks and tags),
                            or documented (also everything that the documentation's samples name). By default, demo.
          --load FILE       Starts with a saved state in place of these contents.
          --save FILE       Saves the state to a file when it stops. It may be the one that is loaded, which must exist.
          --speed SPEED     How many seconds pass on its clock in one second, from 0 to 1000000. By default, 1.
          --rate-limit COUNT
                            The number of requests that it accepts per workspace and second of its clock. The service documents 50. By
                            default, any number.
          --legacy          Serves the operations of the documentation's older page.
          --help            Prints this text.
        """

    package init() {}

    /// - Parameter arguments: The arguments after the program's name. A value is the next argument, or follows an equals sign.
    package init(_ arguments: some Sequence<String>) throws(Problem) {
        var rest = arguments.flatMap { argument -> [String] in
            let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
            return argument.hasPrefix("--") ? parts : [argument]
        }[...]
        var hasContents = false
        while let name = rest.popFirst() {
            switch name {
            case "--port":
                let text = try Self.value(of: name, &rest)
                guard let port = UInt16(text) else { throw Problem(description: "\(text) is not a port: a number from 0 to 65535") }
                self.port = port
            case "--key":
                key = try Self.value(of: name, &rest)
                // A header field cannot have any other value.
                guard !key.isEmpty, key.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) else {
                    throw Problem(description: "a key consists of visible ASCII characters")
                }
            case "--with":
                hasContents = true
                let text = try Self.value(of: name, &rest)
                guard let contents = ClockifySandbox.InitialContents(rawValue: text) else {
                    let all = ClockifySandbox.InitialContents.allCases.map(\.rawValue).joined(separator: ", ")
                    throw Problem(description: "\(text) is not one of \(all)")
                }
                self.contents = contents
            case "--load": loadPath = try Self.path(of: name, &rest)
            case "--save": savePath = try Self.path(of: name, &rest)
            case "--speed":
                let text = try Self.value(of: name, &rest)
                guard let speed = Double(text), (0...1_000_000).contains(speed) else {
                    throw Problem(description: "\(text) is not a speed: a number from 0 to 1000000")
                }
                self.speed = speed
            case "--rate-limit":
                let text = try Self.value(of: name, &rest)
                guard let count = Int(text), let limit = try? SandboxRateLimit(requests: count) else {
                    throw Problem(description: "\(text) is not a number of requests per second: a whole number from 1")
                }
                rateLimit = limit
            case "--legacy": isLegacy = true
            case "--help", "-h": wantsHelp = true
            default: throw Problem(description: "\(name) is not an option")
            }
        }
        if hasContents, loadPath != nil { throw Problem(description: "--with and --load exclude each other") }
    }

    private static func path(of name: String, _ rest: inout ArraySlice<String>) throws(Problem) -> String {
        let path = try value(of: name, &rest)
        if path.isEmpty { throw Problem(description: "\(name) needs the path of a file") }
        return path
    }

    private static func value(of name: String, _ rest: inout ArraySlice<String>) throws(Problem) -> String {
        guard let value = rest.popFirst() else { throw Problem(description: "\(name) needs a value") }
        return value
    }
}
