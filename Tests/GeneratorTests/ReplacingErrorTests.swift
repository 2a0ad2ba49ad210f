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
            ("{read: getLamp, keeps: [name], asks: [name]}", "says two things about \"name\""),
            ("{read: getLamp, members: {name: title}}", "names \"title\", which Lamp does not have"),
            ("{read: getLamp, members: {name: level}}", "cannot be made from \"level\" of Lamp"),
            ("{read: getLamp, members: {name: {value: 7}}}", "this is no value of \"name\""),
            ("{read: getLamp, members: {name: {from: name, divided-by: 0}}}", "must be positive"),
            ("{read: getLamp, members: {name: {members: {}}}}", "is no object, so it needs \"from\""),
            ("{read: getLamp, members: {name: {form: name}}}", "did you mean \"from\"?"),
            ("{read: getLamp, edit-name: 7up}", "\"7up\" is not a valid name for a method"),
            ("true", "x-replaces is false, or says which operation reads"),
            ("{}", "needs \"read\""),
        ])
    func message(replaces: String, expected: String) {
        let diagnostics = diagnostics(replaces)
        #expect(diagnostics.contains { $0.contains(expected) && $0.contains("openapi.yaml:") }, "\(diagnostics)")
    }

    @Test("A member that no response has must be kept or asked for, so that nothing is lost in silence.")
    func unfilledMember() {
        let diagnostics = diagnostics("{read: getLamp}", body: "name: {type: string}, color: {type: string}")
        #expect(diagnostics.count == 1)
        #expect(diagnostics.first?.contains("has \"color\", and Lamp has no such member") == true)
        #expect(self.diagnostics("{read: getLamp, keeps: [color]}", body: "name: {type: string}, color: {type: string}") == [])
        #expect(self.diagnostics("{read: getLamp, asks: [color]}", body: "name: {type: string}, color: {type: string}") == [])
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
