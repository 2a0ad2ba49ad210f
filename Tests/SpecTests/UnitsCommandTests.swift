import Foundation
import Testing

/// `spec units` prints the article of all amounts, or writes it.
@Suite struct UnitsCommandTests {
    @Test("Units lists the numbers with a unit, those of an overlay included")
    func units() throws {
        let scratch = try Scratch()
        try scratch.write(
            """
            openapi: 3.1.0
            info: {title: Shop, version: v1}
            paths:
              /things:
                get:
                  operationId: listThings
                  tags: [things]
                  responses: {'200': {description: OK, content: {application/json: {schema: {$ref: '#/components/schemas/Thing'}}}}}
            components:
              schemas:
                Thing: {type: object, properties: {price: {type: integer}}}

            """, to: "spec/openapi.yaml")
        try scratch.write(
            """
            overlay: 1.0.0
            info: {title: Units, version: v}
            actions:
              - {target: $, update: {x-units: {Cents: {of: currency, digits: 2}}}}
              - {target: $.components.schemas.Thing.properties.price, update: {x-unit: Cents}}

            """, to: "units.overlay.yaml")
        let none = try scratch.run("units", "spec")
        #expect(none.status == 0 && none.output.hasPrefix("# Amounts") && !none.output.contains("| `"), "\(none)")
        let some = try scratch.run("units", "spec", "--overlay", "units.overlay.yaml")
        #expect(
            some.status == 0 && some.output.contains("| `Thing.price` | `price` | – | things: listThings | the documentation |"), "\(some)")
        let written = try scratch.run("units", "spec", "--overlay", "units.overlay.yaml", "-o", "Amounts.md")
        #expect(written.status == 0 && written.output == "Amounts.md: written\n", "\(written)")
        #expect(try scratch.read("Amounts.md") == some.output)
        let failed = try scratch.run("units", "spec", "-o", "spec")
        #expect(failed.status == 2 && failed.errors.contains("spec is a folder"), "\(failed)")
    }
}
