/// The body with which Clockify refuses: `{"message": …, "code": …}`.
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
            case 0: try json.read(into: &message)
            default: try json.read(into: &code)
            }
        }
        self.message = message?.stringValue
        self.code = code?.intValue ?? code?.stringValue.flatMap(Int.init)
    }

    /// What the body of a refusal says, also one that is not in UTF-8: the code beside the words must not be lost with them.
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

    /// A body that is such a message, with nothing else in it: nothing that an answer could mean.
    init?(only body: [UInt8]) {
        // Answers are large, and this is asked of every one.
        guard body.count <= ResponseFailure.maximumBodyBytes, body.first == UInt8(ascii: "{") || body.first == 0xEF,
            case .object(let members)? = try? JSONReader.decode(JSONValue.self, from: body),
            members.count == 2, let message = members["message"]?.stringValue, let code = members["code"]?.intValue
        else { return nil }
        self.message = message
        self.code = code
    }

    /// The words without what they repeat of the call, and the code.
    func description(to call: Call) -> String {
        (message.map { Echo.removed(from: $0, of: call) } ?? "") + (code.map { " (code \($0))" } ?? "")
    }
}
