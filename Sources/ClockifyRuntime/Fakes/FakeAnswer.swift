import HTTPTypes

/// The successful responses of a fake.
enum FakeAnswer {
    /// Returns a response with a value as JSON. There is no body if the value is `nil`.
    static func json(_ value: some Sendable, of operation: String) throws(DescribedCall.Problem) -> TransportResponse {
        if case Optional<Any>.none = value as Any { return bytes([], type: nil) }
        guard let value = value as? any JSONWritable else {
            throw DescribedCall.Problem(description: "the answer to \(operation) cannot be written: \(type(of: value)) is not JSON")
        }
        do {
            return json(try JSONWriter.copy(of: value))
        } catch {
            throw DescribedCall.Problem(description: "the answer to \(operation) cannot be written: \(error)")
        }
    }

    /// Returns a response with a JSON document. It says that a list has no further page.
    static func json(_ document: [UInt8], status: Int = 200) -> TransportResponse {
        bytes(document, type: "application/json", status: status)
    }

    /// Returns a response with bytes of any type; `nil` for no content.
    static func bytes(_ bytes: [UInt8], type: String?, status: Int = 200) -> TransportResponse {
        var head = HTTPResponse(status: .init(code: status))
        head.headerFields[.contentType] = type
        head.headerFields[.lastPage] = "true"
        return TransportResponse(head: head, body: bytes)
    }
}
