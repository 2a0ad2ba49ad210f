/// A `multipart/form-data` body (RFC 7578).
@_spi(Generated)
public struct MultipartForm: Sendable, FormFields {
    /// The parts that JSON cannot represent, with the reasons.
    public var problems: [(name: String, reason: String)] = []
    private var parts: [RequestBody.Part] = []
    private let boundary: String

    /// Creates a form without parts, with a random boundary.
    public init() {
        // 128 random bits do not occur in a file by accident and cannot be predicted.
        let random = [UInt64.random(in: .min ... .max), UInt64.random(in: .min ... .max)]
        boundary = "clockify-" + random.map { String($0, radix: 16) }.joined(separator: "-")
    }

    /// Adds a part with a plain value, unless the value is `nil`.
    ///
    /// - Parameter contentType: The `Content-Type` of the part; `nil` for none.
    public mutating func text(_ name: String, _ value: (some ParameterValue)?, contentType: String? = nil) {
        guard let value else { return }
        let header = contentType.map { "\r\nContent-Type: \($0)" } ?? ""
        add(name, headers: header, .bytes(Array(text(of: value, at: name).utf8)))
    }

    /// Adds one part with several texts, joined by a separator.
    public mutating func field(_ name: String, _ texts: [String], joinedBy separator: String) {
        if !separator.isEmpty, texts.contains(where: { $0.contains(separator) }) { refuse(name, separatedBy: separator) }
        text(name, texts.joined(separator: separator))
    }

    /// Adds an object, with a part for each of its members: under the member's name as ``anything(_:_:)`` does, or under `name[member]`, at
    /// any depth.
    public mutating func members(of value: (some JSONWritable)?, in name: String? = nil) {
        guard let json = json(of: value, at: name ?? "") else { return }
        if let name {
            add(ParameterText.deepItems(name, json))
        } else {
            for (name, member) in (json.objectValue ?? [:]).sorted(by: { $0.key < $1.key }) { part(name, member) }
        }
    }

    /// Adds a plain value as text, each element of a list of plain values as a part of its own, and anything else as JSON.
    public mutating func anything(_ name: String, _ value: (some JSONWritable)?) {
        if let json = json(of: value, at: name) { part(name, json) }
    }

    private mutating func part(_ name: String, _ value: JSONValue) {
        switch value {
        case .null: break
        case .object: json(name, value)
        case .array(let elements) where elements.contains { $0.arrayValue != nil || $0.objectValue != nil }: json(name, value)
        case .array(let elements): for element in elements where element != .null { text(name, ParameterText.text(of: element)) }
        default: text(name, ParameterText.text(of: value))
        }
    }

    /// Adds a part with JSON, unless the value is `nil`.
    ///
    /// - Parameter contentType: The `Content-Type` of the part, such as `application/vnd.api+json`.
    public mutating func json(_ name: String, _ value: (some JSONWritable)?, contentType: String = "application/json") {
        guard let value else { return }
        do {
            add(name, headers: "\r\nContent-Type: \(contentType)", .bytes(try JSONWriter.encode(value)))
        } catch {
            problems.append((name, error.reason))
        }
    }

    /// Adds a file with its name and type, unless the value is `nil`.
    public mutating func file(_ name: String, _ file: FileUpload?) {
        guard let file else { return }
        add(name, headers: "; filename=\"\(Self.escape(file.name))\"\r\nContent-Type: \(file.contentTypeForHeader)", .file(file.content))
    }

    /// Adds a list of files, with one part for each file.
    public mutating func files(_ name: String, _ files: [FileUpload]?) {
        for file in files ?? [] { self.file(name, file) }
    }

    var body: RequestBody {
        RequestBody(
            parts: parts + [.bytes(Array("--\(boundary)--\r\n".utf8))], contentType: "multipart/form-data; boundary=\(boundary)")
    }

    private mutating func add(_ name: String, headers: String, _ content: RequestBody.Part) {
        let head = "--\(boundary)\r\nContent-Disposition: form-data; name=\"\(Self.escape(name))\"\(headers)\r\n\r\n"
        parts += [.bytes(Array(head.utf8)), content, .bytes(Array("\r\n".utf8))]
    }

    /// Escapes a name between quotation marks as browsers do (WHATWG HTML, multipart form data), so that it cannot end the
    /// quotation or the line.
    private static func escape(_ name: String) -> String {
        name.unicodeScalars.map { scalar -> String in
            switch scalar {
            case "\"": "%22"
            case "\r": "%0D"
            case "\n": "%0A"
            default: scalar.value < 0x20 || scalar.value == 0x7F ? "_" : String(scalar)
            }
        }.joined()
    }
}
