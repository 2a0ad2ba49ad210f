import ClockifyRuntime
import HTTPTypes

/// The JSON object in the body of a request to the sandbox itself.
struct ControlBody {
    static let faultMembers: Set = [
        "operation", "status", "retryAfter", "body", "missingChanges", "times", "every", "delayMilliseconds",
    ]

    let members: [String: JSONValue]

    /// - Parameter members: The members that it may have.
    init(_ body: [UInt8], members known: Set<String>) throws(Refusal) {
        let json: JSONValue
        do throws(JSONError) {
            json = try JSONReader.decode(from: body)
        } catch {
            throw .control("The body is not JSON: \(error.description)")
        }
        guard let members = json.objectValue else { throw .control("The body is not a JSON object") }
        if let unknown = members.keys.filter({ !known.contains($0) }).min() {
            throw .control("\(unknown): there is no such member; there are \(known.sorted().joined(separator: ", "))")
        }
        self.members = members
    }

    /// Returns `nil` if the member is absent or null.
    func text(_ name: String) throws(Refusal) -> String? {
        guard let value = members[name], !value.isNull else { return nil }
        guard let text = value.stringValue else { throw .control("\(name): it is a string") }
        return text
    }

    /// Returns `nil` if the member is absent or null.
    func integer(_ name: String) throws(Refusal) -> Int? {
        guard let value = members[name], !value.isNull else { return nil }
        guard let integer = value.intValue else { throw .control("\(name): it is a whole number") }
        return integer
    }

    /// Returns `nil` if the member is absent or null.
    func number(_ name: String) throws(Refusal) -> Double? {
        guard let value = members[name], !value.isNull else { return nil }
        guard let number = value.doubleValue else { throw .control("\(name): it is a number") }
        return number
    }
}

extension Refusal {
    /// A request to the sandbox itself that cannot be carried out.
    static func control(_ reason: String) -> Refusal { Refusal(400, code: 400, reason) }
}

extension SandboxRequest {
    /// The request as JSON. Bytes of the body that are not UTF-8 are replaced.
    var json: JSONValue {
        [
            "method": .string(method), "target": .string(target),
            "headerFields": .array(headerFields.map { ["name": .string($0.name.rawName), "value": .string($0.value)] }),
            "body": .string(String(decoding: body, as: UTF8.self)), "operation": operation.map { .string($0) } ?? .null,
            "status": .integer(Int64(status)),
        ]
    }
}
