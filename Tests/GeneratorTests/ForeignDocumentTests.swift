import GeneratorSwiftAPI
import GeneratorTestSupport
import Testing

/// Mistakes and gaps of other people's documents whose meaning is certain: the rest is generated, and a warning says what was left out.
@Suite("Documents of other people")
struct ForeignDocumentTests {
    /// A document with the given lines after its version. `ok` stands for the responses of an operation that returns nothing.
    private func document(_ lines: String, title: String = "T", isStrict: Bool = false) -> Generated {
        let lines = lines.replacing("ok", with: "responses: {'204': {description: OK}}")
        return generate(["openapi.yaml": "openapi: 3.1.0\ninfo: {title: \(title), version: v}\n" + lines + "\n"], isStrict: isStrict)
    }

    /// The lines after the version, the call that is generated, and the warning.
    static let flaws: [(lines: String, code: String, warning: String)] = [
        (
            "paths: {'/a?do=it&x={x}': {get: {operationId: a, parameters: [{name: x, in: path, required: true, schema: {type: string}}, {name: page, in: query, schema: {type: integer}}], ok}}}",
            #"Call("a", .get, "/a?do=it&x={x}""#,
            "3:9: warning: a path must not have a query; it is sent with every call; describe what follows the ? as query parameters"
        ),
        (
            "paths: {/a: {get: {operationId: a, callbacks: {x: {$ref: '#/components/callbacks/x'}}, ok}}}", "func a()",
            "3:58: warning: the reference points to openapi.yaml#/components/callbacks/x, but openapi.yaml has no \"components\" there; the callback is left out; describe it, or remove it"
        ),
        (
            "paths: {'/a#b': {get: {operationId: a, ok}}}", #"Call("a", .get, "/a","#,
            "3:9: warning: a path must not have a fragment; it is not sent; remove what follows the #, which is never sent"
        ),
        (
            "paths: {/a b/ü: {get: {operationId: a, ok}}}", #"Call("a", .get, "/a%20b/%C3%BC""#,
            "3:9: warning: a path must not contain a space; it is sent as %20; write %20"
        ),
        (
            "paths: {'/a/{id}': {get: {operationId: a, ok}}}", "func a(id: String)",
            "3:26: warning: the path /a/{id} has {id}, but no path parameter is called \"id\"; it is a string; add the parameter"
        ),
        (
            "paths: {/a: {get: {operationId: a, parameters: [{name: id, in: path, required: true, schema: {type: string}}], ok}}}",
            "func a()",
            "3:49: warning: the path parameter \"id\" has no {id} in /a; it is left out; remove it, or add it to the path"
        ),
        (
            "paths: {'/a/{id}': {get: {operationId: a, parameters: [{name: id, in: path, schema: {type: string}, required: false}], ok}}}",
            "func a(id: String)",
            "3:56: warning: the path parameter \"id\" is part of the path; it is required; add required: true"
        ),
        (
            "paths: {/a: {get: {operationId: a, parameters: [{name: q, in: query, schema: {type: integer}}, {name: q, in: query, schema: {type: string}}], ok}}}",
            "func a(q: Int? = nil)", "3:96: warning: the query parameter \"q\" is listed twice; only the first is used; remove one"
        ),
        (
            "paths: {/a: {get: {operationId: a, parameters: [{name: q, in: query}], ok}}}", "func a(q: String? = nil)",
            "3:49: warning: a parameter needs a schema; this one is a string; describe its value"
        ),
        (
            "paths: {/a: {get: {operationId: a, parameters: [{name: q, in: query, style: simple, schema: {type: array, items: {type: string}}}], ok}}}",
            #"call.query("q", q, joinedBy: ",")"#,
            "3:49: warning: the style simple of the parameter \"q\" does not fit its place; form is used; use form"
        ),
        (
            "paths: {/a: {get: {operationId: a, ok}, head: {operationId: a, ok}}}", "func headA()",
            "warning: the operationId \"a\" is also that of the operation at openapi.yaml:3:19; this one is called \"head /a\"; give each operation its own"
        ),
        (
            "paths: {/a: {post: {operationId: a, requestBody: {required: true, content: {application/xml: {schema: {type: object, properties: {b: {type: string}}}}}}, ok}}}",
            #"call.file(body, contentTypes: ["application/xml"])"#,
            "3:77: warning: a body of type application/xml with this schema is not supported; callers pass its bytes; JSON, forms, text and binary are"
        ),
        (
            "paths: {/a: {post: {operationId: a, requestBody: {required: true, content: {application/x-www-form-urlencoded: {schema: {type: object, properties: {}}}}}, ok}}}",
            "call.form(URLEncodedForm())",
            "3:77: warning: a form needs a schema with properties, one for each of its parts; it is sent without any; describe its parts, or remove it"
        ),
        (
            "paths: {/a: {post: {operationId: a, requestBody: {required: true, content: {multipart/form-data: {}}}, ok}}}",
            "form.members(of: body)",
            "3:77: warning: a form needs a schema with properties, one for each of its parts; its parts are passed as JSON; describe them"
        ),
        (
            "paths: {/a: {post: {operationId: a, requestBody: {required: true, content: {multipart/form-data: {schema: {type: object, properties: {b: {type: object, properties: {c: {type: string}}}}}, encoding: {b: {contentType: application/xml}}}}}, ok}}}",
            #"form.json("b", body.b)"#,
            "warning: \"b\" cannot be written as application/xml; it is sent as JSON; use JSON, or a string with the finished text"
        ),
        (
            "security: [{d: []}, {b: []}]\ncomponents: {securitySchemes: {b: {type: http, scheme: bearer}, d: {type: http, scheme: digest}}}\npaths: {/a: {get: {operationId: a, ok}}}",
            "service: T.Services.main)",
            "4:68: warning: the HTTP scheme \"digest\" is not supported; calls are made without it; bearer and basic are"
        ),
        (
            "security: [{m: []}]\ncomponents: {securitySchemes: {m: {type: mutualTLS}}}\npaths: {/a: {get: {operationId: a, ok}}}",
            "sendsCredentials: false",
            "4:35: warning: the security type \"mutualTLS\" is not supported; the certificate is up to the client's transport; apiKey, http, oauth2 and openIdConnect are"
        ),
        (
            "security: [{u: []}]\npaths: {/a: {get: {operationId: a, ok}}}", "sendsCredentials: false",
            "warning: the security scheme \"u\" is not among components.securitySchemes of the document; calls are made without it; describe it there"
        ),
        (
            "servers: [{url: 'https://a.example:{port}', variables: {port: {default: '443', enum: ['443', 8443]}}}]\npaths: {/a: {get: {operationId: a, ok}}}",
            "public static func a(port: String = \"443\") -> String { \"https://a.example:\" + port }",
            "warning: \"enum\" of a server variable must be a list of strings; this value is used as text; write it as a string"
        ),
        (
            "servers: [{url: 'https://{host}/v1'}]\npaths: {/a: {get: {operationId: a, ok}}}",
            "public static func server(host: String) -> String { \"https://\" + host + \"/v1\" }",
            "3:11: warning: the server https://{host}/v1 has {host}, but no variable is called \"host\"; callers pass its value; describe the variable"
        ),
        (
            "components: {schemas: {F: {type: object, required: [file], properties: {file: {type: string, format: binary}, n: {type: string}}}}}\npaths: {/a: {post: {operationId: a, requestBody: {content: {multipart/form-data: {schema: {$ref: '#/components/schemas/F'}}}}, responses: {'200': {description: OK, content: {application/json: {schema: {$ref: '#/components/schemas/F'}}}}}}}}",
            #"form.file("file", body.file)"#,
            "3:73: warning: \"file\" is a file here and text in JSON, where this object is used too; it is left out of JSON; give the form its own schema"
        ),
        (
            "components: {schemas: {F: {type: object, required: [file], properties: {file: {type: string, format: binary}, n: {type: string}}}}}\npaths: {/a: {post: {operationId: a, requestBody: {content: {multipart/form-data: {schema: {$ref: '#/components/schemas/F'}}}}, ok}, put: {operationId: b, requestBody: {content: {application/json: {schema: {oneOf: [{$ref: '#/components/schemas/F'}, {type: array, items: {$ref: '#/components/schemas/F'}}]}}}}, ok}}}",
            #"form.file("file", body.file)"#,
            "3:73: warning: \"file\" is a file here and text in JSON, where this object is used too; it is left out of JSON; give the form its own schema"
        ),
    ]

    @Test("A flaw is a warning that says what becomes of it, and an error for a strict reader", arguments: flaws)
    func flaw(lines: String, code: String, warning: String) {
        let used = document(lines)
        #expect(used.diagnostics.count == 1 && used.diagnostics[0].hasPrefix("openapi.yaml:") && used.diagnostics[0].hasSuffix(warning))
        #expect(used.text.contains(code), "\(used.text)")
        #expect(document(lines, isStrict: true).errors.isEmpty == false)
    }

    @Test("What a flawed document gives compiles")
    func compiles() throws {
        guard let compiler = try Compiler.find() else { return }
        // Each document gets a type of its own, because they are compiled together.
        let sources = Self.flaws.indices.map { index in
            let generated = document(Self.flaws[index].lines, title: "T\(index)")
            #expect(generated.errors == [])
            return generated.text
        }
        #expect(try compiler.complaints(of: sources) == [:])
    }

    @Test("If a document mentions none of its security schemes, credentials are sent with every call")
    func unmentionedSecurity() {
        let lines =
            "components: {securitySchemes: {key: {type: apiKey, in: header, name: X-Key}}}\npaths: {/a: {get: {operationId: a, ok}}}"
        let used = document(lines)
        #expect(used.methods.map(\.sendsCredentials) == [true])
        #expect(
            used.diagnostics == [
                "openapi.yaml:3:31: warning: no operation says which of the security schemes it needs; credentials are sent with every call; add security to the document"
            ])
        #expect(document(lines + "\nsecurity: []").methods.map(\.sendsCredentials) == [false])
        #expect(document(lines, isStrict: true).methods.map(\.sendsCredentials) == [false])
    }

    @Test("Of several media types of a body, those that describe other values are reported")
    func otherMedia() {
        func diagnostics(_ content: String) -> [String] {
            document(
                "components: {schemas: {A: {type: object, properties: {a: {type: string}}}}}\npaths: {/a: {post: {operationId: a, requestBody: {content: {\(content)}}, ok}}}"
            ).diagnostics
        }
        let reference = "{schema: {$ref: '#/components/schemas/A'}}"
        let own = "{schema: {type: object, properties: {b: {type: string}}}}"
        #expect(diagnostics("application/json: \(reference), application/xml: \(reference)") == [])
        #expect(diagnostics("image/png: {}, image/*: {}") == [])
        #expect(
            diagnostics("application/vnd.a+json: \(reference), application/vnd.b+json: \(own)") == [
                "openapi.yaml:4:129: warning: the body is sent as application/vnd.a+json; application/vnd.b+json is left out, because a method sends one of them; remove the one that is not needed"
            ])
        let file = "{schema: {type: object, properties: {file: {type: string, format: binary}}}}"
        let used = document(
            "paths: {/a: {post: {operationId: a, requestBody: {content: {application/json: \(file), multipart/form-data: \(file)}}, ok}}}")
        #expect(used.text.contains(#"form.file("file", body)"#))
        #expect(used.diagnostics.count == 1 && used.diagnostics[0].contains("application/json is left out"))
    }

    @Test("A line break in a path is an error for every reader")
    func unsafePath() {
        #expect(document("paths: {\"/a\\nb\": {get: {operationId: a, ok}}}").errors.count == 1)
        #expect(document("paths: {/../a: {get: {operationId: a, ok}}}").errors.count == 1)
    }

    @Test(
        "The names of values say no other value",
        arguments: [
            (["GMT+1", "GMT-1", "GMT+12", "GMT-12"], ["gmtPlus1", "gmtMinus1", "gmtPlus12", "gmtMinus12"]),
            (["GMT+12", "GMT-1"], ["gmtPlus12", "gmtMinus1"]), (["UTF-8", "UTF-16"], ["utf8", "utf16"]),
            (["1.0", "10", "1.10", "11.0", "11"], ["_1_0", "_10", "_1_10", "_11_0", "_11"]),
            ([">=1", "<=1", ">1", "<1"], ["greaterEqual1", "lessEqual1", "greater1", "less1"]),
            (["a-b", "a_b", "a.b", "a b"], ["aDashB", "a_b", "aDotB", "aB"]), (["RTL", "rtl"], ["RTL", "rtl"]),
            (["v1", "v 1", "v12"], ["v1", "v1_2", "v12"]), (["-name", "name"], ["minusName", "name"]),
        ])
    func enumeration(values: [String], names: [String]) {
        let list = values.map { "'\($0)'" }.joined(separator: ", ")
        guard case .enumeration(let enumeration) = thing("{type: object, properties: {e: {type: string, enum: [\(list)]}}}")["ThingE"]?.kind
        else {
            Issue.record("no enumeration")
            return
        }
        #expect(enumeration.members.map(\.name) == names)
        #expect(enumeration.members.map(\.value) == values.map { .string($0) })
    }
}
