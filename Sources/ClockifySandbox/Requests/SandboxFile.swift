import HTTPTypes

/// A file that an operation returns.
struct SandboxFile: Sendable {
    let name: String
    let type: String
    let bytes: [UInt8]

    func answer(status: Int) -> SandboxAnswer {
        var fields = HTTPFields()
        fields[.contentType] = type
        fields[.contentDisposition] = "attachment; filename=\"\(plainName)\"" + (encodedName.map { "; filename*=UTF-8''\($0)" } ?? "")
        return SandboxAnswer(head: HTTPResponse(status: .init(code: status), headerFields: fields), body: bytes)
    }

    /// The name in ASCII, without characters that end the quotation or the line.
    private var plainName: String {
        String(
            name.unicodeScalars.map { $0.isASCII && $0.value >= 0x20 && $0.value != 0x7F && $0 != "\"" && $0 != "\\" ? Character($0) : "_" }
        )
    }

    /// The name in the notation of RFC 8187; `nil` if the plain name is the whole name.
    private var encodedName: String? {
        guard plainName != name else { return nil }
        return name.utf8.map { byte in
            let character = Character(UnicodeScalar(byte))
            guard !character.isASCII || !(character.isLetter || character.isNumber || "-._~".contains(character)) else {
                return String(character)
            }
            let digits = String(byte, radix: 16, uppercase: true)
            return "%" + (digits.count < 2 ? "0" : "") + digits
        }.joined()
    }
}

extension FormPart {
    /// Returns the file that was uploaded.
    ///
    /// - Parameter name: The name of a file that came without one.
    func file(named name: String) -> SandboxFile {
        SandboxFile(name: fileName ?? name, type: contentType ?? "application/octet-stream", bytes: bytes)
    }
}
