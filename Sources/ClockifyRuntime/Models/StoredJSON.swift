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
    /// Encodes a complete copy of the value's JSON.
    func encodeJSON(of value: some JSONWritable) throws {
        let json: JSONValue
        do {
            json = try JSONReader.decode(from: JSONWriter.copy(of: value))
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
