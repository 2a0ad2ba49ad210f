import HTTPTypes

/// Parses the head of a response line by line.
struct AnswerHead {
    private var status: HTTPResponse.Status?
    private var fields = HTTPFields()
    private var bytes = 0

    /// The maximum size of the head, including interim responses.
    private static let maximumBytes = 1 << 20

    /// The error for an invalid head.
    struct Malformed: Error {
        let reason: String
    }

    /// - Returns: The head if `line` is the empty line that ends it; otherwise `nil`.
    mutating func read(line: UnsafeRawBufferPointer) throws(Malformed) -> HTTPResponse? {
        bytes += line.count
        guard bytes <= AnswerHead.maximumBytes else { throw Malformed(reason: "the response's head does not end") }
        var line = line[...]
        while let last = line.last, last == UInt8(ascii: "\n") || last == UInt8(ascii: "\r") { line.removeLast() }
        if line.isEmpty { return try end() }
        if status == nil {
            status = try AnswerHead.status(line)
        } else {
            try readField(line)
        }
        return nil
    }

    private mutating func end() throws(Malformed) -> HTTPResponse? {
        guard let status else { throw Malformed(reason: "the response was not HTTP") }
        let response = HTTPResponse(status: status, headerFields: fields)
        self.status = nil
        fields = HTTPFields()
        guard status.kind == .informational else { return response }
        // The client never asks for another protocol. Other interim responses only announce the final response.
        guard status.code != 101 else { throw Malformed(reason: "the server switched protocols without being asked") }
        return nil
    }

    /// Parses a status line, such as `HTTP/1.1 200 OK`. The reason phrase may be missing.
    private static func status(_ line: Slice<UnsafeRawBufferPointer>) throws(Malformed) -> HTTPResponse.Status {
        let parts = line.split(separator: UInt8(ascii: " "), maxSplits: 2, omittingEmptySubsequences: true)
        guard parts.count >= 2, parts[0].starts(with: "HTTP/".utf8), parts[1].count == 3, let code = Int(text(parts[1])),
            100...999 ~= code
        else { throw Malformed(reason: "the response was not HTTP: its first line has no status") }
        return HTTPResponse.Status(code: code, reasonPhrase: parts.count > 2 ? text(parts[2]) : "")
    }

    private mutating func readField(_ line: Slice<UnsafeRawBufferPointer>) throws(Malformed) {
        // A line that is not a header field is ignored.
        guard let colon = line.firstIndex(of: UInt8(ascii: ":")), let name = HTTPField.Name(AnswerHead.text(line[..<colon])) else { return }
        let isSpace: (UInt8) -> Bool = { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
        var value = line[(colon + 1)...].drop(while: isSpace)
        while let last = value.last, isSpace(last) { value.removeLast() }
        let field = HTTPField(name: name, value: AnswerHead.text(value))
        if name == .contentLength {
            if let other = fields[.contentLength], other != field.value { throw Malformed(reason: "the response has two lengths") }
            guard let length = Int64(field.value), length >= 0 else {
                throw Malformed(reason: "the response's length is not a number of bytes")
            }
        }
        fields.append(field)
    }

    private static func text(_ bytes: some Collection<UInt8>) -> String { String(utf8OrLatin1: bytes) }
}
