/// Where a client has its credentials from.
enum CredentialsSource: Sendable, CustomStringConvertible, CustomReflectable {
    case fixed((any APICredentials)?)
    /// Asked before each attempt, once for all calls that wait at the same time.
    case asked(SharedQuestion<any APICredentials>)

    func current() async throws -> (any APICredentials)? {
        switch self {
        case .fixed(let credentials): credentials
        case .asked(let question): try await question.answer()
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
