import GeneratorTestSupport
import Testing

/// A problem is reported at its place, with a suggestion.
@Suite struct DiagnosticTests {
    /// An operation with the given lines, for the path `/p`.
    private func operation(_ lines: String, path: String = "/p", more: String = "") -> [String] {
        let operation = lines.split(separator: "\n").map { "      " + $0 }.joined(separator: "\n")
        return generate([
            "openapi.yaml": "openapi: 3.1.0\ninfo: {title: T, version: v}\n\(more)\npaths:\n  \(path):\n    get:\n\(operation)\n"
        ])
        .diagnostics
    }

    private let ok = "responses: {'200': {description: OK}}"

    // MARK: The document

    @Test(
        "An invalid document is rejected at the place of the error",
        arguments: [
            (
                "swagger: '2.0'",
                "1:1: error: an OpenAPI document begins with its version, such as openapi: 3.1.0; this is Swagger 2, convert it first"
            ),
            ("openapi: 4.0.0", "1:10: error: OpenAPI 4.0.0 is not supported; 3.0 and 3.1 are"),
            ("[1]", "1:1: error: an OpenAPI document must be a mapping of names to values"),
            ("openapi: 3.1.0\ninfo: {title: T}", "2:7: error: info needs \"version\""),
            (
                "openapi: 3.1.0\ninfo: {title: T, version: v}\npathes: {}",
                "3:1: error: \"pathes\" is not a member of an OpenAPI document; did you mean \"paths\"?"
            ),
            (
                "openapi: 3.1.0\ninfo: {title: T, version: v, x-swift-name: clockify}",
                "1:1: error: x-swift-name \"clockify\" of info is not a valid name for a Swift type"
            ),
            ("openapi: 3.1.0\ninfo: {title: T, version: v}\ntags: [{name: A}, {name: A}]", "3:19: error: the tag \"A\" is listed twice"),
            (
                "openapi: 3.1.0\ninfo: {title: T, version: v}\ntags: [{name: A, x-swift-name: client}]",
                "3:8: error: x-swift-name \"client\" is not a valid name for a group"
            ),
            (
                "openapi: 3.1.0\ninfo: {title: T, version: v}\nservers: [{url: 'https://{x}'}]",
                "3:11: error: the server https://{x} has {x}, but no variable is called \"x\""
            ),
            (
                "openapi: 3.1.0\ninfo: {title: T, version: v}\nservers: [{url: 'https://a', x-swift-name: self}]",
                "3:11: error: the service name \"self\" is used"
            ),
            ("openapi: 3.1.0\ninfo: {title: T, version: v}\npaths: {p: {}}", "3:9: error: a path begins with a slash; write /p"),
            ("openapi: 3.1.0\ninfo: {title: T, version: v}\npaths: {'/a?b={c}': {}}", "3:9: error: a path must not have a query; "),
            ("openapi: 3.1.0\ninfo: {title: T, version: v}\npaths: {'/a#b': {}}", "3:9: error: a path must not have a fragment; "),
            (
                "openapi: 3.1.0\ninfo: {title: T, version: v}\npaths: {/a/../b: {}}",
                "3:9: error: a path must not have the components . and .."
            ),
            (
                "openapi: 3.1.0\ninfo: {title: T, version: v}\npaths: {/./b: {}}",
                "3:9: error: a path must not have the components . and .."
            ),
            (
                "openapi: 3.1.0\ninfo: {title: T, version: v}\npaths: {\"/a\\r\\nHost: b\": {}}",
                "3:9: error: a path must not contain a line break"
            ),
            ("openapi: 3.1.0\ninfo: {title: T, version: v}\npaths: {/a b: {}}", "3:9: error: a path must not contain a space; write %20"),
            (
                "openapi: 3.1.0\ninfo: {title: T, version: v}\npaths: {'/a\\b': {}}",
                "3:9: error: a path must not contain a backslash; write /"
            ),
            (
                "openapi: 3.1.0\ninfo: {title: T, version: v}\nservers: [{url: 'https://me:secret@a.example/v1'}]",
                "3:17: error: the URL of a server must not contain a user or a password"
            ),
            (
                "openapi: 3.1.0\ninfo: {title: T, version: v}\nservers: [{url: 'https://a.example/v1?key=1'}]",
                "3:17: error: the URL of a server must not have a query"
            ),
            (
                "openapi: 3.1.0\ninfo: {title: T, version: v}\nservers: [{url: 'https://a.example/#v1'}]",
                "3:17: error: the URL of a server must not have a fragment"
            ),
            (
                "openapi: 3.1.0\ninfo: {title: T, version: v}\nservers: [{url: \"https://a\\n.example\"}]",
                "3:17: error: the URL of a server must not contain a line break"
            ),
            (
                "openapi: 3.1.0\ninfo: {title: T, version: v}\nservers: [{url: 'https://{a}', variables: {a: {default: a.example?b}}}]",
                "3:17: error: the URL of a server must not have a query"
            ),
            (
                "openapi: 3.1.0\ninfo: {title: T, version: v}\ncomponents: {securitySchemes: {a: {type: magic}}}",
                "3:35: error: the security type \"magic\" is not supported"
            ),
            (
                "openapi: 3.1.0\ninfo: {title: T, version: v}\ncomponents: {securitySchemes: {a: {type: apiKey, in: header, name: 'a b'}}}",
                "3:32: error: \"a b\" is not a valid name for an HTTP header"
            ),
            ("openapi: 3.1.0\ninfo: {title: T, version: v}\na: [", "error: malformed YAML"),
        ])
    func invalidDocument(text: String, expected: String) {
        let diagnostics = generate(["openapi.yaml": text + "\n"]).diagnostics
        #expect(diagnostics.contains { $0.contains(expected) && $0.hasPrefix("openapi.yaml:") }, "\(diagnostics)")
    }

    @Test("A missing document is reported")
    func missingDocument() {
        #expect(generate([:]).diagnostics == ["openapi.yaml:1:1: error: cannot read openapi.yaml: there is no such file"])
    }

    // MARK: Operations

    @Test(
        "An invalid operation is rejected at the place of the error",
        arguments: [
            ("operationId: [a]", "/p", "7:20: error: \"operationId\" of an operation must be a string"),
            ("summry: x", "/p", "7:7: error: \"summry\" is not a member of an operation; did you mean \"summary\"?"),
            ("deprecated: maybe", "/p", "7:19: error: \"deprecated\" of an operation must be true or false"),
            ("tags: x", "/p", "7:13: error: \"tags\" of an operation must be a list"),
            ("operationId: a", "/p/{id}", "7:7: error: the path /p/{id} has {id}, but no path parameter is called \"id\""),
            ("operationId: a", "'/p/{id'", "7:7: error: the braces of the path /p/{id do not match"),
            (
                "parameters: [{name: id, in: path, required: true, schema: {type: string}}]", "/p",
                "7:20: error: the path parameter \"id\" has no {id} in /p"
            ),
            (
                "parameters: [{name: id, in: path, required: false, schema: {type: string}}]", "/p/{id}",
                "7:20: error: the path parameter \"id\" is part of the path; add required: true"
            ),
            (
                "parameters: [{name: id, in: body, schema: {type: string}}]", "/p",
                "7:20: error: a parameter has in: path, query, header or cookie"
            ),
            ("parameters: [{name: id, in: query}]", "/p", "7:20: error: a parameter needs a schema"),
            (
                "parameters: [{name: a, in: query, schema: {}}, {name: a, in: query, schema: {}}]", "/p",
                "7:54: error: the query parameter \"a\" is listed twice"
            ),
            (
                "parameters: [{name: a, in: query, style: fancy, schema: {}}]", "/p",
                "7:20: error: the style \"fancy\" is not one of OpenAPI's"
            ),
            (
                "parameters: [{name: a, in: query, style: deepObject, schema: {type: array, items: {type: object, properties: {b: {}}}}}]",
                "/p", "7:20: error: the style deepObject of the parameter \"a\" does not fit its type"
            ),
            (
                "parameters: [{name: id, in: path, required: true, style: matrix, schema: {type: string}}]", "/p/{id}",
                "7:20: error: the path parameter \"id\" must be a plain value"
            ),
            (
                "parameters: [{name: 'a b', in: header, schema: {type: string}}]", "/p",
                "7:20: error: the header \"a b\" must be a plain value with a valid HTTP name"
            ),
            (
                "parameters: [{name: a, in: cookie, schema: {type: object, properties: {b: {}}}}]", "/p",
                "7:20: error: the cookie \"a\" must be a plain value"
            ),
            (
                "parameters: [{name: a, in: query, content: {text/csv: {schema: {}}}}]", "/p",
                "7:51: error: a parameter's content is application/json"
            ),
            (
                "parameters: [{name: a, in: query, x-swift-name: 'a b c', schema: {}}]", "/p",
                "7:20: error: x-swift-name \"a b c\" is not an argument"
            ),
            ("responses: {'20': {description: x}}", "/p", "7:19: error: \"20\" is not a status"),
            ("responses: {'2ab': {description: x}}", "/p", "7:19: error: \"2ab\" is not a status"),
            ("security: [{nobody: []}]", "/p", "7:17: error: the security scheme \"nobody\" is not among components.securitySchemes"),
            ("security: [key]", "/p", "7:18: error: a security requirement is a mapping such as {apiKey: []}"),
            ("requestBody: {}", "/p", "7:20: error: a request body needs content"),
            ("requestBody: {content: {multipart/form-data: {}}}", "/p", "7:31: error: a form needs a schema with properties"),
            (
                "requestBody: {content: {application/xml: {schema: {type: object, properties: {a: {}}}}}}", "/p",
                "7:31: error: a body of type application/xml with this schema is not supported"
            ),
            (
                "requestBody: {content: {application/x-www-form-urlencoded: {schema: {type: object, properties: {a: {type: string, format: binary}}}}}}",
                "/p", "7:31: error: a file goes in multipart/form-data"
            ),
            ("x-swift-name: Type", "/p", "7:7: error: x-swift-name \"Type\" is not a valid name for a Swift method"),
            (
                "responses: {'200': {description: OK, x-may-be-empty: true}}", "/p",
                "7:26: error: x-may-be-empty is for responses with JSON"
            ),
            ("x-pagination: {page: page}", "/p", "7:21: error: x-pagination is for operations that return a list"),
        ])
    func invalidOperation(lines: String, path: String, expected: String) {
        let diagnostics = operation(lines + (lines.hasPrefix("responses") ? "" : "\n" + ok), path: path)
        #expect(diagnostics.contains { $0.hasPrefix("openapi.yaml:" + expected) }, "\(diagnostics)")
    }

    @Test("Pagination requires parameters that exist")
    func pagination() {
        let list = "responses: {'200': {description: OK, content: {application/json: {schema: {type: array, items: {}}}}}}"
        let diagnostics = operation("operationId: a\nx-pagination: {page: page}\n" + list)
        #expect(diagnostics == ["openapi.yaml:8:21: error: x-pagination names \"page\", which is not an integer query parameter of a"])
    }

    @Test(
        "Lenience is only allowed for a property that is a Boolean, a number or a list",
        arguments: [
            "type: string, x-lenient: true", "type: [boolean, string], x-lenient: true", "type: boolean, x-lenient: 1",
            "type: array, items: {type: boolean, x-lenient: true}", "type: object, x-lenient: true",
        ])
    func lenience(schema: String) {
        let content = "content: {application/json: {schema: {type: object, properties: {a: {\(schema)}}}}}"
        let diagnostics = operation("operationId: a\nresponses: {'200': {description: OK, \(content)}}")
        #expect(diagnostics.count == 1 && diagnostics[0].contains("error: x-lenient "), "\(diagnostics)")
    }

    @Test(
        "Other names are only allowed for properties and must be unique",
        arguments: [
            ("type: string, x-also-read-as: b", "x-also-read-as must be a list of other names, each once: [id]"),
            ("type: string, x-also-read-as: []", "x-also-read-as must be a list of other names, each once: [id]"),
            ("type: string, x-also-read-as: [b, b]", "x-also-read-as must be a list of other names, each once: [id]"),
            ("type: string, x-also-read-as: [b, '']", "x-also-read-as must be a list of other names, each once: [id]"),
            ("type: string, x-also-read-as: [1]", "x-also-read-as must be a list of other names, each once: [id]"),
            ("type: array, items: {type: string, x-also-read-as: [b]}", "x-also-read-as is for properties; remove it"),
            ("type: string, x-also-read-as: [other]", "x-also-read-as names \"other\", which another property of this object has"),
            ("type: string, x-also-read-as: [a]", "x-also-read-as names \"a\", which another property of this object has"),
        ])
    func otherNames(schema: String, expected: String) {
        let properties = "{a: {\(schema)}, other: {type: string}}"
        let content = "content: {application/json: {schema: {type: object, properties: \(properties)}}}"
        let diagnostics = operation("operationId: a\nresponses: {'200': {description: OK, \(content)}}")
        #expect(diagnostics.count == 1 && diagnostics[0].hasSuffix("error: " + expected), "\(diagnostics)")
    }

    // MARK: Exports

    /// Generates a POST whose body is the object `Query`, with the given export marker and additional paths.
    private func exporting(
        _ mark: String, query: String = "{type: object, properties: {form: {type: string, enum: [JSON, PDF, CSV]}, n: {type: integer}}}",
        content: String = "{application/json: {schema: {type: object, properties: {a: {}}}}, application/pdf: {}}", more: String = ""
    ) -> [String] {
        generate([
            "openapi.yaml": openAPI(
                paths: """
                    /a:
                      post:
                        operationId: a
                        x-export: \(mark)
                        requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/Query'}}}}
                        responses: {'200': {description: OK, content: \(content)}}
                    \(more)
                    """, schemas: "Query: \(query)")
        ]).diagnostics
    }

    @Test("A valid export marker is accepted")
    func validExport() {
        #expect(exporting("{by: form, in: body, json: JSON, files: [PDF, CSV]}") == [])
    }

    @Test(
        "An invalid export marker is rejected at its place",
        arguments: [
            ("[form]", "8:17: error: x-export must be a mapping of names to values"),
            ("{in: body, json: JSON, files: [PDF]}", "8:17: error: x-export needs \"by\""),
            ("{by: form, in: body, files: [PDF]}", "8:17: error: x-export needs \"json\""),
            ("{by: form, in: body, json: JSON}", "8:17: error: x-export needs \"files\""),
            ("{by: form, in: body, json: JSON, files: []}", "8:17: error: x-export needs the values that ask for a file: files: [PDF]"),
            ("{by: form, in: header, json: JSON, files: [PDF]}", "8:17: error: x-export has in: query or body, not \"header\""),
            ("{by: form, in: body, json: JSON, files: [PDF], to: x}", "8:64: error: \"to\" is not a member of x-export"),
            (
                "{by: form, json: JSON, files: [PDF]}",
                "8:17: error: x-export names \"form\", which is not a query parameter of a that is a string"
            ),
            (
                "{by: type, in: body, json: JSON, files: [PDF]}",
                "8:17: error: x-export names \"type\", which is not a member of the JSON body of a that is a string"
            ),
            (
                "{by: n, in: body, json: JSON, files: [PDF]}",
                "8:17: error: x-export names \"n\", which is not a member of the JSON body of a that is a string"
            ),
            ("{by: form, in: body, json: XML, files: [PDF]}", "8:17: error: x-export has json: XML, but \"form\" has no such value"),
            ("{by: form, in: body, json: JSON, files: [DOC]}", "8:58: error: x-export has the file DOC, but \"form\" has no such value"),
            ("{by: form, in: body, json: JSON, files: [PDF, JSON]}", "8:63: error: x-export has the file JSON, which asks for JSON"),
            ("{by: form, in: body, json: JSON, files: [PDF, PDF]}", "8:63: error: x-export has the file PDF, which is listed twice"),
            (
                "{by: form, in: body, json: JSON, files: [PDF], as: Query}",
                "8:17: error: the Swift name \"Query\" is not a valid type name, or is taken"
            ),
            (
                "{by: form, in: body, json: JSON, files: [PDF], as: form}",
                "8:17: error: the Swift name \"form\" is not a valid type name, or is taken"
            ),
        ])
    func invalidExport(mark: String, expected: String) {
        let diagnostics = exporting(mark)
        #expect(diagnostics.contains { $0.hasPrefix("openapi.yaml:" + expected) }, "\(diagnostics)")
    }

    @Test("A caller cannot override what an export marker determines")
    func exportIsNotOverridable() {
        let mark = "{by: form, in: body, json: JSON, files: [PDF, CSV], as: File}"
        let onlyJSON = exporting(mark, content: "{application/json: {schema: {type: object, properties: {a: {}}}}}")
        #expect(
            onlyJSON == [
                "openapi.yaml:8:17: error: x-export is for operations that return JSON or a file; a returns only one of them"
            ])
        let open = exporting(mark, query: "{type: object, additionalProperties: true, properties: {form: {type: string}}}")
        #expect(open.first?.hasPrefix("openapi.yaml:8:17: error: the body of a may have any member") == true, "\(open)")
        let answer = "responses: {'200': {description: OK, content: {application/json: {schema: {$ref: '#/components/schemas/Query'}}}}}"
        let elsewhere = exporting(mark, more: "/b: {get: {operationId: b, \(answer)}}")
        #expect(
            elsewhere.first?.contains("error: b has this object too, but x-export takes \"form\" from its callers") == true, "\(elsewhere)")
        let body = "requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/Query'}}}}"
        let both = "{application/json: {schema: {type: object, properties: {a: {}}}}, application/pdf: {}}"
        func other(_ files: String) -> String {
            "/b: {post: {operationId: b, x-export: {by: form, in: body, json: JSON, files: \(files), as: File}, \(body), "
                + "responses: {'200': {description: OK, content: \(both)}}}}"
        }
        #expect(exporting(mark, more: other("[PDF, CSV]")) == [])
        #expect(exporting(mark, more: other("[PDF]")).first?.contains("error: \"File\" has other files at openapi.yaml:8:17") == true)
    }

    @Test("An operation that requires two credentials at once is rejected")
    func twoCredentials() {
        let schemes = "components: {securitySchemes: {a: {type: http, scheme: basic}, b: {type: apiKey, in: query, name: b}}}"
        #expect(
            operation("operationId: x\nsecurity: [{a: [], b: []}]\n" + ok, more: schemes).first?.contains("wants a and b together") == true)
        #expect(operation("operationId: x\nsecurity: [{a: [], b: []}, {a: []}]\n" + ok, more: schemes) == [])
    }

    @Test("Two operations with the same operationId or Swift call are rejected")
    func duplicateOperations() {
        let twice = generate([
            "openapi.yaml": openAPI(
                paths: """
                    /a: {get: {operationId: x, responses: {}}}
                    /b: {get: {operationId: x, responses: {}}}
                    /c: {get: {operationId: y, x-swift-name: same, responses: {}}}
                    /d: {get: {operationId: z, x-swift-name: same, responses: {}}}
                    """)
        ]).diagnostics
        #expect(twice.contains("openapi.yaml:6:13: error: the operationId \"x\" is also that of the operation at openapi.yaml:5:13"))
        #expect(
            twice.contains(
                "openapi.yaml:8:13: error: operations.same() is also the Swift call of the operation at openapi.yaml:7:13; give one of them another x-swift-name"
            ))
    }

    // MARK: Schemas

    @Test(
        "An invalid schema is rejected at the place of the error",
        arguments: [
            ("{type: strin}", "12:19: error: \"strin\" is not a type"),
            ("{tipe: string}", "12:13: error: \"tipe\" is not a member of a schema; did you mean \"type\"?"),
            ("{type: string, minLength: -1}", "12:38: error: \"minLength\" of a schema must be a whole number that is not negative"),
            ("{type: string, minLength: 2, maxLength: 1}", "12:12: error: minLength 2 is above maxLength 1"),
            ("{type: string, pattern: '['}", "12:36: error: \"[\" is not a regular expression that can be matched against"),
            ("{type: number, multipleOf: 0}", "12:39: error: \"multipleOf\" of a schema is more than zero"),
            ("{type: number, minimum: .inf}", "12:36: error: \"minimum\" of a schema must be a number"),
            (
                "{type: object, properties: {a: {type: integer, minimum: 1.0e300}}}",
                "12:43: error: the bound 1.0e300 leaves no whole number of 64 bits"
            ),
            ("{type: integer, multipleOf: 0.3}", "12:12: error: a whole number cannot be checked to be a multiple of 0.3"),
            ("{enum: [a, 1]}", "12:12: error: this enum mixes kinds of values"),
            ("{type: string, enum: [a], x-enum-varnames: [self]}", "12:34: error: \"self\" in x-enum-varnames is not a valid Swift name"),
            ("{type: string, enum: [a, b], x-enum-varnames: [x]}", "12:12: error: x-enum-varnames has 1 names for 2 values"),
            (
                "{type: object, properties: {a: {type: string, format: date-time, x-fraction-digits: 9}}}",
                "12:96: error: x-fraction-digits must be 0, 3 or 6"
            ),
            (
                "{type: object, properties: {a: {type: string, format: date, x-fraction-digits: 3}}}",
                "12:91: error: x-fraction-digits is for points in time; write format: date-time"
            ),
            (
                "{type: array, items: {type: string, format: date-time, x-fraction-digits: 3}}",
                "12:33: error: x-fraction-digits is for a member or parameter that is a point in time"
            ),
            (
                "{oneOf: [{type: integer}, {type: string, format: date-time, x-fraction-digits: 3}]}",
                "error: x-fraction-digits is for a member or parameter that is a point in time"
            ),
            ("{$ref: '#/info', x-fraction-digits: 3}", "error: \"x-fraction-digits\" beside a $ref is not supported"),
            ("{not: {type: string}}", "12:18: error: \"not\" cannot be expressed as Swift types"),
            ("{type: object, properties: {a: false}}", "12:43: error: the schema false allows no value"),
            ("{type: object, required: [b], properties: {a: {}}}", "12:12: error: \"b\" is required, but no such property is described"),
            (
                "{type: object, properties: {a: {type: string, x-swift-name: A}}}",
                "12:40: error: x-swift-name \"A\" is not a valid name for a Swift property"
            ),
            (
                "{type: object, properties: {a: {x-swift-name: c}, b: {x-swift-name: c}}}",
                "12:62: error: two properties have the Swift name \"c\""
            ),
            ("{type: object, x-swift-name: String, properties: {a: {}}}", "12:12: error: the Swift name \"String\" is taken or reserved"),
            (
                "{type: object, x-swift-name: thing, properties: {a: {}}}",
                "12:12: error: x-swift-name \"thing\" is not a valid name for a Swift type"
            ),
            ("{allOf: [{type: string}, {type: object, properties: {a: {}}}]}", "12:21: error: allOf joins objects, but this is not one"),
            (
                "{discriminator: {propertyName: k}, oneOf: [{type: object, properties: {a: {}}}, {type: object, properties: {b: {}}}]}",
                "error: an alternative of a union with a discriminator needs a value"
            ),
            (
                "{type: object, properties: {a: {type: string, deprecated: true, x-replacement: b}}}",
                "12:43: error: x-replacement names \"b\", which is not a property of the same schema"
            ),
            ("{$ref: '#/components/schemas/Thing'}", "12:12: error: this schema only refers to itself"),
            ("{allOf: [{$ref: '#/components/schemas/Thing'}]}", "error: this schema only refers to itself"),
            (
                "{$ref: '#/components/schemas/Nothing'}",
                "12:19: error: the reference points to openapi.yaml#/components/schemas/Nothing, but openapi.yaml has no \"Nothing\" there"
            ),
            ("{$ref: '#/info', properties: {}}", "error: \"properties\" beside a $ref is not supported; join the two with allOf"),
            ("{description: }", "error: \"description\" of a schema is empty"),
            ("3", "12:12: error: a schema must be a mapping of names to values"),
        ])
    func invalidSchema(schema: String, expected: String) {
        let diagnostics = thing(schema).diagnostics
        let place = expected.hasPrefix("error") ? "" : "openapi.yaml:"
        #expect(diagnostics.contains { $0.contains(place + expected) }, "\(diagnostics)")
    }

    @Test("A file within JSON is rejected at its place")
    func fileInJSON() {
        let both = generate([
            "openapi.yaml": openAPI(
                paths: """
                    /a:
                      post:
                        operationId: a
                        requestBody: {content: {multipart/form-data: {schema: {$ref: '#/components/schemas/F'}}}}
                        responses: {'200': {description: OK, content: {application/json: {schema: {$ref: '#/components/schemas/F'}}}}}
                    """, schemas: "F: {type: object, properties: {file: {type: string, format: binary}, n: {}}}")
        ])
        #expect(
            both.errors.count == 1 && both.errors[0].hasPrefix("openapi.yaml:12:36: error: \"file\" is a file here and text in JSON"),
            "\(both.errors)")
    }
}
