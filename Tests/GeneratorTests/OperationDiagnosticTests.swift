import GeneratorTestSupport
import Testing

@Suite("Diagnostics of operations")
struct OperationDiagnosticTests {
    /// An operation with the given lines, for the path `/p`.
    private func operation(_ lines: String, path: String = "/p", more: String = "") -> [String] {
        let operation = lines.split(separator: "\n").map { "      " + $0 }.joined(separator: "\n")
        return generate([
            "openapi.yaml": "openapi: 3.1.0\ninfo: {title: T, version: v}\n\(more)\npaths:\n  \(path):\n    get:\n\(operation)\n"
        ])
        .diagnostics
    }

    private let ok = "responses: {'200': {description: OK}}"

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
                "parameters: [{name: 'a b', in: header, schema: {type: string}}]", "/p",
                "7:20: error: the header \"a b\" has no valid HTTP name"
            ),
            (
                "parameters: [{name: a=b, in: cookie, schema: {type: string}}]", "/p",
                "7:20: error: the cookie \"a=b\" has no valid HTTP name"
            ),
            (
                "parameters: [{name: a, in: query, style: matrix, schema: {type: string}}]", "/p",
                "7:20: error: the style matrix of the parameter \"a\" does not fit its place; use form"
            ),
            (
                "parameters: [{name: id, in: path, required: true, style: form, schema: {type: string}}]", "/p/{id}",
                "7:20: error: the style form of the parameter \"id\" does not fit its place; use simple"
            ),
            (
                "parameters: [{name: a, in: query, content: {text/csv: {schema: {}}}}]", "/p",
                "7:51: error: text/csv is not supported for a parameter"
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
        #expect(
            diagnostics == [
                "openapi.yaml:8:21: error: x-pagination names \"page\", which is not an integer query parameter of a; name one that is, or remove it"
            ])
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
        #expect(
            twice.contains(
                "openapi.yaml:6:13: error: the operationId \"x\" is also that of the operation at openapi.yaml:5:13; give each operation its own"
            ))
        #expect(
            twice.contains(
                "openapi.yaml:8:13: error: operations.same() is also the Swift call of the operation at openapi.yaml:7:13; give one of them another x-swift-name"
            ))
    }
}
