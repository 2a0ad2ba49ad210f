public import HTTPTypes

/// The headers of a request that your server received, in the form that its framework uses.
public protocol ReceivedHeaders {
    /// Returns every value of the header, in the order received. Names are compared without regard to case.
    func receivedValues(of name: String) -> [String]
}

extension HTTPFields: ReceivedHeaders {
    /// Returns every value of the header, in the order received.
    public func receivedValues(of name: String) -> [String] {
        HTTPField.Name(name).map { self[values: $0] } ?? []
    }
}

extension Dictionary: ReceivedHeaders where Key == String, Value == String {
    /// Returns the value of each key that equals the name except for case. Their order is undefined.
    public func receivedValues(of name: String) -> [String] {
        filter { $0.key.isHeaderName(name) }.map(\.value)
    }
}

/// Headers as a list of names and values, for frameworks whose own type is a sequence of these:
///
///     try WebhookEvent(headers: HeaderList(request.headers), body: body, token: token)
public struct HeaderList: ReceivedHeaders, Sendable {
    private let fields: [(name: String, value: String)]

    /// Creates a list from names and values.
    public init(_ fields: some Sequence<(name: String, value: String)>) {
        self.fields = Array(fields)
    }

    /// Returns every value of the header, in the order of the list.
    public func receivedValues(of name: String) -> [String] {
        fields.filter { $0.name.isHeaderName(name) }.map(\.value)
    }
}

extension String {
    /// Compares header names as HTTP defines it: only the case of ASCII letters is ignored.
    fileprivate func isHeaderName(_ name: String) -> Bool {
        utf8.count == name.utf8.count && zip(utf8, name.utf8).allSatisfy { $0.asciiLowercased == $1.asciiLowercased }
    }
}

extension UInt8 {
    fileprivate var asciiLowercased: UInt8 { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(self) ? self | 0x20 : self }
}

extension ReceivedHeaders {
    /// Returns the header's only value, without surrounding white space.
    ///
    /// A repeated header is rejected: one of the values may have been added for another reader.
    package func single(_ name: String) throws(WebhookError) -> String {
        let values = receivedValues(of: name)
        guard values.count <= 1 else { throw .repeatedHeader(name) }
        guard let value = values.first?.trimmingWhitespace(), !value.isEmpty else { throw .missingHeader(name) }
        // The service's tokens have less than 2 KiB, and servers accept at most 16 KiB in a header.
        guard value.utf8.count <= 16_384 else { throw .tooLarge(name, limit: 16_384) }
        return value
    }
}
