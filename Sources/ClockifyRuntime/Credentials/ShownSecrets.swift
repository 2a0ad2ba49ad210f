import Foundation
import HTTPTypes

/// The secrets that a client has sent to services. They are hidden in everything that is reported about a response.
final class ShownSecrets: Sendable {
    /// The number of secrets that are kept. Changing credentials accumulate over time, but a service echoes only the latest ones.
    private static let kept = 8
    /// The minimum length of a secret in bytes. Shorter ones occur in too many words.
    private static let shortest = 4
    private static let replacement = Array("(hidden)".utf8)

    private let forms = Lock<[(secret: String, needles: [[UInt8]])]>([])

    func add(_ placement: CredentialPlacement) {
        for secret in placement.secrets() where secret.utf8.count >= ShownSecrets.shortest {
            forms.withLock { forms in
                guard !forms.contains(where: { $0.secret == secret }) else { return }
                forms.append((secret, ShownSecrets.needles(of: secret)))
                if forms.count > ShownSecrets.kept { forms.removeFirst() }
            }
        }
    }

    /// Returns the forms in which a secret may be written: plain, URL-encoded, JSON-escaped, base64 and base64url.
    private static func needles(of secret: String) -> [[UInt8]] {
        let inURL = PercentEncoding.queryValue(secret)
        let escaped = secret.replacingOccurrences(of: "\\", with: "\\\\").replacingOccurrences(of: "\"", with: "\\\"")
        // The padding is removed, because some services omit it.
        let base64 = Data(secret.utf8).base64EncodedString().prefix { $0 != "=" }
        let forms: Set = [
            secret, inURL, inURL.withLowercaseDigits, escaped, escaped.replacingOccurrences(of: "/", with: "\\/"), String(base64),
            base64.replacingOccurrences(of: "+", with: "-").replacingOccurrences(of: "/", with: "_"),
        ]
        // The longest form comes first, because one form may be a part of another.
        return forms.map { Array($0.utf8) }.sorted { $0.count > $1.count }
    }

    func hidden(in bytes: [UInt8]) -> [UInt8] {
        let needles = forms.withLock { $0.flatMap(\.needles) }
        return needles.reduce(bytes) { $0.replacing($1, with: ShownSecrets.replacement) }
    }

    func hidden(in text: String) -> String {
        let bytes = Array(text.utf8)
        let hidden = hidden(in: bytes)
        return hidden.count == bytes.count && hidden == bytes ? text : String(decoding: hidden, as: UTF8.self)
    }

    func hidden(in fields: HTTPFields) -> HTTPFields {
        var fields = fields
        for index in fields.indices {
            let hidden = hidden(in: fields[index].value)
            if hidden != fields[index].value { fields[index].value = hidden }
        }
        return fields
    }

    func hidden(in head: HTTPResponse) -> HTTPResponse {
        var head = head
        head.headerFields = hidden(in: head.headerFields)
        head.status = HTTPResponse.Status(code: head.status.code, reasonPhrase: hidden(in: head.status.reasonPhrase))
        return head
    }

    func hidden(in failure: TransportFailure) -> TransportFailure {
        TransportFailure(fate: failure.fate, reason: hidden(in: failure.reason), underlying: hidden(in: failure.underlying))
    }

    /// Returns the error, or only its type and code if printing the error would reveal a secret.
    func hidden(in error: any Error) -> any Error {
        var text = "\(error)\n\(String(reflecting: error))\n\((error as NSError).userInfo)\n"
        dump(error, to: &text)
        return hidden(in: text) == text ? error : UnprintableError(type: "\(type(of: error))", code: (error as NSError).code)
    }
}

/// The type and code of an error that contains a secret.
struct UnprintableError: Error, Sendable {
    let type: String
    let code: Int
}

extension String {
    /// The string with lowercase percent-encoding: `%2f` instead of `%2F`.
    fileprivate var withLowercaseDigits: String {
        let parts = split(separator: "%", omittingEmptySubsequences: false)
        return parts.dropFirst().reduce(into: String(parts[0])) { $0 += "%" + $1.prefix(2).lowercased() + $1.dropFirst(2) }
    }
}

extension [UInt8] {
    /// Returns the bytes with every occurrence of `needle` replaced, from front to back.
    fileprivate func replacing(_ needle: [UInt8], with replacement: [UInt8]) -> [UInt8] {
        guard let first = needle.first, count >= needle.count else { return self }
        var result: [UInt8] = []
        var rest = self[...]
        while let place = rest.firstIndex(of: first), rest.endIndex - place >= needle.count {
            if rest[place..<(place + needle.count)].elementsEqual(needle) {
                result += rest[..<place]
                result += replacement
                rest = rest[(place + needle.count)...]
            } else {
                result += rest[...place]
                rest = rest[(place + 1)...]
            }
        }
        return result.isEmpty ? self : result + rest
    }
}
