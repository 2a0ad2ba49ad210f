import ClockifyRuntime
import TestServer

/// A file of a service, with its headers.
struct ServedFile: Sendable {
    let bytes: [UInt8]
    /// Header lines.
    var fields = ""
    /// The value of `If-Range` for which the service sends a part.
    var validator: String?

    static let length = 300_000

    private static func bytes(_ seed: Int) -> [UInt8] {
        (0..<length).map { UInt8(truncatingIfNeeded: ($0 &+ seed) &* 2_654_435_761 >> 13) }
    }

    /// A file without headers, and two tagged files of the same length.
    static let plain = ServedFile(bytes: bytes(1))
    static let one = plain.tagged("\"one\"")
    static let two = ServedFile(bytes: bytes(2)).tagged("\"two\"")

    func tagged(_ tag: String) -> ServedFile { ServedFile(bytes: bytes, fields: "ETag: \(tag)\r\n", validator: tag) }

    func modified(_ date: String) -> ServedFile { ServedFile(bytes: bytes, fields: "Last-Modified: \(date)\r\n", validator: date) }

    func saying(_ line: String) -> ServedFile { ServedFile(bytes: bytes, fields: fields + line + "\r\n", validator: validator) }

    /// Returns the whole file, or only its first bytes. In the latter case, the connection ends once the client has the bytes and the
    /// server is released.
    ///
    /// A client may lose bytes that it has not read when the connection ends.
    func whole(upTo end: Int? = nil) -> [ScriptedServer.Step] {
        answer("200 OK", bytes[...], end)
    }

    /// Returns the bytes from `start` on, with the given `Content-Range`.
    func part(from start: Int, range: String? = nil, upTo end: Int? = nil) -> [ScriptedServer.Step] {
        let line =
            range.map { $0.isEmpty ? "" : "Content-Range: \($0)\r\n" }
            ?? "Content-Range: bytes \(start)-\(bytes.count - 1)/\(bytes.count)\r\n"
        return answer("206 Partial Content", bytes[start...], end.map { $0 - start }, line)
    }

    /// Returns the requested bytes as RFC 9110 specifies.
    func requested(by request: ScriptedServer.Request, upTo end: Int? = nil) -> [ScriptedServer.Step] {
        guard let start = request.rangeStart, request.field("if-range") == nil || request.field("if-range") == validator else {
            return whole(upTo: end)
        }
        guard start < bytes.count else { return ServedFile.notSatisfiable }
        return part(from: start, upTo: end)
    }

    static let notSatisfiable = [ScriptedServer.response("", status: "416 Range Not Satisfiable", headers: "Content-Range: bytes */1\r\n")]

    private func answer(
        _ status: String, _ content: ArraySlice<UInt8>, _ end: Int?, _ lines: String = ""
    ) -> [ScriptedServer.Step] {
        let head = "HTTP/1.1 \(status)\r\nContent-Type: application/pdf\r\nContent-Length: \(content.count)\r\n\(fields)\(lines)\r\n"
        return [.send(head), .bytes(Array(content.prefix(end ?? content.count)))] + (end == nil ? [] : [.hold, .close])
    }
}

extension ScriptedServer.Request {
    /// Returns a header's value, or `nil` if the request has no such header.
    func field(_ name: String) -> String? {
        head.split(separator: "\r\n").first { $0.lowercased().hasPrefix(name + ":") }
            .map { $0.dropFirst(name.count + 1).drop { $0 == " " } }.map(String.init)
    }

    /// The first byte of a requested range such as `bytes=100-`.
    var rangeStart: Int? {
        guard let range = field("range"), range.hasPrefix("bytes="), range.hasSuffix("-") else { return nil }
        return Int(range.dropFirst("bytes=".count).dropLast())
    }
}

extension ScriptedServer {
    /// Creates a server that handles each request with the next of the given actions, and repeats the last one.
    convenience init(inTurn acts: [@Sendable (Request) -> [Step]]) throws {
        let count = Lock(0)
        try self.init { request in
            let number = count.withLock { count in
                defer { count += 1 }
                return count
            }
            return acts[min(number, acts.count - 1)](request)
        }
    }

    /// The range of each request, or `nil` for the whole file.
    var ranges: [String?] { requests.map { $0.field("range") } }
}
