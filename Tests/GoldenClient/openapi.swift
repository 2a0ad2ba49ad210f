// Generated from openapi.yaml. Changes belong there.
// swift-format-ignore-file
//
// The extensions at the end spell out how types are read and written: deriving it would cost compile time.

@_spi(Generated) public import ClockifyRuntime

/// The Zoo 1.2.0
public struct Zoo: OptionallyAuthenticatedAPI {
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

    /// The operations of the tag Shop.
    public var shop: Operations.Shop { .init(client: client) }

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

        /// The operations of the tag Shop.
        public struct Shop: Sendable { let client: APIClient }
    }

    /// Markers that tell the kinds of identifiers apart.
    public enum IdentifierKinds {
        /// The kind of ``AnimalID``.
        public enum AnimalID {}
    }

    /// Markers that tell the kinds of enumerations apart.
    public enum EnumKinds {
        /// The kind of ``AnimalHomeSize``.
        public enum AnimalHomeSize {}
        /// The kind of ``BirdKind``.
        public enum BirdKind {}
        /// The kind of ``ComplaintZone``.
        public enum ComplaintZone {}
        /// The kind of ``FieldForm``.
        public enum FieldForm {}
        /// The kind of ``FindTicketsOrder``.
        public enum FindTicketsOrder {}
        /// The kind of ``FirstMeasurementVersion``.
        public enum FirstMeasurementVersion {}
        /// The kind of ``JumpType``.
        public enum JumpType {}
        /// The kind of ``MeatKind``.
        public enum MeatKind {}
        /// The kind of ``Mood``.
        public enum Mood {}
        /// The kind of ``PuppyKind``.
        public enum PuppyKind {}
        /// The kind of ``SignMessageRole``.
        public enum SignMessageRole {}
        /// The kind of ``Species``.
        public enum Species {}
        /// The kind of ``Stars``.
        public enum Stars {}
        /// The kind of ``TalkTone``.
        public enum TalkTone {}
        /// The kind of ``TomcatKind``.
        public enum TomcatKind {}
        /// The kind of ``ToolMessageRole``.
        public enum ToolMessageRole {}
        /// The kind of ``UserMessageRole``.
        public enum UserMessageRole {}
    }

    /// Markers that tell the kinds of numbers with a unit apart.
    public enum UnitKinds {
        /// The kind of ``Cents``.
        public enum Cents: CurrencyUnit {
            /// The number of decimal digits by which the service's number is shifted.
            public static var digits: Int { 2 }
        }
        /// The kind of ``Euros``.
        public enum Euros: CurrencyUnit {
            /// The number of decimal digits by which the service's number is shifted.
            public static var digits: Int { 0 }
        }
    }

    /// The services of the API, each with its own servers.
    public enum Services: DocumentedServers {
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

        /// The base URLs of the service `zoo`, for `APIClient.Servers`.
        public enum ZooServers {
            /// `https://{region}.zoo.example/api`
            /// with the region `eu`, `us`.
            public static func regionZoo(region: String = "eu") -> String { "https://" + region + ".zoo.example/api" }
            /// For tests
            ///
            /// `https://test.zoo.example/api`
            public static let forTests: String = "https://test.zoo.example/api"
            /// `https://{host}/api`
            public static func server(host: String = "localhost") -> String { "https://" + host + "/api" }
        }
    }

    /// Credentials of one kind.
    public struct Credentials: APICredentials {
        /// The name of the kind, by which operations say which they accept.
        public let name: String
        /// Where the secret goes in a request.
        public let placement: CredentialPlacement

        /// From the keeper's office.
        public static func apiKey(_ secret: String) -> Self {
            .init(name: "apiKey", placement: .header("X-Zoo-Key", secret))
        }

        /// A secret in the cookie `session`.
        public static func session(_ secret: String) -> Self {
            .init(name: "session", placement: .cookie("session", secret))
        }

        /// A secret in the query parameter `key`.
        public static func inQuery(_ secret: String) -> Self {
            .init(name: "inQuery", placement: .query("key", secret))
        }

        /// A token of an hour.
        public static func token(_ token: String) -> Self {
            .init(name: "token", placement: .bearer(token))
        }

        /// A user name and a password.
        public static func basic(user: String, password: String) -> Self {
            .init(name: "basic", placement: .basic(user: user, password: password))
        }

        /// `apiKey` and `basic`, sent together.
        public static func apiKeyAndBasic(apiKey: String, basicUser: String, basicPassword: String) -> Self {
            .init(
                name: "apiKeyAndBasic",
                placement: .together([.header("X-Zoo-Key", apiKey), .basic(user: basicUser, password: basicPassword)])
            )
        }
    }
}

extension Zoo {
    /// An amount of money. The zoo counts cents.
    public typealias Cents = ScaledInteger<UnitKinds.Cents>

    /// The unit `Euros`.
    public typealias Euros = ScaledNumber<UnitKinds.Euros>

    /// A schema that the spec does not name.
    public struct HatchedEvent: ResponseModel {
        /// The member `egg`.
        public let egg: String

        /// Creates a value from its properties.
        public init(egg: String) {
            self.egg = egg
        }
    }
}

@_spi(Generated)
extension Zoo.HatchedEvent {
    static let members = JSONMembers("egg")

    public init(from json: inout JSONReader) throws(JSONError) {
        var egg: String?
        try json.beginObject()
        while let member = try json.nextMember(of: Self.members) {
            switch member {
            case 0: json.read(into: &egg)
            default: break
            }
        }
        self.egg = try json.require(egg, "egg")
    }

    public func write(to json: inout JSONWriter) {
        json.beginObject()
        json.member("egg", egg)
        json.endObject()
    }
}
