/// Where a client has its credentials from.
enum CredentialsSource: Sendable, CustomStringConvertible, CustomReflectable {
    case fixed((any APICredentials)?)
    case asked(@Sendable () async throws -> any APICredentials)

    func current() async throws -> (any APICredentials)? {
        switch self {
        case .fixed(let credentials): credentials
        case .asked(let ask): try await ask()
        }
    }

    var description: String {
        switch self {
        case .fixed(let credentials): credentials?.description ?? "no credentials"
        case .asked: "credentials asked for when needed"
        }
    }

    var customMirror: Mirror { Mirror(self, children: [:]) }
}
