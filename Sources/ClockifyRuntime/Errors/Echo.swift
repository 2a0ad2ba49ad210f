/// Removes from an error message what the service repeats of the request.
///
/// Descriptions of errors are logged, and what the caller sent does not belong in a log. Enum values stay: they are words of the spec, and
/// often the very ones that the message is about.
enum Echo {
    /// The minimum length of a text that is removed. Shorter texts reveal little and are parts of too many words.
    private static let shortestText = 4
    /// The maximum size of a request body that is searched. If the body is larger, the message is left out.
    private static let largestBody = 1 << 20
    /// The maximum number of bytes of the message that are kept.
    private static let longestMessage = 2048
    /// The maximum number of byte comparisons. If the search needs more, the message is left out.
    private static let mostSteps = 1 << 21
    private static let leftOut = "(the service's text may repeat what was sent; see message)"

    /// Returns the message without the texts of the call's body. Compares each text only with the places of the message that begin like it.
    static func removed(from message: String, of call: Call) -> String {
        let words = Array(message.utf8.prefix(longestMessage))
        guard let body = call.body else { return text(words, of: message) }
        guard let bytes = body.bytesInMemory, bytes.count <= largestBody, MediaTypes.mayBeJSON(body.contentType),
            let json: JSONValue = try? JSONReader.decode(from: bytes)
        else { return leftOut }
        var texts: Set<String> = []
        collect(json, into: &texts)
        texts.subtract(call.enumValues)
        guard let isEcho = echoes(of: texts, in: words) else { return leftOut }
        var kept: [UInt8] = []
        for index in words.indices {
            if !isEcho[index] {
                kept.append(words[index])
            } else if index == 0 || !isEcho[index - 1] {
                kept += Array("…".utf8)
            }
        }
        return text(kept, of: message)
    }

    private static func text(_ words: [UInt8], of message: String) -> String {
        String(decoding: words, as: UTF8.self) + (message.utf8.count > longestMessage ? "…" : "")
    }

    /// Marks the bytes of the message that belong to one of the texts. Returns `nil` if the search takes too long.
    private static func echoes(of texts: Set<String>, in words: [UInt8]) -> [Bool]? {
        var places: [ArraySlice<UInt8>: [Int]] = [:]
        if words.count >= shortestText {
            for place in 0...(words.count - shortestText) { places[words[place..<(place + shortestText)], default: []].append(place) }
        }
        var isEcho = [Bool](repeating: false, count: words.count)
        var steps = 0
        for text in texts {
            // A text that is cut off at the end of the message counts, too.
            let bytes = Array(text.utf8.prefix(longestMessage))
            for place in places[bytes.prefix(shortestText)] ?? [] {
                let length = zip(bytes, words[place...]).prefix { $0 == $1 }.count
                steps += length
                guard steps <= mostSteps else { return nil }
                guard length == bytes.count || place + length == longestMessage else { continue }
                for index in place..<(place + length) { isEcho[index] = true }
            }
        }
        return isEcho
    }

    private static func collect(_ json: JSONValue, into texts: inout Set<String>) {
        switch json {
        case .string(let text): if text.utf8.count >= shortestText { texts.insert(text) }
        case .array(let elements): for element in elements { collect(element, into: &texts) }
        case .object(let members): for member in members.values { collect(member, into: &texts) }
        default: break
        }
    }
}
