// The types that plain models need in addition to Foundation. The compile-time benchmark compiles them together with the models.
// They are not part of this package.
import Foundation

/// Any JSON value.
public enum JSONValue: Codable, Hashable {
    case null
    case bool(Bool)
    case number(Double)
    case string(String)
    case array([JSONValue])
    case object([String: JSONValue])

    /// Decodes a value of any type.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if container.decodeNil() {
            self = .null
        } else if let value = try? container.decode(Bool.self) {
            self = .bool(value)
        } else if let value = try? container.decode(Double.self) {
            self = .number(value)
        } else if let value = try? container.decode(String.self) {
            self = .string(value)
        } else if let value = try? container.decode([JSONValue].self) {
            self = .array(value)
        } else {
            self = .object(try container.decode([String: JSONValue].self))
        }
    }

    /// Encodes the value as what it is.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .null: try container.encodeNil()
        case .bool(let value): try container.encode(value)
        case .number(let value): try container.encode(value)
        case .string(let value): try container.encode(value)
        case .array(let value): try container.encode(value)
        case .object(let value): try container.encode(value)
        }
    }
}

/// A day as text.
public struct CalendarDate: RawRepresentable, Codable, Hashable {
    /// The text, unchecked.
    public let rawValue: String
    /// Creates a value from its text.
    public init(rawValue: String) { self.rawValue = rawValue }
}

/// A day and a time of day as text.
public struct WallClockTime: RawRepresentable, Codable, Hashable {
    /// The text, unchecked.
    public let rawValue: String
    /// Creates a value from its text.
    public init(rawValue: String) { self.rawValue = rawValue }
}

/// A duration as text.
public struct ISODuration: RawRepresentable, Codable, Hashable {
    /// The text, unchecked.
    public let rawValue: String
    /// Creates a value from its text.
    public init(rawValue: String) { self.rawValue = rawValue }
}

/// A day or a point in time.
public enum DayOrTime: Codable, Hashable {
    case day(CalendarDate)
    case time(Date)
}

/// A file in memory.
public struct FileUpload: Codable, Hashable {
    /// The name of the file.
    public var name: String
    /// The bytes of the file.
    public var content: Data
}

/// A value that is stored indirectly, for types that contain themselves.
public indirect enum Indirect<Wrapped: Codable & Hashable>: Codable, Hashable {
    case value(Wrapped)

    /// Decodes the value.
    public init(from decoder: any Decoder) throws { self = .value(try Wrapped(from: decoder)) }

    /// Encodes the value.
    public func encode(to encoder: any Encoder) throws {
        switch self {
        case .value(let value): try value.encode(to: encoder)
        }
    }
}
