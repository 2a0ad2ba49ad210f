/// The body of Clockify's error responses: `{"message": …, "code": …}`.
struct ServiceMessage: JSONReadable {
    let message: String?
    let code: Int?

    static let members: JSONMembers = ["message", "code"]

    init(from json: inout JSONReader) throws(JSONError) {
        var message: JSONValue?
        var code: JSONValue?
        try json.beginObject()
        while let member = try json.nextMember(of: Self.members) {
            switch member {
            case 0: json.read(into: &message)
            default: json.read(into: &code)
            }
        }
        self.message = message?.stringValue
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
