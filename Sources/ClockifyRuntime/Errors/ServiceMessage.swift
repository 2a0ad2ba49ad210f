/// The body of Clockify's error responses: `{"message": …, "code": …}`.
struct ServiceMessage: JSONReadable {
    let message: String?
    let code: Int?

    static let members: JSONMembers = ["message", "code", "error", "error_description", "detail", "title"]

    init(from json: inout JSONReader) throws(JSONError) {
        var values = [JSONValue?](repeating: nil, count: 6)
        try json.beginObject()
        while let member = try json.nextMember(of: Self.members) { json.read(into: &values[member]) }
        // Many services put the message into an object, or use the members of OAuth (RFC 6749) or of a problem (RFC 9457).
        let error = values[2]?.objectValue
        message =
            values[0]?.stringValue ?? error?["message"]?.stringValue ?? values[3]?.stringValue ?? values[4]?.stringValue
            ?? values[2]?.stringValue ?? values[5]?.stringValue
        let code = values[1] ?? error?["code"]
        self.code = code?.intValue ?? code?.stringValue.flatMap(Int.init)
    }

    /// Parses the body of an error response, even if it is not UTF-8, so that the code is not lost with the message.
    init?(beginning body: [UInt8]) {
        if let message = try? JSONReader.decode(ServiceMessage.self, from: body) {
            self = message
        } else {
            guard let message = try? JSONReader.decode(ServiceMessage.self, from: Array(String(utf8OrLatin1: body).utf8)) else {
                return nil
            }
            self = message
        }
    }

    /// Parses a body that consists of such a message and nothing else, so that it cannot be a regular response.
    init?(only body: [UInt8]) {
        // This check runs for every response, and responses can be large.
        guard body.count <= ResponseFailure.maximumBodyBytes, body.first == UInt8(ascii: "{") || body.first == 0xEF,
            case .object(let members)? = try? JSONReader.decode(JSONValue.self, from: body),
            members.count == 2, let message = members["message"]?.stringValue, let code = members["code"]?.intValue
        else { return nil }
        self.message = message
        self.code = code
    }

    /// Returns the code, and the message without what it repeats of the call.
    func description(to call: Call) -> String {
        (message.map { Echo.removed(from: $0, of: call) } ?? "") + (code.map { " (code \($0))" } ?? "")
    }
}
