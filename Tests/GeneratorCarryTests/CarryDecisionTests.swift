import GeneratorCarry
import GeneratorOpenAPI
import GeneratorSwiftAPI
import GeneratorTestSupport
import GeneratorYAML
import Testing

@Suite("What is carried, proposed, contradicted and gone")
struct CarryDecisionTests {
    private static func side(_ text: String, name: String, overlay: String? = nil) throws -> CarrySide {
        let diagnostics = Diagnostics()
        let file = overlay.map { Overlays.File(path: "/spec/names.yaml", displayName: "names.yaml", bytes: Array($0.utf8)) }
        let overlays = Overlays([file].compactMap(\.self), for: name, in: "/spec", diagnostics: diagnostics)
        let files = SpecificationFiles(diagnostics: diagnostics, overlays: overlays) { _ in Array(text.utf8) }
        let document = try #require(Document.read(name, from: files, diagnostics: diagnostics))
        return CarrySide(document: document, api: API(of: document, diagnostics: diagnostics), files: files)
    }

    private static func carry(from old: String, to new: String, overlay: String? = nil) throws -> Carry {
        Carry(from: try side(old, name: "old.yaml"), to: try side(new, name: "new.yaml", overlay: overlay))
    }

    /// An operation that answers with a schema.
    private static func lamps(_ schema: String, more: String = "", schemas: String = "", root: String = "") -> String {
        openAPI(
            paths: """
                /lamps:
                  get:
                    operationId: listLamps
                    tags: [lamps]
                    \(more)
                    responses: {'200': {description: OK, content: {application/json: {schema: \(schema)}}}}
                """, schemas: schemas, more: root)
    }

    @Test("A name that the new document states otherwise is a contradiction that names both places.")
    func contradictedName() throws {
        let carry = try Self.carry(
            from: Self.lamps("{type: string}", more: "x-swift-name: list"), to: Self.lamps("{type: string}", more: "x-swift-name: all"))
        let entry = try #require(carry.report.contradictions.first)
        #expect(entry.text == "x-swift-name is \"all\", and was \"list\" at old.yaml:7:7")
        #expect(entry.location.description == "new.yaml:9:21")
        #expect(carry.overlay.isEmpty)
    }

    @Test("How a PUT replaces is carried while the operation that reads exists, and is a contradiction when it is gone.")
    func replacing() throws {
        let document = { (read: String, replaces: String) in
            openAPI(
                paths: """
                    /lamps/{id}:
                      parameters: [{name: id, in: path, required: true, schema: {type: string}}]
                      \(read)
                      put:
                        operationId: updateLamp
                        \(replaces)
                        requestBody: {required: true, content: {application/json: {schema: {$ref: '#/components/schemas/Lamp'}}}}
                        responses: {'204': {description: OK}}
                    """, schemas: "Lamp: {type: object, properties: {name: {type: string}}}")
        }
        let read =
            "get: {operationId: getLamp, responses: {'200': {description: OK, content: {application/json: "
            + "{schema: {$ref: '#/components/schemas/Lamp'}}}}}}"
        let old = document(read, "x-replaces: {read: getLamp}")
        let kept = try Self.carry(from: old, to: document(read, ""))
        #expect(kept.report.contradictions.isEmpty)
        #expect(kept.overlay.text().contains("x-replaces:"))
        let gone = try Self.carry(from: old, to: document("", ""))
        #expect(gone.report.contradictions.map(\.text).contains { $0.contains("\"getLamp\" is gone, which x-replaces") })
        #expect(!gone.overlay.text().contains("x-replaces:"))
    }

    @Test("Units are carried with those lines of their table that some number needs.")
    func units() throws {
        let lamp = { (unit: String) in "{type: object, properties: {price: {type: integer\(unit)}, name: {type: string}}}" }
        let table = "x-units: {Cents: {of: currency, digits: 2}, Hours: {of: time, digits: 0}}"
        let old = Self.lamps(lamp(", x-unit: Cents, x-unit-source: samples"), root: table)
        let carry = try Self.carry(from: old, to: Self.lamps(lamp("")))
        #expect(carry.report.contradictions.isEmpty)
        let text = carry.overlay.text()
        #expect(text.contains("x-unit: Cents") && text.contains("x-unit-source: samples"), "\(text)")
        #expect(text.contains("x-units:") && text.contains("digits: 2") && !text.contains("Hours"), "\(text)")
        let carried = try Self.side(Self.lamps(lamp("")), name: "new.yaml", overlay: text)
        #expect(carried.api.units.map(\.declaration.name) == ["Cents"])
        let other = try Self.carry(from: old, to: Self.lamps("{type: object, properties: {price: {type: number}}}"))
        #expect(other.report.contradictions.map(\.text).contains { $0.contains("x-unit Cents") && $0.contains("integer") })
    }

    @Test("What an overlay says stays as it is, and is no contradiction.")
    func editedName() throws {
        let overlay = """
            overlay: 1.0.0
            info: {title: Names, version: '1'}
            actions:
              - target: $.paths['/lamps'].get
                update: {x-swift-name: all} # a better name
            """
        let carry = try Self.carry(
            from: Self.lamps("{type: string}", more: "x-swift-name: list"), to: Self.lamps("{type: string}"), overlay: overlay)
        #expect(carry.report.contradictions.isEmpty && carry.overlay.isEmpty)
    }

    @Test("New actions go to the end of an overlay, and what is there stays as it is.")
    func appended() throws {
        let overlay = """
            # Decided together.
            overlay: 1.0.0
            info: {title: Names, version: '1'}
            actions:
            - target: $.info # the title is wrong
              update: {description: Lamps.}

            """
        let carry = try Self.carry(
            from: Self.lamps("{type: string}", more: "x-swift-name: list"), to: Self.lamps("{type: string}"), overlay: overlay)
        let root = try YAML.parse(Array(overlay.utf8), file: "names.yaml")
        let updated = try carry.overlay.appended(to: overlay, root)
        #expect(
            updated == overlay + """
                - target: "$.paths['/lamps'].get"
                  update:
                    x-swift-name: list

                """)
        let again = try Self.carry(
            from: Self.lamps("{type: string}", more: "x-swift-name: list"), to: Self.lamps("{type: string}"), overlay: updated)
        #expect(again.overlay.isEmpty)
        #expect(try again.overlay.appended(to: updated, root) == updated)
    }

    @Test(
        "An overlay whose actions are not a list of lines at its end cannot be continued, and the error says what to write.",
        arguments: [
            ("overlay: 1.0.0\ninfo: {title: T, version: '1'}\nactions: [{target: $.info, update: {description: D}}]\n", "names.yaml:3:10"),
            (
                "overlay: 1.0.0\nactions:\n  - target: $.info\n    update: {description: D}\ninfo: {title: T, version: '1'}\n",
                "names.yaml:3:3"
            ),
        ])
    func layoutOfOverlay(overlay: String, place: String) throws {
        let carry = try Self.carry(
            from: Self.lamps("{type: string}", more: "x-swift-name: list"), to: Self.lamps("{type: string}"), overlay: overlay)
        let root = try YAML.parse(Array(overlay.utf8), file: "names.yaml")
        let problem = #expect(throws: OverlayLayoutProblem.self) { try carry.overlay.appended(to: overlay, root) }
        #expect(problem?.description.hasPrefix("\(place): error: new actions go at the end of this file") == true)
    }

    @Test("One type that the new document describes in two ways stays with the first, and the other is a contradiction.")
    func splitType() throws {
        let old = Self.lamps(
            "{type: object, properties: {a: {$ref: '#/components/schemas/Power'}, b: {$ref: '#/components/schemas/Power'}}}",
            schemas: "Power: {type: string, enum: [ON, OFF]}")
        let new = Self.lamps("{type: object, properties: {a: {type: string, enum: [ON, OFF]}, b: {type: string, enum: [ON, OFF, DIM]}}}")
        let carry = try Self.carry(from: old, to: new)
        #expect(carry.overlay.text().contains("properties.a\""))
        #expect(!carry.overlay.text().contains("properties.b\""))
        let entry = try #require(carry.report.contradictions.first)
        #expect(entry.text.contains("Test.Power of old.yaml:13:12 would be this schema too, but its enum differs from that at new.yaml:"))
    }

    @Test("Two types that the new document describes by one schema become one, and the page says which.")
    func joinedTypes() throws {
        let two = "{type: object, properties: {a: {$ref: '#/components/schemas/A'}, b: {$ref: '#/components/schemas/B'}}}"
        let old = Self.lamps(two, schemas: "A: {type: string, enum: [ON]}\nB: {type: string, enum: [ON]}")
        let new = Self.lamps(
            "{type: object, properties: {a: {$ref: '#/components/schemas/X'}, b: {$ref: '#/components/schemas/X'}}}",
            schemas: "X: {type: string, enum: [ON]}")
        let carry = try Self.carry(from: old, to: new)
        #expect(carry.overlay.text().contains("x-swift-name: A"))
        #expect(carry.report.contradictions.first?.text == "Test.A, Test.B were several types; this one schema is Test.A now")
    }

    @Test("Names of enum values are carried by value, and new values get the name that they would have anyway.")
    func enumNames() throws {
        let old = Self.lamps("{type: string, enum: [A, B], x-enum-varnames: [first, second]}")
        let new = Self.lamps("{type: string, enum: [B, NEW_ONE, A]}")
        #expect(
            try Self.carry(from: old, to: new).overlay.text().contains(
                "x-enum-varnames:\n        - second\n        - newOne\n        - first\n"))
    }

    @Test("Paging by a parameter that is gone is a contradiction.")
    func pagination() throws {
        let parameter = "parameters: [{name: page, in: query, schema: {type: integer}}]"
        let list = "{type: array, items: {type: string}}"
        let old = openAPI(
            paths: """
                /lamps:
                  get:
                    operationId: listLamps
                    x-pagination: {page: page}
                    \(parameter)
                    responses: {'200': {description: OK, content: {application/json: {schema: \(list)}}}}
                """)
        let carry = try Self.carry(from: old, to: Self.lamps(list))
        #expect(
            carry.report.contradictions.map(\.text)
                == ["there is no query parameter \"page\", which x-pagination at old.yaml:8:21 names"])
    }

    @Test("Wall clocks and windows are carried; a window of parameters or members that are gone is a contradiction.")
    func windows() throws {
        func document(_ clock: String, _ window: String, _ zonedWindow: String, end: String = "end") -> String {
            openAPI(
                paths: """
                    /lamps:
                      post:
                        operationId: findLamps
                        \(window)
                        parameters:
                          - {name: start, in: query, schema: {type: string, format: date-time\(clock)}}
                          - {name: \(end), in: query, schema: {type: string, format: date-time\(clock)}}
                        requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/Query'}}}}
                        responses: {'204': {description: OK}}
                    """,
                schemas: """
                    Query:
                      type: object
                      \(zonedWindow)
                      properties:
                        start: {type: string, format: date-time\(clock)}
                        \(end): {type: string, format: date-time\(clock)}
                    """)
        }
        let window = "x-window: {start: start, end: end}"
        let old = document(", x-wall-clock: the zone of the house", window, window)
        let text = try Self.carry(from: old, to: document("", "", "")).overlay.text()
        #expect(text.components(separatedBy: "x-wall-clock: the zone of the house").count == 5)
        #expect(text.components(separatedBy: "x-window:").count == 3)
        let renamed = try Self.carry(from: old, to: document("", "", "", end: "until"))
        #expect(try !renamed.overlay.text().contains("x-window"))
        #expect(
            renamed.report.contradictions.map(\.text).filter { $0.contains("which x-window at old.yaml:") }.map { $0.prefix(26) }.sorted()
                == ["there is no property \"end\",", "there is no query parameter"].map { $0.prefix(26) })
    }

    @Test("Operations of one old group that the new document tags otherwise return to their group.")
    func groups() throws {
        func operation(_ path: String, _ tag: String, _ name: String) -> String {
            "\(path): {get: {operationId: \(name), tags: [\(tag)], responses: {'204': {description: OK}}}}"
        }
        let old = openAPI(
            paths: [operation("/a", "lamps", "a"), operation("/b", "lamps", "b"), operation("/c", "bulbs", "c")].joined(separator: "\n"))
        let new = openAPI(
            paths: [operation("/a", "Lamp API", "a"), operation("/b", "Lamp API", "b"), operation("/c", "Lamp API", "c")].joined(
                separator: "\n"))
        let overlay = try Self.carry(from: old, to: new).overlay.text()
        let carried = try Self.side(new, name: "new.yaml", overlay: overlay)
        #expect(Set(carried.api.files.flatMap(\.methods).map { "\($0.group).\($0.name)" }) == ["lamps.a", "lamps.b", "bulbs.c"])
    }

    @Test("New operations and components get proposed names, described as such, without what the others have around theirs.")
    func proposals() throws {
        let old = Self.lamps("{$ref: '#/components/schemas/Lamp'}", schemas: "Lamp: {type: object, properties: {a: {type: string}}}")
        let new = openAPI(
            paths: """
                /lamps:
                  get:
                    operationId: listLamps
                    tags: [lamps]
                    responses: {'200': {description: OK, content: {application/json: {schema: {$ref: '#/components/schemas/LampDtoV1'}}}}}
                  post:
                    operationId: putThatLampThere
                    tags: [lamps]
                    requestBody: {required: true, content: {application/json: {schema: {$ref: '#/components/schemas/ShadeDtoV1'}}}}
                    responses: {'204': {description: OK}}
                """,
            schemas: """
                LampDtoV1: {type: object, properties: {a: {type: string}}}
                ShadeDtoV1: {type: object, properties: {b: {type: string}}}
                """)
        let carry = try Self.carry(from: old, to: new)
        let text = carry.overlay.text()
        #expect(text.contains("description: \"Proposed: new in this document.\"\n    update:\n      x-swift-name: Shade\n"))
        #expect(text.contains("description: \"Proposed: new in this document.\"\n    update:\n      x-swift-name: create\n"))
        #expect(carry.report.new.map(\.text) == ["POST /lamps: lamps.create", "the schema ShadeDtoV1: Test.Shade"])
    }

    @Test("What only the old document has is listed with the call that goes.")
    func gone() throws {
        let old = Self.lamps("{type: string}")
        let new = openAPI(paths: "/others: {get: {operationId: x, responses: {'204': {description: OK}}}}")
        #expect(try Self.carry(from: old, to: new).report.gone.map(\.text) == ["GET /lamps, Test.lamps.listLamps"])
    }

    @Test("Targets are found whatever characters names have.")
    func oddNames() throws {
        let name = "it's \\\\ odd"
        let old = Self.lamps(
            "{type: object, properties: {\"\(name)\": {type: string, enum: [A], x-swift-type: Odd}}}")
        let new = Self.lamps("{type: object, properties: {\"\(name)\": {type: string, enum: [A]}}}")
        let overlay = try Self.carry(from: old, to: new).overlay.text()
        let carried = try Self.side(new, name: "new.yaml", overlay: overlay)
        #expect(carried.api.files.flatMap(\.types).map(\.name).contains("Odd"))
    }

    @Test("A document without servers and credentials gets those of the old one.")
    func serversAndCredentials() throws {
        let root = """
            servers: [{url: https://lamps.example, x-swift-name: lamps}]
            security: [{key: []}]
            """
        let schemes = "  securitySchemes: {key: {type: apiKey, in: header, name: X-Key}}"
        let old = Self.lamps("{type: string}", root: root) + "\n" + schemes
        let new = Self.lamps("{type: string}")
        let overlay = try Self.carry(from: old, to: new).overlay.text()
        let carried = try Self.side(new, name: "new.yaml", overlay: overlay)
        #expect(carried.api.services.map(\.name) == ["lamps"] && carried.api.credentials.map(\.name) == ["key"])
        #expect(carried.api.files.flatMap(\.methods).allSatisfy { $0.sendsCredentials })
    }
}
