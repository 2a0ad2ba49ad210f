public import HTTPTypes

/// A call of an operation that generated code builds: the request to send, and the rules that it breaks.
@_spi(Generated)
public struct Call: Sendable {
    /// The operation that is called.
    public let operation: APIOperation
    /// The rules that the call has been found to break so far.
    public var rules = Rules()
    /// `true` if the response is a file rather than JSON.
    public var acceptsFile = false
    /// The media types that the client can read, for the `Accept` header; empty for JSON, or for any file.
    public var acceptedTypes: [String] = []
    /// `true` if the result of the call is a redirect, which is then not followed.
    var acceptsRedirect = false
    /// `true` if a response without a body means an empty list.
    public var mayAnswerNothing = false
    /// The response format that the request selects; `nil` if there is only one.
    private(set) var answerForm: AnswerForm?

    private(set) var pathValues: [(name: String, value: String)] = []
    /// The names of the path values that are already percent-encoded.
    private var encodedNames: Set<String> = []
    private(set) var query: [ParameterText.Item] = []
    /// `true` while query items are added that keep their reserved characters.
    private var keepsReserved = false
    private(set) var headers: [(name: String, value: String)] = []
    private(set) var cookies: [(name: String, value: String)] = []
    private(set) var body: RequestBody?
    /// The enum values in the body.
    private(set) var enumValues: Set<String> = []

    /// A method by its name in lowercase.
    ///
    /// Emitted code uses it instead of `HTTPRequest.Method`, so that it compiles in a module that does not import HTTPTypes.
    public enum Method: Sendable {
        case get, put, post, delete, options, head, patch, trace, query
    }

    /// Creates a call without arguments.
    public init(
        _ id: String, _ method: Method, _ path: String, service: String, sendsCredentials: Bool = true,
        credentials: APIOperation.AcceptedCredentials = .any
    ) {
        self.init(
            id, method: method.httpMethod, path, service: service, sendsCredentials: sendsCredentials, credentials: credentials)
    }

    /// Creates a call without arguments, with any method.
    public init(
        _ id: String, method: HTTPRequest.Method, _ path: String, service: String, sendsCredentials: Bool = true,
        credentials: APIOperation.AcceptedCredentials = .any
    ) {
        operation = APIOperation(
            id: id, method: method, path: path, service: service, sendsCredentials: sendsCredentials, credentials: credentials)
    }

    // MARK: Parameters

    /// Replaces a placeholder of the path, such as `{tagId}`, with a value.
    public mutating func path(_ name: String, _ value: some ParameterValue) {
        let text = text(of: value, at: name, in: .path)
        if text.isEmpty { rules.add(.notEmpty, at: name, in: .path) }
        pathValues.append((name, text))
    }

    /// Adds a list, with commas between its values. Commas inside a value are percent-encoded.
    public mutating func path<Value: ParameterValue>(_ name: String, _ values: [Value]) {
        if values.isEmpty { rules.add(.notEmpty, at: name, in: .path) }
        setPath(name, encoded: texts(of: values, at: name, in: .path).map(PercentEncoding.pathValue).joined(separator: ","))
    }

    /// The same call. Items that are added to its query keep their reserved characters (`allowReserved`).
    public var keepingReserved: Call {
        get {
            var call = self
            call.keepsReserved = true
            return call
        }
        set {
            self = newValue
            keepsReserved = false
        }
    }

    /// Adds an item to the query, unless the value is `nil`.
    public mutating func query(_ name: String, _ value: (some ParameterValue)?) {
        if let value { addQuery(.init(name, text(of: value, at: name, in: .query))) }
    }

    mutating func addQuery(_ item: ParameterText.Item) {
        if item.isAmbiguous { rules.add(.separated(by: item.separator), at: item.name, in: .query) }
        query.append(item)
        query[query.count - 1].keepsReserved = keepsReserved
    }

    /// Adds a list, with one item for each value under the same name.
    public mutating func query<Value: ParameterValue>(_ name: String, _ values: [Value]?) {
        for text in texts(of: values ?? [], at: name, in: .query) { addQuery(.init(name, text)) }
    }

    /// Adds a list as one item. Commas inside a value are percent-encoded; commas between values are not.
    public mutating func query<Value: ParameterValue>(_ name: String, _ values: [Value]?, joinedBy separator: String) {
        guard let values, !values.isEmpty else { return }
        addQuery(.init(name, texts(of: values, at: name, in: .query), joinedBy: separator))
    }

    /// Adds a header, unless the value is `nil`.
    public mutating func header(_ name: String, _ value: (some ParameterValue)?) {
        guard let value else { return }
        let text = text(of: value, at: name, in: .header)
        guard Call.isFieldValue(text) else {
            rules.add(.representable("characters that a header can contain"), at: name, in: .header)
            return
        }
        headers.append((name, text))
    }

    /// Adds a list, with commas between its values.
    public mutating func header<Value: ParameterValue>(_ name: String, _ values: [Value]?) {
        guard let values, !values.isEmpty else { return }
        let texts = texts(of: values, at: name, in: .header)
        if texts.contains(where: { $0.contains(",") }) { rules.add(.separated(by: ","), at: name, in: .header) }
        header(name, texts.joined(separator: ","))
    }

    /// Adds a list, with commas between its values.
    public mutating func cookie<Value: ParameterValue>(_ name: String, _ values: [Value]?) {
        guard let values, !values.isEmpty else { return }
        setCookie(name, encoded: texts(of: values, at: name, in: .cookie).map(PercentEncoding.queryValue).joined(separator: ","))
    }

    /// Adds a cookie, unless the value is `nil`.
    public mutating func cookie(_ name: String, _ value: (some ParameterValue)?) {
        if let value { setCookie(name, encoded: PercentEncoding.queryValue(text(of: value, at: name, in: .cookie))) }
    }

    /// Returns the text of a value. A value that has none breaks a rule.
    mutating func text(of value: some ParameterValue, at name: String, in location: RequestProblem.Location) -> String {
        if !value.hasParameterText { rules.add(.representable("a finite number"), at: name, in: location) }
        return value.parameterText
    }

    private mutating func texts<Value: ParameterValue>(
        of values: [Value], at name: String, in location: RequestProblem.Location
    ) -> [String] {
        values.map { text(of: $0, at: name, in: location) }
    }

    /// Sets a number in a query item, which replaces items of the same name, or in a member of the JSON body (`filter.page`).
    mutating func set(_ name: String, to number: Int, in location: PageNumbering.Location) {
        switch location {
        case .query:
            query.removeAll { $0.name == name }
            query.append(.init(name, String(number)))
        case .body:
            // A body that is not JSON in memory cannot be paged, and is sent unchanged.
            guard let body = body?.bytesInMemory, let value: JSONValue = try? JSONReader.decode(from: body) else { return }
            json(
                value.setting(.integer(Int64(number)), at: name.split(separator: ".")[...]),
                contentType: self.body?.contentType ?? "application/json")
        }
    }

    /// Returns a number that the caller set in a query item or in a member of the JSON body.
    func number(_ name: String?, in location: PageNumbering.Location) -> Int? {
        guard let name else { return nil }
        switch location {
        case .query: return query.first { $0.name == name }.flatMap { Int($0.value) }
        case .body:
            guard let body = body?.bytesInMemory, let value: JSONValue = try? JSONReader.decode(from: body) else { return nil }
            return name.split(separator: ".").reduce(Optional(value)) { $0?[String($1)] }?.intValue
        }
    }

    // MARK: Body

    /// Sets a JSON body.
    ///
    /// - Parameter contentType: The `Content-Type` of the body, such as `application/merge-patch+json`.
    public mutating func json(_ value: (some JSONWritable)?, contentType: String = "application/json") {
        guard let value else { return }
        var writer = JSONWriter(for: .sending, collectsEnumValues: true)
        value.write(to: &writer)
        enumValues.formUnion(writer.enumValues ?? [])
        do {
            body = RequestBody(bytes: try writer.finish(), contentType: contentType)
        } catch {
            rules.add(.representable(error.reason), at: nil)
        }
    }

    /// Sets a body of plain text, unless the value is `nil`.
    public mutating func text(_ value: (some ParameterValue)?) {
        if let value { body = RequestBody(bytes: Array(value.parameterText.utf8), contentType: "text/plain; charset=utf-8") }
    }

    /// Sets a file as the whole body.
    ///
    /// - Parameter contentTypes: The types that the service accepts. The file's own type is sent if it is one of them. Any other file is
    ///   rejected, unless the service accepts bytes of any kind.
    public mutating func file(_ file: FileUpload?, contentTypes: [String]) {
        guard let file else { return }
        let any = contentTypes.first { ["application/octet-stream", "*/*"].contains(MediaTypes.essence($0)) }
        if contentTypes.contains(where: { MediaTypes.includes($0, file.contentType) }) {
            body = RequestBody(parts: [.file(file.content)], contentType: file.contentTypeForHeader)
        } else if any != nil || contentTypes.isEmpty {
            body = RequestBody(parts: [.file(file.content)], contentType: "application/octet-stream")
        } else {
            rules.add(.representable("a file of the type \(contentTypes.joined(separator: " or "))"), at: nil)
        }
    }

    /// Sets a form with a part for each member, and takes over the problems found while it was filled.
    public mutating func form(_ form: MultipartForm) {
        body = form.body
        for problem in form.problems { rules.add(.representable(problem.reason), at: problem.name) }
    }

    /// Sets a form of percent-encoded pairs, and takes over the problems found while it was filled.
    public mutating func form(_ form: URLEncodedForm) {
        body = form.body
        for problem in form.problems { rules.add(.representable(problem.reason), at: problem.name) }
    }

    /// Selects one of several response formats with a member of the JSON body. The body must not have that member yet.
    public mutating func answer(as form: AnswerForm, member name: String, _ value: some ParameterValue) {
        asks(for: form)
        enumValues.insert(value.parameterText)
        let member = JSONValue.object([name: .string(value.parameterText)])
        // The member is appended to the text. Decoding the body and encoding it again would cost more than encoding it did.
        guard let text = body?.bytesInMemory, text.last == UInt8(ascii: "}"), text.count > 2, let addition = try? JSONWriter.encode(member)
        else {
            json(member, contentType: body?.contentType ?? "application/json")
            return
        }
        body = RequestBody(
            bytes: text.dropLast() + [UInt8(ascii: ",")] + addition.dropFirst(), contentType: body?.contentType ?? "application/json")
    }

    /// Selects one of several response formats with a query parameter.
    public mutating func answer(as form: AnswerForm, query name: String, _ value: some ParameterValue) {
        asks(for: form)
        query(name, value)
    }

    private mutating func asks(for form: AnswerForm) {
        answerForm = form
        acceptsFile = form == .file
    }

    // MARK: Parts

    /// The path with its placeholders filled in, and the query. Both are percent-encoded.
    var target: String {
        var target = ""
        var rest = Substring(operation.path)
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            target += rest[..<open]
            let name = String(rest[rest.index(after: open)..<close])
            let value = pathValues.first { $0.name == name }?.value ?? ""
            target += encodedNames.contains(name) ? value : PercentEncoding.pathValue(value)
            rest = rest[rest.index(after: close)...]
        }
        target += rest
        for (index, item) in query.enumerated() {
            // A spec may write constant items into the path.
            target += index == 0 && !target.contains("?") ? "?" : "&"
            target += item.encoded
        }
        return target
    }

    /// Returns the names in braces, in order and without duplicates.
    static func placeholders(of path: String) -> [String] {
        var names: [String] = []
        var rest = Substring(path)
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            let name = String(rest[rest.index(after: open)..<close])
            if !names.contains(name) { names.append(name) }
            rest = rest[rest.index(after: close)...]
        }
        return names
    }

    /// Sets the value of a placeholder that is already percent-encoded.
    mutating func setPath(_ name: String, encoded value: String) {
        encodedNames.insert(name)
        pathValues.append((name, value))
    }

    /// Adds a cookie whose value is already encoded.
    mutating func setCookie(_ name: String, encoded value: String) { cookies.append((name, value)) }

    /// `true` if an HTTP header can contain the text: visible characters, spaces and tabs.
    static func isFieldValue(_ text: String) -> Bool {
        text.unicodeScalars.allSatisfy { $0 == "\t" || ($0.value >= 0x20 && $0.value != 0x7F) }
    }
}

extension JSONValue {
    /// Returns a copy with `value` set at `path`. Creates missing objects along the path.
    fileprivate func setting(_ value: JSONValue, at path: ArraySlice<Substring>) -> JSONValue {
        guard let name = path.first else { return value }
        var members: [String: JSONValue] = if case .object(let members) = self { members } else { [:] }
        members[String(name)] = (members[String(name)] ?? .null).setting(value, at: path.dropFirst())
        return .object(members)
    }
}

extension Call.Method {
    fileprivate var httpMethod: HTTPRequest.Method {
        switch self {
        case .get: .get
        case .put: .put
        case .post: .post
        case .delete: .delete
        case .options: .options
        case .head: .head
        case .patch: .patch
        case .trace: .trace
        case .query: .query
        }
    }
}
