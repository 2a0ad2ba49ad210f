import GeneratorTestSupport
import Testing

@Suite("Ranges of days in place of two times")
struct DayWindowTests {
    private static let clock = "{type: string, format: date-time, x-wall-clock: the zone of the house}"

    /// A document whose operation takes two times in its query and in its body.
    private func house(
        window: String = "{start: from, end: to}", query: String = "", object: String = "{start: from, end: to, zone: zone}",
        members: String = "", from: String = clock, zone: String = "{type: string}"
    ) -> Generated {
        generate([
            "openapi.yaml": openAPI(
                paths: """
                    /lamps:
                      post:
                        operationId: listLamps
                        x-swift-name: list
                        tags: [lamps]
                        x-window: \(window)
                        parameters:
                          - {name: from, in: query, schema: \(from)}
                          - {name: to, in: query, schema: \(Self.clock)}
                          \(query)
                        requestBody: {required: true, content: {application/json: {schema: {$ref: '#/components/schemas/Lamps'}}}}
                        responses: {'204': {description: OK}}
                    """,
                schemas: """
                    Lamps: {type: object, x-window: \(object), properties: {from: \(from), to: \(Self.clock), zone: \(zone), \(members)}}
                    """)
        ])
    }

    @Test("A window that names something else is rejected at its place")
    func errors() {
        let known = house()
        #expect(known.diagnostics == [])
        for (generated, message) in [
            (
                house(window: "{start: from, end: zone}"),
                "x-window names \"from\" and \"zone\", which must be query parameters of listLamps"
            ),
            (house(object: "{start: from, end: zone}"), "x-window names \"from\" and \"zone\", which must be members of the object with"),
            (house(from: "{type: string, format: date-time}"), "which must be query parameters of listLamps with x-wall-clock"),
            (house(from: "{type: string, format: date-time}"), "which must be members of the object with x-wall-clock"),
            (house(window: "{start: from, end: to, zone: zone}"), "\"zone\" is not a member of x-window"),
            (
                house(object: "{start: from, end: to, zone: area}"),
                "x-window has zone: area, which must be a member of the object that is a"
            ),
            (house(zone: "{type: integer}"), "x-window has zone: zone, which must be a member of the object that is a string"),
            (
                house(query: "- {name: days, in: query, schema: {type: integer}}"),
                "x-window makes a method with the argument \"days\", and a parameter has this name"
            ),
            (house(members: "days: {type: integer}"), "x-window makes an initializer with the parameter \"days\""),
            (house(members: "timeZone: {type: integer}"), "x-window makes an initializer with the parameter \"timeZone\""),
        ] {
            #expect(generated.errors.contains { $0.hasPrefix("openapi.yaml:") && $0.contains(message) }, "\(message): \(generated.errors)")
        }
    }

    @Test("A window that a part of an object has is one of the object, with the names that it gives its properties")
    func inherited() {
        let generated = generate([
            "openapi.yaml": openAPI(
                paths: """
                    /lamps:
                      post:
                        operationId: addLamp
                        requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/Lamp'}}}}
                        responses: {'204': {description: OK}}
                    """,
                schemas: """
                    Zone: {type: string, x-swift-name: ZoneID}
                    Lit:
                      type: object
                      required: [from]
                      x-window: {start: from, end: to, zone: zone}
                      properties:
                        from: \(Self.clock)
                        to: {type: string, format: date-time, x-wall-clock: the zone, x-fraction-digits: 3, x-swift-name: until}
                        zone: {$ref: '#/components/schemas/Zone'}
                    Lamp:
                      allOf: [{$ref: '#/components/schemas/Lit'}]
                      required: [name]
                      properties: {name: {type: string}, on: {type: boolean}}
                    """)
        ])
        #expect(generated.diagnostics == [])
        #expect(
            generated.text.contains(
                "public init(days: ClosedRange<CalendarDate>, in timeZone: TimeZone, name: String, on: Bool? = nil) {"), "\(generated.text)"
        )
        for part in [
            "from: days.firstWallClockTime", "until: days.lastWallClockTime(fractionDigits: 3)",
            "zone: .init(rawValue: timeZone.identifier)",
        ] { #expect(generated.text.contains(part), "\(generated.text)") }
    }

    @Test("The same window of several parts is one, and two windows that make the same initializer are an error")
    func several() {
        func lamp(_ first: String, _ second: String) -> Generated {
            generate([
                "openapi.yaml": openAPI(
                    paths: """
                        /lamps:
                          post:
                            operationId: addLamp
                            requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/Lamp'}}}}
                            responses: {'204': {description: OK}}
                        """,
                    schemas: """
                        Lit: {type: object, x-window: \(first), properties: {from: \(Self.clock), to: \(Self.clock)}}
                        Lamp: {allOf: [{$ref: '#/components/schemas/Lit'}], x-window: \(second), properties: {until: \(Self.clock)}}
                        """)
            ])
        }
        let same = lamp("{start: from, end: to}", "{start: from, end: to}")
        #expect(same.diagnostics == [])
        #expect(same.text.components(separatedBy: "init(days:").count == 2)
        let errors = lamp("{start: from, end: to}", "{start: from, end: until}").errors
        #expect(errors.count == 1 && errors[0].contains("x-window makes the same initializer as the window at openapi.yaml:"), "\(errors)")
    }

    @Test("A wall-clock time without an offset is a string without a format, for other tools")
    func local() {
        let read = generate([
            "openapi.yaml": openAPI(
                paths: """
                    /lamp:
                      get:
                        operationId: getLamp
                        responses: {'200': {description: OK, content: {application/json: {schema: {$ref: '#/components/schemas/Lamp'}}}}}
                    """, schemas: "Lamp: {type: object, properties: {lit: {type: string, x-wall-clock: the zone}}}")
        ])
        #expect(read.diagnostics == [])
        #expect(read.text.contains("public let lit: WallClockTime?"), "\(read.text)")
    }
}
