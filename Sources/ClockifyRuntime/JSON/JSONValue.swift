/// Any JSON value.
///
/// Numbers compare by value: `.integer(1) == .double(1)`.
public enum JSONValue: Sendable {
    /// `null`.
    case null
    /// `true` or `false`.
    case bool(Bool)
    /// A number that is written without a fraction and exponent, and fits into 64 bits.
    case integer(Int64)
    /// Any other number.
    case double(Double)
    /// A string.
    case string(String)
    /// An array.
    case array([JSONValue])
    /// An object.
    case object([String: JSONValue])

    /// `true` if the value is `null`.
    public var isNull: Bool { self == .null }

    /// The Boolean; `nil` if the value has another type.
    public var boolValue: Bool? { if case .bool(let value) = self { value } else { nil } }

    /// The string; `nil` if the value has another type.
    public var stringValue: String? { if case .string(let value) = self { value } else { nil } }

    /// The number as an `Int`; `nil` if the value is not a whole number that fits.
    public var intValue: Int? { wholeNumber.flatMap { Int(exactly: $0) } }

    /// The number; `nil` if the value has another type.
    public var doubleValue: Double? {
        switch self {
        case .integer(let value): Double(value)
        case .double(let value): value
        default: nil
        }
    }

    /// The elements; `nil` if the value is not an array.
    public var arrayValue: [JSONValue]? { if case .array(let value) = self { value } else { nil } }

    /// The members; `nil` if the value is not an object.
    public var objectValue: [String: JSONValue]? { if case .object(let value) = self { value } else { nil } }

    /// Returns a member; `nil` if it is absent, or the value is not an object.
    public subscript(name: String) -> JSONValue? { objectValue?[name] }

    /// Returns an element; `nil` if the index is out of bounds, or the value is not an array.
    public subscript(index: Int) -> JSONValue? {
        guard let elements = arrayValue, elements.indices.contains(index) else { return nil }
        return elements[index]
    }

    var wholeNumber: Int64? {
        switch self {
        case .integer(let value): value
        case .double(let value): Int64(exactly: value)
        default: nil
        }
    }
}

extension JSONValue: Hashable {
    /// Compares two values, numbers by their value: `1` equals `1.0`.
    public static func == (left: JSONValue, right: JSONValue) -> Bool {
        switch (left, right) {
        case (.null, .null): true
        case (.bool(let left), .bool(let right)): left == right
        case (.double(let left), .double(let right)): left == right
        case (.integer, .integer), (.integer, .double), (.double, .integer): left.wholeNumber == right.wholeNumber
        case (.string(let left), .string(let right)): left == right
        case (.array(let left), .array(let right)): left == right
        case (.object(let left), .object(let right)): left == right
        default: false
        }
    }

    /// Hashes the value, so that equal numbers have equal hashes.
    public func hash(into hasher: inout Hasher) {
        switch self {
        case .null: hasher.combine(0)
        case .bool(let value): hasher.combine(value)
        case .integer(let value): hasher.combine(value)
        case .double(let value):
            if let wholeNumber { hasher.combine(wholeNumber) } else { hasher.combine(value) }
        case .string(let value): hasher.combine(value)
        case .array(let value): hasher.combine(value)
        case .object(let value): hasher.combine(value)
        }
    }
}

extension JSONValue: JSONReadable, JSONWritable {
    /// `true`, because `null` is one of the JSON values.
    @_spi(Generated)
    public static var keepsNull: Bool { true }

    /// Reads the next value, of any type.
    @_spi(Generated)
    public init(from json: inout JSONReader) throws(JSONError) {
        switch try json.peekKind() {
        case .null:
            guard try json.readNull() else { throw json.failure("expected `null`") }
            self = .null
        case .bool: self = .bool(try json.readBool())
        case .number:
            let number = try json.readNumber()
            // Only a Double can represent minus zero.
            if number.isPlainInteger, !(number.isNegative && number.significand == 0),
                case .value(let value) = number.int64
            {
                self = .integer(value)
            } else {
                self = .double(try json.double(number))
            }
        case .string: self = .string(try json.readString())
        case .array: self = .array(try [JSONValue](from: &json))
        case .object: self = .object(try [String: JSONValue](from: &json))
        }
    }

    /// Writes the value. Members of objects are in the order of their names.
    @_spi(Generated)
    public func write(to json: inout JSONWriter) {
        switch self {
        case .null: json.writeNull()
        case .bool(let value): json.writeBool(value)
        case .integer(let value): json.writeInt64(value)
        case .double(let value): json.writeDouble(value)
        case .string(let value): json.writeString(value)
        case .array(let value): value.write(to: &json)
        case .object(let value): value.write(to: &json)
        }
    }
}

extension JSONValue: CustomStringConvertible {
    /// The value as compact JSON, with members in the order of their names.
    public var description: String {
        var writer = JSONWriter(for: .storing)
        write(to: &writer)
        return String(decoding: writer.bytes, as: UTF8.self)
    }
}

extension JSONValue: ExpressibleByNilLiteral, ExpressibleByBooleanLiteral, ExpressibleByIntegerLiteral,
    ExpressibleByFloatLiteral, ExpressibleByStringLiteral, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
    /// Creates `null`.
    public init(nilLiteral: ()) { self = .null }
    /// Creates `true` or `false`.
    public init(booleanLiteral value: Bool) { self = .bool(value) }
    /// Creates a whole number.
    public init(integerLiteral value: Int64) { self = .integer(value) }
    /// Creates a number.
    public init(floatLiteral value: Double) { self = .double(value) }
    /// Creates a string.
    public init(stringLiteral value: String) { self = .string(value) }
    /// Creates an array.
    public init(arrayLiteral elements: JSONValue...) { self = .array(elements) }
    /// Creates an object. If several members have the same name, the last one wins.
    public init(dictionaryLiteral members: (String, JSONValue)...) {
        self = .object(Dictionary(members) { _, last in last })
    }
}
