#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

/// Helpers for generated code that replaces an entity.
@_spi(Generated)
public enum Replacing {
    /// Returns a value that a body requires.
    ///
    /// - Parameters:
    ///   - value: What the service returned.
    ///   - pointer: The JSON pointer of the body's member.
    /// - Throws: `APIFailure.invalidRequest` if the service returned none.
    public static func value<Value>(_ value: Value?, as pointer: String) throws(APIFailure) -> Value {
        guard let value else {
            throw .invalidRequest([.init(location: .body, pointer: pointer, rule: .required, size: "the service returned none")])
        }
        return value
    }

    /// Returns the entity of a list that has the identifier.
    ///
    /// - Parameters:
    ///   - parameter: The path parameter that has the identifier.
    ///   - identifier: Returns the identifier of an entity.
    /// - Throws: `APIFailure.invalidRequest` if the list does not have it.
    public static func find<Entity, ID: Equatable>(
        _ id: ID, _ parameter: String, in list: [Entity], identifier: (Entity) -> ID
    ) throws(APIFailure) -> Entity {
        for entity in list where identifier(entity) == id { return entity }
        throw notListed(parameter)
    }

    /// Returns the entity of a list that has the identifier. Requests no more pages than it takes to find it.
    ///
    /// - Parameters:
    ///   - parameter: The path parameter that has the identifier.
    ///   - identifier: Returns the identifier of an entity.
    /// - Throws: `APIFailure.invalidRequest` if the list does not have it.
    public static func find<Entity, ID: Equatable>(
        _ id: ID, _ parameter: String, in pages: Pages<Entity>, identifier: (Entity) -> ID
    ) async throws(APIFailure) -> Entity {
        var iterator = pages.makeAsyncIterator()
        while let entity = try await iterator.next() {
            if identifier(entity) == id { return entity }
        }
        throw notListed(parameter)
    }

    private static func notListed(_ parameter: String) -> APIFailure {
        .invalidRequest([.init(location: .path, pointer: "/" + parameter, rule: .listed, size: "is not")])
    }

    /// Returns a number in another unit of the same quantity.
    ///
    /// - Parameter pointer: The JSON pointer of the body's member.
    /// - Throws: `APIFailure.invalidRequest` if the unit cannot express the number exactly.
    public static func converted<Source: ScaledValue, Target: ScaledValue>(
        _ value: Source, as pointer: String
    ) throws(APIFailure) -> Target {
        do { return try Target(value.decimal) } catch {
            throw .invalidRequest([
                .init(
                    location: .body, pointer: pointer, rule: .representable("a number that the unit expresses exactly"),
                    size: "is \(value)")
            ])
        }
    }

    /// Returns the beginning of a day in UTC.
    public static func startOfDay(_ day: CalendarDate) -> Date { day.start(in: .gmt) }
}
