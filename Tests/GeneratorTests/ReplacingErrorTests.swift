import GeneratorTestSupport
import Testing

@Suite("What x-replaces cannot mean is an error at the place in the spec")
struct ReplacingErrorTests {
    private func diagnostics(_ replaces: String, body: String = "name: {type: string}") -> [String] {
        generate([
            "openapi.yaml": """
            openapi: 3.1.0
            info: {title: Home, version: v1}
            paths:
              /lamps/{lampId}:
                parameters: [{name: lampId, in: path, required: true, schema: {type: string}}]
                get:
                  operationId: getLamp
                  responses: {'200': {description: OK, content: {application/json: {schema: {$ref: '#/components/schemas/Lamp'}}}}}
                put:
                  operationId: updateLamp
                  x-replaces: \(replaces)
                  requestBody: {required: true, content: {application/json: {schema: {type: object, required: [name], properties: {\(body)}}}}}
                  responses: {'204': {description: OK}}
              /rooms/{roomId}:
                get:
                  operationId: getRoom
                  parameters: [{name: roomId, in: path, required: true, schema: {type: integer}}]
                  responses: {'200': {description: OK, content: {application/json: {schema: {$ref: '#/components/schemas/Lamp'}}}}}
              /names:
                get:
                  operationId: getNames
                  responses: {'200': {description: OK, content: {application/json: {schema: {type: array, items: {type: string}}}}}}
            components:
              schemas:
                Lamp: {type: object, properties: {name: {type: string}, level: {type: integer}, on: {type: boolean}}}

            """
        ]).diagnostics.map { String(describing: $0) }
    }

    @Test(
        "The message names what is wrong.",
        arguments: [
            ("{read: getLamb}", "reads with \"getLamb\", which is not an operation"),
            ("{read: getNames}", "returns no object and no list of objects"),
            ("{read: getRoom}", "whose path parameter \"roomId\" is not in this path"),
            ("{read: getLamp, keeps: [name]}", "keeps \"name\", which UpdateLampBody requires"),
            ("{read: getLamp, keeps: [colour]}", "names \"colour\", which UpdateLampBody does not have"),
            ("{read: getLamp, keeps: [name], members: {name: name}}", "both keeps \"name\" and gives it a source"),
            ("{read: getLamp, members: {name: title}}", "names \"title\", which Lamp does not have"),
            ("{read: getLamp, members: {name: level}}", "cannot be made from \"level\" of Lamp"),
            ("{read: getLamp, members: {name: {value: 7}}}", "this is not a value of \"name\""),
            ("{read: getLamp, members: {name: {from: name, divided-by: 100}}}", "\"divided-by\" is not a member of a source of x-replaces"),
            ("{read: getLamp, members: {name: {members: {}}}}", "is not an object, so it needs \"from\""),
            ("{read: getLamp, members: {name: {form: name}}}", "did you mean \"from\"?"),
            ("{read: getLamp, edit-name: 7up}", "\"7up\" is not a valid name for a method"),
            ("true", "x-replaces is false, or says which operation reads"),
            ("{}", "needs \"read\""),
        ])
    func message(replaces: String, expected: String) {
        let diagnostics = diagnostics(replaces)
        #expect(diagnostics.contains { $0.contains(expected) && $0.contains("openapi.yaml:") }, "\(diagnostics)")
    }

    @Test("An object in the body has no arguments of its own: what it lacks is left out with a warning, or is an error.")
    func unfilledMemberOfObject() {
        let body = { (required: String) in
            "name: {type: string}, state: {type: object, required: [\(required)], properties: {on: {type: boolean}, mood: {type: string}}}"
        }
        let replaces = "{read: getLamp, members: {state: {members: {}}}}"
        #expect(diagnostics(replaces, body: body("")).map { $0.contains("warning: ") && $0.contains("it is left out") } == [true])
        #expect(diagnostics(replaces, body: body("mood")).map { $0.contains("error: ") && $0.contains("\"mood\"") } == [true])
        #expect(diagnostics("{read: getLamp, members: {state: {members: {}, keeps: [mood]}}}", body: body("")) == [])
    }

    @Test("A condition is a boolean, for a member that is not required.")
    func condition() {
        let body = "name: {type: string}, color: {type: string}"
        #expect(diagnostics("{read: getLamp, members: {color: {from: name, if: on}}}", body: body) == [])
        #expect(
            diagnostics("{read: getLamp, members: {color: {from: name, if: level}}}", body: body).first?.contains("names a boolean") == true
        )
        #expect(
            diagnostics("{read: getLamp, members: {name: {from: name, if: on}}}").first?.contains("names a boolean") == true)
    }

    @Test("false is the decision that nothing is replaced.")
    func noReplacement() { #expect(diagnostics("false") == []) }
}
