import HTTPTypes

/// Reads the head of an answer, line by line.
struct AnswerHead {
    private var status: HTTPResponse.Status?
    private var fields = HTTPFields()
    private var bytes = 0

    /// A larger head is not read, interim answers included.
    private static let maximumBytes = 1 << 20

    /// Why a head is none.
    struct Malformed: Error {
        let reason: String
    }

    /// - Returns: The head, when this line, which is empty, was its end.
    mutating func read(line: UnsafeRawBufferPointer) throws(Malformed) -> HTTPResponse? {
        bytes += line.count
        guard bytes <= AnswerHead.maximumBytes else { throw Malformed(reason: "the answer's head has no end") }
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
        guard let status else { throw Malformed(reason: "the answer was not HTTP") }
        let response = HTTPResponse(status: status, headerFields: fields)
        self.status = nil
        fields = HTTPFields()
        guard status.kind == .informational else { return response }
        // Nobody asked for another protocol. What else comes before the answer only says that the answer will come.
        guard status.code != 101 else { throw Malformed(reason: "the server left HTTP, unasked") }
        return nil
    }

    /// `HTTP/1.1 200 OK`; the reason may be left out.
    private static func status(_ line: Slice<UnsafeRawBufferPointer>) throws(Malformed) -> HTTPResponse.Status {
        let parts = line.split(separator: UInt8(ascii: " "), maxSplits: 2, omittingEmptySubsequences: true)
        guard parts.count >= 2, parts[0].starts(with: "HTTP/".utf8), parts[1].count == 3, let code = Int(text(parts[1])),
            100...999 ~= code
        else { throw Malformed(reason: "the answer was not HTTP: its first line has no status") }
        return HTTPResponse.Status(code: code, reasonPhrase: parts.count > 2 ? text(parts[2]) : "")
    }

    private mutating func readField(_ line: Slice<UnsafeRawBufferPointer>) throws(Malformed) {
        // A line that is no field says nothing, and nothing depends on it.
        guard let colon = line.firstIndex(of: UInt8(ascii: ":")), let name = HTTPField.Name(AnswerHead.text(line[..<colon])) else { return }
        let isSpace: (UInt8) -> Bool = { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
        var value = line[(colon + 1)...].drop(while: isSpace)
        while let last = value.last, isSpace(last) { value.removeLast() }
        let field = HTTPField(name: name, value: AnswerHead.text(value))
        if name == .contentLength {
            if let other = fields[.contentLength], other != field.value { throw Malformed(reason: "the answer has two lengths") }
            guard let length = Int64(field.value), length >= 0 else { throw Malformed(reason: "the answer's length is no number of bytes") }
        }
        fields.append(field)
    }

    private static func text(_ bytes: some Collection<UInt8>) -> String { String(utf8OrLatin1: bytes) }
}
