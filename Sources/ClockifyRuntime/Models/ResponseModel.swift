/// The type of a response: a generated struct.
///
/// Its `Codable` conformance reads and writes the service's own JSON, for caches and other formats.
public protocol ResponseModel: JSONReadable, Codable, Hashable {}

/// A response that lists the names of its members. Generated types conform to it.
@_spi(Generated)
public protocol MemberNaming {
    /// The names on the wire, in the order of the stored properties.
    static var members: JSONMembers { get }
}

extension ResponseModel {
    /// Reads the model from a decoder that holds the service's JSON.
    public init(from decoder: any Decoder) throws {
        self = try Self(decoding: decoder)
    }
}

@_spi(Generated)
extension MemberNaming where Self: ResponseModel {
    /// Writes the stored properties under the names in ``members``. Omits properties that are `nil`.
    public func encode(to encoder: any Encoder) throws {
        try encoder.encodeJSON(of: self) { $0.write(reflecting: self) }
    }
}

@_spi(Generated)
extension MemberNaming where Self: ResponseModel & RequestModel {
    /// Encodes the model as it would be sent, except that fractions of seconds are kept.
    public func encode(to encoder: any Encoder) throws {
        try encoder.encodeJSON(of: self) { write(to: &$0) }
    }
}

extension JSONReadable {
    /// Reads the value of a decoder as JSON that this program has written.
    init(decoding decoder: any Decoder) throws {
        let value = try JSONValue(from: decoder)
        do {
            self = try JSONReader.decode(from: JSONWriter.encode(value), isOwn: true)
        } catch {
            throw DecodingError(error, in: decoder)
        }
    }
}

extension Encoder {
    /// Encodes the JSON that `write` writes.
    func encodeJSON<T>(of value: T, write: (inout JSONWriter) -> Void) throws {
        var writer = JSONWriter(keepsFractions: true)
        write(&writer)
        let json: JSONValue
        do {
            json = try JSONReader.decode(from: writer.finish())
        } catch {
            throw EncodingError.invalidValue(
                value, .init(codingPath: codingPath, debugDescription: "\(error)", underlyingError: error))
        }
        try json.encode(to: self)
    }
}

extension DecodingError {
    fileprivate init(_ error: JSONError, in decoder: any Decoder) {
        self = .dataCorrupted(
            Context(
                codingPath: decoder.codingPath + error.location.components.map(JSONCodingKey.init),
                debugDescription: "\(error.reason) at \(error.path)", underlyingError: error))
    }
}

/// A path component as a coding key.
private struct JSONCodingKey: CodingKey {
    let stringValue: String
    let intValue: Int?

    init(_ component: JSONPath.Component) {
        switch component {
        case .member(let name): (stringValue, intValue) = (name, nil)
        case .index(let index): (stringValue, intValue) = ("Index \(index)", index)
        }
    }

    init(stringValue: String) { (self.stringValue, intValue) = (stringValue, nil) }
    init(intValue: Int) { (stringValue, self.intValue) = ("Index \(intValue)", intValue) }
}
