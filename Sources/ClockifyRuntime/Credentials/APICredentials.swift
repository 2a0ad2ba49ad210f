import Foundation

/// The credentials that authenticate a caller. Conforming types are generated for each API from its security schemes.
public protocol APICredentials: Sendable, CustomStringConvertible {
    /// The name of the function that creates the credentials, by which operations say which they accept. Credentials without a name are
    /// sent to every operation that needs any.
    var name: String { get }
    /// The place of the secret in a request.
    var placement: CredentialPlacement { get }
}

extension APICredentials {
    /// An empty name.
    public var name: String { "" }

    /// The place of the secret, never the secret itself.
    public var description: String { placement.description }
}

/// The place of a secret in a request. Keeps the secret out of every description and dump.
public struct CredentialPlacement: Sendable, CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    indirect enum Field: Sendable {
        case header(String)
        case query(String)
        case cookie(String)
        /// Several secrets, each in its own place.
        case together([CredentialPlacement])
    }

    let field: Field
    /// A closure, so that code that prints the members of a value cannot reveal the secret.
    let secret: @Sendable () -> String
    /// The secret, and the secrets that it is composed of.
    let secrets: @Sendable () -> [String]

    private init(_ field: Field, _ secret: String, madeOf parts: [String] = []) {
        self.field = field
        let trimmed = secret.trimmingWhitespace()
        self.secret = { trimmed }
        let all = [trimmed] + parts
        secrets = { all }
    }

    /// A secret in a header.
    public static func header(_ name: String, _ secret: String) -> Self { .init(.header(name), secret) }
    /// A secret in a query parameter.
    public static func query(_ name: String, _ secret: String) -> Self { .init(.query(name), secret) }
    /// A secret in a cookie.
    public static func cookie(_ name: String, _ secret: String) -> Self { .init(.cookie(name), secret) }
    /// A bearer token (RFC 6750).
    public static func bearer(_ token: String) -> Self {
        .init(.header("Authorization"), "Bearer " + token.trimmingWhitespace(), madeOf: [token.trimmingWhitespace()])
    }
    /// A user name and a password (RFC 7617).
    public static func basic(user: String, password: String) -> Self {
        .init(
            .header("Authorization"), "Basic " + Data("\(user):\(password)".utf8).base64EncodedString(),
            madeOf: ["\(user):\(password)", password])
    }

    /// Several secrets that are sent together, each in its own place.
    public static func together(_ placements: [Self]) -> Self { Self(placements) }

    private init(_ placements: [Self]) {
        field = .together(placements)
        secret = { "" }
        secrets = { placements.flatMap { $0.secrets() } }
    }

    /// Where the secret is sent, such as `X-Api-Key: (hidden)`.
    public var description: String {
        switch field {
        case .header(let name): "\(name): (hidden)"
        case .query(let name): "?\(name)=(hidden)"
        case .cookie(let name): "Cookie \(name)=(hidden)"
        case .together(let placements): placements.map(\.description).joined(separator: ", ")
        }
    }

    /// The same text as ``description``: the secret is hidden from debuggers, too.
    public var debugDescription: String { description }
    /// An empty mirror, because a dump must not show the secret.
    public var customMirror: Mirror { Mirror(self, children: [:]) }
}

extension String {
    /// Returns the string without surrounding white space, which files and shells add to a key.
    package func trimmingWhitespace() -> String {
        var rest = Substring(self)
        while rest.first?.isWhitespace == true { rest.removeFirst() }
        while rest.last?.isWhitespace == true { rest.removeLast() }
        return String(rest)
    }
}
