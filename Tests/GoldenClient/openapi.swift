// Generated from openapi.yaml. Changes belong there.
// swift-format-ignore-file

@_spi(Generated) public import ClockifyRuntime

/// The Zoo 1.2.0
public struct Zoo: GeneratedAPI {
    /// The client that makes the calls.
    public let client: APIClient

    /// Creates the API on a client, which has the servers, the credentials and the transport.
    public init(client: APIClient) { self.client = client }

    /// Whoever lives here.
    ///
    /// [Documentation](https://zoo.example/docs#animals)
    public var animals: Operations.Animals { .init(client: client) }

    /// Ways in.
    public var tickets: Operations.Tickets { .init(client: client) }

    /// The operations of the tag Files.
    public var files: Operations.Files { .init(client: client) }

    /// The operations without a tag.
    public var operations: Operations.OperationsGroup { .init(client: client) }

    /// The groups of operations.
    public enum Operations {
        /// Whoever lives here.
        ///
        /// [Documentation](https://zoo.example/docs#animals)
        public struct Animals: Sendable { let client: APIClient }

        /// Ways in.
        public struct Tickets: Sendable { let client: APIClient }

        /// The operations of the tag Files.
        public struct Files: Sendable { let client: APIClient }

        /// The operations without a tag.
        public struct OperationsGroup: Sendable { let client: APIClient }
    }

    /// Markers that tell the kinds of identifiers apart.
    public enum IdentifierKinds {
        /// The kind of ``AnimalID``.
        public enum AnimalID {}
    }

    /// Markers that tell the units of numbers apart.
    public enum UnitKinds {
        /// The unit of ``Cents``.
        public enum Cents: CurrencyUnit {
            /// By how many decimal digits the service's number is shifted.
            public static var digits: Int { 2 }
        }
        /// The unit of ``Euros``.
        public enum Euros: CurrencyUnit {
            /// By how many decimal digits the service's number is shifted.
            public static var digits: Int { 0 }
        }
    }

    /// The services of the API, each with its own servers.
    public enum Services {
        /// The service at https://eu.zoo.example/api.
        public static let zoo = "zoo"
        /// The service at https://tickets.zoo.example.
        public static let tickets = "tickets"
        /// The service at https://pay.zoo.example/v2.
        public static let payments = "payments"

        /// The base URLs that the spec documents.
        public static let documented: [String: String] = [
            "zoo": "https://eu.zoo.example/api",
            "tickets": "https://tickets.zoo.example",
            "payments": "https://pay.zoo.example/v2",
        ]
    }

    /// Credentials of one kind.
    public struct Credentials: APICredentials {
        /// Where the secret goes in a request.
        public let placement: CredentialPlacement

        /// From the keeper's office.
        public static func apiKey(_ secret: String) -> Self {
            .init(placement: .header("X-Zoo-Key", secret))
        }

        /// A secret in the cookie `session`.
        public static func session(_ secret: String) -> Self {
            .init(placement: .cookie("session", secret))
        }

        /// A secret in the query parameter `key`.
        public static func inQuery(_ secret: String) -> Self {
            .init(placement: .query("key", secret))
        }

        /// A token of an hour.
        public static func token(_ token: String) -> Self {
            .init(placement: .bearer(token))
        }

        /// A user name and a password.
        public static func basic(user: String, password: String) -> Self {
            .init(placement: .basic(user: user, password: password))
        }
    }
}

extension Zoo {
    /// An amount of money. The zoo counts cents.
    public typealias Cents = ScaledInteger<UnitKinds.Cents>

    /// The unit `Euros`.
    public typealias Euros = ScaledNumber<UnitKinds.Euros>
}
