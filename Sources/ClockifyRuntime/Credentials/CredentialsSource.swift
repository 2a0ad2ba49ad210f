/// The source of a client's credentials.
enum CredentialsSource: Sendable, CustomStringConvertible, CustomReflectable {
    case fixed((any APICredentials)?)
    /// Credentials that are requested before each attempt, once for all calls that wait at the same time.
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
        case .asked: "credentials requested when needed"
        }
    }

    var customMirror: Mirror { Mirror(self, children: [:]) }
}
