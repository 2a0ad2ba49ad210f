import Foundation

/// A spec with everything that could be misinterpreted in Swift.
enum HostileDocument {
    /// Words with a meaning in Swift.
    static let words = [
        "associatedtype", "class", "deinit", "enum", "extension", "fileprivate", "func", "import", "init", "inout", "internal", "let",
        "open",
        "operator", "precedencegroup", "private", "protocol", "public", "rethrows", "static", "struct", "subscript", "typealias", "var",
        "break",
        "case", "catch", "continue", "default", "defer", "do", "else", "fallthrough", "for", "guard", "if", "in", "repeat", "return",
        "switch",
        "throw", "where", "while", "Any", "as", "await", "false", "is", "nil", "self", "Self", "super", "throws", "true", "try", "Type",
        "Protocol",
        "some", "any", "each", "async", "actor", "consume", "copy", "borrowing", "consuming", "isolated", "sending", "nonisolated", "get",
        "set",
        "willSet", "didSet", "lazy", "weak", "unowned", "final", "required", "optional", "dynamic", "mutating", "prefix", "infix",
        "postfix",
        "indirect", "left", "right", "none", "macro", "package", "discard", "then", "yield", "unsafe", "_", "__", "$0", "$x", "#if",
        "@main",
        "convenience", "override", "nonmutating", "distributed", "associativity", "precedence", "throwing", "unavailable", "module",
    ]

    /// Names that the emitted code, its protocols and the standard library use.
    static let used = [
        "json", "member", "members", "rules", "element", "self", "init", "hashValue", "isEqual", "one", "other", "description",
        "debugDescription", "rawValue",
        "encode",
        "write", "validate", "additionalProperties", "call", "client", "body", "form", "value", "other", "status", "placement",
        "documented",
        "id", "acceptsNull", "parameterText", "hash", "copy", "String", "Int", "Int64", "Double", "Bool", "Date", "Task", "Error",
        "Optional",
        "Array", "Dictionary", "Set", "Result", "Never", "Void", "Character", "Data", "URL", "UUID", "Codable", "Encodable", "Decodable",
        "Equatable", "Hashable", "Identifiable", "Sendable", "CodingKey", "Encoder", "Decoder", "Swift", "Foundation", "HTTPTypes",
        "ClockifyRuntime", "Clockify", "Operations", "Services", "Credentials", "JSONValue", "JSONReader", "JSONWriter", "JSONMembers",
        "JSONError", "JSONReadable", "JSONWritable", "ResponseModel", "RequestModel", "FormModel", "AnswerModel", "UnionModel", "OpenEnum",
        "Identifier", "IdentifierKinds", "UnitKinds", "ScaledInteger", "ScaledNumber", "CurrencyUnit", "JSONModel",
        "Nullable", "Indirect", "FileUpload", "Download", "Call",
        "Pages", "Rules", "Problem", "RequestProblem", "API", "GeneratedAPI", "APIClient",
        "UnauthenticatedAPI", "AuthenticatedAPI", "OptionallyAuthenticatedAPI", "DocumentedServers",
        "APICredentials",
        "CredentialPlacement", "APIFailure", "MultipartForm", "URLEncodedForm", "CalendarDate", "ISODuration", "Validated",
        "ParameterValue",
        "StaticString", "Substring", "RawRepresentable", "CustomStringConvertible", "Transport", "ClientTransport", "ClientMiddleware",
        "Servers", "RawValue", "Element",
        "Wrapped",
        "AllCases", "ID", "Hostile", "Kind", "IdentifierKind", "EntityModel", "NamedEntityModel",
    ]

    /// Texts that are not valid names, or different spellings of the same name.
    static let texts = [
        "", " ", "a b", "a-b", "a_b", "aB", "AB", "ab", "Ab", "a.b", "a/b", "a~b", "1", "01", "1a", "-1", "+1", "\u{E9}", "e\u{301}", "ß",
        "名前", "🦊",
        "👩‍👩‍👧", "\"", "\\", "\\(x)", "\\u{41}", "*/", "/*", "//", "///", "`x`", "a\nb", "a\tb", "\u{0}x", "\u{202E}rtl", "\u{200B}",
        "\u{2028}", "${x}",
        "#\"", "\"\"\"", "x\" + fatalError() + \"", "get_id", "_id", "getId", "page-size", "pageSize", "[]", "filter[x]", "...", "<T>",
        "a?",
        String(repeating: "long", count: 250),
    ]

    static var names: [String] { words + used + texts }

    /// Text for descriptions.
    static let prose =
        "ends here */ \"\"\" \\(x) ``` /// @available #if \u{202E}backwards\u{202C}\n\n* list\n# heading\r\n\u{2028}- Parameters:\n  - x: y\u{0}"

    /// Returns a document with every name in every position, in the given order.
    static func text(_ names: [String]) -> String {
        let all = unique(names)
        // An object can contain a name only once, whatever its Unicode normalization is.
        let properties = object(all.enumerated().map { ($1, type($0)) })
        let received = object(all.enumerated().map { ($1, type($0 + 3)) })
        let choices = list(all.map(quoted))
        let thirds = all.enumerated().filter { $0.offset % 3 == 0 }.map { quoted($0.element) }
        let schemas = object(
            all.map { ($0, "{\"type\": \"object\", \"description\": \(quoted(prose)), \"properties\": {\"x\": {\"type\": \"string\"}}}") }
                + [
                    ("Sent.All", "{\"type\": \"object\", \"required\": \(choices), \"properties\": \(properties)}"),
                    ("Received.All", "{\"type\": \"object\", \"required\": \(list(thirds)), \"properties\": \(received)}"),
                    ("Both.All", "{\"type\": \"object\", \"properties\": \(properties), \"additionalProperties\": {\"type\": \"string\"}}"),
                    ("Choice.All", "{\"type\": \"string\", \"enum\": \(choices)}"),
                    ("Either.All", "{\"oneOf\": \(list(all.map { reference($0) }))}"),
                    (
                        "Kind.All",
                        "{\"discriminator\": {\"propertyName\": \"\\\"\\\\(x)\"}, \"oneOf\": \(list(all.prefix(40).map { reference($0) }))}"
                    ),
                ])
        return """
            {"openapi": "3.1.0", "info": {"title": "Hostile", "version": \(quoted(prose)), "description": \(quoted(prose))},
            "servers": [{"url": "https://x/\\"\\\\(x)"}],
            "tags": \(list(all.map { "{\"name\": \(quoted($0)), \"description\": \(quoted(prose))}" })),
            "paths": \(paths(all)),
            "components": {"securitySchemes": \(securitySchemes(all)), "schemas": \(schemas)}}
            """
    }

    private static func paths(_ names: [String]) -> String {
        let ok =
            "{\"200\": {\"description\": \(quoted(prose)), \"content\": {\"application/json\": {\"schema\": \(reference("Received.All"))}}}}"
        let body = { (name: String) in "{\"required\": true, \"content\": {\"application/json\": {\"schema\": \(reference(name))}}}" }
        var paths = names.enumerated().map { index, name in
            let sent = index % 2 == 0 ? "Sent.All" : "Both.All"
            let parameters = list([parameter("\(name)", "query"), parameter(names[(index + 1) % names.count], "query")])
            return (
                "/p\(index)",
                """
                {"post": {"operationId": \(quoted(name)), "tags": [\(quoted(names[(index * 7) % names.count]))], "summary": \(quoted(prose)),
                "description": \(quoted(prose)), "deprecated": \(index % 3 == 0), "parameters": \(parameters),
                "requestBody": \(body(sent)), "responses": \(ok)}}
                """
            )
        }
        let form = object(names.enumerated().map { ($1, type($0)) })
        let headers = names.filter {
            !$0.isEmpty && $0.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && !"\"(),/:;<=>?@[\\]{}".utf8.contains($0) }
        }
        paths.append(
            (
                "/all",
                """
                {"get": {"operationId": "all of them", "parameters": \(list(names.map { parameter($0, "query") } + headers.map { parameter($0, "header") } + headers.map { parameter($0, "cookie") })),
                "responses": {"200": {"description": "", "content": {"application/json": {"schema": \(list(of: "Either.All"))}}}}},
                "put": {"operationId": "a form to send", "requestBody": {"content": {"multipart/form-data": {"schema": {"type": "object", "properties": \(form)}}}},
                "responses": {"200": {"description": "", "content": {"application/json": {"schema": \(reference("Choice.All"))}}},
                "202": {"description": \(quoted(prose)), "content": {"application/json": {"schema": \(reference("Kind.All"))}}}, "2XX": {"description": "other"}}}}
                """
            ))
        return object(paths)
    }

    /// Returns one type of each kind, in turn.
    private static func type(_ index: Int) -> String {
        let types = [
            "{\"type\": \"string\", \"maxLength\": 3, \"pattern\": \(quoted("^[^\"\\\\]*$")), \"default\": \(quoted("\"\\(x)\n"))}",
            "{\"type\": [\"integer\", \"null\"], \"minimum\": -9223372036854775808}",
            "{\"type\": \"number\", \"exclusiveMinimum\": 1e-3, \"multipleOf\": 0.5}",
            "{\"type\": \"array\", \"items\": {\"type\": \"string\", \"minLength\": 1}}", "{\"type\": \"boolean\", \"deprecated\": true}",
            "{\"type\": \"object\", \"additionalProperties\": {\"type\": \"integer\", \"minimum\": 1.5}}",
            "{\"type\": \"string\", \"format\": \"date-time\", \"deprecated\": true, \"description\": \(quoted("Use \"that\" instead.\n"))}",
            "{}",
            reference("Choice.All"), "{\"type\": \"string\", \"readOnly\": true}", "{\"type\": \"string\", \"writeOnly\": true}",
        ]
        return types[index % types.count]
    }

    private static func parameter(_ name: String, _ position: String) -> String {
        let schema = "{\"type\": \"string\", \"enum\": [\"none\", \"self\", \"a\\\"b\"], \"default\": \"none\"}"
        return
            "{\"name\": \(quoted(name)), \"in\": \(quoted(position)), \"required\": true, \"description\": \(quoted(prose)), \"schema\": \(schema)}"
    }

    private static func securitySchemes(_ names: [String]) -> String {
        object(
            names.enumerated().map { index, name in
                (name, "{\"type\": \"apiKey\", \"in\": \"query\", \"name\": \(quoted(name)), \"description\": \(quoted(prose))}")
            })
    }

    private static func reference(_ name: String) -> String {
        let pointer = name.unicodeScalars.map { scalar -> String in
            switch scalar {
            case "~": "~0"
            case "/": "~1"
            default: String(scalar)
            }
        }.joined()
        let escaped = pointer.utf8.map { byte in
            byte > 0x20 && byte < 0x7F && byte != UInt8(ascii: "%") && byte != UInt8(ascii: "#")
                ? String(UnicodeScalar(byte)) : "%" + String(format: "%02X", byte)
        }.joined()
        return "{\"$ref\": \(quoted("#/components/schemas/" + escaped))}"
    }

    private static func list(of name: String) -> String { "{\"type\": \"array\", \"items\": \(reference(name))}" }
    private static func list(_ values: [String]) -> String { "[\(values.joined(separator: ", "))]" }
    private static func object(_ members: [(String, String)]) -> String {
        "{" + members.map { "\(quoted($0)): \($1)" }.joined(separator: ",\n") + "}"
    }

    /// Returns JSON text, which is also YAML.
    static func quoted(_ text: String) -> String {
        var quoted = "\""
        for unit in text.utf16 {
            let isPlain = unit >= 0x20 && unit < 0x7F && unit != 0x22 && unit != 0x5C
            quoted += isPlain ? String(UnicodeScalar(UInt8(unit))) : "\\u" + String(format: "%04x", unit)
        }
        return quoted + "\""
    }

    private static func unique(_ names: [String]) -> [String] {
        var seen: Set<String> = []
        return names.filter { seen.insert($0).inserted }
    }
}
