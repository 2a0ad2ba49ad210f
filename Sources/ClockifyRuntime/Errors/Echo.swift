/// What a service repeats of a request in the words with which it refuses it.
///
/// Descriptions of errors are logged, and what the caller sent does not belong into a log.
enum Echo {
    /// Shorter texts say little, and are parts of too many words.
    private static let shortestText = 4
    /// A larger body is left unread: then the words are left out altogether.
    private static let largestBody = 1 << 20

    static func removed(from message: String, of call: Call) -> String {
        guard let body = call.body else { return message }
        guard let bytes = body.bytesInMemory, bytes.count <= largestBody, body.contentType.hasPrefix("application/json"),
            let json: JSONValue = try? JSONReader.decode(from: bytes)
        else { return "(the service's words may repeat what was sent: see message)" }
        var texts: Set<String> = []
        collect(json, into: &texts)
        // The longest first: one text may be a part of another.
        return texts.sorted { ($0.count, $0) > ($1.count, $1) }.reduce(message) { message, text in
            message.split(separator: text, omittingEmptySubsequences: false).joined(separator: "…")
        }
    }

    private static func collect(_ json: JSONValue, into texts: inout Set<String>) {
        switch json {
        case .string(let text): if text.count >= shortestText { texts.insert(text) }
        case .array(let elements): for element in elements { collect(element, into: &texts) }
        case .object(let members): for member in members.values { collect(member, into: &texts) }
        default: break
        }
    }
}
