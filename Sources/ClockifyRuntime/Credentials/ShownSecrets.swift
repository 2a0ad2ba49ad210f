import Foundation
import HTTPTypes

/// The secrets that a client has shown to services. Nothing that is told of an answer says them, whoever repeats them.
final class ShownSecrets: Sendable {
    /// Credentials that change are many in time; what a service repeats are the last ones.
    private static let kept = 8
    /// Shorter ones are parts of too many words.
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

    /// How a secret may be written: as it is, in a URL, in JSON, in base64 and in that of URLs.
    private static func needles(of secret: String) -> [[UInt8]] {
        let inURL = PercentEncoding.queryValue(secret)
        let escaped = secret.replacingOccurrences(of: "\\", with: "\\\\").replacingOccurrences(of: "\"", with: "\\\"")
        // Without what fills it up, which some leave out.
        let base64 = Data(secret.utf8).base64EncodedString().prefix { $0 != "=" }
        let forms: Set = [
            secret, inURL, inURL.withLowercaseDigits, escaped, escaped.replacingOccurrences(of: "/", with: "\\/"), String(base64),
            base64.replacingOccurrences(of: "+", with: "-").replacingOccurrences(of: "/", with: "_"),
        ]
        // The longest first: one may be a part of another.
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

    /// The error, or where anything that prints it would say a secret, its kind alone.
    func hidden(in error: any Error) -> any Error {
        var text = "\(error)\n\(String(reflecting: error))\n\((error as NSError).userInfo)\n"
        dump(error, to: &text)
        return hidden(in: text) == text ? error : UnprintableError(type: "\(type(of: error))", code: (error as NSError).code)
    }
}

/// An error that has a secret in it, without anything but its kind.
struct UnprintableError: Error, Sendable {
    let type: String
    let code: Int
}

extension String {
    /// With `%2f` for `%2F`.
    fileprivate var withLowercaseDigits: String {
        let parts = split(separator: "%", omittingEmptySubsequences: false)
        return parts.dropFirst().reduce(into: String(parts[0])) { $0 += "%" + $1.prefix(2).lowercased() + $1.dropFirst(2) }
    }
}

extension [UInt8] {
    /// The bytes with every occurrence of some replaced, from the first on.
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
