// Generated from Feeding.json. Changes belong there.
// swift-format-ignore-file
//
// The extensions at the end spell out how types are read and written: deriving it would cost compile time.

@_spi(Generated) public import ClockifyRuntime

#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

extension Zoo.Operations.OperationsGroup {
    /// When whoever is fed.
    ///
    /// `GET /feeding`
    ///
    /// - Throws: `APIFailure`.
    public func feeding() async throws(APIFailure) -> [String: [Zoo.Feeding]] {
        let call = Call(
            "feeding", .get, "/feeding", service: Zoo.Services.zoo,
            credentials: .only(["apiKey", "session", "basic", "apiKeyAndBasic"])
        )
        return try await client.value(call)
    }
}

extension Zoo {
    /// The schema `Feeding`.
    public struct Feeding: ResponseModel {
        /// The member `at`.
        public let at: Date
        /// Identifies an animal.
        public let by: AnimalID?

        /// Creates a value from its properties.
        public init(at: Date, by: AnimalID? = nil) {
            self.at = at
            self.by = by
        }
    }
}

@_spi(Generated)
extension Zoo.Feeding {
    static let members = JSONMembers("at by")

    public init(from json: inout JSONReader) throws(JSONError) {
        var at: Date?
        var by: Zoo.AnimalID?
        try json.beginObject()
        while let member = try json.nextMember(of: Self.members) {
            switch member {
            case 0: json.read(into: &at)
            case 1: json.read(into: &by)
            default: break
            }
        }
        self.at = try json.require(at, "at")
        self.by = by
    }

    public func write(to json: inout JSONWriter) {
        json.beginObject()
        json.member("at", at)
        json.member("by", by)
        json.endObject()
    }
}
