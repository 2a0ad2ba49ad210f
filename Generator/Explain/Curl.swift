import GeneratorLint
import GeneratorOpenAPI
import GeneratorSwiftAPI
import GeneratorYAML

/// An operation as a shell command, ready to run once the credentials are set in the environment.
struct Curl {
    private let operation: Operation
    private let document: Document
    private let api: API
    private let samples: SampleMaker
    /// The arguments on each line.
    private var lines: [String] = []

    init(_ operation: Operation, document: Document, api: API) {
        self.operation = operation
        self.document = document
        self.api = api
        samples = SampleMaker(document: document)
        build()
    }

    /// The command; all lines but the first are indented.
    var text: String { lines.joined(separator: " \\\n  ") }

    private mutating func build() {
        lines = ["curl --fail-with-body --request \(operation.method.rawValue.uppercased())"]
        addCredential()
        for parameter in operation.parameters where parameter.isRequired && parameter.position == .header {
            lines.append("--header " + Shell.word("\(parameter.name): \(text(of: parameter))"))
        }
        for parameter in operation.parameters where parameter.isRequired && parameter.position == .cookie {
            lines.append("--cookie " + Shell.word("\(parameter.name)=\(text(of: parameter))"))
        }
        addBody()
        let content = operation.responses.first { $0.isSuccess }?.content ?? []
        if !content.isEmpty, !content.contains(where: { $0.isJSON || $0.essence.hasPrefix("text/") }) {
            lines.append("--output " + Shell.word(operation.id))
        }
        lines.append(url)
    }

    // MARK: URL

    private var url: String {
        let servers = operation.servers.isEmpty ? document.servers : operation.servers
        var path = Template.wirePath(of: operation.path)
        for parameter in operation.parameters where parameter.position == .path {
            path = path.split(separator: "{\(parameter.name)}", omittingEmptySubsequences: false)
                .joined(separator: Curl.escaped(text(of: parameter)))
        }
        let rest = path + query
        guard var base = servers.first?.defaultURL, base.hasPrefix("http://") || base.hasPrefix("https://") else {
            return Shell.word("", environment: [variable("url")]) + Shell.word(rest)
        }
        if base.hasSuffix("/") { base.removeLast() }
        return Shell.word(base + rest)
    }

    private var query: String {
        let items = operation.parameters.filter { $0.isRequired && $0.position == .query }.flatMap(queryItems)
        guard !items.isEmpty else { return "" }
        return (Template.wirePath(of: operation.path).contains("?") ? "&" : "?")
            + items.map { Curl.escaped($0.name) + "=" + $0.value }.joined(separator: "&")
    }

    /// Returns the items of a parameter with their percent-encoded values.
    private func queryItems(of parameter: Parameter) -> [(name: String, value: String)] {
        let escaped = { (text: String) in Curl.escaped(text, keepingReserved: parameter.allowsReserved && !parameter.isJSON) }
        switch value(of: parameter) {
        case _ where parameter.isJSON: return [(parameter.name, escaped(text(of: parameter)))]
        case .list(let elements):
            let values = elements.map { escaped(Curl.text(of: $0)) }
            return parameter.explode
                ? values.map { (parameter.name, $0) } : [(parameter.name, values.joined(separator: separator(of: parameter)))]
        case .object(let members):
            return members.map { member in
                let name = parameter.style == .deepObject ? "\(parameter.name)[\(member.key)]" : member.key
                return (name, escaped(Curl.text(of: member.value)))
            }
        case .scalar: return [(parameter.name, escaped(text(of: parameter)))]
        }
    }

    /// Returns what separates the elements of a list that is one item.
    private func separator(of parameter: Parameter) -> String {
        switch parameter.style {
        case .spaceDelimited: Curl.escaped(" ")
        case .pipeDelimited: Curl.escaped("|")
        case .form, .deepObject, .simple, .label, .matrix: ","
        }
    }

    /// Percent-encodes all characters that may be reserved in a URL.
    ///
    /// - Parameter keepingReserved: `true` to keep those that a value in a query can have, as the client does.
    private static func escaped(_ text: String, keepingReserved: Bool = false) -> String {
        let kept = keepingReserved ? Set(":/?@!$'()*,;=".utf8) : []
        var escaped = ""
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
                UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "~"):
                escaped.unicodeScalars.append(Unicode.Scalar(byte))
            case _ where kept.contains(byte): escaped.unicodeScalars.append(Unicode.Scalar(byte))
            default: escaped += "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
            }
        }
        return escaped
    }

    // MARK: Credentials

    private mutating func addCredential() {
        // Among several accepted schemes, the one that the document declares first is used.
        let single = Set(operation.security.filter { $0.count == 1 }.joined())
        let together = operation.security.first { !$0.isEmpty } ?? []
        for (scheme, credential) in zip(document.securitySchemes, api.credentials) {
            if single.isEmpty ? together.contains(scheme.name) : single.contains(scheme.name) {
                add(scheme, credential)
                if !single.isEmpty { return }
            }
        }
    }

    private mutating func add(_ scheme: SecurityScheme, _ credential: API.Credential) {
        let secret = variable(credential.name)
        switch scheme.kind {
        case .header(let name): lines.append("--header " + Shell.word("\(name): ", environment: [secret]))
        case .query(let name): lines.append("--url-query " + Shell.word("\(name)=", environment: [secret]))
        case .cookie(let name): lines.append("--cookie " + Shell.word("\(name)=", environment: [secret]))
        case .bearer: lines.append("--header " + Shell.word("Authorization: Bearer ", environment: [secret]))
        case .basic: lines.append("--user " + Shell.word("", environment: [variable("user"), variable("password")]))
        }
    }

    /// Returns the name of an environment variable, as the client itself uses it: `CLOCKIFY_API_KEY`.
    private func variable(_ name: String) -> String {
        let variable = SampleMaker.constant(api.name) + "_" + SampleMaker.constant(name)
        return variable.first?.isNumber == true ? "_" + variable : variable
    }

    // MARK: Body

    private mutating func addBody() {
        guard let body = operation.body, let media = body.content.first(where: \.isJSON) ?? body.content.first else { return }
        let value = sample(of: media).map { DocumentValue($0) } ?? media.schema.map { samples.value(of: $0, named: "body") }
        if media.isJSON {
            lines.append("--header " + Shell.word("Content-Type: \(media.name)"))
            lines.append("--data-raw " + Shell.word(value.flatMap(Curl.json) ?? "{}"))
        } else if media.isForm {
            guard case .object(let members)? = value else { return }
            let isMultipart = media.essence == "multipart/form-data"
            for member in members {
                if isMultipart, isFile(member.key, of: media) {
                    lines.append("--form " + Shell.word("\(member.key)=@\(SampleMaker.constant(member.key))"))
                } else {
                    lines.append(
                        (isMultipart ? "--form-string " : "--data-urlencode ") + Shell.word("\(member.key)=\(Curl.text(of: member.value))"))
                }
            }
        } else {
            lines.append("--header " + Shell.word("Content-Type: \(media.name)"))
            lines.append("--data-binary @FILE")
        }
    }

    /// Returns the sample in the spec, unless it violates its own schema and the service would reject it.
    private func sample(of media: MediaType) -> Node? {
        guard let sample = media.example, let schema = media.schema else { return media.example }
        // Pattern checks need a library that this module does not import. Samples rarely violate a pattern.
        let fit = ValueFit(document: document, matches: { _, _ in true }, direction: .sent)
        return fit.misfits(of: sample, with: schema).contains { $0.kind != .unknownMember } ? nil : sample
    }

    private func isFile(_ member: String, of media: MediaType) -> Bool {
        let parts = media.schema.map { document.joined($0) } ?? []
        guard let property = parts.lazy.flatMap(\.properties).first(where: { $0.name == member }) else { return false }
        return document.joined(property.schema).contains { $0.format == "binary" }
    }

    // MARK: Values

    private func value(of parameter: Parameter) -> DocumentValue {
        parameter.example.map { DocumentValue($0) } ?? samples.value(of: parameter.schema, named: parameter.name)
    }

    private func text(of parameter: Parameter) -> String {
        let value = value(of: parameter)
        return parameter.isJSON ? Curl.json(value) ?? "" : Curl.text(of: value)
    }

    private static func text(of value: DocumentValue) -> String {
        switch value {
        case .scalar(.string(let text)), .scalar(.decimal(let text)): text
        case .scalar(.integer(let number)): String(number)
        case .scalar(.bool(let bool)): String(bool)
        case .scalar(.null): ""
        case .list(let elements): elements.map(text).joined(separator: ",")
        case .object: json(value) ?? ""
        }
    }

    private static func json(_ value: DocumentValue) -> String? {
        value.isJSON ? String(JSONPrinter.text(of: value, isIndented: true).dropLast()) : nil
    }
}
