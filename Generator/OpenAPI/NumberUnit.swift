package import GeneratorYAML

/// A unit of numbers, as the document's table of units describes it (`x-units`).
package struct NumberUnit: Sendable, Hashable {
    package let name: String
    /// What the unit measures: `currency`, `percent`, or any other word.
    package let measure: String
    /// By how many decimal digits the number is shifted: 2 if it counts hundredths.
    package let digits: Int
    package let description: String?
    /// `x-source`: how it is known which numbers have the unit, if not from the documentation.
    package let source: String?
    /// The location of the name.
    package let location: SourceLocation

    /// Returns `true` if both say the same about a number, whatever they are called.
    package func meansTheSame(as other: NumberUnit) -> Bool { measure == other.measure && digits == other.digits }

    /// The unit as a phrase, such as `currency, shifted by 2 digits`.
    package var words: String {
        switch digits {
        case 0: "\(measure), in whole units"
        case 1: "\(measure), shifted by 1 digit"
        default: "\(measure), shifted by \(digits) digits"
        }
    }
}

/// Reads `x-units`, the document's table of units.
struct NumberUnitReader {
    let diagnostics: Diagnostics

    /// The largest number of digits. An integer of 64 bits has 19.
    private static let mostDigits = 18

    func read(_ document: inout ObjectReader) -> [NumberUnit] {
        guard let node = document.node("x-units") else { return [] }
        guard node.mapping != nil else {
            report(node, "x-units is a table of units: {MinorUnits: {of: currency, digits: 2, description: Hundredths.}}")
            return []
        }
        return document.entries("x-units").compactMap { entry in
            guard
                var object = ObjectReader(
                    entry.value, at: document.place.appending("x-units", entry.key), what: "a unit of x-units", diagnostics: diagnostics),
                let measure = object.requiredString("of"), let digitsNode = object.requiredNode("digits")
            else { return nil }
            guard case .integer(let digits) = digitsNode.scalar?.value, 0...Int64(Self.mostDigits) ~= digits else {
                report(
                    digitsNode,
                    "\"digits\" of a unit is 0 to \(Self.mostDigits): by how many decimal digits its numbers are shifted, such as 2 for hundredths"
                )
                return nil
            }
            let unit = NumberUnit(
                name: entry.key, measure: measure, digits: Int(digits), description: object.string("description"),
                source: object.string("x-source"), location: entry.keyLocation)
            object.finish()
            return unit
        }
    }

    private func report(_ node: Node, _ message: String) { diagnostics.error(at: node.location, message, about: .unit) }
}

extension SchemaReader {
    /// Reads `x-unit`, which is only allowed on numbers.
    func readUnit(_ object: inout ObjectReader, into schema: inout Schema) {
        schema.unitSource = object.string("x-unit-source")
        guard let node = object.node("x-unit") else {
            if schema.unitSource != nil {
                diagnostics.error(
                    at: object.location, "x-unit-source says where x-unit is known from; add x-unit, or remove it", about: .unit)
            }
            return
        }
        guard let name = node.string else {
            diagnostics.error(at: node.location, "x-unit is the name of a unit in the document's x-units", about: .unit)
            return
        }
        guard let unit = units[name] else {
            let nearest = units.keys.min { (editDistance($0, name), $0) < (editDistance($1, name), $1) }
            let hint = nearest.flatMap { editDistance($0, name) <= 3 ? "did you mean \"\($0)\"?" : nil } ?? "describe it there"
            diagnostics.error(at: node.location, "the unit \"\(name)\" is not in the document's x-units; \(hint)", about: .unit)
            return
        }
        guard schema.types == [.integer] || schema.types == [.number] else {
            diagnostics.error(
                at: node.location, "x-unit is for numbers; write type: integer or type: number, or remove it", about: .unit)
            return
        }
        schema.unit = unit
    }
}
